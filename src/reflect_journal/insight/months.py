"""What came when: reflections, talks and weak spots, month by month."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from reflect_journal.model.outline import Outline
from reflect_journal.model.vocabulary import Vocabulary

MONTH: Final = re.compile(r"[0-9]{4}-[0-9]{2}(?=-)")


@dataclass(frozen=True, slots=True)
class Seen:
    """In how many reflections of a group a weak spot was named."""

    id: str
    label: str
    seen_in: int

    def to_json(self) -> dict[str, Any]:
        """Give one row of a month."""
        return {"id": self.id, "label": self.label, "seen_in": self.seen_in}


@dataclass(frozen=True, slots=True)
class MonthFinding:
    """What was noted about the noes of one month (`2026-11`; "" where none is known).

    `reflections` and `rounds` are counts; `weak_spots` are sorted by how many of the
    reflections name them, then by id.
    """

    month: str
    reflections: int
    rounds: int
    weak_spots: tuple[Seen, ...]

    def to_json(self) -> dict[str, Any]:
        """Give one group of `summary --by month`."""
        return {
            "month": self.month or None,
            "reflections": self.reflections,
            "rounds": self.rounds,
            "weak_spots": [one.to_json() for one in self.weak_spots],
        }


@dataclass(slots=True)
class _Tally:
    reflections: int = 0
    rounds: int = 0
    named: Counter[str] = field(default_factory=Counter)


def group_by_month(
    outlines: Iterable[Outline], vocabulary: Vocabulary, area: str = ""
) -> tuple[MonthFinding, ...]:
    """Group reflections by the month of the no, the earliest first.

    Args:
        outlines: the reflections, in any order.
        vocabulary: gives the labels.
        area: only weak spots of this area are listed; "" for all.
    """
    tallies: dict[str, _Tally] = {}
    for outline in outlines:
        known = MONTH.match(outline.rejected_on)
        tally = tallies.setdefault(known[0] if known else "", _Tally())
        tally.reflections += 1
        tally.rounds += outline.rounds
        tally.named.update({sighted.id for sighted in outline.sightings})
    return tuple(
        MonthFinding(
            month=month,
            reflections=tally.reflections,
            rounds=tally.rounds,
            weak_spots=tuple(
                Seen(identifier, vocabulary.get_label(identifier), seen_in)
                for identifier, seen_in in _sort(tally.named)
                if not area or _find_area(identifier, vocabulary) == area
            ),
        )
        for month, tally in sorted(tallies.items())
    )


def _sort(named: Counter[str]) -> list[tuple[str, int]]:
    return sorted(named.items(), key=lambda one: (-one[1], one[0]))


def _find_area(identifier: str, vocabulary: Vocabulary) -> str | None:
    word = vocabulary.weak_spots.get(identifier)
    return word.area if word else None
