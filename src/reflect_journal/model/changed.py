"""A changed document, checked: what stood there before is not judged again."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from pydantic import ValidationError

from reflect_journal.errors import RefusedInputError
from reflect_journal.model.limits import SIZE_LIMIT
from reflect_journal.model.paths import find_at
from reflect_journal.model.reflection import Reflection
from reflect_journal.model.refusals import (
    Problem,
    describe_errors,
    find_unknown_keys,
)
from reflect_journal.model.tolerance import copy_what_can_be_read
from reflect_journal.model.vocabulary import Vocabulary

INDEX: Final = re.compile(r"\[\d+\]")


def check_changed(
    document: Mapping[str, Any],
    before: Mapping[str, Any],
    source: str,
    vocabulary: Vocabulary,
    today: date,
) -> None:
    """Check a changed document as strictly as one that is handed in.

    What the log held already stays, though this program does not know it: only
    flaws that are new are refused.

    Raises:
        RefusedInputError: naming the path of the first thing refused.
    """
    if _measure(document) > max(SIZE_LIMIT, _measure(before)):
        raise RefusedInputError(source, "", "is larger than 1 MiB.")
    context = {"vocabulary": vocabulary, "today": today}
    known = Counter(flaw for flaw, _ in _list_flaws(before, context))
    for flaw, problem in _list_flaws(document, context):
        known[flaw] -= 1
        if known[flaw] < 0:
            raise RefusedInputError(source, *problem)


def _measure(document: Mapping[str, Any]) -> int:
    text = json.dumps(document, ensure_ascii=False)
    return len(text.encode("utf-8", "backslashreplace"))


def _list_flaws(
    document: Mapping[str, Any], context: dict[str, Any]
) -> Iterator[tuple[tuple[str, str, str], Problem]]:
    """Give what is wrong, and what makes it the same flaw at another index."""
    view = copy_what_can_be_read(document)
    problems = [*find_unknown_keys(Reflection, view)]
    try:
        Reflection.model_validate_json(json.dumps(view), context=context)
    except ValidationError as error:
        problems += describe_errors(error)
    for place, problem in problems:
        value = json.dumps(find_at(view, place), sort_keys=True)
        yield (INDEX.sub("[]", problem.path), problem.sentence, value), problem
