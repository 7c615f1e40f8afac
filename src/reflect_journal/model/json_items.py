"""JSON that was handed in: from bytes to plain values, or the place that is refused.

The standard decoder takes more than a journal can keep (NaN, a key twice, numbers
of any length). Such a thing is marked while decoding and refused while walking,
because only the walk knows the path to it.
"""

import json
import math
from dataclasses import dataclass
from typing import Any, Final

from reflect_journal.errors import RefusedInputError
from reflect_journal.model.limits import DEPTH_LIMIT, DIGIT_LIMIT
from reflect_journal.model.paths import Path, format_path
from reflect_journal.model.text import normalise_text, shorten

BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
SCHEMA_ADVICE: Final = "What a document may hold: reflect schema"
PLAIN_TEXT: Final = "Save it again as UTF-8, which every editor can do."
TOO_DEEP: Final = f"is nested deeper than {DEPTH_LIMIT} levels."
TOO_LARGE: Final = "is too large a number to be kept."


@dataclass(frozen=True, slots=True)
class Unkeepable:
    """Stands where the decoder met something that cannot be kept."""

    problem: str


def read_items(content: bytes, source: str) -> list[Any]:
    """Decode one object, an array or JSON Lines (blank lines and a mark allowed).

    Raises:
        RefusedInputError: when the text is not JSON, with line and column.
    """
    try:
        text = content.removeprefix(BYTE_ORDER_MARK).decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise RefusedInputError(
            source, f"line {line}", "is not UTF-8 text.", PLAIN_TEXT
        ) from None
    # Only \n ends a line: U+2028 and its kin may stand inside a text.
    lines = [pair for pair in enumerate(text.split("\n"), 1) if pair[1].strip()]
    if not lines:
        advice = "It takes one object, an array of them or JSON Lines: reflect schema"
        raise RefusedInputError(source, "", "is empty.", advice)
    if len(lines) > 1 and _is_whole_object(lines[0][1]):
        return [_decode(line, source, number) for number, line in lines]
    value = _decode(text, source, 1)
    return value if isinstance(value, list) else [value]


def clean_item(item: Any, source: str, name: str) -> Any:
    """Give the value with its strings normalised.

    Raises:
        RefusedInputError: naming the item and the path to what cannot be kept.
    """

    def refuse(path: Path, problem: str) -> RefusedInputError:
        place = join_place(name, format_path(path))
        return RefusedInputError(source, place, problem, SCHEMA_ADVICE)

    def clean(value: Any, path: Path) -> Any:
        match value:
            case Unkeepable():
                raise refuse(path, value.problem)
            case str():
                return normalise_text(value)
            case float() if not math.isfinite(value):
                raise refuse(path, TOO_LARGE)
            case list() | dict() if len(path) >= DEPTH_LIMIT:
                raise refuse(path[:3], TOO_DEEP)
            case list():
                return [clean(one, (*path, at)) for at, one in enumerate(value)]
            case dict():
                return {
                    normalise_text(key): clean(one, (*path, key))
                    for key, one in value.items()
                }
            case _:
                return value

    return clean(item, ())


def join_place(name: str, path: str) -> str:
    """Name an item and the place in it, either of which may be ""."""
    return ", ".join(part for part in (name, path) if part)


def _is_whole_object(line: str) -> bool:
    try:
        return isinstance(_decode(line, "", 1), dict)
    except RefusedInputError:
        return False


def _decode(text: str, source: str, first_line: int) -> Any:
    try:
        return json.loads(
            text,
            parse_int=_parse_int,
            parse_constant=_parse_constant,
            object_pairs_hook=_gather_pairs,
        )
    except RecursionError:
        raise RefusedInputError(
            source, f"line {first_line}", TOO_DEEP, SCHEMA_ADVICE
        ) from None
    except json.JSONDecodeError as error:
        place = f"line {first_line + error.lineno - 1}, column {error.colno}"
        raise RefusedInputError(
            source, place, "is not valid JSON.", SCHEMA_ADVICE
        ) from None


def _parse_int(digits: str) -> int | Unkeepable:
    return Unkeepable(TOO_LARGE) if len(digits) > DIGIT_LIMIT else int(digits)


def _parse_constant(name: str) -> Unkeepable:
    return Unkeepable(f"{name} is not a number that can be kept.")


def _gather_pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    gathered: dict[str, Any] = {}
    for key, value in pairs:
        twice = f"the key {shorten(key)} stands there twice."
        gathered[key] = Unkeepable(twice) if key in gathered else value
    return gathered
