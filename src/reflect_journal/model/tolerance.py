"""Stored documents, read tolerantly: what cannot be understood is left out of view.

The log may hold what a newer program wrote or a hand changed. The stored document
is never touched; only the view of it that people are shown is smaller.
"""

import json
from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError

from reflect_journal.model.reflection import Reflection
from reflect_journal.model.terms import UNNAMED

REQUIRED = {"company": UNNAMED, "rejected_on": "1970-01-01"}


def load_reflection(document: dict[str, Any]) -> Reflection:
    """Give the reflection in a stored document, as far as it can be understood."""
    view = json.loads(json.dumps(document))
    while True:
        try:
            return Reflection.model_validate_json(json.dumps({**REQUIRED, **view}))
        except ValidationError as error:
            # From the back, so that positions in lists stay true while removing.
            for problem in reversed(error.errors(include_input=False)):
                _remove(view, [part for part in problem["loc"] if part != "[key]"])


def _remove(view: Any, place: Sequence[str | int]) -> None:
    for part in place[:-1]:
        if not _has(view, part):
            return
        view = view[part]
    if place and _has(view, place[-1]):
        del view[place[-1]]


def _has(view: Any, part: str | int) -> bool:
    if isinstance(view, dict):
        return part in view
    return isinstance(view, list) and isinstance(part, int) and part < len(view)
