"""From a typed line to an answer: one small class per kind of question."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, Protocol, TypeAlias

from reflect_journal.model.base import NAME_LIMIT, TEXT_LIMIT

Shape: TypeAlias = Literal["line", "lines", "pick"]
CANNOT_TELL = "?"
OTHER = "something-else"


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: the number typed, what is stored, and how it reads."""

    number: int
    value: str
    label: str
    description: str = ""
    more: str = ""
    """Further words that find it, never shown."""


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
    """What a kind needs to understand a line."""

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


@dataclass(frozen=True, slots=True)
class Sting(Typed):
    """A number from 1 to 5 and, if wished, words behind it."""

    def parse(self, line: str, _: Setting) -> Reply:
        """Split the number from the words; words alone are kept as well."""
        first, _space, rest = line.replace(",", " ", 1).partition(" ")
        if first in {"1", "2", "3", "4", "5"}:
            return Answered({"sting": int(first), "feeling": rest.strip()})
        if first.lstrip("-").isdigit():
            return Refused("A number from 1 to 5, please. Enter skips.")
        return Answered({"sting": None, "feeling": line})


@dataclass(frozen=True, slots=True)
class Scale(Typed):
    """A number from 1 to 5, or ? for "cannot tell"."""

    low: str = ""
    high: str = ""

    def parse(self, line: str, _: Setting) -> Reply:
        """Take 1 to 5 or the question mark."""
        if line == CANNOT_TELL:
            return Answered(CANNOT_TELL)
        if line in {"1", "2", "3", "4", "5"}:
            return Answered(int(line))
        return Refused("A number from 1 to 5, ? if you cannot tell, or Enter.")


@dataclass(frozen=True, slots=True)
class Line(Typed):
    """A short text."""

    limit: int = TEXT_LIMIT

    def parse(self, line: str, _: Setting) -> Reply:
        """Take the line as it is, up to the limit of the journal."""
        if len(line) > self.limit:
            return Refused(
                f"That is {len(line):,} characters; {self.limit:,} fit here. "
                "Please shorten it."
            )
        return Answered(line)


def name() -> Line:
    """Give the kind of a company's or a role's name."""
    return Line(limit=NAME_LIMIT)


def text() -> Line:
    """Give the kind of a story told in one line."""
    return Line()


def lines() -> Line:
    """Give the kind of a text of several lines."""
    return Line(shape="lines")


@dataclass(frozen=True, slots=True)
class OneOf(Typed):
    """Exactly one of the numbered choices."""

    def parse(self, line: str, setting: Setting) -> Reply:
        """Take the number, the value or the beginning of a label."""
        choice = find_choice(line, setting.choices)
        if choice is None:
            return Refused(f"{list_numbers(setting.choices)}, or Enter.")
        return Answered(choice.value)


@dataclass(frozen=True, slots=True)
class Letters(Typed):
    """Enter means one thing, a letter another."""

    enter: str = ""
    letters: Mapping[str, str] = field(default_factory=dict)

    def parse(self, line: str, _: Setting) -> Reply:
        """Take one of the letters, whatever its case."""
        if line.lower() in self.letters:
            return Answered(self.letters[line.lower()])
        return Refused(f"Enter or {' or '.join(self.letters)}, please.")

    def finish(self, _: Setting) -> Reply:
        """Take what Enter stands for."""
        return Answered(self.enter)


@dataclass(frozen=True, slots=True)
class Some(Typed):
    """Any of the numbered choices, at most so many; 0 means none.

    Enter means none as well, or None ("as suggested") where `empty` says so.
    """

    shape: Shape = "pick"
    at_most: int = 1
    empty: tuple[()] | None = ()

    def parse(self, line: str, setting: Setting) -> Reply:
        """Take numbers parted by blanks or commas."""
        parts = line.replace(",", " ").split()
        if parts == ["0"]:
            return Answered([])
        chosen = [find_choice(part, setting.choices) for part in parts]
        if None in chosen:
            return Refused(f"{list_numbers(setting.choices)}; Enter for none.")
        values = list(dict.fromkeys(choice.value for choice in chosen if choice))
        if len(values) > self.at_most:
            return Refused(f"At most {self.at_most}, please.")
        return Answered(values)

    def finish(self, _: Setting) -> Reply:
        """Choose none, or leave it to the suggestion."""
        return Answered(None if self.empty is None else [])


@dataclass(frozen=True, slots=True)
class DateLine(Typed):
    """A day: a date or how long ago."""

    def parse(self, line: str, setting: Setting) -> Reply:
        """Take a day that is not in the future."""
        from reflect_journal.interview.dates import find_day

        day = find_day(line, setting.today)
        if day is None:
            return Refused("A day such as yesterday, 3 days ago or 2026-11-18, please.")
        return Answered(day.isoformat())

    def finish(self, setting: Setting) -> Reply:
        """Take today."""
        return Answered(setting.today.isoformat())


def find_choice(typed: str, choices: Sequence[Choice]) -> Choice | None:
    """Find a choice by its number, its value or how its label begins."""
    wanted = typed.strip().lower()
    if wanted.isdecimal():
        return next((one for one in choices if str(one.number) == wanted), None)
    exact = [one for one in choices if wanted == one.value]
    begun = [one for one in choices if wanted and one.label.lower().startswith(wanted)]
    return next(iter(exact or (begun if len(begun) == 1 else [])), None)


def list_numbers(choices: Sequence[Choice]) -> str:
    """Say which numbers can be typed."""
    numbers = [choice.number for choice in choices]
    if numbers and numbers == list(range(numbers[0], numbers[0] + len(numbers))):
        return f"A number from {numbers[0]} to {numbers[-1]}, please"
    return f"One of the numbers {', '.join(map(str, numbers))}, please"
