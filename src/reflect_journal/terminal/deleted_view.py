"""How deleted reflections look, and what is about to be deleted."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from reflect_journal.model.days import format_day
from reflect_journal.terminal.history_view import format_moment
from reflect_journal.terminal.lines import Line, cut, join_columns, line
from reflect_journal.terminal.output import Output

UNKNOWN: Final = "(its text is not here)"
DAY_WIDTH: Final = 11

Row = tuple[str, Mapping[str, Any] | None, str]
"""A short id, the document or None, and what stands behind it."""


def render_rows(output: Output, rows: Iterable[Row]) -> list[Line]:
    """Render one line for each: short id, day, company and what stands behind."""
    columns = [
        (
            short,
            f"{format_day((document or {}).get('rejected_on')):>{DAY_WIDTH}}",
            UNKNOWN if document is None else _text(document, "company"),
            " ".join(behind.split()),
        )
        for short, document, behind in rows
    ]
    lines = join_columns(columns) if columns else []
    return [line(cut(one, output.width) if output.cuts else one) for one in lines]


def render_deleted(
    output: Output, deleted: Sequence[tuple[str, Mapping[str, Any] | None, str]]
) -> list[Line]:
    """Render deleted reflections, each with the time when it was deleted."""
    return render_rows(
        output,
        (
            (short, document, f"deleted {format_moment(at)}")
            for short, document, at in deleted
        ),
    )


def _text(document: Mapping[str, Any] | None, key: str) -> str:
    value = (document or {}).get(key)
    return value if isinstance(value, str) else ""
