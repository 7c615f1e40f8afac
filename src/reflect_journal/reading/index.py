"""How likely each word of the vocabulary is, by the phrasings of the bank."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from reflect_journal.reading.features import find_features
from reflect_journal.reading.words import Lexicon

OF_SENTENCE: Final = 0.25
"""How far the length of a sentence counts against it: 0 not at all, 1 fully."""
COUNTED: Final = 4
NEXT_BEST: Final = 0.5
"""How many of an id's phrasings count, and how much all but the best of them."""
OF_LEANING: Final = 0.45
SMOOTHING: Final = 50.0
WIDELY: Final = 0.06
"""What stands in a larger share of all phrasings than this says nothing."""
SELDOM: Final = 3


@dataclass(frozen=True, slots=True)
class Index:
    """Phrasings by their features, and what each feature says of each id.

    Attributes:
        lexicon: the words of the language.
        rarity: how rare each feature is, 1 for what stands in one phrasing only.
        owners: the id of each phrasing.
        postings: the phrasings that hold a feature, with its weight there.
        leanings: how much more a feature is at home at an id than elsewhere.
    """

    lexicon: Lexicon
    rarity: Mapping[str, float]
    owners: tuple[str, ...]
    postings: Mapping[str, list[tuple[int, float]]]
    leanings: Mapping[str, dict[str, float]]

    def score(self, sentence: str) -> dict[str, float]:
        """Give how well a sentence fits each id that it fits at all."""
        features = find_features(sentence, self.lexicon)
        known = {one: weight for one, weight in features.items() if one in self.rarity}
        length = self._measure(known) ** OF_SENTENCE
        best: defaultdict[str, list[float]] = defaultdict(list)
        for phrase, value in self._compare(known).items():
            best[self.owners[phrase]].append(value)
        scores = {owner: _add_up(values) / length for owner, values in best.items()}
        for one, weight in known.items():
            for owner, value in self.leanings.get(one, {}).items():
                if owner in scores:
                    scores[owner] += OF_LEANING * weight * value
        return scores

    def find_nearest(self, sentence: str) -> float:
        """Give how near the nearest phrasing is, from 0 to 1 for the same words."""
        features = find_features(sentence, self.lexicon)
        nearest = max(self._compare(features).values(), default=0.0)
        return nearest / self._measure(features)

    def _compare(self, features: Mapping[str, float]) -> Mapping[int, float]:
        alike: defaultdict[int, float] = defaultdict(float)
        for one, weight in features.items():
            worth = weight * self.rarity.get(one, 1.0)
            for phrase, other in self.postings.get(one, ()):
                alike[phrase] += worth * other
        return alike

    def _measure(self, features: Mapping[str, float]) -> float:
        return measure(features, self.rarity)


def measure(features: Mapping[str, float], rarity: Mapping[str, float]) -> float:
    """Give the length of the features as a vector; 1 for none at all."""
    square = sum(
        (weight * rarity.get(one, 1.0)) ** 2 for one, weight in features.items()
    )
    return math.sqrt(square) or 1.0


def build_index(phrasings: Iterable[tuple[str, str]], lexicon: Lexicon) -> Index:
    """Make an index of pairs of id and phrasing; their order does not matter."""
    pairs = sorted(set(phrasings))
    found = [find_features(line, lexicon) for _, line in pairs]
    spread = Counter(one for features in found for one in features)
    total = len(pairs)
    top = math.log(1 + total) or 1.0
    rarity = {one: math.log(1 + total / count) / top for one, count in spread.items()}
    often = max(SELDOM, WIDELY * total)
    postings: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for at, features in enumerate(found):
        length = measure(features, rarity)
        for one, weight in features.items():
            if spread[one] > 1:
                counts[one][pairs[at][0]] += 1
            if spread[one] <= often:
                postings[one].append((at, weight * rarity[one] / length))
    sizes = Counter(owner for owner, _ in pairs)
    return Index(
        lexicon,
        rarity,
        tuple(owner for owner, _ in pairs),
        dict(postings),
        {
            one: _find_leanings(owners, spread[one] / total, sizes)
            for one, owners in counts.items()
        },
    )


def _add_up(values: list[float]) -> float:
    best, *others = sorted(values, reverse=True)[:COUNTED]
    return best + NEXT_BEST * sum(others)


def _find_leanings(
    owners: Mapping[str, int], share: float, sizes: Mapping[str, int]
) -> dict[str, float]:
    """Give the logarithm of how much likelier a feature is at each id."""
    return {
        owner: math.log((count / share + SMOOTHING) / (sizes[owner] + SMOOTHING))
        for owner, count in owners.items()
    }
