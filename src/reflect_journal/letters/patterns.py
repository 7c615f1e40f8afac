"""Turns of phrase that slip into letters: patterns.txt, a pattern a line."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from reflect_journal.reading.bank import parse_sections

AROUND: Final = 60
"""So many characters before and after a phrase can take it back."""
UNLESS: Final = "{} unless"
WORDS: Final = "words"
THANKS: Final = "thanks"
_NAME: Final = re.compile("<([A-Z]+)>")


@dataclass(frozen=True, slots=True)
class Phrases:
    """Turns of phrase of one kind, and what takes them back."""

    phrases: re.Pattern[str]
    unless: re.Pattern[str]

    def stand_in(self, plain: str) -> bool:
        """Say whether one stands in a sentence, as `to_plain` writes it."""
        return any(
            not self.unless.search(
                plain, max(0, found.start() - AROUND), found.end() + AROUND
            )
            for found in self.phrases.finditer(plain)
        )


@cache
def load_phrases(kind: str) -> Phrases:
    """Give the turns of phrase of a kind."""
    sections = _load_sections()
    return Phrases(
        _join(sections[kind], sections), _join(sections[UNLESS.format(kind)], sections)
    )


@cache
def load_thanks() -> re.Pattern[str]:
    """Give a pattern of the words of thanks."""
    sections = _load_sections()
    return _join(sections[THANKS], sections)


@cache
def _load_sections() -> Mapping[str, tuple[str, ...]]:
    file = resources.files("reflect_journal.letters") / "patterns.txt"
    return parse_sections(file.read_text("utf-8"))


def _join(
    patterns: Iterable[str], sections: Mapping[str, tuple[str, ...]]
) -> re.Pattern[str]:
    """Make one pattern of many, each beginning at the beginning of a word."""
    words = dict(line.split(" ", 1) for line in sections[WORDS])
    joined = "|".join(patterns)
    while _NAME.search(joined):
        joined = _NAME.sub(lambda name: words[name[1]], joined)
    return re.compile(rf"(?<!\w)(?:{joined})")
