"""Saving without a question: documents handed in, or what the options say."""

from io import BytesIO
from typing import Any

from reflect_journal.cli.context import Context
from reflect_journal.errors import MissingAnswerError, NotSavedError
from reflect_journal.journal.files import STANDARD_INPUT, keep_input, read_input
from reflect_journal.journal.journal import NewVersion
from reflect_journal.model.documents import parse_document, parse_documents


def save_given(context: Context, answers: dict[str, Any], *, quick: bool) -> list[str]:
    """Save what the options say, without a question.

    Raises:
        MissingAnswerError: without a company.
    """
    if "company" not in answers:
        raise MissingAnswerError("The company is missing", "--company")
    document = {
        "form": "quick" if quick else "facts",
        "company": answers["company"],
        "role": answers.get("role"),
        "rejected_on": answers.get("date", context.today.isoformat()),
        "stage_reached": answers.get("stage"),
    }
    given = {key: value for key, value in document.items() if value}
    submission = parse_document(
        given, "the options", "", context.vocabulary, context.today
    )
    new_id = context.world.new_id
    version = NewVersion(new_id(), new_id(), submission.document)
    receipt = context.journal.save([version])
    tell_saved(context, len(receipt.saved), already=0)
    return list(receipt.saved)


def save_documents(context: Context, name: str) -> tuple[list[str], list[str]]:
    """Save everything in a file or from standard input, or nothing of it.

    Raises:
        RefusedInputError: naming the item and the place in it.
        NotSavedError: naming the place where the text is safe.
    """
    # An input that was closed before the start is None, and is not needed for a file.
    pipe = getattr(context.world.stdin, "buffer", None) or BytesIO()
    content = read_input(name, pipe)
    source = "standard input" if name == STANDARD_INPUT else name
    submissions = parse_documents(content, source, context.vocabulary, context.today)
    new_id = context.world.new_id
    versions = [
        NewVersion(one.id or new_id(), new_id(), one.document, claimed=bool(one.id))
        for one in submissions
    ]
    try:
        receipt = context.journal.save(versions)
    except NotSavedError as error:
        kept = name
        if name == STANDARD_INPUT:
            kept = str(keep_input(content, context.places.drafts))
        raise NotSavedError(error.reason, kept, f"reflect new --from {kept}") from error
    tell_saved(context, len(receipt.saved), already=len(receipt.already))
    return list(receipt.saved), list(receipt.already)


def tell_saved(context: Context, saved: int, *, already: int) -> None:
    """Say how many are safe now."""
    if saved or not already:
        context.err.write([f"Saved: {saved} reflection{'s' * (saved != 1)}."])
    if already:
        context.err.write([f"Already there, not saved again: {already}."])
