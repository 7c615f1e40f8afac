"""Changes to a document, place by place."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any, Final

from reflect_journal.errors import RefusedInputError
from reflect_journal.model.paths import (
    Path,
    find_at,
    format_path,
    put_at,
    remove_at,
)

NOTHING_WITHOUT_CONTENT: Final = ("plan", "fit")
"""Parts that say nothing when they are empty; an empty look at an area does."""


def apply_changes(
    document: Mapping[str, Any], changes: Mapping[Path, Any], source: str
) -> dict[str, Any]:
    """Give a document in which every change has been made.

    Args:
        document: as it stands; it is not touched.
        changes: values by their place, None where it is to be emptied. An index
            means what stands there before all changes; the one behind the last
            adds to the list.
        source: where the changes came from, for a refusal.

    Raises:
        RefusedInputError: for an index beyond that.
    """
    changed = deepcopy(dict(document))
    for path, value in changes.items():
        if value is not None:
            _check_gap(changed, path, source)
            put_at(changed, path, value)
    emptied = [path for path, value in changes.items() if value is None]
    # From the back, so that an index goes on meaning what it meant.
    for path in sorted(emptied, key=_rank, reverse=True):
        remove_at(changed, path)
    return drop_emptied(changed, document)


def drop_emptied(
    changed: dict[str, Any], document: Mapping[str, Any]
) -> dict[str, Any]:
    """Drop the parts that say nothing any more."""
    gone = [
        key
        for key in NOTHING_WITHOUT_CONTENT
        if changed.get(key) == {} and document.get(key) != {}
    ]
    return {key: value for key, value in changed.items() if key not in gone}


def _check_gap(document: dict[str, Any], path: Path, source: str) -> None:
    for at, step in enumerate(path):
        around = find_at(document, path[:at])
        count = len(around) if isinstance(around, list) else 0
        if isinstance(step, int) and step > count:
            following = format_path((*path[:at], count))
            problem = f"leaves a gap; the next one is {following}."
            raise RefusedInputError(source, format_path(path[: at + 1]), problem)


def _rank(path: Path) -> list[tuple[int, str]]:
    return [(step, "") if isinstance(step, int) else (-1, step) for step in path]
