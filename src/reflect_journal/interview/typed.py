"""From a typed line to an answer: one small class per kind of question."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from reflect_journal.interview.kinds import (
    CANNOT_TELL,
    Answered,
    Refused,
    Reply,
    Setting,
    Shape,
    Typed,
    find_named,
    list_numbers,
)
from reflect_journal.model.limits import (
    FIRST_DAY,
    NAME_LIMIT,
    TEXT_LIMIT,
    find_last_day,
)

ROOM: Final = 2_000
"""Characters of what may be added behind a text later on."""
FEELING_LIMIT: Final = TEXT_LIMIT - 3 * ROOM
RATINGS: Final = ("1", "2", "3", "4", "5")
RATED: Final = re.compile(r"([1-5])(?:[\s,.:;]+(.*))?", re.DOTALL)
NUMBERED: Final = re.compile(r"-?\d+(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Sting(Typed):
    """A number from 1 to 5 and, if wished, words behind it."""

    def parse(self, line: str, _: Setting) -> Reply:
        """Split the number from the words; words alone are kept as well."""
        if len(line) > FEELING_LIMIT:
            return refuse_length(line, FEELING_LIMIT)
        rated = RATED.fullmatch(line)
        if rated:
            return Answered({"sting": int(rated[1]), "feeling": rated[2] or ""})
        if NUMBERED.match(line):
            return Refused("A number from 1 to 5, please. Enter skips.")
        return Answered({"sting": None, "feeling": line})


@dataclass(frozen=True, slots=True)
class Scale(Typed):
    """A number from 1 to 5, or ? for "cannot tell"."""

    def parse(self, line: str, _: Setting) -> Reply:
        """Take 1 to 5 or the question mark."""
        if line == CANNOT_TELL:
            return Answered(CANNOT_TELL)
        if line in RATINGS:
            return Answered(int(line))
        return Refused("A number from 1 to 5, ? if you cannot tell, or Enter.")


@dataclass(frozen=True, slots=True)
class Line(Typed):
    """A short text."""

    limit: int = TEXT_LIMIT

    @property
    def takes_lines(self) -> bool:
        """Whether a longer text may be told in several lines instead."""
        return self.shape == "line" and self.limit > NAME_LIMIT

    def parse(self, line: str, _: Setting) -> Reply:
        """Take the line as it is, up to the limit of the journal."""
        if len(line) > self.limit:
            return refuse_length(line, self.limit)
        return Answered(line)


def refuse_length(line: str, limit: int) -> Refused:
    """Say by how much a text is too long."""
    return Refused(
        f"That is {len(line):,} characters; {limit:,} fit here. Please shorten it."
    )


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
        """Take the number, the value or a telling word of a label."""
        choice = find_named(line, setting.choices)
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

    Enter means none as well, or None ("as suggested") where there is a suggestion.
    """

    shape: Shape = "pick"
    at_most: int = 1
    suggests: bool = False

    def parse(self, line: str, setting: Setting) -> Reply:
        """Take numbers parted by blanks or commas."""
        parts = line.replace(",", " ").split()
        if parts == ["0"]:
            return Answered([])
        chosen = [find_named(part, setting.choices) for part in parts]
        if None in chosen:
            return Refused(f"{list_numbers(setting.choices)}; Enter for none.")
        values = list(dict.fromkeys(choice.value for choice in chosen if choice))
        if len(values) > self.at_most:
            return Refused(f"At most {self.at_most}, please.")
        return Answered(values)

    def finish(self, _: Setting) -> Reply:
        """Choose none, or leave it to the suggestion."""
        return Answered(None if self.suggests else [])


@dataclass(frozen=True, slots=True)
class DateLine(Typed):
    """A day: a date or how long ago; Enter is today, or nothing where `blank`."""

    blank: bool = False

    def parse(self, line: str, setting: Setting) -> Reply:
        """Take a day that is not in the future."""
        from reflect_journal.interview.dates import explain_day, find_day

        day = find_day(line, setting.today)
        if day is None:
            return Refused(explain_day(line, setting.today))
        return Answered(day.isoformat())

    def finish(self, setting: Setting) -> Reply:
        """Take today, or skip."""
        return Answered(None if self.blank else setting.today.isoformat())


@dataclass(frozen=True, slots=True)
class AnyDay(Typed):
    """A day that may lie ahead, up to a year."""

    def parse(self, line: str, setting: Setting) -> Reply:
        """Take a date as it is written in ISO 8601, or a day that is past."""
        from reflect_journal.interview.dates import find_day

        try:
            day: date | None = date.fromisoformat(line)
        except ValueError:
            day = find_day(line, setting.today)
        if day is None or not FIRST_DAY <= day <= find_last_day(setting.today):
            return Refused("A day such as 2026-12-01, at most a year ahead, please.")
        return Answered(day.isoformat())
