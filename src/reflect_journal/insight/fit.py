"""Whether the work, and the people around it, were what the person wanted."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from reflect_journal.insight.intervals import Count
from reflect_journal.model.outline import Outline

WANTED: Final = 4
"""From here on, of 1 to 5, it is what the person wants."""


@dataclass(frozen=True, slots=True)
class FitFinding:
    """In how many reflections role and culture were wanted, of those that say so."""

    role: Count
    culture: Count

    def to_json(self) -> dict[str, Any]:
        """Give what the JSON of a summary holds."""
        return {
            "role": {"wanted": self.role.seen_in, "of": self.role.looked_at_in},
            "culture": {
                "wanted": self.culture.seen_in,
                "of": self.culture.looked_at_in,
            },
        }


def count_fit(outlines: Iterable[Outline]) -> FitFinding:
    """Count the reflections that rate role and culture 4 or 5."""
    fits = [outline.fit for outline in outlines]
    return FitFinding(
        role=_count(fit.role for fit in fits),
        culture=_count(fit.culture for fit in fits),
    )


def _count(ratings: Iterable[int]) -> Count:
    given = [rating for rating in ratings if rating]
    return Count(sum(rating >= WANTED for rating in given), len(given))
