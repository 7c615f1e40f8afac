"""From a validation error to a place and a sentence, without repeating the text."""

import difflib
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from pydantic import ValidationError

from reflect_journal.model.base import Part
from reflect_journal.model.paths import Path, format_path
from reflect_journal.model.text import shorten


class Problem(NamedTuple):
    """What is refused: the path to it, the sentence about it, and what to do."""

    path: str
    sentence: str
    advice: str = ""


SENTENCES: Final = {
    "string_type": "is not a text.",
    "int_type": "is not a whole number.",
    "int_from_float": "is not a whole number.",
    "bool_type": "is not true or false.",
    "list_type": "is not a list.",
    "model_type": "is not an object.",
    "model_attributes_type": "is not an object.",
    "dict_type": "is not an object.",
    "missing": "is missing.",
    "blank": "is empty.",
    "finite_number": "is not a number that can be kept.",
    "string_pattern_mismatch": "is not an id of this journal.",
    "day_out_of_range": "is not between 1970 and one year from today.",
    "literal_error": "must be one of {expected}.",
    "greater_than_equal": "is below {ge}.",
    "less_than_equal": "is above {le}.",
    "string_too_long": "is longer than {max_length:,} characters.",
}
NOT_A_DAY: Final = "is not a day such as 2026-11-20."


def describe_error(error: ValidationError) -> Problem:
    """Describe the first thing that is wrong."""
    first = error.errors(include_url=False, include_input=False)[0]
    context = first.get("ctx", {})
    path = format_path([part for part in first["loc"] if part != "[key]"])
    kind = first["type"]
    if kind == "unknown_id":
        return _describe_unknown_id(path, context)
    return Problem(path, _describe_value(kind, context))


def _describe_unknown_id(path: str, context: Mapping[str, Any]) -> Problem:
    nearest = context["nearest"]
    question = f"Did you mean {nearest}? " if nearest else ""
    return Problem(
        path,
        f"{shorten(context['identifier'])} is not known.",
        f"{question}All of them: reflect vocabulary",
    )


def _describe_value(kind: str, context: Mapping[str, Any]) -> str:
    if kind.startswith("date"):
        return NOT_A_DAY
    sentence = SENTENCES.get(kind, "cannot be understood.")
    return sentence.format_map(context)


def find_unknown_key(part: Part, path: Path = ()) -> Problem | None:
    """Find the first key, at any depth, that the program does not know."""
    for key in part.model_extra or {}:
        nearest = difflib.get_close_matches(key[:80], type(part).model_fields, n=1)
        advice = f"Did you mean {nearest[0]}? " if nearest else ""
        return Problem(
            format_path((*path, key)),
            "is not a key that reflect knows.",
            f"{advice}All of them: reflect schema",
        )
    for key in type(part).model_fields:
        found = _find_inside(getattr(part, key), (*path, key))
        if found:
            return found
    return None


def _find_inside(value: object, path: Path) -> Problem | None:
    match value:
        case Part():
            return find_unknown_key(value, path)
        case list():
            inner = [(at, one) for at, one in enumerate(value)]
        case dict():
            inner = list(value.items())
        case _:
            return None
    return next(
        (found for at, one in inner if (found := _find_inside(one, (*path, at)))), None
    )
