"""Words as they are compared: folded, without endings, in groups of like meaning."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from reflect_journal.model.text import fold_text

Sections: TypeAlias = Mapping[str, Sequence[str]]
Endings: TypeAlias = tuple[tuple[str, str], ...]

LONGEST_WORD: Final = 40
NOTHING: Final = "-"
_WORD: Final = re.compile(r"[^\W_]+[+#]*")
_SHORTENED: Final = (("can't", "can not"), ("won't", "will not"), ("n't", " not"))
_SHORTEST_STEM: Final = 3


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """What is known about the words of a language.

    `groups` leads from a word, or from its stem, to the name of the group of words
    that mean nearly the same, `persons` from "she" and "we" to "i".
    """

    endings: Endings = ()
    negations: frozenset[str] = frozenset()
    function: frozenset[str] = frozenset()
    groups: Mapping[str, str] = field(default_factory=dict)
    persons: Mapping[str, str] = field(default_factory=dict)
    _stems: dict[str, str] = field(default_factory=dict)

    def stem(self, word: str) -> str:
        """Take the ending off a word."""
        found = self._stems.get(word)
        if found is None:
            found = strip_ending(word, self.endings)
            self._stems[word] = found
        return found

    def group(self, word: str) -> str:
        """Give the group of a word, "" where it stands alone."""
        return self.groups.get(word) or self.groups.get(self.stem(word), "")


def split_words(text: str) -> Iterator[str]:
    """Give the words of a text, folded; "didn't" is two of them."""
    plain = fold_text(text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))
    for short, long in _SHORTENED:
        plain = plain.replace(short, long)
    for match in _WORD.finditer(plain):
        yield match[0][:LONGEST_WORD]


def build_lexicon(sections: Sections) -> Lexicon:
    """Make a lexicon of the sections of a language's words.txt."""
    endings = tuple(
        (ending, new.replace(NOTHING, ""))
        for ending, new in (line.split() for line in sections["endings"])
    )
    groups: dict[str, str] = {}
    for line in sections["synonyms"]:
        words = list(split_words(line))
        for word in words:
            # The sign keeps the name of a group apart from a stem.
            groups.setdefault(word, f"={words[0]}")
    for word, group in list(groups.items()):
        groups.setdefault(strip_ending(word, endings), group)
    negations, function = (
        frozenset(" ".join(sections[name]).split())
        for name in ("negations", "function")
    )
    persons = {
        word: words[0]
        for words in (line.split() for line in sections["persons"])
        for word in words
    }
    return Lexicon(endings, negations, function, groups, persons)


def strip_ending(word: str, endings: Endings) -> str:
    """Take the first ending that fits off a word, and put in what stands for it."""
    for ending, new in endings:
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < _SHORTEST_STEM or stem[-1] + ending == "ss":
            continue
        if not new and len(stem) > _SHORTEST_STEM and stem[-1] == stem[-2]:
            stem = stem[:-1]
        stem += new
        return stem.removesuffix("e") if len(stem) > _SHORTEST_STEM else stem
    return word
