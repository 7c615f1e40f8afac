"""How the summary looks: what works first, then at most three things, then the rest."""

from collections.abc import Iterator, Sequence
from typing import Final

from reflect_journal.insight.findings import StrengthFinding, WeakSpotFinding
from reflect_journal.insight.summary import Summary
from reflect_journal.model.outline import Outline
from reflect_journal.terminal.lines import (
    BLANK,
    Line,
    Piece,
    fold_lines,
    line,
)
from reflect_journal.terminal.output import Output
from reflect_journal.terminal.rows import render_rows
from reflect_journal.terminal.summary_words import (
    CAVEAT,
    VERDICTS,
    count_named,
    count_things,
    describe_count,
    describe_more,
    describe_outside,
    describe_rough,
    describe_sources,
    describe_trend,
    describe_voices,
    format_count,
)

INDENT: Final = "  "
DEEPER: Final = " " * 6


def render_summary(
    output: Output, summary: Summary, outlines: Sequence[Outline], *, show_all: bool
) -> list[Line]:
    """Render what may be said about the given reflections."""
    width = output.text_width
    if not summary.enough:
        return list(_render_too_few(summary, outlines, width))
    lines = fold_lines(describe_count(summary, outlines), width, style="bold")
    lines += _render_strengths(summary.headline_strengths, width)
    lines += (_render_all if show_all else _render_headline)(summary, width)
    lines.append(BLANK)
    for sentence in (*describe_more(summary), describe_outside(summary)):
        lines += fold_lines(sentence, width)
    rough = [describe_rough(spot) for spot in summary.headline[:1]]
    caveat = " ".join(part for part in [*rough, CAVEAT] if part)
    return [*lines, BLANK, *fold_lines(caveat, width, style="dim")]


def _render_too_few(
    summary: Summary, outlines: Sequence[Outline], width: int
) -> Iterator[Line]:
    count = count_things(summary.reflections, "reflection")
    facts = f" ({summary.facts_only} with only facts)" if summary.facts_only else ""
    text = f"{count}{facts}: too few to speak of anything that keeps coming back."
    yield from fold_lines(text, width)
    noted = [
        f"{one.label} ({', '.join(_name_companies(one, outlines))})"
        for one in _list_noted(summary)
    ]
    if noted:
        yield from fold_lines(f"What you noted: {', '.join(noted)}", width)


def _list_noted(summary: Summary) -> list[WeakSpotFinding]:
    # That no reason was given is told in a sentence of its own.
    return [one for one in summary.weak_spots if not one.is_counted_apart]


def _name_companies(spot: WeakSpotFinding, outlines: Sequence[Outline]) -> list[str]:
    naming = [
        one.company
        for one in outlines
        if any(sighting.id == spot.id for sighting in one.sightings)
    ]
    return list(dict.fromkeys(naming))


def _render_strengths(strengths: Sequence[StrengthFinding], width: int) -> list[Line]:
    if not strengths:
        return []
    heads = [(one.label, format_count(one.recurrence.seen)) for one in strengths]
    tails = [describe_sources(one.sources) for one in strengths]
    lines = [BLANK, line(Piece("What works", "bold"))]
    return [*lines, *(one for row in render_rows(heads, tails, width) for one in row)]


def _render_headline(summary: Summary, width: int) -> Iterator[Line]:
    yield BLANK
    yield line(Piece("What keeps coming back", "bold"))
    if not summary.headline:
        yield from fold_lines("Nothing yet that came up twice lately.", width, INDENT)
    heads = [
        (f"{at} {one.label}", count_named(one.recurrence))
        for at, one in enumerate(summary.headline, 1)
    ]
    tails = [describe_voices(one) for one in summary.headline]
    rows = render_rows(heads, tails, width)
    for row, one in zip(rows, summary.headline, strict=True):
        yield from row
        yield from _render_details(one, width)
    if summary.not_lately:
        named = [
            f"{one.label} ({count_named(one.recurrence)})" for one in summary.not_lately
        ]
        text = f"Not seen in the last five: {', '.join(named)}"
        yield from fold_lines(text, width, INDENT)
    if summary.noted_once:
        text = f"Noted once: {summary.noted_once} more, reflect summary --all"
        yield from fold_lines(text, width, INDENT)


def _render_details(finding: WeakSpotFinding, width: int) -> Iterator[Line]:
    compared = describe_trend(finding.trend)
    if compared:
        yield from fold_lines(compared, width, DEEPER, "dim")
    if finding.exercise:
        yield from fold_lines(f"Next: {finding.exercise}", width, DEEPER)


def _render_all(summary: Summary, width: int) -> Iterator[Line]:
    yield BLANK
    yield line(Piece("Everything noted", "bold"))
    noted = _list_noted(summary)
    if not noted:
        yield from fold_lines("Nothing noted there.", width, INDENT)
    heads = [(one.label, count_named(one.recurrence)) for one in noted]
    tails = [
        f"{VERDICTS[one.recurrence.verdict]}; {describe_voices(one)}" for one in noted
    ]
    for row in render_rows(heads, tails, width):
        yield from row
