"""Editing without a question: values by their place, or a whole document."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from reflect_journal.cli import ending
from reflect_journal.cli.changed import Edited, check, save_changed
from reflect_journal.cli.context import Context
from reflect_journal.errors import NotSavedError, RefusedInputError
from reflect_journal.journal.files import STANDARD_INPUT, keep_input, read_input
from reflect_journal.model.changes import apply_changes
from reflect_journal.model.fields import FIELD, parse_fields
from reflect_journal.model.json_items import clean_item, read_items
from reflect_journal.model.private import with_private
from reflect_journal.model.saved import SavedReflection
from reflect_journal.model.unspoken import keep_unspoken


def edit_fields(
    context: Context, base: SavedReflection, typed: Sequence[str]
) -> Edited:
    """Put values at their places.

    Raises:
        InvalidOptionError, RefusedInputError: for the first that cannot be; then
            none is.
    """
    document = apply_changes(base.document, parse_fields(typed), FIELD)
    check(context, base, document, FIELD)
    return save_changed(context, base, document, context.world.new_id())


def replace_document(context: Context, base: SavedReflection, name: str) -> Edited:
    """Put the document of a file, or of a pipe, in the place of the one there is.

    Raises:
        RefusedInputError: naming the place in it.
        NotSavedError: naming the file where it is safe.
    """
    pipe = getattr(context.world.stdin, "buffer", None) or BytesIO()
    content = read_input(name, pipe)
    source = "standard input" if name == STANDARD_INPUT else name
    given = read_document(content, source, base)
    document = with_private(keep_unspoken(given, base.document), base.document)
    check(context, base, document, source)
    try:
        return save_changed(context, base, document, context.world.new_id())
    except NotSavedError as error:
        kept = name
        if name == STANDARD_INPUT:
            kept = keep_or_show(context, document, content)
        again = f"reflect edit {base.id} --from {kept or 'FILE'}"
        raise NotSavedError(error.reason, kept, again) from error


def keep_or_show(context: Context, document: dict[str, Any], content: bytes) -> str:
    """Keep a text that is in no file; give its place, "" where it was only shown."""
    try:
        return str(keep_input(content, context.places.drafts))
    except NotSavedError:
        context.err.write_text(ending.HANDED_BACK)
        # Not folded: a text that was cut into lines could not be handed in again.
        context.err.write_text(ending.hand_back(document))
        return ""


def read_document(content: bytes, source: str, base: SavedReflection) -> dict[str, Any]:
    """Read the one document that is to take another's place; it is not checked yet.

    Raises:
        RefusedInputError: when it is none, or that of another reflection.
    """
    items = read_items(content, source)
    if len(items) != 1:
        problem = f"holds {len(items)} documents; an edit takes one."
        raise RefusedInputError(source, "", problem)
    document = clean_item(items[0], source, "")
    if not isinstance(document, dict):
        raise RefusedInputError(source, "", "is not a JSON object.")
    identifier = document.pop("id", None)
    if identifier is not None and str(identifier).upper() != base.id.upper():
        problem = "is that of another reflection."
        advice = f"This one is {base.id}; without an id it fits any."
        raise RefusedInputError(source, "id", problem, advice)
    return document
