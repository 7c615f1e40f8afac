"""Where the person and others see one area differently, reflection by reflection.

Not who is right: somebody rated an area high and others named a weak spot there, or
rated it low while others named nothing but a strength.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from reflect_journal.model.outline import Outline, Sighted
from reflect_journal.model.terms import AREAS
from reflect_journal.model.vocabulary import Strength, Vocabulary, WeakSpot

HIGH: Final = 4
LOW: Final = 2


@dataclass(frozen=True, slots=True)
class Dispute:
    """In how many reflections an area is seen differently, of those where both spoke.

    Both spoke where the person rated the area and somebody else named a weak spot or
    a strength there.
    """

    area: str
    of: int
    count: int

    def to_json(self) -> dict[str, Any]:
        """Give one row of `summary --by who`."""
        return {"area": self.area, "of": self.of, "count": self.count}


def find_disputes(
    outlines: Iterable[Outline], vocabulary: Vocabulary
) -> tuple[Dispute, ...]:
    """Find the areas where both spoke, in the order of the areas."""
    both = dict.fromkeys(AREAS, 0)
    disputed = dict.fromkeys(AREAS, 0)
    for outline in outlines:
        ratings = _group_ratings(outline)
        if not ratings:
            continue
        weak = _find_areas(outline.sightings, vocabulary.weak_spots)
        strong = _find_areas(outline.strengths, vocabulary.strengths)
        for area in weak | strong:
            own = ratings.get(area)
            if own and area in both:
                both[area] += 1
                others_see_less = area in weak and max(own) >= HIGH
                others_see_more = area not in weak and min(own) <= LOW
                disputed[area] += others_see_less or others_see_more
    return tuple(
        Dispute(area, both[area], disputed[area]) for area in AREAS if both[area]
    )


def _group_ratings(outline: Outline) -> dict[str, list[int]]:
    ratings: dict[str, list[int]] = {}
    for area, rating in outline.ratings:
        ratings.setdefault(area, []).append(rating)
    return ratings


def _find_areas(
    sighted: Iterable[Sighted], words: Mapping[str, WeakSpot] | Mapping[str, Strength]
) -> set[str]:
    """Find the areas of what others than the person named."""
    return {
        words[one.id].area for one in sighted if one.by != "self" and one.id in words
    }
