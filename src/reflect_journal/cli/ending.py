"""What is said when a sitting ends."""

import json
import re
from collections.abc import Mapping
from typing import Any, Final

from reflect_journal.model.days import format_day
from reflect_journal.model.terms import NO_REASON_GIVEN
from reflect_journal.terminal.safe_text import show_safely

KEPT: Final = "Kept, nothing is lost. To go on: {again}"
AGAIN: Final = "reflect continue"
NOTHING_TO_KEEP: Final = "Nothing was answered, so nothing is kept."
ENOUGH: Final = "Enough for tonight. Everything else can wait until tomorrow."
FACTS_CLOSE: Final = (
    "Saved. That is enough for tonight. {call} continue goes on\n"
    "whenever you like; nothing is lost if you never do."
)
ASK_THEM: Final = (
    "They have not said why. Asking is normal, silence too: {call} feedback ask last"
)
HURTS_MUCH: Final = 4
HANDED_BACK: Final = (
    "Your text could not be written down. Here it is; please copy it to a safe place."
)
HAND_IN: Final = "reflect new --from FILE, with the lines above in FILE"


def say_kept(call: str, again: str = AGAIN) -> str:
    """Say that nothing is lost, and which command goes on; it begins with reflect."""
    return KEPT.format(again=f"{call}{again.removeprefix('reflect')}")


def say_close(document: Mapping[str, Any], short_id: str, call: str) -> str:
    """Say that it is saved, and at most one line more; its commands are called so."""
    if document["form"] == "facts":
        return FACTS_CLOSE.format(call=call)
    last = choose_last_line(document, call)
    return "\n".join(part for part in (say_saved(document, short_id), last) if part)


def say_saved(document: Mapping[str, Any], short_id: str) -> str:
    """Say which reflection is saved, and by what id it is found."""
    day = format_day(document.get("rejected_on"))
    return f"Saved: {document.get('company')}, {day} ({short_id})."


def choose_last_line(document: Mapping[str, Any], call: str) -> str:
    """Give the one line below "Saved", "" for none."""
    sting = document.get("sting", 0)
    if sting >= HURTS_MUCH:
        return ENOUGH
    sightings = document.get("sightings", ())
    if sting and any(one.get("weak_spot") == NO_REASON_GIVEN for one in sightings):
        return ASK_THEM.format(call=call)
    plan = document.get("plan") or {}
    action = plan.get("action", "")
    if action and not plan.get("tried"):
        return (
            f"Next: {action.rstrip('.')}. You will be asked whether you could try it."
        )
    return ""


def hand_back(document: object) -> str:
    """Write a document, or several, to be read, copied and handed in again."""
    text = json.dumps(document, indent=2, ensure_ascii=False)
    return re.sub(r"[^\n]", _escape_unsafe, text)


def _escape_unsafe(found: re.Match[str]) -> str:
    character = found[0]
    safe = character == " " or show_safely(character) == character
    return character if safe else json.dumps(character)[1:-1]
