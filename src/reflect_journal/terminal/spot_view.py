"""How one weak spot looks: what it means, how often, where and who said so."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from reflect_journal.insight.findings import WeakSpotFinding
from reflect_journal.insight.summary import Summary
from reflect_journal.model.days import format_day, read_day
from reflect_journal.model.saved import SavedReflection
from reflect_journal.model.terms import CHANGEABLE_LABELS
from reflect_journal.model.vocabulary import WeakSpot
from reflect_journal.terminal.labels import name_source
from reflect_journal.terminal.lines import (
    BLANK,
    Line,
    Piece,
    fold,
    fold_at_commas,
    fold_lines,
    line,
    measure,
)
from reflect_journal.terminal.output import Output
from reflect_journal.terminal.safe_text import show_safely
from reflect_journal.terminal.summary_words import (
    CAVEAT,
    TOO_FEW,
    VERDICTS,
    count_named,
    describe_plan,
    describe_trend,
    describe_voices,
)

INDENT: Final = "  "
DEEPER: Final = " " * 6
DAY_WIDTH: Final = 11
NARROW: Final = 60
"""Below this what is folded begins farther left, or it would stand in a thin column."""


def render_spot(
    output: Output,
    word: WeakSpot,
    summary: Summary,
    saved: Sequence[SavedReflection],
) -> list[Line]:
    """Render a weak spot with every reflection that names it, newest first."""
    width = output.text_width
    lines = fold_lines(f"{word.label}  {word.id}", width, style="bold")
    lines += fold_lines(word.description, width)
    for finding in summary.weak_spots:
        verdict = VERDICTS[finding.recurrence.verdict] if summary.enough else TOO_FEW
        lines += [BLANK, *_render_finding(finding, verdict, width), BLANK]
    if not summary.weak_spots:
        lines += [BLANK, *fold_lines("Not noted in these reflections.", width)]
    newest = sorted(saved, key=_order, reverse=True)
    for one in newest:
        lines += _render_sightings(word.id, one.document, width)
    plans = [row for one in newest for row in _render_plan(word.id, one, width)]
    if plans:
        lines += [BLANK, line(Piece("Plans", "bold")), *plans]
    advice = word.exercise or word.closing
    if advice:
        lines += [BLANK, *fold_lines(f"Next: {advice}", width)]
    return [*lines, BLANK, *fold_lines(CAVEAT, width, style="dim")]


def _order(saved: SavedReflection) -> tuple[str, str]:
    return read_day(saved.document.get("rejected_on")), saved.id


def _render_finding(
    finding: WeakSpotFinding, verdict: str, width: int
) -> Iterator[Line]:
    counted = count_named(finding.recurrence)
    text = f"{counted}, {verdict}; {describe_voices(finding)}"
    yield from fold_at_commas(text, width)
    compared = describe_trend(finding.trend)
    if compared:
        yield from fold_lines(compared, width)
    changeable = CHANGEABLE_LABELS.get(finding.changeable or "", "")
    if changeable:
        yield from fold_lines(f"Yours to change: {changeable}", width)


def _render_sightings(
    spot: str, document: Mapping[str, Any], width: int
) -> Iterator[Line]:
    day = format_day(document.get("rejected_on"))
    sightings = document.get("sightings")
    for sighting in sightings if isinstance(sightings, list) else []:
        if isinstance(sighting, dict) and sighting.get("weak_spot") == spot:
            about = f"{document.get('company', '')}, {_describe(sighting)}"
            yield from _render_row(day, about, width)


def _render_row(day: str, about: str, width: int) -> Iterator[Line]:
    front = f"{INDENT}{show_safely(day):>{DAY_WIDTH}}  "
    behind = " " * measure(front) if width >= NARROW else DEEPER
    first, *rest = fold(about, width - measure(front))
    if width < NARROW:
        rest = fold(" ".join(rest), width - len(DEEPER)) if rest else []
    yield line(front, first)
    yield from (line(behind, part) for part in rest)


def _render_plan(spot: str, saved: SavedReflection, width: int) -> Iterator[Line]:
    plan = saved.document.get("plan")
    if not isinstance(plan, dict) or plan.get("weak_spot") != spot:
        return
    day = format_day(str(saved.document.get("rejected_on", "")))
    yield from _render_row(day, describe_plan(plan), width)


def _describe(sighting: Mapping[str, Any]) -> str:
    who = name_source(str(sighting.get("by", "self")), str(sighting.get("basis")))
    note = f": {sighting['note']}" if sighting.get("note") else ""
    return f"{who}{note}"
