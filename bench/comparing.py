"""Two kinds of work held against each other, in turn, the best of several rounds."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from bench.running import Cost

Run: TypeAlias = Callable[[], Cost]
Verdict: TypeAlias = Literal["kept", "MISSED", "skipped", ""]

MIB: Final = 1024 * 1024
PEAK_LIMIT: Final = 120 * MIB


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is measured against what.

    `bar` is the ratio that is still good, None where it is only for information;
    without a work to be held against, only time and memory are told; `peak_bar` is
    in bytes; `at_least` is the fewest rounds, for what takes no time;
    `is_skipped` says that the other side is missing.
    """

    work: str
    run: Run
    against: str = ""
    run_against: Run | None = None
    bar: float | None = None
    peak_bar: int | None = None
    at_least: int = 1
    is_skipped: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a comparison."""

    comparison: Comparison
    cost: Cost | None = None
    cost_against: Cost | None = None

    @property
    def ratio(self) -> float | None:
        """How many times as long it took."""
        if self.cost is None or self.cost_against is None:
            return None
        return self.cost.seconds / self.cost_against.seconds

    @property
    def verdict(self) -> Verdict:
        """Whether the bars are kept."""
        asked = self.comparison
        if asked.is_skipped:
            return "skipped"
        if asked.bar is None and asked.peak_bar is None:
            return ""
        slow = asked.bar is not None and (self.ratio or 0) > asked.bar
        large = asked.peak_bar is not None and self._peak > asked.peak_bar
        return "MISSED" if slow or large else "kept"

    @property
    def _peak(self) -> int:
        return self.cost.peak if self.cost else 0


def compare(comparison: Comparison, rounds: int) -> Result:
    """Run both sides in turn, for machines drift; the first round does not count."""
    if comparison.is_skipped:
        return Result(comparison)
    cost = cost_against = None
    for number in range(max(rounds, comparison.at_least) + 1):
        run = comparison.run()
        other = comparison.run_against() if comparison.run_against else None
        if number:
            cost = run.or_less(cost)
            cost_against = other.or_less(cost_against) if other else None
    return Result(comparison, cost, cost_against)
