"""Which phrasings hold a feature: packed numbers, and what was added to them."""

import zlib
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, chain


class Postings:
    """The places of the phrasings that hold a feature.

    Most come with the program, packed: making them anew takes a second, opening them
    a moment. A packed feature is known by its checksum alone; the rare two that share
    one share their places too, which moves a score and breaks nothing.

    Attributes:
        marks: the checksums of packed features, rising.
        ends: where the places of each packed feature end.
        places: the places of all packed features, one after the other.
        added: the places of features that are not packed.
    """

    def __init__(
        self,
        marks: Sequence[int] = (),
        ends: Sequence[int] = (),
        places: Sequence[int] = (),
        added: Mapping[str, Sequence[int]] | None = None,
    ) -> None:
        """Take what was packed, and what was not."""
        self.marks = marks
        self.ends = ends
        self.places = places
        self.added = added or {}

    def find(self, feature: str) -> Sequence[int]:
        """Give the places of the phrasings that hold a feature, rising."""
        packed = self._find_packed(feature) if self.marks else ()
        added = self.added.get(feature, ())
        return [*packed, *added] if packed and added else packed or added

    def extended(self, found: Iterable[Iterable[str]], first: int) -> "Postings":
        """Give postings that hold further phrasings, from place `first` on."""
        added = {feature: list(places) for feature, places in self.added.items()}
        for place, features in enumerate(found, first):
            for one in features:
                added.setdefault(one, []).append(place)
        return Postings(self.marks, self.ends, self.places, added)

    def packed(self) -> "Postings":
        """Give the same postings, all that was added packed."""
        by_mark = {
            mark: list(self._get_places(at)) for at, mark in enumerate(self.marks)
        }
        for feature, places in self.added.items():
            by_mark.setdefault(zlib.crc32(feature.encode()), []).extend(places)
        marks = sorted(by_mark)
        lists = [sorted(by_mark[mark]) for mark in marks]
        ends = list(accumulate(len(one) for one in lists))
        return Postings(marks, ends, list(chain.from_iterable(lists)))

    def _find_packed(self, feature: str) -> Sequence[int]:
        mark = zlib.crc32(feature.encode())
        at = bisect_left(self.marks, mark)
        if at == len(self.marks) or self.marks[at] != mark:
            return ()
        return self._get_places(at)

    def _get_places(self, at: int) -> Sequence[int]:
        return self.places[self.ends[at - 1] if at else 0 : self.ends[at]]
