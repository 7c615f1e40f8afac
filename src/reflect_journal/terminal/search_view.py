"""How hits look: which reflection, which place in it, and the words around."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from reflect_journal.model.days import format_day
from reflect_journal.terminal.lines import Line, Piece, cut, fold_lines, line, measure
from reflect_journal.terminal.list_view import render_nothing
from reflect_journal.terminal.output import Output
from reflect_journal.terminal.place_words import name_place
from reflect_journal.terminal.safe_text import show_safely

INDENT: Final = "    "


def render_hits(
    output: Output,
    hits: Sequence[Mapping[str, Any]],
    short: Mapping[str, str],
    total: int,
) -> list[Line]:
    """Render two lines or more for each hit."""
    lines: list[Line] = []
    for hit in hits:
        head, place = _describe(hit, short), name_place(str(hit["field"]))
        fits = measure(show_safely(f"{head}  {place}")) <= output.width
        if output.cuts and not fits:
            lines.append(line(cut(head, output.width)))
            lines += fold_lines(place, output.width, INDENT, "dim")
        else:
            lines.append(line(f"{head}  ", Piece(place, "dim")))
        snippet = str(hit["snippet"])
        if output.cuts:
            lines += fold_lines(snippet, output.width, INDENT)
        else:
            lines.append(line(INDENT, snippet))
    if output.is_terminal and len(hits) < total:
        rest = f"{len(hits)} of {total} shown. All of them: --limit 0"
        lines.append(line(Piece(rest, "dim")))
    return lines


def render_no_hits(
    output: Output, words: Sequence[str], *, is_empty: bool
) -> list[Line]:
    """Say that no reflection holds all words, and what finds more."""
    if is_empty:
        return render_nothing(output, is_empty=True)
    text = f"No reflection holds {' and '.join(words)}."
    more = "Fewer words find more" if len(words) > 1 else "A part of a word finds more"
    advice = f"{more}; all reflections: {output.call} list"
    return [
        *fold_lines(text, output.text_width),
        *fold_lines(advice, output.text_width),
    ]


def _describe(hit: Mapping[str, Any], short: Mapping[str, str]) -> str:
    day = format_day(hit["rejected_on"])
    return f"{short[hit['id']]}  {day:>11}  {hit['company']}"
