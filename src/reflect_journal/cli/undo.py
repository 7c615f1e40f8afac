"""`reflect undo`: take back what was changed last on this device."""

from typing import Any, Final

from reflect_journal.cli.context import Context
from reflect_journal.journal.journal import Undone
from reflect_journal.model.days import format_day

SAID: Final = {
    "saved": "Undone: {what} was saved; deleted now.",
    "edited": "Undone: {what} was changed; as before now.",
    "deleted": "Undone: {what} was deleted; back now.",
    "restored": "Undone: {what} was brought back; deleted again now.",
}
NOTHING: Final = "There is nothing to undo: nothing was changed on this device yet."
AGAIN: Final = "To undo this too: reflect undo"


def undo(context: Context) -> None:
    """Take back what you changed last.

    A save, an edit, a deletion or a return. What was changed together is undone
    together, and a second undo undoes the first. Only changes made on this device
    count.
    """
    undone = context.journal.undo(context.world.new_id())
    if context.options.json:
        context.answer_json({"undone": describe(undone) if undone else None})
    if undone is None:
        context.err.write([NOTHING])
        return
    said = SAID[undone.what].format(what=name_what(undone))
    context.err.write_folded(f"{said}\n{AGAIN}")


def describe(undone: Undone) -> dict[str, Any]:
    """Give the JSON answer; `id` is the last one of `ids`."""
    ids = list(undone.identifiers)
    return {"id": ids[-1], "what": undone.what, "ids": ids}


def name_what(undone: Undone) -> str:
    """Name the reflection, or how many were changed together."""
    if len(undone.identifiers) > 1:
        return f"{len(undone.identifiers)} reflections at once"
    document = undone.document or {}
    day = format_day(str(document.get("rejected_on", "")))
    return ", ".join(filter(None, (str(document.get("company", "")), day)))
