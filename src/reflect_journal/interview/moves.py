"""Kinds that take several moves: sorting, and reading back."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from reflect_journal.interview.kinds import (
    Answered,
    Choice,
    Halt,
    Partly,
    Refused,
    Reply,
    Revisit,
    Setting,
    Typed,
    find_choice,
)
from reflect_journal.interview.typed import Line
from reflect_journal.model.terms import CHANGEABLE_LABELS, CHANGEABLES

THE_REST: Final = Partly("rest", "Which answer?", "Enter = none, back to saving")

WHAT_THEY_SAID: Final = Partly("said", "What did they say?", "Enter = nothing")
YES: Final = frozenset({"y", "yes"})


@dataclass(frozen=True, slots=True)
class FewWords(Line):
    """Their words or, first, that there were some: a bare yes is none of them."""

    def parse(self, line: str, setting: Setting) -> Reply:
        """Ask for the words behind a yes; take all else."""
        bare = line.lower().rstrip(".!")
        if bare in YES:
            return WHAT_THEY_SAID
        if setting.partial == WHAT_THEY_SAID.value and bare in {"n", "no", "nothing"}:
            return Answered(None)
        # Named, for a dataclass with slots is not the class that super() looks for.
        return Line.parse(self, line, setting)


@dataclass(frozen=True, slots=True)
class Sorting(Typed):
    """Each row is changeable soon, slowly or not at all; a number moves it on.

    The state between moves is `{id: changeable}` of the rows that were moved. A
    choice's `more` holds the sorting it starts from, its `description` what the
    reflection says already, or would without an answer.
    """

    def parse(self, line: str, setting: Setting) -> Reply:
        """Move the named rows on by one."""
        moved = dict(setting.partial or {})
        for part in line.replace(",", " ").split():
            choice = find_choice(part, setting.choices)
            if choice is None:
                return Refused("The number of a row, or Enter when it is right.")
            at = CHANGEABLES.index(moved.get(choice.value, choice.more))
            moved[choice.value] = CHANGEABLES[(at + 1) % len(CHANGEABLES)]
        return Partly(moved)

    def take_up(self, answer: Any) -> Any:
        """Go on from the sorting that stands."""
        return answer

    def finish(self, setting: Setting) -> Reply:
        """Keep what was moved, and what the reflection does not say by itself."""
        moved = setting.partial or {}
        rows = {one.value: moved.get(one.value, one.more) for one in setting.choices}
        return Answered(
            {
                one.value: rows[one.value]
                for one in setting.choices
                if {one.more, one.description} != {rows[one.value]}
            }
        )

    def show(self, setting: Setting) -> Sequence[Choice]:
        """Show every row with its sorting as it stands."""
        moved = setting.partial or {}
        return [
            replace(
                choice,
                description=CHANGEABLE_LABELS[moved.get(choice.value, choice.more)],
            )
            for choice in setting.choices
        ]


@dataclass(frozen=True, slots=True)
class ReadBack(Typed):
    """Save, change an answer first, or leave it for another day.

    A choice's value names the questions to ask again, parted by blanks; the value
    of `THE_REST` opens the list of all the others.
    """

    def parse(self, line: str, setting: Setting) -> Reply:
        """Take a row's number, or n."""
        if line.lower() in {"n", "no"}:
            return Halt("not-yet")
        if line.lower() in {"y", "yes"}:
            return Answered("yes")
        choice = find_choice(line, setting.choices)
        if choice is None:
            return Refused("Enter saves, a number changes an answer, n = not yet.")
        if choice.value == THE_REST.value:
            return THE_REST
        return Revisit(tuple(choice.value.split()))

    def finish(self, setting: Setting) -> Reply:
        """Save; from the list of all the rest go back to the short one."""
        return Partly(None) if setting.partial == THE_REST.value else Answered("yes")
