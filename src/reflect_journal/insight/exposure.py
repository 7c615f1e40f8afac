"""Where a weak spot could have been seen: which reflections looked at its area.

What was seen never decides what was looked at; otherwise every share would be high.
"""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from reflect_journal.model.outline import Outline
from reflect_journal.model.terms import PASSES

LAST: Final = 5
"""How many of the latest looked-at reflections count as recent."""


def is_looked_at(outline: Outline, area: str | None) -> bool:
    """Tell whether a reflection looked at an area.

    One of the five passes is looked at when a round gives it a rating, or when no
    round names any pass and the process went beyond the application; every other
    area, known or not, whenever more than facts were written.
    """
    if outline.form == "facts":
        return False
    if area not in PASSES or area in outline.rated:
        return True
    return not outline.names_passes and outline.stage_reached != "applied"


class Exposure(NamedTuple):
    """Which reflections looked at one area.

    `flags` has a 1 or a 0 for each reflection in the order of time; `recent_from` is
    the place from which on the last five looked-at ones lie.
    """

    flags: bytes
    total: int
    recent_from: int


def measure_exposure(timeline: Sequence[Outline], area: str | None) -> Exposure:
    """Find which reflections, in the order of time, looked at an area."""
    return _measure(area, *_sort_into_kinds(timeline))


def _sort_into_kinds(timeline: Sequence[Outline]) -> tuple[list[int], list[Outline]]:
    """Give the number of each reflection's kind, and one reflection of each kind.

    Those of one kind look at the same areas, and there are few kinds.
    """
    numbers: dict[tuple[object, ...], int] = {}
    examples: list[Outline] = []
    kinds = []
    for one in timeline:
        kind = (one.form, one.rated, one.names_passes, one.stage_reached)
        number = numbers.setdefault(kind, len(examples))
        if number == len(examples):
            examples.append(one)
        kinds.append(number)
    return kinds, examples


def _measure(area: str | None, kinds: list[int], examples: list[Outline]) -> Exposure:
    looked = [is_looked_at(example, area) for example in examples]
    flags = bytes([looked[kind] for kind in kinds])
    recent_from = len(flags)
    for _ in range(LAST):
        recent_from = max(flags.rfind(1, 0, recent_from), 0)
    return Exposure(flags, flags.count(1), recent_from)


class Exposures(NamedTuple):
    """The exposure of every area."""

    passes: Mapping[str, Exposure]
    elsewhere: Exposure

    def get_for(self, area: str | None) -> Exposure:
        """Give the exposure of an area; an unknown one is looked at like the six."""
        return self.passes.get(area or "", self.elsewhere)


def measure_exposures(timeline: Sequence[Outline]) -> Exposures:
    """Measure the exposure of all areas at once."""
    kinds, examples = _sort_into_kinds(timeline)
    return Exposures(
        passes={area: _measure(area, kinds, examples) for area in PASSES},
        elsewhere=_measure(None, kinds, examples),
    )
