"""Stored documents, read tolerantly: what cannot be understood is left out of view.

The log may hold what a newer program wrote or a hand changed. The stored document
is never touched; only the view of it that people are shown is smaller.
"""

import json
from collections.abc import Mapping
from typing import Any, Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from reflect_journal.model.limits import DEPTH_LIMIT, DIGIT_LIMIT
from reflect_journal.model.paths import Path, remove_at
from reflect_journal.model.reflection import Reflection
from reflect_journal.model.terms import UNNAMED
from reflect_journal.model.text import normalise_text

LARGEST: Final = 10.0**DIGIT_LIMIT
REQUIRED: Final = {"company": UNNAMED, "rejected_on": "1970-01-01"}


def load_reflection(document: Mapping[str, Any]) -> Reflection:
    """Give the reflection in a stored document, as far as it can be understood."""
    view = copy_what_can_be_read(document)
    while True:
        try:
            return Reflection.model_validate_json(json.dumps({**REQUIRED, **view}))
        except ValidationError as error:
            # From the back, so that positions in lists stay true while removing.
            for problem in reversed(error.errors(include_input=False)):
                remove_at(view, _find_culprit(problem))


def copy_what_can_be_read(value: Any, depth: int = 1) -> Any:
    """Copy a stored value; None stands for what is too large or too deep to check."""
    match value:
        case str():
            return normalise_text(value)
        case int() | float() if not abs(value) <= LARGEST:
            return None
        case dict() | list() if depth > DEPTH_LIMIT:
            return None
        case dict():
            return {
                normalise_text(key): copy_what_can_be_read(one, depth + 1)
                for key, one in value.items()
            }
        case list():
            return [copy_what_can_be_read(one, depth + 1) for one in value]
        case _:
            return value


def _find_culprit(problem: ErrorDetails) -> Path:
    """Give the place to remove: where a key is missing, what it is missing from."""
    place = problem["loc"]
    if problem["type"] == "missing" or place[-1] == "[key]":
        return place[:-1]
    return place
