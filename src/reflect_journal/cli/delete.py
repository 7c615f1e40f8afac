"""`reflect delete`: hide reflections, until they are brought back."""

from typing import Annotated, Any

import typer

from reflect_journal.cli.bygone import shorten_ids
from reflect_journal.cli.confirming import DECLINED, Yes, confirm
from reflect_journal.cli.context import Context
from reflect_journal.cli.referring import complete_reference, find_all
from reflect_journal.errors import InvalidOptionError
from reflect_journal.journal.journal import Deleted
from reflect_journal.query.references import build_short_ids

References = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[ID]...",
        help="Each last, the short id, or words of the company.",
        autocompletion=complete_reference,
    ),
]
Forever = Annotated[
    bool, typer.Option("--forever", help="Erase for good instead, backups included.")
]
KeepBad = Annotated[
    bool,
    typer.Option(
        "--keep-bad", help="With --forever: go on though lines cannot be read."
    ),
]
List = Annotated[bool, typer.Option("--list", help="Show what has been deleted.")]


def delete(
    context: Context,
    references: References = None,
    list_: List = False,
    forever: Forever = False,
    keep_bad: KeepBad = False,
    yes: Yes = False,
) -> int:
    """Delete reflections; reflect undelete brings them back.

    They are hidden, not erased: the journal keeps their lines. Shows what goes and
    asks first. With --forever the text is erased, after the company's name was typed,
    and nothing brings it back. Example: reflect delete harbour
    """
    if list_:
        if references or forever:
            problem = "it takes no ID and no --forever; leave that out."
            raise InvalidOptionError("--list", problem)
        return show_deleted(context)
    if not references:
        advice = f"Name it: {context.call} list shows the short ids."
        raise InvalidOptionError("", "Which reflection is to be deleted?", advice)
    if forever:
        from reflect_journal.cli.erasing import erase

        return erase(context, references, yes=yes, keep_bad=keep_bad)
    if keep_bad:
        raise InvalidOptionError("--keep-bad", "it goes with --forever only.")
    from reflect_journal.terminal.deleted_view import render_rows

    found = find_all(context, references)
    short = build_short_ids(one.id for one in context.survey().outlines)
    rows = [
        (short[one.id], one.document, str(one.document.get("lesson", "")))
        for one in found
    ]
    context.err.write(render_rows(context.err, rows))
    count = "this reflection" if len(found) == 1 else f"these {len(found)} reflections"
    if not yes and not confirm(context, f"Delete {count}?"):
        context.err.write(["Nothing was deleted."])
        return DECLINED
    deleted = context.journal.delete([one.id for one in found])
    context.err.write([f"Deleted. To take that back: {context.call} undo"])
    if context.options.json:
        context.answer_json({"deleted": list(deleted)})
    return 0


def show_deleted(context: Context) -> int:
    """Show what has been deleted, the last first."""
    deleted = [one for one in context.journal.list_deleted() if not one.erased]
    if context.options.json:
        context.answer_json({"deleted": [describe(one) for one in deleted]})
        return 0
    from reflect_journal.terminal.deleted_view import render_deleted

    short = shorten_ids(context, deleted)
    if deleted:
        rows = [(short[one.id], one.document, one.deleted_at) for one in deleted]
        context.out.write(render_deleted(context.out, rows))
        context.err.write([f"To have one back: {context.call} undelete ID"])
    else:
        context.err.write(["Nothing has been deleted."])
    return 0


def describe(deleted: Deleted) -> dict[str, Any]:
    """Give one row of the JSON answer."""
    document = deleted.document or {}
    return {
        "id": deleted.id,
        "company": document.get("company", ""),
        "rejected_on": document.get("rejected_on", ""),
        "deleted_at": deleted.deleted_at,
    }
