"""How a summary by stage, by month or by who looks: numbers first, words beside."""

from collections.abc import Iterator, Sequence
from typing import Final

from reflect_journal.insight.disputes import Dispute
from reflect_journal.insight.findings import WeakSpotFinding
from reflect_journal.insight.intervals import Count
from reflect_journal.insight.months import MonthFinding
from reflect_journal.insight.stages import StageFinding
from reflect_journal.insight.voices import VoiceGroup
from reflect_journal.model.days import format_month
from reflect_journal.model.terms import AREA_LABELS, STAGE_LABELS
from reflect_journal.terminal.lines import (
    BLANK,
    Line,
    Piece,
    fold_at_commas,
    fold_lines,
    join_columns,
    line,
)
from reflect_journal.terminal.output import Output
from reflect_journal.terminal.rows import render_rows
from reflect_journal.terminal.summary_words import (
    CAVEAT,
    count_named,
    count_things,
    describe_interval,
    describe_sources,
    format_count,
)

INDENT: Final = "  "
DEEPER: Final = " " * 6
SHOWN: Final = 5
LONGEST_BAR: Final = 20
REACHED: Final = (
    "2 of 3 means: three processes came that far, and two of them ended there. One "
    "that you ended yourself came that far and counts as no end."
)
VOICES: Final = {
    "common-ground": "Common ground: two or more kinds of voices",
    "blind-spot": "Others said it, you did not",
    "my-guess": "Your own view",
}
DIFFERENTLY: Final = "Seen differently"
DISPUTED: Final = (
    "Of the reflections where you rated the area and somebody else spoke of it: you "
    "rated it 4 or 5 and they named a weak spot there, or you rated it 1 or 2 and they "
    "named nothing but a strength. It says that the views differ, not who is right."
)


def render_stages(output: Output, stages: Sequence[StageFinding]) -> list[Line]:
    """Render how many processes came to each stage and ended there."""
    width = output.text_width
    heads = [
        (STAGE_LABELS[one.stage], format_count(Count(one.ended_here, one.reached)))
        for one in stages
    ]
    tails = [describe_interval(one.interval) for one in stages]
    lines = [line(Piece("Where it ended", "bold"))]
    lines += [one for row in render_rows(heads, tails, width) for one in row]
    if not stages:
        lines += fold_lines("No stage was noted.", width, INDENT)
    lines += [BLANK, *fold_lines(REACHED, width, style="dim")]
    return [*lines, BLANK, *fold_lines(CAVEAT, width, style="dim")]


def render_months(
    output: Output, months: Sequence[MonthFinding], *, show_all: bool
) -> list[Line]:
    """Render what was noted month by month; a bar says the number once more."""
    width = output.text_width
    most = max((one.reflections for one in months), default=1)
    fronts = join_columns(
        [
            format_month(one.month),
            count_things(one.reflections, "reflection"),
            count_things(one.rounds, "talk"),
            "" if output.plain else _draw_bar(one.reflections, most),
        ]
        for one in months
    )
    lines, is_cut = [line(Piece("Month by month", "bold"))], False
    for front, month in zip(fronts, months, strict=True):
        lines += fold_lines(front, width, INDENT)
        shown = month.weak_spots if show_all else month.weak_spots[:SHOWN]
        named = [f"{one.label} {one.seen_in}" for one in shown]
        if len(shown) < len(month.weak_spots):
            named.append(f"{len(month.weak_spots) - len(shown)} more")
            is_cut = True
        if named:
            lines += fold_at_commas(", ".join(named), width, DEEPER)
    if is_cut:
        hint = f"All of it: {output.call} summary --by month --all"
        lines += [BLANK, *fold_lines(hint, width)]
    return [*lines, BLANK, *fold_lines(CAVEAT, width, style="dim")]


def render_voices(
    output: Output,
    groups: Sequence[VoiceGroup],
    disputes: Sequence[Dispute],
    *,
    show_all: bool,
    between: Sequence[Line] = (),
) -> list[Line]:
    """Render who sees what, and where views differ; `between` stands above the end."""
    width = output.text_width
    lines: list[Line] = []
    for group in groups:
        lines += [line(Piece(VOICES[group.agreement], "bold"))]
        told = [one for one in group.weak_spots if not one.is_counted_apart]
        lines += [*_render_told(told, output, show_all=show_all), BLANK]
    lines += [line(Piece(DIFFERENTLY, "bold"))]
    rows = [
        (AREA_LABELS[one.area], format_count(Count(one.count, one.of)))
        for one in disputes
    ]
    lines += [line(INDENT, row) for row in join_columns(rows)]
    if not rows:
        lines += fold_lines("Nothing to compare yet.", width, INDENT)
    lines += [*between, BLANK, *fold_lines(DISPUTED, width, style="dim")]
    return [*lines, BLANK, *fold_lines(CAVEAT, width, style="dim")]


def _render_told(
    told: Sequence[WeakSpotFinding], output: Output, *, show_all: bool
) -> Iterator[Line]:
    width = output.text_width
    if not told:
        yield from fold_lines("Nothing noted.", width, INDENT)
    shown = told if show_all else told[:SHOWN]
    heads = [(one.label, count_named(one.recurrence)) for one in shown]
    tails = [describe_sources(one.sources) for one in shown]
    for row in render_rows(heads, tails, width):
        yield from row
    if len(shown) < len(told):
        hidden = len(told) - len(shown)
        more = f"{hidden} more: {output.call} summary --by who --all"
        yield from fold_lines(more, width, INDENT)


def _draw_bar(number: int, most: int) -> str:
    return "=" * max(1, round(LONGEST_BAR * number / max(most, LONGEST_BAR)))
