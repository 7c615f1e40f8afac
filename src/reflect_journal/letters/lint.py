"""Looks over a letter before it is sent: what could close the door, and what instead.

It compares with sentences by many hands and understands nothing: it misses some and is
wrong about some.
"""

import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Final

from reflect_journal.letters.advice import (
    LONGEST,
    NO_THANKS,
    SLIPS,
    TOO_LONG,
    Advice,
)
from reflect_journal.letters.patterns import load_thanks
from reflect_journal.letters.plain import to_plain
from reflect_journal.letters.slips import find_slips
from reflect_journal.model.limits import TEXT_LIMIT

KINDS: Final = (*SLIPS, "no-thanks", "too-long")
QUOTED: Final = re.compile(r"^[ \t]*>.*$", re.MULTILINE)
SENTENCE: Final = re.compile(r"[^.!?\s][^.!?\n]*(?:\n(?![^\S\n]*\n)[^.!?\n]+)*[.!?]*")
LONGEST_QUOTE: Final = 120


@dataclass(frozen=True, slots=True)
class LetterFinding:
    """A sentence of a letter: what is the matter with it, and what to write instead.

    `quote` is "" where it is about the letter as a whole.
    """

    kind: str
    quote: str
    why: str
    instead: str

    def to_json(self) -> dict[str, str]:
        """Give one row of `findings`."""
        return asdict(self)


def check_letter(text: str) -> list[LetterFinding]:
    """Check a letter; what it quotes of somebody else ("> ...") is not looked at."""
    own = QUOTED.sub("", text)
    # Longer than any text of ours may be, it is no letter, and would take its time.
    return [*_check_sentences(own[:TEXT_LIMIT]), *_check_whole(own)]


def _check_sentences(text: str) -> Iterator[LetterFinding]:
    sentences = dict.fromkeys(
        " ".join(found[0].split()) for found in SENTENCE.finditer(text)
    )
    for sentence in sentences:
        for kind in find_slips(sentence):
            yield _find(kind, _quote(sentence), SLIPS[kind])


def _find(kind: str, quote: str, advice: Advice) -> LetterFinding:
    return LetterFinding(kind, quote, advice.why, advice.instead)


def _quote(sentence: str) -> str:
    if len(sentence) <= LONGEST_QUOTE:
        return sentence
    return f"{sentence[:LONGEST_QUOTE].rstrip()}..."


def _check_whole(text: str) -> Iterator[LetterFinding]:
    if not load_thanks().search(to_plain(text)):
        yield _find("no-thanks", "", NO_THANKS)
    if len(text.split()) > LONGEST:
        yield _find("too-long", "", TOO_LONG)
