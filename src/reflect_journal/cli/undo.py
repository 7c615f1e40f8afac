"""`reflect undo`: take back what was changed last on this device."""

from typing import Any, Final

from reflect_journal.cli.context import Context
from reflect_journal.journal.journal import Undone
from reflect_journal.model.days import format_day

SAID: Final = {
    "saved": "saved; deleted now.",
    "edited": "changed; as before now.",
    "deleted": "deleted; back now.",
    "restored": "brought back; deleted again now.",
}
NOTHING: Final = "There is nothing to undo: nothing was changed on this device yet."
AGAIN: Final = "To undo this too: {call} undo"


def undo(context: Context) -> None:
    """Take back what you changed last.

    A save, an edit, a deletion or a return. What was changed together is undone
    together, and a second undo undoes the first. Only changes made on this device
    count.
    """
    undone = context.journal.undo(context.world.new_id())
    said = describe_in_words(undone, context.call) if undone else NOTHING
    context.err.write_folded(said)
    if context.options.json:
        context.answer_json({"undone": describe(undone) if undone else None})


def describe(undone: Undone) -> dict[str, Any]:
    """Give the JSON answer; `id` is the last one of `ids`."""
    ids = list(undone.identifiers)
    return {"id": ids[-1], "what": undone.what, "ids": ids}


def describe_in_words(undone: Undone, call: str) -> str:
    """Say what was undone, and how that can be undone."""
    count = len(undone.identifiers)
    document = undone.document or {}
    day = format_day(document.get("rejected_on")) if document else ""
    name = ", ".join(filter(None, (str(document.get("company", "")), day)))
    what = f"{name} was" if count == 1 else f"{count} reflections were"
    return f"Undone: {what} {SAID[undone.what]}\n{AGAIN.format(call=call)}"
