"""Whether a sentence says something, or only what all such mails say."""

import math
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias, get_args

from reflect_journal.reading.features import find_features, joins_words
from reflect_journal.reading.index import Index

Kind: TypeAlias = Literal["boilerplate", "information"]
EMPTY, TELLING = get_args(Kind)

# Found by logistic regression on the development mails: docs/reading.md.
START: Final = -1.35
PER_LIKELIHOOD: Final = 3.3
OF_PAIRS: Final = 0.53
OF_WORDS: Final = 0.22
MOST: Final = 15.0
"""How much all pairs, or all words, of a sentence may say together."""
OF_A_LETTER: Final = -2.5
"""From here on a sentence only stands in such mails; few stories have one."""


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
        leanings = {True: 0.0, False: 0.0}
        for one in find_features(sentence, self.letters.lexicon):
            pair = joins_words(one)
            leanings[pair] += self._lean_in_letters(one) if pair else self._lean(one)
        return (
            START
            + PER_LIKELIHOOD * likely
            + OF_PAIRS * max(-MOST, min(MOST, leanings[True]))
            + OF_WORDS * max(-MOST, min(MOST, leanings[False]))
        )

    def _lean_in_letters(self, pair: str) -> float:
        """Give how much more often two words stand where a letter says something."""
        found, sizes = self.letters.count(pair), self.letters.sizes
        return _compare((found[TELLING], sizes[TELLING]), (found[EMPTY], sizes[EMPTY]))

    def _lean(self, word: str) -> float:
        """Give how much more often people use a word who tell how it went."""
        told = len(self.phrases.postings.find(word))
        empty = self.letters.count(word)[EMPTY]
        return _compare(
            (told, len(self.phrases.owners)), (empty, self.letters.sizes[EMPTY])
        )


def _compare(one: tuple[int, int], other: tuple[int, int]) -> float:
    """Compare two counts of two totals as a logarithm; 0 for what was never seen."""
    if not one[0] and not other[0]:
        return 0.0
    shares = [(count + 0.5) / (total + 1) for count, total in (one, other)]
    return math.log(shares[0] / shares[1])
