"""How the list looks: the lesson, not the fault."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from reflect_journal.model.days import format_day
from reflect_journal.model.saved import SavedReflection
from reflect_journal.model.terms import STAGE_LABELS
from reflect_journal.terminal.labels import FORMS
from reflect_journal.terminal.lines import (
    Line,
    Piece,
    cut,
    fold_lines,
    line,
    measure,
    pad,
)
from reflect_journal.terminal.output import Output
from reflect_journal.terminal.safe_text import show_safely

GAP: Final = "  "
DAY_WIDTH: Final = 11
COMPANY_WIDTH: Final = 24
NARROW: Final = 70
"""Below this a lesson has no room beside the rest and goes onto its own line."""


def render_list(
    output: Output,
    saved: Sequence[SavedReflection],
    short: Mapping[str, str],
    total: int,
) -> list[Line]:
    """Render one line for each reflection, and on a terminal how to go on."""
    narrow = output.cuts and output.width < NARROW
    rows = (_render_narrow if narrow else _render_rows)(output, saved, short)
    if not output.is_terminal:
        return list(rows)
    footer = _describe_rest(output, saved, total)
    return [*rows, *fold_lines(footer, output.text_width, style="dim")]


def render_nothing(output: Output, *, is_empty: bool) -> list[Line]:
    """Say that there is nothing to list, and why."""
    if is_empty:
        text = f"Nothing here yet. After a rejection: {output.call} new"
    else:
        text = f"No reflection fits that. All of them: {output.call} list"
    return fold_lines(text, output.text_width)


def _render_rows(
    output: Output, saved: Sequence[SavedReflection], short: Mapping[str, str]
) -> Iterator[Line]:
    ids = _align([short[one.id] for one in saved])
    names = [show_safely(_text(one.document, "company")) for one in saved]
    companies = _align(
        [cut(one, COMPANY_WIDTH) for one in names] if output.cuts else names
    )
    labels = [_text(one.document, "stage_reached") for one in saved]
    stages = _align([STAGE_LABELS.get(label, "") for label in labels])
    for one, *columns in zip(saved, ids, companies, stages, strict=True):
        columns.insert(1, _format_day(one))
        front = "".join([f"{column}{GAP}" for column in columns if column])
        used = measure(front) if output.cuts else 0
        yield line(front, _describe(output, one.document, used))


def _render_narrow(
    output: Output, saved: Sequence[SavedReflection], short: Mapping[str, str]
) -> Iterator[Line]:
    for one, identifier in zip(
        saved, _align([short[one.id] for one in saved]), strict=True
    ):
        front = f"{identifier}{GAP}{_format_day(one)}{GAP}"
        yield line(
            front, cut(_text(one.document, "company"), output.width - measure(front))
        )
        indent = " " * measure(f"{identifier}{GAP}")
        described = _describe(output, one.document, len(indent))
        if described.text:
            yield line(indent, described)


def _align(cells: Sequence[str]) -> list[str]:
    widest = max(map(measure, cells), default=0)
    return [pad(cell, widest) for cell in cells]


def _format_day(saved: SavedReflection) -> str:
    day = show_safely(format_day(saved.document.get("rejected_on")))
    return f"{cut(day, DAY_WIDTH):>{DAY_WIDTH}}"


def _describe(output: Output, document: Mapping[str, Any], used: int) -> Piece:
    """Give the lesson or, dimmed, what kind of reflection has none yet."""
    lesson = " ".join(_text(document, "lesson").split())
    form = FORMS.get(_text(document, "form"), "")
    text = lesson or form
    shown = cut(text, output.width - used) if output.cuts else text
    return Piece(shown, "" if lesson else "dim")


def _describe_rest(output: Output, saved: Sequence[SavedReflection], total: int) -> str:
    if len(saved) < total:
        return f"{len(saved)} of {total} shown. All of them: --limit 0"
    count = "1 reflection" if total == 1 else f"{total} reflections"
    word = next(iter(_text(saved[0].document, "company").lower().split()), "last")
    word = word if word.isalnum() else "last"
    return f"{count}. One of them: {output.call} show {word}"


def _text(document: Mapping[str, Any], key: str) -> str:
    value = document.get(key)
    return value if isinstance(value, str) else ""
