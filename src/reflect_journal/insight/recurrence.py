"""How often a weak spot was seen where it could have been, and what that is called."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import fsum
from typing import Final, Literal, NamedTuple, TypeAlias

from reflect_journal.insight.exposure import Exposure
from reflect_journal.insight.intervals import Count, Interval, compute_wilson_interval
from reflect_journal.insight.naming import Naming

Verdict: TypeAlias = Literal["anecdote", "lead", "pattern"]

DEFAULT_WEIGHTS: Final[Mapping[str, float]] = {
    "self": 1,
    "recruiter": 2,
    "interviewer": 2,
    "friend": 1.5,
    "colleague": 1.5,
    "coach": 1.5,
}
"""A judgement, therefore configurable; it decides about the order and nothing else."""
PLAIN_WEIGHT: Final = 1.0
"""For a source that only a newer program knows."""

PATTERN_COUNT: Final = 3
PATTERN_SHARE: Final = 5
"""A pattern was named in at least one of five reflections."""


class Recurrence(NamedTuple):
    """How often one weak spot was named, in reflections (each counts once).

    `seen` counts where its area was looked at, `also_named_in` where it was not;
    `interval` is Wilson's at 95 %, None where nothing was looked at; the days are ISO
    dates of the no, None where none is known.
    """

    seen: Count
    also_named_in: int
    interval: Interval | None
    verdict: Verdict
    weight: float
    first_seen_on: str | None
    last_seen_on: str | None

    @property
    def named_in(self) -> int:
        """Give the number of reflections that name it at all."""
        return self.seen.seen_in + self.also_named_in


def measure_recurrence(
    namings: Sequence[Naming], exposure: Exposure, weights: Mapping[str, float]
) -> Recurrence:
    """Measure how often a weak spot recurs; there is at least one naming."""
    flags = exposure.flags
    seen_in = sum([flags[naming.place] for naming in namings])
    seen = Count(seen_in, exposure.total)
    also_named_in = len(namings) - seen_in
    days = [naming.rejected_on for naming in namings if naming.rejected_on]
    return Recurrence(
        seen=seen,
        also_named_in=also_named_in,
        interval=compute_wilson_interval(seen),
        verdict=judge_recurrence(seen, also_named_in),
        weight=sum_weights(namings, weights),
        first_seen_on=min(days, default=None),
        last_seen_on=max(days, default=None),
    )


def judge_recurrence(seen: Count, also_named_in: int) -> Verdict:
    """Name what a count is worth: once, a few times, or keeps coming back."""
    named_in = seen.seen_in + also_named_in
    if named_in == 1:
        return "anecdote"
    of = seen.looked_at_in + also_named_in
    if named_in >= PATTERN_COUNT and named_in * PATTERN_SHARE >= of:
        return "pattern"
    return "lead"


def sum_weights(namings: Iterable[Naming], weights: Mapping[str, float]) -> float:
    """Sum the heaviest source of each reflection."""
    together = Counter([naming.sources for naming in namings])
    return fsum(
        times * max(weights.get(source, PLAIN_WEIGHT) for source in sources)
        for sources, times in together.items()
    )
