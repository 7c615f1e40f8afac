"""Saving without a question: documents handed in, or what the options say."""

import json
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from reflect_journal.cli import ending
from reflect_journal.cli.context import Context
from reflect_journal.errors import (
    JournalUnusableError,
    MissingAnswerError,
    NotSavedError,
    RefusedInputError,
)
from reflect_journal.journal.files import STANDARD_INPUT, keep_input, read_input
from reflect_journal.journal.journal import KnownIdError, NewVersion, Receipt
from reflect_journal.model.documents import (
    KEEP_BOTH,
    Submission,
    parse_document,
    parse_documents,
)


def save_given(context: Context, answers: dict[str, Any], *, quick: bool) -> list[str]:
    """Save what the options say, without a question.

    Raises:
        MissingAnswerError: without a company.
        NotSavedError: naming the place where the text is safe.
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
    receipt = save(context, [submission], "the options", json.dumps(given).encode())
    [identifier] = receipt.saved
    context.err.write([ending.say_saved(document, context.shorten_id(identifier))])
    return [identifier]


def save_documents(context: Context, name: str) -> tuple[list[str], list[str]]:
    """Save everything in a file or from standard input, or nothing of it.

    Raises:
        RefusedInputError: naming the item and the place in it.
        NotSavedError: naming the place where the text is safe.
    """
    # An input that was closed before the start is None, and is not needed for a file.
    pipe = getattr(context.world.stdin, "buffer", None) or BytesIO()
    content = read_input(name, pipe)
    is_piped = name == STANDARD_INPUT
    source = "standard input" if is_piped else name
    submissions = parse_documents(content, source, context.vocabulary, context.today)
    receipt = save(context, submissions, source, content if is_piped else None)
    tell_saved(context, len(receipt.saved), already=len(receipt.already))
    return list(receipt.saved), list(receipt.already)


def save(
    context: Context,
    submissions: Sequence[Submission],
    source: str,
    content: bytes | None,
) -> Receipt:
    """Save all of it, or nothing and keep the text where it can be handed in again.

    Args:
        context: the run.
        submissions: what was handed in, checked.
        source: where it came from: a file, or words for what is no file.
        content: the text of what is no file; None for a file, which has its own.

    Raises:
        RefusedInputError: when an id stands for something else.
        NotSavedError: naming the place where the text is safe.
        JournalUnusableError: when there is no journal to add to.
    """
    new_id = context.world.new_id
    versions = [
        NewVersion(one.id or new_id(), new_id(), one.document, claimed=bool(one.id))
        for one in submissions
    ]
    try:
        return context.journal.save(versions)
    except KnownIdError as error:
        raise describe_known(error.identifier, submissions, source) from error
    except NotSavedError as error:
        kept = (
            source if content is None else keep_or_show(context, submissions, content)
        )
        again = f"reflect new --from {kept}" if kept else ending.HAND_IN
        raise NotSavedError(error.reason, kept, again) from error
    except JournalUnusableError:
        if content is not None:
            place = keep_or_show(context, submissions, content)
            if place:
                context.err.write([f"What you handed in is kept in {place}"])
        raise


def describe_known(
    identifier: str, submissions: Sequence[Submission], source: str
) -> RefusedInputError:
    """Say which of the documents carries an id that stands for something else."""
    number = [one.id for one in submissions].index(identifier) + 1
    problem = f"the journal has {identifier} already, and it says something else."
    there = f"The one that is there: reflect show {identifier}"
    return RefusedInputError(
        source, f"item {number}, id", problem, f"{KEEP_BOTH} {there}"
    )


def keep_or_show(
    context: Context, submissions: Sequence[Submission], content: bytes
) -> str:
    """Keep a text that is in no file; give its place, "" where it could only be shown.

    What is shown can be copied and handed in again.
    """
    try:
        return str(keep_input(content, context.places.drafts))
    except NotSavedError:
        documents = [
            {"id": one.id, **one.document} if one.id else one.document
            for one in submissions
        ]
        context.err.write_text(ending.HANDED_BACK)
        # Not folded: a text that was cut into lines could not be handed in again.
        whole = documents if len(documents) > 1 else documents[0]
        context.err.write_text(ending.hand_back(whole))
        return ""


def tell_saved(context: Context, saved: int, *, already: int) -> None:
    """Say how many are safe now."""
    if saved or not already:
        context.err.write([f"Saved: {saved} reflection{'s' * (saved != 1)}."])
    if already:
        context.err.write([f"Already there, not saved again: {already}."])
