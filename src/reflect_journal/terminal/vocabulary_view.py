"""How the vocabulary looks."""

from collections.abc import Iterator
from typing import Final

from reflect_journal.model.terms import AREA_LABELS, AREAS, CHANGEABLE_LABELS
from reflect_journal.model.vocabulary import Strength, Vocabulary, WeakSpot
from reflect_journal.terminal.lines import (
    BLANK,
    Line,
    Piece,
    cut,
    fold_lines,
    join_columns,
    line,
)
from reflect_journal.terminal.output import Output

INDENT: Final = "  "


def render_vocabulary(output: Output, words: Vocabulary) -> list[Line]:
    """Render every word below its area, what works beside what slips."""
    lines: list[Line] = []
    for area in AREAS:
        spots = words.list_in_area(area)
        strengths = [one for one in words.strengths.values() if one.area == area]
        rows = [(one.id, one.label) for one in spots]
        rows += [(one.id, f"{one.label} (strength)") for one in strengths]
        lines += [line(Piece(AREA_LABELS[area], "bold"))]
        listed = [f"{INDENT}{row}" for row in join_columns(rows)]
        lines += [
            line(cut(row, output.width) if output.cuts else row) for row in listed
        ]
        lines.append(BLANK)
    hint = f"One word in full: {output.call} vocabulary ID"
    return [*lines, line(Piece(hint, "dim"))]


def render_word(output: Output, word: WeakSpot | Strength) -> list[Line]:
    """Render one word with what can be done."""
    width = output.text_width
    lines = fold_lines(f"{word.label}  {word.id}", width, style="bold")
    lines += fold_lines(word.description, width)
    lines += [BLANK, *fold_lines(f"Area: {AREA_LABELS[word.area]}", width)]
    for part in _list_advice(word):
        lines += fold_lines(part, width)
    return lines


def _list_advice(word: WeakSpot | Strength) -> Iterator[str]:
    if isinstance(word, Strength):
        if word.keep:
            yield f"To keep it: {word.keep}"
        return
    yield f"Yours to change: {CHANGEABLE_LABELS[word.changeable]}"
    if word.exercise:
        yield f"Next: {word.exercise}"
    if word.closing:
        yield f"To close it: {word.closing}"
