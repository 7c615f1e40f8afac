"""`reflect restore`: bring back from a backup what is not there."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reflect_journal.cli.confirming import DECLINED, Yes, confirm
from reflect_journal.cli.context import Context
from reflect_journal.errors import InvalidOptionError
from reflect_journal.journal.journal import Merged

if TYPE_CHECKING:
    from reflect_journal.journal.archive import Archive
    from reflect_journal.journal.restoring import Rest

File = Annotated[
    str,
    typer.Argument(
        metavar="[FILE]", help="A backup, or the day of one that was made by itself."
    ),
]
Erased = Annotated[
    bool, typer.Option("--erased", help="Bring back what was erased for good, too.")
]


def restore(
    context: Context, file: File = "", erased: Erased = False, yes: Yes = False
) -> int:
    """Bring back from a backup what the journal does not have.

    Nothing that is there is changed or removed, and what you deleted since stays
    deleted. Without FILE: the backups that were made by themselves, one a day at most.
    """
    if not file:
        if erased:
            raise InvalidOptionError("--erased", "of which backup? Name its file.")
        return show_generations(context)
    from reflect_journal.journal.merging import choose_missing
    from reflect_journal.journal.restoring import (
        find_journal,
        is_of_another,
        open_backup,
        restore_rest,
    )

    archive = open_backup(file, context.places)
    doubts = list_doubts(
        archive, another=is_of_another(archive, context.places), name=file
    )
    for doubt in doubts:
        if not yes and not confirm(context, doubt):
            context.err.write(["Nothing was changed."])
            return DECLINED
    choose = partial(
        choose_missing,
        archive.list_lines(),
        only_sound=bool(archive.damaged),
        with_erased=erased,
    )
    merged = context.journal.merge(choose, find_journal(archive))
    back = context.journal.restore(merged.erased) if erased else ()
    with context.journal.study() as known:
        rest = restore_rest(archive, context.places, known.contents)
    restored = [*merged.restored, *back]
    told = say(merged, len(restored), rest, context.call, erased=erased)
    context.err.write_folded("\n".join(told))
    if context.options.json:
        left = [] if erased else list(merged.erased)
        answer: dict[str, Any] = {"restored": restored, "already": merged.already}
        rows = {"deleted": list(merged.deleted), "erased": left, "drafts": rest.drafts}
        rows |= {"edits": rest.edits}
        context.answer_json(answer | rows)
    return 0


def list_doubts(archive: "Archive", *, another: bool, name: str) -> Iterator[str]:
    """Give what has to be asked before a backup is taken as it is."""
    if archive.damaged:
        count = len(archive.damaged)
        places = "one place" if count == 1 else f"{count} places"
        yield f"{name} is damaged in {places}. Bring back what can be read of it?"
    if another:
        yield f"{name} is of another journal. Put its reflections beside yours?"


def say(
    merged: Merged, count: int, rest: "Rest", call: str, *, erased: bool
) -> Iterator[str]:
    """Say what came back, and what did not and why."""
    already = f" Already there: {merged.already}." if merged.already else ""
    yield f"Restored: {count} reflection{'s' * (count != 1)}.{already}"
    if merged.deleted:
        yield f"Left deleted: {len(merged.deleted)}. To have one back: {call} undelete"
    if merged.kept:
        yield f"Deleted in the backup, but not here: {len(merged.kept)}."
    if merged.erased and not erased:
        yield f"Left erased: {len(merged.erased)}. With --erased they come back."
    if merged.unreadable:
        yield f"Lines of the backup that could not be read: {merged.unreadable}."
    if rest.drafts:
        yield f"Unfinished and back again: {rest.drafts}. To go on: {call} continue"
    if rest.edits:
        yield f"Unsaved changes and back again: {rest.edits}. They are told by: {call}"
    if rest.config:
        yield "Your settings are back too."
    if rest.config is False:
        yield "Your settings stay as they are; the backup has others."


def show_generations(context: Context) -> int:
    """Show the backups that were made by themselves."""
    from reflect_journal.journal.generations import describe_generations

    found = describe_generations(context.places.backups)
    if context.options.json:
        rows = [
            {
                "name": one.name,
                "reflections": one.reflections,
                "records": one.records,
                "file": one.file,
            }
            for one in found
        ]
        context.answer_json({"backups": rows})
        return 0
    from reflect_journal.terminal.backups_view import render_backups

    if found:
        context.out.write(render_backups(found))
        context.err.write_folded(
            f"To bring back what is missing: {context.call} restore DAY"
        )
    else:
        context.err.write_folded(
            "No backup was made here by itself yet. One that you made: "
            f"{context.call} restore FILE"
        )
    return 0
