"""`reflect history`: every version of a reflection, and which one is to stand."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Annotated, Any, Final

import typer

from reflect_journal.cli.bygone import NotDeletedError, find_deleted
from reflect_journal.cli.context import Context
from reflect_journal.cli.referring import Reference
from reflect_journal.errors import NotFoundError, ReflectError
from reflect_journal.journal.journal import PastVersion
from reflect_journal.model.identity import SHORT_LENGTH

KEYS: Final = ("revision", "at", "device", "what", "current")
Keep = Annotated[
    str,
    typer.Option(
        "--keep", metavar="REV", help="Let this version stand; its last letters do."
    ),
]


class NoVersionError(ReflectError):
    """No version of a reflection answers to the end of a revision."""

    exit_code = 3

    def __init__(self, typed: str, revisions: Sequence[str]) -> None:
        """Keep what was typed and the revisions there are."""
        super().__init__(typed, tuple(revisions))
        self.typed = typed
        self.revisions = tuple(revisions)

    def __str__(self) -> str:
        """Say so, and list what there is."""
        listed = "\n".join(f"  {revision}" for revision in self.revisions)
        return (
            f'No one version ends with "{self.typed}". There are:\n{listed}\n'
            "Name one by its last letters, four or more."
        )


def history(context: Context, reference: Reference, keep: Keep = "") -> None:
    """Show every version of a reflection.

    When it was saved, and what it changed. Works for deleted ones too. Where two
    versions stand side by side, --keep chooses one; the others stay in the history.
    Example: reflect history harbour
    """
    identifier = find_anywhere(context, reference)
    versions = context.journal.get_history(identifier)
    if keep:
        chosen = find_version(keep, versions)
        changed = context.journal.keep(identifier, chosen, context.world.new_id())
        said = "It stands alone now." if changed else "It stands alone already."
        versions = context.journal.get_history(identifier)
        context.err.write([said])
    if context.options.json:
        rows = [describe(one) for one in versions]
        context.answer_json({"id": identifier, "versions": rows})
    elif not keep:
        from reflect_journal.terminal.history_view import (
            render_history,
            shorten_revisions,
        )

        documents = [one.document for one in versions if one.document]
        title = str(documents[-1].get("company", "")) if documents else identifier
        short = shorten_revisions([one.revision for one in versions])
        context.out.write(render_history(context.out, title, versions, short))


def find_anywhere(context: Context, reference: str) -> str:
    """Find the id of a reflection; one that is deleted only where no other is meant.

    Raises:
        NotFoundError, AmbiguousError: when there is none, or several.
    """
    try:
        return context.find(reference).id
    except NotFoundError as error:
        try:
            [found] = find_deleted([reference], context.journal.list_deleted())
        except NotDeletedError:
            raise error from None
        return found


def find_version(typed: str, versions: Sequence[PastVersion]) -> str:
    """Find the one revision that ends with what was typed.

    Raises:
        NoVersionError: when there is none, or several.
    """
    wanted = typed.strip().upper()
    revisions = [one.revision for one in versions]
    found = [one for one in revisions if one.upper().endswith(wanted)]
    exact = [one for one in found if one.upper() == wanted]
    if exact or (len(wanted) >= SHORT_LENGTH and len(found) == 1):
        return (exact or found)[0]
    raise NoVersionError(typed, revisions)


def describe(version: PastVersion) -> dict[str, Any]:
    """Give one row of the JSON answer."""
    row = asdict(version)
    return {key: row[key] for key in KEYS}
