"""What a stored document holds beyond what this program understands of it."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from reflect_journal.model.base import Part
from reflect_journal.model.paths import Path, format_path
from reflect_journal.model.reflection import Reflection
from reflect_journal.terminal.portrait_rows import Row


def list_left_over(document: dict[str, Any], reflection: Reflection) -> Iterator[Row]:
    """Give a row for everything that no other row of a portrait can show."""
    for path, value in _walk(document, _dump_known(reflection), ()):
        text = (
            value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        )
        yield Row(format_path(path), text)


def _walk(given: Any, known: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    if isinstance(given, dict) and isinstance(known, dict):
        for key, value in given.items():
            yield from _walk(value, known.get(key), (*path, key))
    elif isinstance(given, list) and isinstance(known, list):
        rest = [None] * (len(given) - len(known))
        for at, pair in enumerate(zip(given, [*known, *rest], strict=True)):
            yield from _walk(*pair, (*path, at))
    elif given != known and given not in (None, "", [], {}):
        yield path, given


def _dump_known(value: Any) -> Any:
    match value:
        case Part():
            names = type(value).model_fields.keys() & value.model_fields_set
            return {name: _dump_known(getattr(value, name)) for name in names}
        case dict():
            return {key: _dump_known(one) for key, one in value.items()}
        case list():
            return [_dump_known(one) for one in value]
        case date():
            return value.isoformat()
    return value
