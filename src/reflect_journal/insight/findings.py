"""What is known of one weak spot and of one strength, ready to be shown."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, TypeVar

from reflect_journal.insight.agreement import Agreement
from reflect_journal.insight.intervals import Count
from reflect_journal.insight.recurrence import Recurrence
from reflect_journal.insight.trend import Trend
from reflect_journal.model.terms import NO_REASON_GIVEN


class WeakSpotFinding(NamedTuple):
    """One weak spot that was named at least once.

    `area` and `changeable` are None for an id that is not known any more, `exercise`
    is None where there is nothing to train; `sources` counts reflections.
    """

    id: str
    label: str
    area: str | None
    changeable: str | None
    recurrence: Recurrence
    trend: Trend
    agreement: Agreement
    sources: Mapping[str, int]
    exercise: str | None

    @property
    def is_counted_apart(self) -> bool:
        """Tell whether it says that information is missing, which is no weak spot."""
        return self.id == NO_REASON_GIVEN

    @property
    def is_recurring(self) -> bool:
        """Tell whether it came up in two reflections or more."""
        return self.recurrence.named_in > 1 and not self.is_counted_apart

    @property
    def is_trainable(self) -> bool:
        """Tell whether the person can change it."""
        return self.changeable in ("soon", "slowly")

    def to_json(self) -> dict[str, Any]:
        """Give what the JSON of a summary holds."""
        recurrence, trend = self.recurrence, self.trend
        interval = recurrence.interval
        return {
            "id": self.id,
            "label": self.label,
            "area": self.area,
            "changeable": self.changeable,
            **_count_to_json(recurrence.seen),
            "also_named_in": recurrence.also_named_in,
            "rate": recurrence.seen.rate,
            "interval": [interval.low, interval.high] if interval else None,
            "verdict": recurrence.verdict,
            "trend": trend.direction,
            "recent": _count_to_json(trend.recent),
            "earlier": _count_to_json(trend.earlier),
            "lately": trend.lately,
            "agreement": self.agreement,
            "sources": dict(self.sources),
            "weight": recurrence.weight,
            "first_seen_on": recurrence.first_seen_on,
            "last_seen_on": recurrence.last_seen_on,
            "exercise": self.exercise,
        }


class StrengthFinding(NamedTuple):
    """One strength that was named at least once, out of all that hold more than facts.

    `recurrence` carries the weight and the days that decide about the order.
    """

    id: str
    label: str
    area: str | None
    recurrence: Recurrence
    sources: Mapping[str, int]

    def to_json(self) -> dict[str, Any]:
        """Give what the JSON of a summary holds."""
        return {
            "id": self.id,
            "label": self.label,
            "area": self.area,
            **_count_to_json(self.recurrence.seen),
            "sources": dict(self.sources),
        }


Finding = TypeVar("Finding", WeakSpotFinding, StrengthFinding)


def sort_by_weight(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Order by weight, then by the day it was last seen (newest first), then by id."""
    by_id = sorted(findings, key=lambda one: one.id)
    return tuple(sorted(by_id, key=_weigh, reverse=True))


def _weigh(finding: WeakSpotFinding | StrengthFinding) -> tuple[float, str]:
    return (finding.recurrence.weight, finding.recurrence.last_seen_on or "")


def _count_to_json(count: Count) -> dict[str, int]:
    return {"seen_in": count.seen_in, "looked_at_in": count.looked_at_in}
