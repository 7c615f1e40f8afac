"""How likely each word of the vocabulary is, by the phrasings of the bank."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeAlias

from reflect_journal.reading.features import find_features
from reflect_journal.reading.postings import Postings
from reflect_journal.reading.words import Lexicon

Phrasing: TypeAlias = tuple[str, str]
"""An id and words that speak of it."""

# Found by holding out whole voices of the bank: docs/reading.md.
OF_SENTENCE: Final = 0.25
"""How far the length of a sentence counts against it: 0 not at all, 1 fully."""
COUNTED: Final = 6
NEXT_BEST: Final = 0.7
"""How many of an id's phrasings count, and how much all but the best of them."""
OF_LEANING: Final = 0.1
SMOOTHING: Final = 50.0
WIDELY: Final = 0.06
"""Phrasings are not compared by what stands in more of them than this share."""
SELDOM: Final = 3


class Index:
    """Phrasings by their features.

    Attributes:
        lexicon: the words of the language.
        owners: the id of each phrasing.
        lengths: the length of each phrasing's features as a vector.
        postings: the phrasings that hold a feature, by their places.
        sizes: how many phrasings each id has.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        owners: Sequence[str] = (),
        lengths: Sequence[float] = (),
        postings: Postings | None = None,
    ) -> None:
        """Take phrasings whose features were found; none for an empty index."""
        self.lexicon = lexicon
        self.owners = owners
        self.lengths = lengths
        self.postings = postings or Postings()
        self.sizes = Counter(owners)
        self._leanings: dict[str, dict[str, float]] = {}

    def score(self, sentence: str) -> dict[str, float]:
        """Give how well a sentence fits each id that it fits at all."""
        features = find_features(sentence, self.lexicon)
        known = {one: at for one, at in features.items() if self.postings.find(one)}
        length = _measure(known, self.postings, len(self.owners)) ** OF_SENTENCE
        best: defaultdict[str, list[float]] = defaultdict(list)
        for phrase, value in self._compare(known).items():
            best[self.owners[phrase]].append(value)
        scores = {owner: _add_up(values) / length for owner, values in best.items()}
        for one, weight in known.items():
            for owner, value in self._find_leanings(one).items():
                leaning = OF_LEANING * weight * value
                scores[owner] = scores.get(owner, 0.0) + leaning
        return scores

    def count(self, feature: str) -> Counter[str]:
        """Count the phrasings of each id that hold a feature."""
        return Counter(self.owners[place] for place in self.postings.find(feature))

    def extended(self, phrasings: Iterable[Phrasing]) -> "Index":
        """Give an index that knows these phrasings too; their order does not matter."""
        pairs = sorted(phrasings)
        found = [find_features(line, self.lexicon) for _, line in pairs]
        postings = self.postings.extended(found, len(self.owners))
        total = len(self.owners) + len(pairs)
        return Index(
            self.lexicon,
            [*self.owners, *(owner for owner, _ in pairs)],
            [*self.lengths, *(_measure(one, postings, total) for one in found)],
            postings,
        )

    def _compare(self, features: Mapping[str, float]) -> Mapping[int, float]:
        total = len(self.owners)
        often = max(SELDOM, WIDELY * total)
        alike: defaultdict[int, float] = defaultdict(float)
        for one, weight in features.items():
            holding = self.postings.find(one)
            if len(holding) <= often:
                worth = (weight * find_rarity(len(holding), total)) ** 2
                for phrase in holding:
                    alike[phrase] += worth / self.lengths[phrase]
        return alike

    def _find_leanings(self, feature: str) -> dict[str, float]:
        """Give the logarithm of how much likelier a feature is at each id."""
        if feature not in self._leanings:
            self._leanings[feature] = self._count_leanings(feature)
        return self._leanings[feature]

    def _count_leanings(self, feature: str) -> dict[str, float]:
        counts = self.count(feature)
        if counts.total() == 1:
            return {}
        share = counts.total() / len(self.owners)
        return {
            owner: math.log(
                (count / share + SMOOTHING) / (self.sizes[owner] + SMOOTHING)
            )
            for owner, count in counts.items()
        }


def find_rarity(count: int, total: int) -> float:
    """Give how rare a feature is: 1 for what stands in one phrasing, or in none."""
    return math.log(1 + total / max(count, 1)) / math.log(1 + total)


def build_index(phrasings: Iterable[Phrasing], lexicon: Lexicon) -> Index:
    """Make an index of pairs of id and phrasing, each of which counts once."""
    return Index(lexicon).extended(set(phrasings))


def _measure(features: Mapping[str, float], postings: Postings, total: int) -> float:
    """Give the length of the features as a vector; 1 for none at all."""
    square = sum(
        (weight * find_rarity(len(postings.find(one)), total)) ** 2
        for one, weight in features.items()
    )
    return math.sqrt(square) or 1.0


def _add_up(values: list[float]) -> float:
    best, *others = sorted(values, reverse=True)[:COUNTED]
    return best + NEXT_BEST * sum(others)
