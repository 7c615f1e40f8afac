"""From what is wrong to a place and a sentence, without repeating the text."""

import difflib
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple, get_args, get_origin

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
    "dict_type": "is not an object.",
    "missing": "is missing.",
    "blank": "is empty.",
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
    return next(describe_errors(error))[1]


def describe_errors(error: ValidationError) -> Iterator[tuple[Path, Problem]]:
    """Describe everything that is wrong, each with its place."""
    for one in error.errors(include_url=False, include_input=False):
        place = tuple(part for part in one["loc"] if part != "[key]")
        yield place, _describe(one["type"], format_path(place), one.get("ctx", {}))


def _describe(kind: str, path: str, context: Mapping[str, Any]) -> Problem:
    if kind == "unknown_id":
        return _describe_unknown_id(path, context)
    if kind.startswith("date"):
        return Problem(path, NOT_A_DAY)
    return Problem(path, SENTENCES[kind].format_map(context))


def _describe_unknown_id(path: str, context: Mapping[str, Any]) -> Problem:
    nearest = context["nearest"]
    question = f"Did you mean {nearest}? " if nearest else ""
    return Problem(
        path,
        f"{shorten(context['identifier'])} is not known.",
        f"{question}All of them: reflect vocabulary",
    )


def find_unknown_key(part: type[Part], document: Mapping[str, Any]) -> Problem | None:
    """Find the first key, at any depth, that the program does not know."""
    return next((problem for _, problem in find_unknown_keys(part, document)), None)


def find_unknown_keys(
    part: type[Part], document: Mapping[str, Any]
) -> Iterator[tuple[Path, Problem]]:
    """Find all keys, at any depth, that the program does not know."""
    return _find_in_part(part, document, ())


def refuse_key(part: type[Part], path: Path) -> Problem:
    """Describe a key that a part does not have."""
    nearest = difflib.get_close_matches(str(path[-1])[:80], part.model_fields, n=1)
    advice = f"Did you mean {nearest[0]}? " if nearest else ""
    return Problem(
        format_path(path),
        "is not a key that reflect knows.",
        f"{advice}All of them: reflect schema",
    )


def _find_in_part(
    part: type[Part], value: Mapping[str, Any], path: Path
) -> Iterator[tuple[Path, Problem]]:
    for key, inner in value.items():
        field = part.model_fields.get(key)
        if field is None:
            yield (*path, key), refuse_key(part, (*path, key))
        else:
            yield from _find_in_value(field.annotation, inner, (*path, key))


def _find_in_value(
    annotation: Any, value: Any, path: Path
) -> Iterator[tuple[Path, Problem]]:
    part = find_part(annotation)
    match value:
        case dict() if part is not None and get_origin(annotation) is dict:
            for key, one in value.items():
                yield from _find_in_value(part, one, (*path, key))
        case dict() if part is not None:
            yield from _find_in_part(part, value, path)
        case list() if part is not None:
            for at, one in enumerate(value):
                yield from _find_in_value(part, one, (*path, at))


def find_part(annotation: Any) -> type[Part] | None:
    """Find the part inside `list[Round]`, `dict[Area, AreaReview]` or `Fit | None`."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    parts = (find_part(one) for one in get_args(annotation))
    return next((one for one in parts if one is not None), None)
