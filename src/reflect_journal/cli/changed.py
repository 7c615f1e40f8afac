"""What every way to edit has in common: what is found, saved and said."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

from reflect_journal.cli.bygone import NotDeletedError, find_deleted
from reflect_journal.cli.context import Context
from reflect_journal.cli.ending import say_saved
from reflect_journal.errors import (
    AmbiguousError,
    NewerRecordError,
    NotFoundError,
    NotSavedError,
    ReflectError,
)
from reflect_journal.journal.deciding import has_same_content
from reflect_journal.journal.journal import NewVersion
from reflect_journal.journal.record import FORMAT
from reflect_journal.model.changed import check_changed
from reflect_journal.model.differences import list_differences
from reflect_journal.model.saved import SavedReflection
from reflect_journal.query.references import LATEST

NAMED: Final = 4
"""Places that are named; more would not be read."""
UNCHANGED: Final = "Nothing changed."
CHANGED: Final = (
    "It was changed elsewhere meanwhile. Both versions are kept, side by side.\n"
    "To compare them and choose with --keep: {call} history {short}"
)
BESIDE: Final = (
    "Another version still stands beside it: {call} history {short} shows both."
)


class DeletedError(NotFoundError):
    """What is to be changed has been deleted."""

    def __init__(self, reference: str, name: str, identifier: str) -> None:
        """Keep the reference, the company and the id."""
        super().__init__(reference)
        self.args = (reference, name, identifier)
        self.name = name
        self.identifier = identifier

    def __str__(self) -> str:
        """Say so, and how to have it back."""
        return (
            f"{self.name} has been deleted, so it cannot be changed.\n"
            f"To have it back first: {self.call} undelete {self.identifier}"
        )


@dataclass(frozen=True, slots=True)
class Edited:
    """A reflection, and the revision that was saved; "" where nothing changed."""

    id: str
    revision: str = ""

    def to_json(self) -> dict[str, Any]:
        """Give the JSON answer."""
        saved = {"revision": self.revision} if self.revision else {}
        return {"id": self.id, "changed": bool(self.revision), **saved}


def find_to_change(context: Context, reference: str) -> SavedReflection:
    """Find the one reflection that is to be changed.

    Raises:
        NotFoundError, AmbiguousError: when there is none, or several.
        DeletedError: when it has been deleted.
        NewerRecordError: when a newer program saved it.
    """
    try:
        base = context.find(reference)
    except NotFoundError as error:
        raise _find_deletion(context, reference) or error from None
    if base.version > FORMAT:
        raise NewerRecordError(base.id, base.version)
    return base


def _find_deletion(context: Context, reference: str) -> DeletedError | None:
    if reference == LATEST:
        return None
    deleted = context.journal.list_deleted()
    with suppress(NotDeletedError, AmbiguousError):
        [found] = find_deleted([reference], deleted)
        document = next(one.document for one in deleted if one.id == found) or {}
        return DeletedError(reference, str(document.get("company") or found), found)
    return None


def find_opened(
    context: Context, base: SavedReflection, revision: str
) -> SavedReflection:
    """Find the version that an unfinished edit began with; else the one that stands."""
    if base.revision == revision:
        return base
    for version in context.journal.get_history(base.id):
        if version.revision == revision and version.document is not None:
            return base._replace(revision=revision, document=version.document)
    return base


def check(
    context: Context, base: SavedReflection, document: Mapping[str, Any], source: str
) -> None:
    """Check what an edit changed.

    Raises:
        RefusedInputError: naming the path of the first thing refused.
    """
    words, today = context.vocabulary, context.today
    check_changed(document, base.document, source, words, today)


def save_changed(
    context: Context,
    base: SavedReflection,
    document: Mapping[str, Any],
    revision: str,
    kept: str = "",
    again: str = "",
) -> Edited:
    """Save a new version that follows the one which was opened, and say so.

    What others saved meanwhile follows the same one, so that both stand.

    Args:
        context: the run.
        base: as it was opened.
        document: as it is to be.
        revision: the name of the new version.
        kept: where the text is safe if it cannot be saved.
        again: the command that tries again; "" for the same one.

    Raises:
        NotSavedError: naming that place.
    """
    if has_same_content(document, base.document):
        context.err.write([UNCHANGED])
        return Edited(base.id)
    version = NewVersion(base.id, revision, document, (base.revision,))
    try:
        context.journal.save([version])
    except NotSavedError as error:
        raise NotSavedError(error.reason, kept, again) from error
    # It is saved: nothing that goes wrong from here on may say otherwise.
    with suppress(OSError, ReflectError):
        context.err.write_folded(_say_saved(context, base, document, revision))
    return Edited(base.id, revision)


def _say_saved(
    context: Context, base: SavedReflection, document: Mapping[str, Any], revision: str
) -> str:
    short = context.shorten_id(base.id)
    paths = [one.path for one in list_differences(base.document, document)]
    named = ", ".join(paths[:NAMED])
    more = f" and {len(paths) - NAMED} more" if len(paths) > NAMED else ""
    lines = [
        say_saved(document, short),
        f"Changed: {named}{more}. To take that back: {context.call} undo",
    ]
    now = context.journal.get([base.id])[0]
    beside = {now.revision, *now.others} - {revision}
    if beside:
        sentence = BESIDE if beside <= {*base.others} else CHANGED
        lines.append(sentence.format(call=context.call, short=short))
    return "\n".join(lines)
