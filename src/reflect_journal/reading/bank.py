"""The bank: how people say it, in plain lines, one folder per language."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from reflect_journal.reading.words import Lexicon, build_lexicon

ENGLISH: Final = "en"


@dataclass(frozen=True, slots=True)
class Bank:
    """What comes with the program to read a language.

    Attributes:
        phrasings: how people say it, by the id of a weak spot or a strength.
        boilerplate: sentences of rejections that say nothing.
        information: words that tell that a sentence says something after all.
        openings: what sentences begin with that say nothing.
        turns: words after which even such a sentence may say something.
        sign_offs: what the lines begin with that close a letter.
        elsewhere: sentences about anything but applying for work.
        cues: words that name a cause outright, by its id.
        lexicon: the words of the language.
    """

    phrasings: Mapping[str, tuple[str, ...]]
    boilerplate: tuple[str, ...]
    information: tuple[str, ...]
    openings: tuple[str, ...]
    turns: tuple[str, ...]
    sign_offs: tuple[str, ...]
    elsewhere: tuple[str, ...]
    cues: Mapping[str, tuple[str, ...]]
    lexicon: Lexicon

    def list_phrasings(self) -> list[tuple[str, str]]:
        """Give every phrasing behind the id that it speaks of."""
        return [(one, line) for one, lines in self.phrasings.items() for line in lines]


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
    folder = resources.files("reflect_journal.reading") / "bank" / language
    phrases, letters, elsewhere, cues, words = (
        parse_sections((folder / f"{name}.txt").read_text("utf-8"))
        for name in ("phrases", "boilerplate", "elsewhere", "cues", "words")
    )
    return Bank(
        phrases,
        letters["boilerplate"],
        letters["information"],
        letters["openings"],
        letters["turns"],
        letters["sign-offs"],
        elsewhere["elsewhere"],
        cues,
        build_lexicon(words),
    )
