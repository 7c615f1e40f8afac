"""How looks what employers want, and what pulls in opposite directions."""

from collections.abc import Sequence
from typing import Final

from reflect_journal.insight.wants import Opposite, Want
from reflect_journal.terminal.lines import (
    BLANK,
    Line,
    Piece,
    fold_lines,
    join_columns,
    line,
)
from reflect_journal.terminal.output import Output
from reflect_journal.terminal.summary_words import count_things

INDENT: Final = "  "
SHOWN: Final = 5


def render_wants(output: Output, wants: Sequence[Want]) -> list[Line]:
    """Render what employers said they want; nothing where nothing was noted."""
    if not wants:
        return []
    lines = [BLANK, line(Piece("What they said they want", "bold"))]
    columns = join_columns(
        [one.want, count_things(one.count, "reflection")] for one in wants[:SHOWN]
    )
    for one in columns:
        lines += fold_lines(one, output.text_width, INDENT)
    return lines


def render_opposites(output: Output, opposites: Sequence[Opposite]) -> list[Line]:
    """Render pairs side by side, so that mending one does not lead to the other."""
    if not opposites:
        return []
    lines = [BLANK, line(Piece("Between two sides", "bold"))]
    for pair in opposites:
        left, right = (f"{one.label} {one.recurrence.named_in}" for one in pair.sides)
        lines += fold_lines(f"{left} <-> {right}", output.text_width, INDENT)
    return lines
