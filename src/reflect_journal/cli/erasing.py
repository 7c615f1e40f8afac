"""`reflect delete --forever`: asks for the name, and says what it cannot reach."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from reflect_journal.cli.bygone import find_deleted, shorten_ids
from reflect_journal.cli.confirming import DECLINED, ask_for
from reflect_journal.cli.context import Context
from reflect_journal.errors import NotFoundError
from reflect_journal.journal.journal import Deleted
from reflect_journal.query.references import find_reflection

UNREACHED: Final = (
    "This cannot be undone. What no program can reach: backups and exports that you "
    "made yourself, older versions that a sync or backup program keeps, other devices "
    "until they sync, and what a disk keeps of files that were deleted."
)
LEFT: Final = "These files may hold it too. Look at them, and remove what can go:"


def erase(
    context: Context, references: Iterable[str], *, yes: bool, keep_bad: bool
) -> int:
    """Erase reflections for good, deleted ones too, after asking for their names."""
    from reflect_journal.terminal.deleted_view import render_rows

    deleted = {one.id: one for one in context.journal.list_deleted()}
    found = find_everywhere(context, references, list(deleted.values()))
    documents = describe_all(context, found, deleted)
    short = shorten_ids(context, deleted.values())
    rows = [(short[one], documents[one], "") for one in found]
    context.err.write(render_rows(context.err, rows))
    context.err.write_folded(UNREACHED)
    for one in found:
        # Where the text is gone already, there is no name to ask for.
        name = str((documents[one] or {}).get("company", ""))
        what = f"the company's name ({short[one]})" if name else "its short id"
        question = f"To erase it, type {what}."
        if not yes and not ask_for(context, question, name or short[one]):
            context.err.write(["That is not its name. Nothing was erased."])
            return DECLINED
    erased = context.journal.erase(found, keep_bad=keep_bad)
    count = "1 reflection" if len(found) == 1 else f"{len(found)} reflections"
    context.err.write([f"Erased for good: {count}."])
    if erased.may_hold:
        context.err.write_folded(LEFT)
        context.err.write(f"  {path}" for path in erased.may_hold)
    if context.options.json:
        rest = {"may_hold": list(erased.may_hold)}
        context.answer_json({"erased": list(erased.identifiers), **rest})
    return 0


def find_everywhere(
    context: Context, references: Iterable[str], deleted: list[Deleted]
) -> list[str]:
    """Find ids; those that are deleted only where no other one is meant.

    Raises:
        NotFoundError, AmbiguousError: for the first that means none, or several.
    """
    outlines = context.survey().outlines
    latest = context.journal.find_latest()
    found = []
    for reference in references:
        try:
            found.append(find_reflection(reference, outlines, latest))
        except NotFoundError:
            found += find_deleted([reference], deleted)
    return list(dict.fromkeys(found))


def describe_all(
    context: Context, identifiers: list[str], deleted: Mapping[str, Deleted]
) -> dict[str, dict[str, Any] | None]:
    """Give what reflections say or said; None where nobody knows any more."""
    shown = [one for one in identifiers if one not in deleted]
    documents = {one.id: one.document for one in context.journal.get(shown)}
    return {
        one: documents[one] if one in documents else deleted[one].document
        for one in identifiers
    }
