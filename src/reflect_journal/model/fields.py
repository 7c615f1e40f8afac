"""What may stand at a place in a reflection, and how a typed value is read for it."""

import re
from collections.abc import Sequence
from datetime import date
from types import UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin

from reflect_journal.errors import InvalidOptionError, RefusedInputError
from reflect_journal.model.base import Part
from reflect_journal.model.json_items import clean_item, read_items
from reflect_journal.model.paths import Path, format_path, parse_path
from reflect_journal.model.reflection import Reflection
from reflect_journal.model.refusals import refuse_key
from reflect_journal.model.text import normalise_text, shorten

FIELD: Final = "--field"
PLACE: Final = re.compile(r"[^.\[\]=]+(?:\.[^.\[\]=]+|\[\d{1,9}\])*")
WHOLE_NUMBER: Final = re.compile(r"[+-]?[0-9]{1,18}")
TRUTHS: Final = {"true": True, "yes": True, "false": False, "no": False}
HOW: Final = "It takes PATH=VALUE, such as lesson=Ask first. or rounds[0].note=..."


def parse_fields(typed: Sequence[str]) -> dict[Path, Any]:
    """Read `PATH=VALUE` pairs; None stands for a place that is to be emptied.

    Raises:
        InvalidOptionError: when a pair is none, or a path is given twice.
        RefusedInputError: naming the path, when nothing of that kind can stand there.
    """
    changes: dict[Path, Any] = {}
    for pair in typed:
        text, sign, value = normalise_text(pair).partition("=")
        if not sign:
            problem = f"{shorten(text)} has no = in it."
            raise InvalidOptionError(FIELD, problem, HOW)
        path = parse_place(text.strip(), FIELD)
        if path in changes:
            problem = f"{shorten(text)} is given twice."
            raise InvalidOptionError(FIELD, problem, "Give each path once.")
        changes[path] = _parse_value(path, value)
    return changes


def parse_place(text: str, source: str) -> Path:
    """Read a path of our own notation, strictly.

    Raises:
        RefusedInputError: when it is none.
    """
    if not PLACE.fullmatch(text):
        problem = "is not a path."
        advice = "Such as lesson, plan.cue or rounds[0].areas.answers.rating"
        raise RefusedInputError(source, shorten(text), problem, advice)
    return parse_path(text)


def is_text(path: Path, source: str) -> bool:
    """Tell whether free text stands at a place.

    Raises:
        RefusedInputError: when there is no such place.
    """
    return find_type(path, source) is str


def find_type(path: Path, source: str) -> Any:
    """Find what may stand at a place: a plain type, a part, or a list or dict of them.

    Raises:
        RefusedInputError: naming the first step that leads nowhere.
    """
    found: Any = Reflection
    for at, step in enumerate(path):
        found = _take_step(found, path[: at + 1], step, source)
    return found


def _take_step(kind: Any, path: Path, step: str | int, source: str) -> Any:
    parts = get_args(kind)
    if isinstance(step, int) and get_origin(kind) is list:
        return _strip(parts[0])
    if isinstance(step, str) and get_origin(kind) is dict:
        return _strip(parts[1])
    if isinstance(step, str) and isinstance(kind, type) and issubclass(kind, Part):
        if step in kind.model_fields:
            return _strip(kind.model_fields[step].annotation)
        problem = refuse_key(kind, path)
        raise RefusedInputError(source, *problem)
    problem_here = "is a list, whose places are [0], [1] and so on."
    if get_origin(kind) is not list:
        problem_here = "has no place of that kind inside it."
    where = format_path(path[:-1])
    raise RefusedInputError(source, where, problem_here, "All places: reflect schema")


def _strip(annotation: Any) -> Any:
    """Give the type behind what only limits it: `Rating | None` is an int."""
    if get_origin(annotation) in {Union, UnionType}:
        return _strip(get_args(annotation)[0])
    if get_origin(annotation) is Annotated:
        return _strip(get_args(annotation)[0])
    return annotation


def _parse_value(path: Path, text: str) -> Any:
    """Read a value; what does not fit its type is left for the check to refuse."""
    kind = find_type(path, FIELD)
    if not text:
        return None
    if kind is str:
        return text
    word = text.strip()
    if kind is int:
        return int(word) if WHOLE_NUMBER.fullmatch(word) else text
    if kind is bool:
        return TRUTHS.get(word.lower(), text)
    if kind is date or not (get_origin(kind) in {list, dict} or _is_part(kind)):
        return word
    return _parse_json(path, text)


def _is_part(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Part)


def _parse_json(path: Path, text: str) -> Any:
    place = format_path(path)
    try:
        items = read_items(text.encode(), FIELD)
    except RefusedInputError:
        problem = "takes JSON, or a value for a place inside it."
        advice = "Its places: reflect schema"
        raise RefusedInputError(FIELD, place, problem, advice) from None
    value = items if text.lstrip().startswith("[") else items[0]
    return clean_item(value, FIELD, place)
