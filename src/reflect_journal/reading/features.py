"""What two sentences are compared by: words, groups of words, neighbours."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import Final

from reflect_journal.reading.words import Lexicon, split_words

# Found by holding out whole voices of the bank: docs/reading.md.
WORD: Final = 1.0
GROUP: Final = 0.5
NEIGHBOURS: Final = 0.8
DENIED_AFTER: Final = 2
REMEMBERED: Final = 256
"""As many sentences as a long letter has; each is asked about several times."""


@lru_cache(maxsize=REMEMBERED)
def find_features(text: str, lexicon: Lexicon) -> Mapping[str, float]:
    """Give the features of a text, each with how much it says by its kind.

    A word counts by its stem and by its group; and two words that stand side by side
    count as they are, for idioms are made of small words.
    """
    surface = list(split_words(text))
    found: dict[str, float] = {}
    persons = (lexicon.persons.get(word, word) for word in surface)
    for left, right in pairwise(persons):
        found[f"{left} {right}"] = NEIGHBOURS
    for stem, group in _find_meaning(surface, lexicon):
        found[stem] = WORD
        if group:
            found[group] = GROUP
    return found


def _find_meaning(surface: Iterable[str], lexicon: Lexicon) -> list[tuple[str, str]]:
    """Give stem and group of the words that matter; what is denied is marked."""
    meaning = []
    denied = 0
    for word in surface:
        if word in lexicon.negations:
            denied = DENIED_AFTER
            continue
        if word in lexicon.function:
            continue
        meaning.append((lexicon.stem(word), lexicon.group(word)))
        if denied:
            meaning.append((f"!{lexicon.group(word) or lexicon.stem(word)}", ""))
            denied -= 1
    return meaning


def joins_words(feature: str) -> bool:
    """Tell whether a feature is of two words."""
    return " " in feature
