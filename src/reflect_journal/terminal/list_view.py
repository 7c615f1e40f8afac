"""How the list looks: the lesson, not the fault."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from reflect_journal.model.days import format_day
from reflect_journal.model.saved import SavedReflection
from reflect_journal.model.terms import STAGE_LABELS
from reflect_journal.terminal.lines import Line, Piece, cut, line, measure, pad
from reflect_journal.terminal.output import Output
from reflect_journal.terminal.safe_text import show_safely

DAY_WIDTH: Final = 11
NARROW: Final = 70
COMPANY_WIDTH: Final = 24
NARROW_COMPANY_WIDTH: Final = 16


def render_list(
    output: Output,
    saved: Sequence[SavedReflection],
    short: Mapping[str, str],
    total: int,
) -> list[Line]:
    """Render one line for each reflection, and below it how to go on."""
    rows = list(_render_rows(output, saved, short))
    if not output.is_terminal:
        return rows
    return [*rows, line(Piece(_render_footer(saved, total), "dim"))]


def render_nothing(*, is_empty: bool) -> list[str]:
    """Say that there is nothing to list, and why."""
    if is_empty:
        return ["Nothing here yet. After a rejection: reflect new"]
    return ["No reflection fits that. All of them: reflect list"]


def _render_rows(
    output: Output, saved: Sequence[SavedReflection], short: Mapping[str, str]
) -> Iterator[Line]:
    narrow = not output.whole and output.width < NARROW
    room = NARROW_COMPANY_WIDTH if narrow else COMPANY_WIDTH
    companies = [show_safely(_text(one.document, "company")) for one in saved]
    if not output.whole:
        companies = [cut(company, room) for company in companies]
    company_width = max(map(measure, companies), default=0)
    id_width = max((len(short[one.id]) for one in saved), default=0)
    stages = [
        STAGE_LABELS.get(_text(one.document, "stage_reached"), "") for one in saved
    ]
    stage_width = 0 if narrow else max(map(len, stages), default=0)
    for one, company, stage in zip(saved, companies, stages, strict=True):
        day = format_day(_text(one.document, "rejected_on"))
        front = [
            pad(short[one.id], id_width),
            f"{day:>{DAY_WIDTH}}",
            pad(company, company_width),
            *([pad(stage, stage_width)] if stage_width else []),
        ]
        before = "  ".join(front) + "  "
        lesson, style = _describe(one.document)
        if not output.whole:
            lesson = cut(lesson, max(8, output.width - measure(before)))
        yield line(before, Piece(lesson, "dim" if style else ""))


def _describe(document: Mapping[str, Any]) -> tuple[str, bool]:
    lesson = " ".join(_text(document, "lesson").split())
    if lesson:
        return lesson, False
    return {"facts": "facts only", "quick": "short form"}.get(
        _text(document, "form"), ""
    ), True


def _render_footer(saved: Sequence[SavedReflection], total: int) -> str:
    if len(saved) < total:
        return f"{len(saved)} of {total} shown. All of them: reflect list --limit 0"
    count = "1 reflection" if total == 1 else f"{total} reflections"
    word = next(iter(_text(saved[0].document, "company").lower().split()), "last")
    word = word if word.isalnum() else "last"
    return f"{count}. One of them: reflect show {word}"


def _text(document: Mapping[str, Any], key: str) -> str:
    value = document.get(key)
    return value if isinstance(value, str) else ""
