"""Places inside a document: `sightings[0].weak_spot`."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, TypeAlias

Path: TypeAlias = tuple[str | int, ...]

STEP = re.compile(r"\.?([^.\[\]]+)|\[(\d+)\]")


def format_path(path: Sequence[str | int]) -> str:
    """Write a place as errors show it and `--field` takes it."""
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            text += f".{part[:60]}" if text else part[:60]
    return text


def parse_path(text: str) -> Path:
    """Read a place as `format_path` writes it."""
    return tuple(
        int(step[2]) if step[2] is not None else step[1] for step in STEP.finditer(text)
    )


def find_at(document: Any, path: Path) -> Any:
    """Find the value at a place, None where there is none."""
    for part in path:
        if not _holds(document, part):
            return None
        document = document[part]
    return document


def put_at(document: Any, path: Path, value: Any) -> None:
    """Put a value at a place, making the objects and lists on the way to it.

    What stands on the way and is neither makes room for one.
    """
    for part, following in pairwise(path):
        kind = list if isinstance(following, int) else dict
        _make_room(document, part)
        if not isinstance(find_at(document, (part,)), kind):
            document[part] = kind()
        document = document[part]
    _make_room(document, path[-1])
    document[path[-1]] = value


def _make_room(document: Any, part: str | int) -> None:
    if isinstance(document, list):
        document += [{} for _ in range(len(document), int(part) + 1)]


def remove_at(document: Any, path: Path) -> None:
    """Remove the value at a place, if there is one."""
    around = find_at(document, path[:-1])
    if _holds(around, path[-1]):
        del around[path[-1]]


def _holds(value: Any, part: str | int) -> bool:
    if isinstance(part, int):
        return isinstance(value, list) and part < len(value)
    return isinstance(value, dict) and part in value


def walk_texts(value: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Give every text in a document with the path to it, in order."""
    match value:
        case str():
            yield path, value
        case list():
            for at, one in enumerate(value):
                yield from walk_texts(one, (*path, at))
        case dict():
            for key, one in value.items():
                yield from walk_texts(one, (*path, key))
