"""What a letter is made of, and which pieces of it are missing."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias, get_args

from reflect_journal.model.terms import Addressee, Via

Kind: TypeAlias = Literal["ask", "nudge", "thanks", "used"]
Piece: TypeAlias = Literal["others", "unsure", "again", "sorry"]

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
PIECES: Final[tuple[Piece, ...]] = get_args(Piece)
USUAL: Final[tuple[Piece, ...]] = ("others", "unsure", "again")
QUESTIONS: Final = (
    "What would you suggest I do differently next time?",
    "Is there anything else that would help me do better in an interview?",
)
TO: Final[tuple[Addressee, ...]] = (
    "recruiter",
    "interviewer",
    "hiring-manager",
    "hr",
    "friend",
)
"""Whom there are templates for."""
VIA: Final[tuple[Via, ...]] = ("email", "phone")


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """What a letter may say.

    `memory` is one concrete thing of the talk, or for `used` the advice and what came
    of it; `unsure` are areas in which the person could not tell how it went; `pieces`
    are the optional parts to be in it.
    """

    to: Addressee
    via: Via = "email"
    kind: Kind = "ask"
    name: str = ""
    my_name: str = ""
    company: str = ""
    role: str = ""
    memory: str = ""
    unsure: tuple[str, ...] = ()
    pieces: tuple[Piece, ...] = USUAL


def find_missing(facts: LetterFacts) -> Iterator[tuple[str, str]]:
    """Give what a letter still lacks, and the option that gives it."""
    if not facts.name:
        yield "their name", "--name"
    if not facts.my_name:
        yield "your name", "--my-name"
    if facts.memory or facts.kind == "nudge":
        return
    if facts.kind == "used":
        yield "which advice you used, and what came of it", "--memory"
    elif facts.to != "friend":
        yield "one thing you remember of the talk", "--memory"
