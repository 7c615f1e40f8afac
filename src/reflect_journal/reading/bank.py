"""The bank: how people say it, in plain lines, one folder per language.

What reading needs of the many lines is packed beside them (`make bank`), for making
an index of them takes a second or two. The lines themselves are read by who packs.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Final

from reflect_journal.model.vocabulary import Strength, WeakSpot, load_built_in
from reflect_journal.reading.index import Index, Phrasing
from reflect_journal.reading.packing import unpack_index
from reflect_journal.reading.words import Lexicon, build_lexicon

ENGLISH: Final = "en"
ELSEWHERE: Final = ""
"""Stands for an id where a line is about anything but applying for work."""
PHRASES: Final = "phrases.index"
LETTERS: Final = "letters.index"


@dataclass(frozen=True, slots=True)
class Bank:
    """What comes with the program to read a language.

    Attributes:
        lexicon: the words of the language.
        phrases: how people say it, by the id of a weak spot or a strength.
        letters: sentences of rejections, by their kind.
        sign_offs: what the lines begin with that close a letter.
        cues: words that name a cause outright, by its id.
    """

    lexicon: Lexicon
    phrases: Index
    letters: Index
    sign_offs: tuple[str, ...]
    cues: Mapping[str, tuple[str, ...]]


def parse_sections(text: str) -> dict[str, tuple[str, ...]]:
    """Read lines below their [heading]; comments and empty lines are left out."""
    sections: dict[str, list[str]] = {}
    lines: list[str] = []
    for raw in text.splitlines():
        line = raw.strip()
        if line.startswith("[") and line.endswith("]"):
            lines = sections.setdefault(line[1:-1], [])
        elif line and not line.startswith("#"):
            lines.append(line)
    return {heading: tuple(lines) for heading, lines in sections.items()}


@cache
def load_bank(language: str = ENGLISH) -> Bank:
    """Give the bank of a language that comes with the program."""
    folder = find_folder(language)
    words = load_sections(language, "words")
    lexicon = build_lexicon(words)
    return Bank(
        lexicon,
        unpack_index((folder / PHRASES).read_bytes(), lexicon),
        unpack_index((folder / LETTERS).read_bytes(), lexicon),
        words["sign-offs"],
        load_sections(language, "cues"),
    )


def find_folder(language: str = ENGLISH) -> Traversable:
    """Give the folder of a language."""
    return resources.files("reflect_journal.reading") / "bank" / language


def load_sections(language: str, name: str) -> dict[str, tuple[str, ...]]:
    """Give the lines of one of a language's files, by their headings."""
    return parse_sections((find_folder(language) / f"{name}.txt").read_text("utf-8"))


def load_phrasings(language: str = ENGLISH) -> list[Phrasing]:
    """Give every line of how people say it behind the id that it speaks of."""
    return load_pairs(language, "phrases")


def load_letters(language: str = ENGLISH) -> list[Phrasing]:
    """Give sentences of rejections, each behind the kind that it is of."""
    return load_pairs(language, "letters")


def load_pairs(language: str, name: str) -> list[Phrasing]:
    """Give every line of one of a language's files behind its heading."""
    return [
        (heading, line)
        for heading, lines in load_sections(language, name).items()
        for line in lines
    ]


def list_all_phrasings(language: str = ENGLISH) -> list[Phrasing]:
    """Give all that is compared with a text: also the vocabulary, and other things."""
    words = load_built_in()
    elsewhere = load_sections(language, "elsewhere")["elsewhere"]
    return [
        *load_phrasings(language),
        *(pair for word in words.weak_spots.values() for pair in describe(word)),
        *(pair for word in words.strengths.values() for pair in describe(word)),
        *((ELSEWHERE, line) for line in elsewhere),
    ]


def describe(word: WeakSpot | Strength) -> Iterator[Phrasing]:
    """Give what the vocabulary itself says of a word."""
    for text in (word.label, word.description, *word.evidence):
        if text:
            yield word.id, text
