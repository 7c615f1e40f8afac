"""Documents handed in: from bytes to checked reflections, or one clear refusal."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from pydantic import ValidationError

from reflect_journal.errors import RefusedInputError
from reflect_journal.model.json_items import (
    SCHEMA_ADVICE,
    clean_item,
    join_place,
    read_items,
)
from reflect_journal.model.limits import DOCUMENT_LIMIT, SIZE_LIMIT
from reflect_journal.model.reflection import Document
from reflect_journal.model.refusals import Problem, describe_error, find_unknown_key
from reflect_journal.model.sameness import says_the_same
from reflect_journal.model.vocabulary import Vocabulary

KEEP_BOTH: Final = "To keep both, take the id out of this one."
IN_PARTS: Final = "Hand it in as several smaller files."
SHORTER: Final = "That is more than one reflection can hold; shorten its texts."


@dataclass(frozen=True, slots=True)
class Submission:
    """A checked reflection, with the id under which it claims to be known or None."""

    id: str | None
    document: dict[str, Any]


def parse_documents(
    content: bytes, source: str, vocabulary: Vocabulary, today: date
) -> list[Submission]:
    """Check one object, an array of them or JSON Lines.

    Raises:
        RefusedInputError: with the item and the path of the first thing refused.
    """
    if len(content) > DOCUMENT_LIMIT:
        raise RefusedInputError(source, "", "is larger than 50 MB.", IN_PARTS)
    submissions = [
        parse_document(item, source, f"item {number}", vocabulary, today)
        for number, item in enumerate(read_items(content, source), 1)
    ]
    check_ids(submissions, source)
    return submissions


def check_ids(submissions: Sequence[Submission], source: str) -> None:
    """Refuse one id for two documents that do not say the same.

    Raises:
        RefusedInputError: naming the second one.
    """
    first: dict[str, tuple[int, Submission]] = {}
    for number, one in enumerate(submissions, 1):
        if one.id is None:
            continue
        before, twin = first.setdefault(one.id, (number, one))
        if not says_the_same(twin.document, one.document):
            problem = f"item {before} has the same id and says something else."
            raise RefusedInputError(source, f"item {number}, id", problem, KEEP_BOTH)


def parse_document(
    item: object, source: str, name: str, vocabulary: Vocabulary, today: date
) -> Submission:
    """Check one document strictly: no unknown key or id, no value out of range.

    Args:
        item: the decoded document.
        source: where it came from, for the refusal.
        name: which of several it is, "" where it is the only one.
        vocabulary: the ids that are known.
        today: the day from which one year ahead is counted.

    Raises:
        RefusedInputError: naming the item and the path.
    """
    clean = clean_item(item, source, name)
    if not isinstance(clean, dict):
        raise RefusedInputError(source, name, "is not a JSON object.", SCHEMA_ADVICE)
    unknown = find_unknown_key(Document, clean)
    if unknown is not None:
        raise _refuse(source, name, unknown)
    content = json.dumps(clean, ensure_ascii=False).encode()
    if len(content) > SIZE_LIMIT:
        raise RefusedInputError(source, name, "is larger than 1 MiB.", SHORTER)
    context = {"vocabulary": vocabulary, "today": today}
    try:
        document = Document.model_validate_json(content, context=context)
    except ValidationError as error:
        raise _refuse(source, name, describe_error(error)) from None
    fields = document.to_document()
    identifier = fields.pop("id", None)
    return Submission(identifier.upper() if identifier else None, fields)


def _refuse(source: str, name: str, problem: Problem) -> RefusedInputError:
    place = join_place(name, problem.path)
    return RefusedInputError(source, place, problem.sentence, problem.advice)
