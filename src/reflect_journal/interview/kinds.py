"""What a kind of question is, and what a typed line can turn out to be."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, Protocol, TypeAlias

Shape: TypeAlias = Literal["line", "lines", "pick"]
CANNOT_TELL = "?"
OTHER = "something-else"
TELLING = 4
"""Letters of a word that names a choice: "no" is not meant as "I said no"."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: the number typed, what is stored, and how it reads."""

    number: int
    value: str
    label: str
    description: str = ""
    more: str = ""
    """Never shown: further words that find it, or how it is sorted already."""
    likely: bool = False
    """The person's own words may speak of it; it is shown first, never chosen."""


@dataclass(frozen=True, slots=True)
class Answered:
    """The line answers the question; None means skipped."""

    value: Any


@dataclass(frozen=True, slots=True)
class Partly:
    """The line is one move of several; the same question goes on.

    `value` is the state so far, `note` the wording of the next move ("" for the
    question's own) and `hint` what Enter means there.
    """

    value: Any
    note: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """The line cannot be the answer; the sentence says what can."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Revisit:
    """The person wants to change other answers first."""

    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Halt:
    """The person ends the sitting here; the draft stays."""

    reason: Literal["not-yet", "rest"]


Reply: TypeAlias = Answered | Partly | Refused | Revisit | Halt


@dataclass(frozen=True, slots=True)
class Setting:
    """What a kind needs to understand a line; `partial` are the moves so far."""

    choices: Sequence[Choice]
    partial: Any
    today: date


class Kind(Protocol):
    """How a line becomes an answer."""

    @property
    def shape(self) -> Shape:
        """How the answer is typed: one line, several, or picked from a list."""
        ...

    def parse(self, line: str, setting: Setting) -> Reply:
        """Understand a line that is not empty."""
        ...

    def finish(self, setting: Setting) -> Reply:
        """Say what an empty line means."""
        ...

    def show(self, setting: Setting) -> Sequence[Choice]:
        """Give the choices to show, as they stand."""
        ...

    def take_up(self, answer: Any) -> Any:
        """Give the moves that led to an answer, to go on from them."""
        ...


@dataclass(frozen=True, slots=True)
class Typed:
    """A kind typed as one line; an empty line skips."""

    shape: Shape = "line"

    def show(self, setting: Setting) -> Sequence[Choice]:
        """Show all choices."""
        return setting.choices

    def finish(self, _: Setting) -> Reply:
        """Skip."""
        return Answered(None)

    def take_up(self, _: Any) -> Any:
        """Begin anew."""
        return None


def find_choice(typed: str, choices: Sequence[Choice]) -> Choice | None:
    """Find a choice by its number, its value or how its label begins."""
    wanted = typed.strip().lower()
    if wanted.isdecimal():
        return next((one for one in choices if str(one.number) == wanted), None)
    exact = [one for one in choices if wanted == one.value]
    begun = [one for one in choices if wanted and one.label.lower().startswith(wanted)]
    return next(iter(exact or (begun if len(begun) == 1 else [])), None)


def find_named(typed: str, choices: Sequence[Choice]) -> Choice | None:
    """Find a choice as `find_choice` does, or by a word that only its label holds."""
    wanted = typed.strip().lower()
    holding = [one for one in choices if wanted in one.label.lower().split()]
    is_telling = len(wanted) >= TELLING and len(holding) == 1
    return find_choice(typed, choices) or (holding[0] if is_telling else None)


def list_numbers(choices: Sequence[Choice]) -> str:
    """Say which numbers can be typed."""
    numbers = [choice.number for choice in choices]
    if numbers and numbers == list(range(numbers[0], numbers[0] + len(numbers))):
        return f"A number from {numbers[0]} to {numbers[-1]}, please"
    return f"One of the numbers {', '.join(map(str, numbers))}, please"
