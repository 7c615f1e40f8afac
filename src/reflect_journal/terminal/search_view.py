"""How hits look: which reflection, which place in it, and the words around."""

from collections.abc import Mapping, Sequence
from typing import Any

from reflect_journal.model.days import format_day
from reflect_journal.terminal.lines import Line, Piece, fold, line
from reflect_journal.terminal.output import Output


def render_hits(
    output: Output,
    hits: Sequence[Mapping[str, Any]],
    short: Mapping[str, str],
    total: int,
) -> list[Line]:
    """Render two lines or more for each hit."""
    lines: list[Line] = []
    for hit in hits:
        day = format_day(str(hit["rejected_on"]))
        head = f"{short[hit['id']]}  {day}  {hit['company']}  "
        lines.append(line(head, Piece(str(hit["field"]), "dim")))
        snippet = str(hit["snippet"])
        parts = [snippet] if output.whole else fold(snippet, output.width - 4)
        lines += [line(f"    {part}") for part in parts]
    if output.is_terminal and len(hits) < total:
        rest = f"{len(hits)} of {total} shown. All of them: --limit 0"
        lines.append(line(Piece(rest, "dim")))
    return lines
