"""Kinds that take several moves: finding words, sorting, reading back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

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
from reflect_journal.model.terms import CHANGEABLE_LABELS, CHANGEABLES
from reflect_journal.model.text import fold_text

SHOWN_AT_ONCE = 9
GO_ON = "Enter = go on"


@dataclass(frozen=True, slots=True)
class Words(Typed):
    """Words of the vocabulary, found by typing a part of them; Enter goes on.

    The state between moves is `{"picked": [ids], "found": [ids]}`.
    """

    def parse(self, line: str, setting: Setting) -> Reply:
        """Pick the one that fits, or show the few that do under numbers."""
        state = _state(setting)
        if line.isdecimal() and state["found"]:
            found = self.show(setting)
            if not 1 <= int(line) <= len(found):
                return Refused(f"A number from 1 to {len(found)}, or another word.")
            return _pick(found[int(line) - 1], state)
        found = find_fitting(line, setting.choices)
        if not found:
            return Refused("Nothing fits that. Another word, :more for all, or Enter.")
        return _pick(found[0], state) if len(found) == 1 else _offer(found, state)

    def show_all(self, setting: Setting) -> Partly:
        """Show every word under a number."""
        state = _state(setting)
        return Partly(
            {**state, "found": [choice.value for choice in setting.choices]},
            "Which one? Its number, or a word.",
            GO_ON,
        )

    def finish(self, setting: Setting) -> Reply:
        """Go on with what was picked."""
        return Answered(_state(setting)["picked"])

    def show(self, setting: Setting) -> Sequence[Choice]:
        """Show what was found last, numbered from 1."""
        by_value = {choice.value: choice for choice in setting.choices}
        found = [by_value[one] for one in _state(setting)["found"] if one in by_value]
        return [replace(choice, number=at) for at, choice in enumerate(found, 1)]


def _state(setting: Setting) -> dict[str, Any]:
    return setting.partial or {"picked": [], "found": []}


def _pick(choice: Choice, state: Mapping[str, Any]) -> Partly:
    picked = list(dict.fromkeys([*state["picked"], choice.value]))
    note = f"Noted: {choice.label}. Another word?"
    return Partly({"picked": picked, "found": []}, note, GO_ON)


def _offer(found: Sequence[Choice], state: Mapping[str, Any]) -> Partly:
    shown = found[:SHOWN_AT_ONCE]
    more = len(found) - len(shown)
    note = "Which one? Its number, or another word."
    if more:
        note = f"{note} {more} more fit; a longer word shows them."
    value = {**state, "found": [choice.value for choice in shown]}
    return Partly(value, note, GO_ON)


def find_fitting(typed: str, choices: Sequence[Choice]) -> list[Choice]:
    """Find the choices that hold every part of what was typed, labels first."""
    parts = fold_text(typed).split()
    in_label, elsewhere = [], []
    for choice in choices:
        label = fold_text(choice.label)
        rest = fold_text(f"{choice.value} {choice.description} {choice.more}")
        if all(part in label for part in parts):
            in_label.append(choice)
        elif all(part in label or part in rest for part in parts):
            elsewhere.append(choice)
    return in_label + elsewhere


@dataclass(frozen=True, slots=True)
class Sorting(Typed):
    """Each row is changeable soon, slowly or not at all; a number moves it on.

    The state between moves is `{id: changeable}` of the rows that were moved; a
    choice's `more` holds the sorting of the vocabulary.
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

    def finish(self, setting: Setting) -> Reply:
        """Keep what differs from the vocabulary."""
        usual = {choice.value: choice.more for choice in setting.choices}
        moved = setting.partial or {}
        return Answered(
            {spot: new for spot, new in moved.items() if usual.get(spot) != new}
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
    "rest" opens the list of all the others.
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
        if choice.value == "rest":
            return Partly("rest", "Which answer?", "Enter = none, back to saving")
        return Revisit(tuple(choice.value.split()))

    def finish(self, setting: Setting) -> Reply:
        """Save; from the list of all the rest go back to the short one."""
        return Partly(None) if setting.partial == "rest" else Answered("yes")
