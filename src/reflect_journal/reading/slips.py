"""Sentences of people's own letters: those that close a door, and those that do not."""

from dataclasses import replace
from functools import cache
from typing import Final

from reflect_journal.reading.bank import (
    ENGLISH,
    find_folder,
    load_pairs,
    load_sections,
)
from reflect_journal.reading.index import Index, Phrasing
from reflect_journal.reading.packing import unpack_index
from reflect_journal.reading.words import Lexicon, build_lexicon

SLIPS: Final = "slips.index"
FINE: Final = "fine"


@cache
def load_slips(language: str = ENGLISH) -> Index:
    """Give the sentences of letters that come with the program, by their kind."""
    packed = (find_folder(language) / SLIPS).read_bytes()
    return unpack_index(packed, load_letter_lexicon(language))


def load_slip_lines(language: str = ENGLISH) -> list[Phrasing]:
    """Give every such sentence behind its kind."""
    return load_pairs(language, "slips")


def load_letter_lexicon(language: str = ENGLISH) -> Lexicon:
    """Give the words of a language where it matters who did it: "you" is not "I".

    Small words count too, for "but", "only" and "why" make most of the difference.
    """
    lexicon = build_lexicon(load_sections(language, "words"))
    return replace(lexicon, persons={}, function=frozenset())
