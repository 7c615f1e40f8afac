"""What the journal may say as a whole, and what of it deserves the first lines.

Only noes are counted, only those written down, by one person: nothing here tells
why anybody decided, and nothing is a rate of success.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from reflect_journal.insight.balance import Balance, count_balance
from reflect_journal.insight.exposure import measure_exposures
from reflect_journal.insight.findings import StrengthFinding, WeakSpotFinding
from reflect_journal.insight.intervals import Count
from reflect_journal.insight.naming import sort_by_time
from reflect_journal.insight.recurrence import DEFAULT_WEIGHTS
from reflect_journal.insight.stages import StageFinding, measure_stages
from reflect_journal.insight.survey import survey_strengths, survey_weak_spots
from reflect_journal.model.outline import Outline
from reflect_journal.model.terms import NO_REASON_GIVEN
from reflect_journal.model.vocabulary import Vocabulary

HEADLINE: Final = 3
FEWEST_WRITTEN: Final = 3


class Summary(NamedTuple):
    """All that a journal shows; `weak_spots` and `strengths` are in their order.

    `outside_control` and `no_reason` count among the reflections with more than facts.
    """

    reflections: int
    facts_only: int
    weak_spots: tuple[WeakSpotFinding, ...]
    strengths: tuple[StrengthFinding, ...]
    outside_control: Count
    no_reason: Count
    balance: Balance
    stages: tuple[StageFinding, ...]

    @property
    def enough(self) -> bool:
        """Tell whether three reflections hold more than facts."""
        return self.reflections - self.facts_only >= FEWEST_WRITTEN

    @property
    def headline(self) -> tuple[WeakSpotFinding, ...]:
        """Give at most three that came up twice, lately, and can be changed."""
        if not self.enough:
            return ()
        return tuple(
            spot
            for spot in self.weak_spots
            if spot.is_recurring and spot.trend.lately and spot.is_trainable
        )[:HEADLINE]

    @property
    def headline_strengths(self) -> tuple[StrengthFinding, ...]:
        """Give as many strengths as weak spots; three where no weak spot is told."""
        if not self.enough:
            return ()
        seen = [one for one in self.strengths if one.recurrence.seen.seen_in]
        return tuple(seen[: len(self.headline) or HEADLINE])

    @property
    def not_lately(self) -> tuple[WeakSpotFinding, ...]:
        """Give those that came up twice, but not in the last five looks."""
        return tuple(
            spot
            for spot in self.weak_spots
            if spot.is_recurring and not spot.trend.lately
        )

    @property
    def noted_once(self) -> int:
        """Count the weak spots that came up in one reflection."""
        return sum(
            not (spot.is_recurring or spot.is_counted_apart) for spot in self.weak_spots
        )

    def narrow(self, area: str = "", spot: str = "") -> "Summary":
        """Keep the findings of one area or one weak spot; every count stays.

        The reflections stay as well: choosing them by what was seen in them would
        make every share a hundred in a hundred.
        """
        return self._replace(
            weak_spots=tuple(
                one
                for one in self.weak_spots
                if area in ("", one.area) and spot in ("", one.id)
            ),
            strengths=tuple(
                one for one in self.strengths if area in ("", one.area) and not spot
            ),
        )

    def to_json(self) -> dict[str, Any]:
        """Give the JSON of `summary`, without its schema."""
        return {
            "reflections": self.reflections,
            "facts_only": self.facts_only,
            "enough": self.enough,
            "weak_spots": [spot.to_json() for spot in self.weak_spots],
            "strengths": [strength.to_json() for strength in self.strengths],
            "outside_control": _of_to_json(self.outside_control),
            "no_reason": _of_to_json(self.no_reason),
            "balance": self.balance.to_json(),
            "stages": [stage.to_json() for stage in self.stages if stage.ended_here],
        }


def summarise(
    outlines: Iterable[Outline],
    vocabulary: Vocabulary,
    weights: Mapping[str, float] = DEFAULT_WEIGHTS,
) -> Summary:
    """Say what reflections, in any order, hold; `weights` are per source.

    A source without a weight there has that of `DEFAULT_WEIGHTS`.
    """
    timeline = sort_by_time(outlines)
    written = [outline for outline in timeline if outline.form != "facts"]
    weights = {**DEFAULT_WEIGHTS, **weights}
    exposures = measure_exposures(timeline)
    weak_spots = survey_weak_spots(timeline, exposures, vocabulary, weights)
    outside = frozenset(
        one.id
        for one in weak_spots
        if one.changeable == "not-at-all" and not one.is_counted_apart
    )
    return Summary(
        reflections=len(timeline),
        facts_only=len(timeline) - len(written),
        weak_spots=weak_spots,
        strengths=survey_strengths(timeline, exposures, vocabulary, weights),
        outside_control=_count_naming(outside, written),
        no_reason=_count_naming(frozenset((NO_REASON_GIVEN,)), written),
        balance=count_balance(timeline),
        stages=measure_stages(timeline),
    )


def _count_naming(identifiers: frozenset[str], outlines: Sequence[Outline]) -> Count:
    naming = sum(
        not identifiers.isdisjoint([one.id for one in outline.sightings])
        for outline in outlines
    )
    return Count(naming, len(outlines))


def _of_to_json(count: Count) -> dict[str, int]:
    return {"seen_in": count.seen_in, "of": count.looked_at_in}
