"""Whether a sentence says something, or only what all such mails say."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias, get_args

from reflect_journal.reading.features import find_features, joins_words
from reflect_journal.reading.index import Index

Kind: TypeAlias = Literal["boilerplate", "information"]
EMPTY, TELLING = get_args(Kind)

# Found by logistic regression on the development mails: docs/reading.md.
START: Final = -1.6
FAMILIAR: Final = -1.1
PER_LIKELIHOOD: Final = 2.9
OF_WORDS: Final = 0.23
OF_PAIRS: Final = 0.39
OF_PHRASES: Final = 0.11
MOST: Final = 15.0
"""How much all words of a sentence together may say."""
OF_A_LETTER: Final = -2.5
"""From here on a sentence only stands in such mails; no story has one."""


@dataclass(frozen=True, slots=True)
class Sieve:
    """Tells sentences that say nothing by those that are known to.

    Attributes:
        letters: sentences of rejections, by their kind.
        phrases: how people say what went wrong or well.
    """

    letters: Index
    phrases: Index

    def weigh(self, sentence: str, likely: float) -> float:
        """Weigh a sentence of a letter whose best label scores `likely`.

        Above 0 it says something, below it does not: the further, the surer.
        """
        features = find_features(sentence, self.letters.lexicon)
        pairs = [one for one in features if joins_words(one)]
        words = [one for one in features if not joins_words(one)]
        return (
            START
            + FAMILIAR * self.letters.find_nearest(sentence, EMPTY)
            + PER_LIKELIHOOD * likely
            + OF_WORDS * _add_up(map(self._lean, words))
            + OF_PAIRS * _add_up(map(self._lean, pairs))
            + OF_PHRASES * _add_up(map(self._lean_to_phrases, words))
        )

    def _lean(self, feature: str) -> float:
        """Give the logarithm of how much likelier something is said with a feature."""
        found = self.letters.count(feature)
        return _compare(
            (found[TELLING], self.letters.sizes[TELLING]),
            (found[EMPTY], self.letters.sizes[EMPTY]),
        )

    def _lean_to_phrases(self, feature: str) -> float:
        """Do the same with how people say it instead of what letters tell."""
        return _compare(
            (len(self.phrases.postings.find(feature)), len(self.phrases.owners)),
            (self.letters.count(feature)[EMPTY], self.letters.sizes[EMPTY]),
        )


def _compare(one: tuple[int, int], other: tuple[int, int]) -> float:
    """Compare two counts of two totals; 0 for what was never seen."""
    if not one[0] and not other[0]:
        return 0.0
    shares = [(count + 0.5) / (total + 1) for count, total in (one, other)]
    return math.log(shares[0] / shares[1])


def _add_up(leanings: Iterable[float]) -> float:
    return max(-MOST, min(MOST, sum(leanings)))
