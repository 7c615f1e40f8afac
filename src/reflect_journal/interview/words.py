"""Words of the vocabulary, found by typing a part of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from reflect_journal.interview.kinds import (
    Answered,
    Choice,
    Partly,
    Refused,
    Reply,
    Setting,
    Typed,
)
from reflect_journal.model.text import fold_text

SHOWN_AT_ONCE: Final = 9
LIKELY_AT_ONCE: Final = 5
GO_ON: Final = "Enter = go on"
SEE_ALL: Final = ":more shows all of them"


@dataclass(frozen=True, slots=True)
class Words(Typed):
    """Words of the vocabulary, found by typing a part of them; Enter goes on.

    Those of which the person's own words may speak stand there from the beginning.

    The state between moves is `{"picked": [ids], "found": [ids]}`.
    """

    def parse(self, line: str, setting: Setting) -> Reply:
        """Pick the one that fits, or show the few that do under numbers."""
        state = _state(setting)
        if line.isdecimal() and state["found"]:
            found = self.show(setting)
            if not 1 <= int(line) <= len(found):
                return Refused(f"A number from 1 to {len(found)}, or another word.")
            return _pick(found[int(line) - 1], setting)
        found = find_fitting(line, setting.choices)
        if not found:
            return Refused("Nothing fits that. Another word, :more for all, or Enter.")
        return _pick(found[0], setting) if len(found) == 1 else _offer(found, state)

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

    def take_up(self, answer: Any) -> Any:
        """Go on from the words that stand."""
        return {"picked": list(answer), "found": []} if answer else None

    def show(self, setting: Setting) -> Sequence[Choice]:
        """Show what was found last, numbered from 1."""
        by_value = {choice.value: choice for choice in setting.choices}
        found = [by_value[one] for one in _state(setting)["found"] if one in by_value]
        return [replace(choice, number=at) for at, choice in enumerate(found, 1)]


def _state(setting: Setting) -> dict[str, Any]:
    return setting.partial or {"picked": [], "found": _find_likely(setting)}


def _find_likely(setting: Setting) -> list[str]:
    """Find what stands there at first, and again after a pick, under its numbers."""
    return [one.value for one in setting.choices if one.likely][:LIKELY_AT_ONCE]


def _pick(choice: Choice, setting: Setting) -> Partly:
    picked = list(dict.fromkeys([*_state(setting)["picked"], choice.value]))
    note = f"Noted: {choice.label}. Another word?"
    value = {"picked": picked, "found": _find_likely(setting)}
    return Partly(value, note, GO_ON)


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
