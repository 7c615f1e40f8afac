"""Where processes ended, stage by stage; no order between stages, no conversion."""

from collections import Counter
from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from reflect_journal.insight.intervals import Count, Interval, compute_wilson_interval
from reflect_journal.model.outline import Outline
from reflect_journal.model.terms import STAGES

FEWEST_REACHED: Final = 3


class StageFinding(NamedTuple):
    """How many processes reached a stage and how many ended there, in reflections.

    `rate` and `interval` (Wilson, 95 %) are None below three that reached it, and
    count withdrawals among those that reached it, not among those that ended there.
    """

    stage: str
    ended_here: int
    reached: int
    rate: float | None
    interval: Interval | None

    def to_json(self) -> dict[str, Any]:
        """Give what the JSON of a summary holds."""
        return {"stage": self.stage, "ended_here": self.ended_here}


def measure_stages(outlines: Iterable[Outline]) -> tuple[StageFinding, ...]:
    """Measure every stage that some process reached, in the order of the stages."""
    reached: Counter[str] = Counter()
    ended: Counter[str] = Counter()
    # The same few ways through the stages again and again: counted together.
    ways = Counter(
        [(one.stages, one.stage_reached, one.decided_by) for one in outlines]
    )
    for (stages, stage_reached, decided_by), times in ways.items():
        for stage in stages:
            reached[stage] += times
        if decided_by != "me":
            ended[stage_reached] += times
    return tuple(
        _measure(stage, ended[stage], reached[stage])
        for stage in STAGES
        if reached[stage]
    )


def _measure(stage: str, ended_here: int, reached: int) -> StageFinding:
    count = Count(ended_here, reached if reached >= FEWEST_REACHED else 0)
    interval = compute_wilson_interval(count)
    return StageFinding(stage, ended_here, reached, count.rate, interval)
