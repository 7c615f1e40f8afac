"""Places inside a document: `sightings[0].weak_spot`."""

import re
from collections.abc import Sequence
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
        try:
            document = document[part]
        except (KeyError, IndexError, TypeError):
            return None
    return document


def put_at(document: Any, path: Path, value: Any) -> None:
    """Put a value at a place, making the objects and lists on the way to it."""
    for part, following in pairwise(path):
        if isinstance(part, int):
            while len(document) <= part:
                document.append({})
            document = document[part]
        else:
            empty: Any = [] if isinstance(following, int) else {}
            document = document.setdefault(part, empty)
    document[path[-1]] = value
