"""What two documents say differently, place by place."""

import json
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from reflect_journal.model.paths import Path, format_path


class Difference(NamedTuple):
    """A place, and what stood and stands there; "" for nothing."""

    path: str
    old: str
    new: str


def list_differences(old: Any, new: Any) -> list[Difference]:
    """List every place where two documents differ, in the order of the newer one."""
    return [
        Difference(format_path(path), _format(before), _format(after))
        for path, before, after in _compare(old, new, ())
    ]


def _compare(old: Any, new: Any, path: Path) -> Iterator[tuple[Path, Any, Any]]:
    if isinstance(old, dict) and isinstance(new, dict):
        for key in [*new, *(one for one in old if one not in new)]:
            yield from _compare(old.get(key), new.get(key), (*path, key))
    elif isinstance(old, list) and isinstance(new, list):
        yield from _compare_lists(old, new, path)
    elif _write(old) != _write(new):
        yield path, old, new


def _compare_lists(
    old: list[Any], new: list[Any], path: Path
) -> Iterator[tuple[Path, Any, Any]]:
    """Pair what stayed, so that one item more does not change all behind it."""
    pairs = SequenceMatcher(
        None, [_write(one) for one in old], [_write(one) for one in new], autojunk=False
    )
    for tag, from_old, to_old, from_new, to_new in pairs.get_opcodes():
        if tag == "equal":
            continue
        both = min(to_old - from_old, to_new - from_new)
        for at in range(both):
            place = (*path, from_new + at)
            yield from _compare(old[from_old + at], new[from_new + at], place)
        for at in range(from_old + both, to_old):
            yield (*path, at), old[at], None
        for at in range(from_new + both, to_new):
            yield (*path, at), None, new[at]


def _write(value: Any) -> str:
    return json.dumps(value, sort_keys=True)


def _format(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
