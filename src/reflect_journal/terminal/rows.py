"""Rows of a few aligned cells with a remark behind, or below where it is long."""

from collections.abc import Sequence
from typing import Final

from reflect_journal.terminal.lines import (
    Line,
    fold_at_commas,
    fold_lines,
    join_columns,
    line,
    measure,
)

INDENT: Final = "  "
DEEPER: Final = " " * 6


def render_rows(
    heads: Sequence[Sequence[str]], tails: Sequence[str], width: int
) -> list[list[Line]]:
    """Align heads; each tail goes behind its head or, where it is long, below."""
    fronts = join_columns(heads)
    widest = max(map(measure, fronts), default=0)
    rows = []
    for front, tail in zip(fronts, tails, strict=True):
        whole = f"{front}{' ' * (widest - measure(front))}  {tail}"
        if len(INDENT) + measure(whole) <= width:
            rows.append([line(INDENT, whole)])
        else:
            head = fold_lines(front, width, INDENT)
            rows.append([*head, *fold_at_commas(tail, width, DEEPER)])
    return rows
