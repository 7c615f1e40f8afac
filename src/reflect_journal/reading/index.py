"""How likely each word of the vocabulary is, by the phrasings of the bank."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from reflect_journal.reading.features import find_features
from reflect_journal.reading.words import Lexicon

# Found by holding out parts of the bank: docs/reading.md.
OF_SENTENCE: Final = 0.25
"""How far the length of a sentence counts against it: 0 not at all, 1 fully."""
COUNTED: Final = 4
NEXT_BEST: Final = 0.5
"""How many of an id's phrasings count, and how much all but the best of them."""
OF_LEANING: Final = 0.2
SMOOTHING: Final = 50.0
WIDELY: Final = 0.06
"""Phrasings are not compared by what stands in more of them than this share."""
SELDOM: Final = 3
REMEMBERED: Final = 4
"""Making an index takes longer than reading, and a program may want one again."""


@dataclass(frozen=True, slots=True)
class Index:
    """Phrasings by their features.

    Attributes:
        lexicon: the words of the language.
        owners: the id of each phrasing.
        lengths: the length of each phrasing's features as a vector.
        postings: the phrasings that hold a feature, by their places.
        sizes: how many phrasings each id has.
    """

    lexicon: Lexicon
    owners: tuple[str, ...]
    lengths: tuple[float, ...]
    postings: Mapping[str, list[int]]
    sizes: Mapping[str, int]
    _leanings: dict[str, dict[str, float]] = field(default_factory=dict)

    def score(self, sentence: str) -> dict[str, float]:
        """Give how well a sentence fits each id that it fits at all."""
        features = find_features(sentence, self.lexicon)
        known = {one: at for one, at in features.items() if one in self.postings}
        length = measure(known, self.postings, len(self.owners)) ** OF_SENTENCE
        best: defaultdict[str, list[float]] = defaultdict(list)
        for phrase, value in self._compare(known).items():
            best[self.owners[phrase]].append(value)
        scores = {owner: _add_up(values) / length for owner, values in best.items()}
        for one, weight in known.items():
            for owner, value in self._find_leanings(one).items():
                leaning = OF_LEANING * weight * value
                scores[owner] = scores.get(owner, 0.0) + leaning
        return scores

    def find_nearest(self, sentence: str) -> float:
        """Give how near the nearest phrasing is, from 0 to 1 for the same words."""
        features = find_features(sentence, self.lexicon)
        nearest = max(self._compare(features).values(), default=0.0)
        return nearest / measure(features, self.postings, len(self.owners))

    def _compare(self, features: Mapping[str, float]) -> Mapping[int, float]:
        total = len(self.owners)
        often = max(SELDOM, WIDELY * total)
        alike: defaultdict[int, float] = defaultdict(float)
        for one, weight in features.items():
            holding = self.postings.get(one, ())
            if len(holding) <= often:
                worth = (weight * find_rarity(len(holding), total)) ** 2
                for phrase in holding:
                    alike[phrase] += worth / self.lengths[phrase]
        return alike

    def _find_leanings(self, feature: str) -> dict[str, float]:
        """Give the logarithm of how much likelier a feature is at each id."""
        if feature not in self._leanings:
            self._leanings[feature] = self._count_leanings(self.postings[feature])
        return self._leanings[feature]

    def _count_leanings(self, holding: list[int]) -> dict[str, float]:
        if len(holding) == 1:
            return {}
        share = len(holding) / len(self.owners)
        counts = Counter(self.owners[phrase] for phrase in holding)
        return {
            owner: math.log(
                (count / share + SMOOTHING) / (self.sizes[owner] + SMOOTHING)
            )
            for owner, count in counts.items()
        }


def find_rarity(count: int, total: int) -> float:
    """Give how rare a feature is: 1 for what stands in one phrasing, or in none."""
    return math.log(1 + total / max(count, 1)) / math.log(1 + total)


def measure(
    features: Mapping[str, float], postings: Mapping[str, list[int]], total: int
) -> float:
    """Give the length of the features as a vector; 1 for none at all."""
    square = sum(
        (weight * find_rarity(len(postings.get(one, ())), total)) ** 2
        for one, weight in features.items()
    )
    return math.sqrt(square) or 1.0


def build_index(phrasings: Iterable[tuple[str, str]], lexicon: Lexicon) -> Index:
    """Make an index of pairs of id and phrasing; their order does not matter."""
    return _build_index(tuple(sorted(set(phrasings))), lexicon)


@lru_cache(maxsize=REMEMBERED)
def _build_index(pairs: tuple[tuple[str, str], ...], lexicon: Lexicon) -> Index:
    found = [find_features(line, lexicon) for _, line in pairs]
    postings: dict[str, list[int]] = {}
    for at, features in enumerate(found):
        for one in features:
            postings.setdefault(one, []).append(at)
    total = len(pairs)
    return Index(
        lexicon,
        tuple(owner for owner, _ in pairs),
        tuple(measure(features, postings, total) for features in found),
        postings,
        Counter(owner for owner, _ in pairs),
    )


def _add_up(values: list[float]) -> float:
    best, *others = sorted(values, reverse=True)[:COUNTED]
    return best + NEXT_BEST * sum(others)
