"""How one reflection looks."""

from collections.abc import Iterator
from typing import Final

from reflect_journal.terminal.lines import (
    BLANK,
    Line,
    Piece,
    fold,
    fold_lines,
    line,
    measure,
    pad,
)
from reflect_journal.terminal.output import Output
from reflect_journal.terminal.portrait import Portrait, Section
from reflect_journal.terminal.portrait_rows import Row
from reflect_journal.terminal.safe_text import show_safely

INDENT: Final = "  "
LABEL_WIDTH: Final = 16
NARROW: Final = 50


def render_portrait(output: Output, portrait: Portrait) -> list[Line]:
    """Render a reflection, one blank line between thoughts."""
    width = output.text_width
    lines = fold_lines(portrait.title, width, style="bold")
    lines += fold_lines(portrait.subtitle, width, style="dim")
    for remark in portrait.remarks:
        lines += fold_lines(remark, width)
    for section in portrait.sections:
        lines += [BLANK, line(Piece(section.heading, "bold"))]
        lines += _render_section(section, width)
    return lines


def _render_section(section: Section, width: int) -> list[Line]:
    widest = max((measure(show_safely(row.label)) for row in section.rows), default=0)
    if not widest and len(section.rows) > 1:
        return [one for row in section.rows for one in _render_item(row.text, width)]
    column = min(widest, LABEL_WIDTH)
    # Where texts follow one another, an indent tells where each begins.
    hanging = INDENT * (sum(not row.label for row in section.rows) > 1)
    return [
        one
        for row in section.rows
        for one in (
            _render_row(row, column, width)
            if row.label
            else _render_text(row.text, hanging, width)
        )
    ]


def _render_text(text: str, hanging: str, width: int) -> Iterator[Line]:
    first, *rest = fold(text, width - len(INDENT) - len(hanging))
    yield line(INDENT, first)
    yield from (line(INDENT, hanging, one) for one in rest)


def _render_item(text: str, width: int) -> list[Line]:
    """Render one of several, hanging, so that one sees where the next begins."""
    first, *rest = fold(text, width, INDENT * 2)
    return [line(first.removeprefix(INDENT)), *map(line, rest)]


def _render_row(row: Row, column: int, width: int) -> list[Line]:
    label = show_safely(row.label)
    if measure(label) > column or width < NARROW:
        below = fold_lines(row.text, width, INDENT * 2)
        return [*fold_lines(label, width, INDENT, "dim"), *below]
    first, *rest = fold(row.text, width - column - 2 * len(INDENT))
    front = f"{INDENT}{pad(label, column)}{INDENT}"
    behind = " " * measure(front)
    return [line(Piece(front, "dim"), first), *(line(behind, one) for one in rest)]
