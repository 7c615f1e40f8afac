"""Whether a weak spot is getting rarer: the last five looks against those before."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, Literal, NamedTuple, TypeAlias

from reflect_journal.insight.exposure import LAST, Exposure
from reflect_journal.insight.intervals import Z_99, Count, compute_newcombe_interval
from reflect_journal.insight.naming import Naming

Direction: TypeAlias = Literal["too-few", "easing", "no-clear-change"]

FEWEST_SEEN: Final = 3
FEWEST_EARLIER: Final = 5


class Trend(NamedTuple):
    """The last five looked-at reflections, those before, and what may be said.

    `lately` tells whether it was seen in the last five, or named at all where no
    reflection looked at its area.
    """

    recent: Count
    earlier: Count
    lately: bool
    direction: Direction


def measure_trend(namings: Sequence[Naming], exposure: Exposure) -> Trend:
    """Compare the recent looks with the earlier ones; there is at least one naming."""
    flags = exposure.flags
    seen = [one.place for one in namings if flags[one.place]]
    recent_seen = len(seen) - bisect_left(seen, exposure.recent_from)
    recent_total = min(LAST, exposure.total)
    recent = Count(recent_seen, recent_total)
    earlier = Count(len(seen) - recent_seen, exposure.total - recent_total)
    return Trend(
        recent=recent,
        earlier=earlier,
        lately=recent_seen > 0 or exposure.total == 0,
        direction=judge_direction(recent, earlier),
    )


def judge_direction(recent: Count, earlier: Count) -> Direction:
    """Say `easing` only where Newcombe's interval at 99 % lies wholly below nought.

    At 95 % some word would stand there by luck in nearly every year of a journal. The
    other direction has no word: two counts say it to a person who is down.
    """
    seen_in = recent.seen_in + earlier.seen_in
    if seen_in < FEWEST_SEEN or earlier.looked_at_in < FEWEST_EARLIER:
        return "too-few"
    interval = compute_newcombe_interval(recent, earlier, Z_99)
    return "easing" if interval and interval.high < 0 else "no-clear-change"
