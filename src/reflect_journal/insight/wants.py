"""What employers said they want, counted, and pairs of weak spots that pull apart.

Pure counts of what was noted: no word about what anybody should be.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from reflect_journal.insight.findings import WeakSpotFinding
from reflect_journal.model.outline import Outline
from reflect_journal.model.text import fold_text

OPPOSITES: Final = (
    ("overconfident-manner", "low-confidence"),
    ("too-eager", "low-enthusiasm"),
    ("rambling-answers", "vague-answers"),
    ("scripted-answers", "underprepared"),
    ("overqualified", "experience-gap"),
    ("bluffing", "impact-unclear"),
    ("ran-out-of-time", "careless-errors"),
)
"""Weak spots between which a correction of one can overshoot into the other."""


@dataclass(frozen=True, slots=True)
class Want:
    """What employers said they want, and in how many reflections."""

    want: str
    count: int

    def to_json(self) -> dict[str, Any]:
        """Give one row of `wants`."""
        return {"want": self.want, "count": self.count}


@dataclass(frozen=True, slots=True)
class Opposite:
    """Two weak spots on either side, each with the reflections that name it."""

    sides: tuple[WeakSpotFinding, WeakSpotFinding]

    def to_json(self) -> dict[str, Any]:
        """Give one row of `opposites`."""
        return {
            "sides": [
                {"id": one.id, "label": one.label, "count": one.recurrence.named_in}
                for one in self.sides
            ]
        }


def count_wants(outlines: Iterable[Outline]) -> tuple[Want, ...]:
    """Count what employers want, the most frequent first; case does not count.

    It reads as it was written first.
    """
    spelt: dict[str, str] = {}
    counts: dict[str, int] = {}
    for outline in outlines:
        folded = {
            fold_text(one).strip(): one for one in reversed(outline.feedback.wants)
        }
        for key, one in folded.items():
            spelt.setdefault(key, one)
            counts[key] = counts.get(key, 0) + 1
    ordered = sorted(counts, key=lambda key: (-counts[key], key))
    return tuple(Want(spelt[key], counts[key]) for key in ordered)


def find_opposites(findings: Iterable[WeakSpotFinding]) -> tuple[Opposite, ...]:
    """Find the pairs of which both sides were named."""
    by_id = {one.id: one for one in findings}
    return tuple(
        Opposite((by_id[first], by_id[second]))
        for first, second in OPPOSITES
        if first in by_id and second in by_id
    )
