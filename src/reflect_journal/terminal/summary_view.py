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
    join_columns,
    line,
    measure,
)
from reflect_journal.terminal.output import Output
from reflect_journal.terminal.summary_words import (
    CAVEAT,
    VERDICTS,
    count_named,
    describe_count,
    describe_outside,
    describe_rough,
    describe_sources,
    describe_trend,
    describe_voices,
    format_count,
)
from reflect_journal.terminal.too_few_view import render_too_few

INDENT: Final = "  "
DEEPER: Final = " " * 6
HEADINGS: Final = {
    "pattern": "What keeps coming back",
    "lead": "What came up a few times",
}


def render_summary(
    output: Output, summary: Summary, outlines: Sequence[Outline], *, show_all: bool
) -> list[Line]:
    """Render what may be said about the given reflections."""
    width = output.text_width
    if not summary.enough:
        return render_too_few(summary, outlines, width)
    lines = fold_lines(describe_count(summary, outlines), width, style="bold")
    lines += _render_strengths(summary.headline_strengths, width)
    headline = _sort_by_verdict(summary.headline)
    if show_all:
        lines += _render_all(summary, width)
    else:
        lines += _render_headline(headline, width)
        lines += _render_rest(summary, output.call, width)
    lines += [BLANK, *fold_lines(describe_outside(summary), width)]
    rough = [describe_rough(spot) for spot in headline[:1]]
    caveat = " ".join(part for part in [*rough, CAVEAT] if part)
    return [*lines, BLANK, *fold_lines(caveat, width, style="dim")]


def _render_strengths(strengths: Sequence[StrengthFinding], width: int) -> list[Line]:
    if not strengths:
        return []
    heads = [(one.label, format_count(one.recurrence.seen)) for one in strengths]
    tails = [describe_sources(one.sources) for one in strengths]
    lines = [BLANK, line(Piece("What works", "bold"))]
    return [*lines, *(one for row in _render_rows(heads, tails, width) for one in row)]


def _sort_by_verdict(headline: Sequence[WeakSpotFinding]) -> list[WeakSpotFinding]:
    """Put what keeps coming back before what came up a few times."""
    return sorted(headline, key=lambda one: one.recurrence.verdict != "pattern")


def _render_headline(headline: Sequence[WeakSpotFinding], width: int) -> Iterator[Line]:
    if not headline:
        yield from (BLANK, line(Piece(HEADINGS["pattern"], "bold")))
        yield from fold_lines("Nothing yet that came up twice lately.", width, INDENT)
    heads = [
        (f"{at} {one.label}", count_named(one.recurrence))
        for at, one in enumerate(headline, 1)
    ]
    tails = [describe_voices(one) for one in headline]
    told = ""
    for row, one in zip(_render_rows(heads, tails, width), headline, strict=True):
        heading = HEADINGS[one.recurrence.verdict]
        if heading != told:
            yield from (BLANK, line(Piece(heading, "bold")))
        told = heading
        yield from row
        yield from _render_details(one, width)


def _render_rest(summary: Summary, call: str, width: int) -> Iterator[Line]:
    """Render what is not in the first lines: not lately, or once."""
    rest = []
    if summary.not_lately:
        named = [
            f"{one.label} ({count_named(one.recurrence)})" for one in summary.not_lately
        ]
        rest.append(f"Not seen in the last five: {', '.join(named)}")
    if summary.noted_once:
        rest.append(f"Noted once: {summary.noted_once} more, {call} summary --all")
    if rest:
        yield BLANK
    for text in rest:
        yield from fold_lines(text, width)


def _render_details(finding: WeakSpotFinding, width: int) -> Iterator[Line]:
    compared = describe_trend(finding.trend)
    if compared:
        yield from fold_lines(compared, width, DEEPER, "dim")
    if finding.exercise:
        yield from fold_lines(f"Next: {finding.exercise}", width, DEEPER)


def _render_all(summary: Summary, width: int) -> Iterator[Line]:
    yield BLANK
    yield line(Piece("Everything noted", "bold"))
    # That no reason was given is told in a sentence of its own.
    noted = [one for one in summary.weak_spots if not one.is_counted_apart]
    if not noted:
        yield from fold_lines("Nothing noted there.", width, INDENT)
    heads = [(one.label, count_named(one.recurrence)) for one in noted]
    tails = [
        f"{VERDICTS[one.recurrence.verdict]}; {describe_voices(one)}" for one in noted
    ]
    for row in _render_rows(heads, tails, width):
        yield from row


def _render_rows(
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
            rows.append([*head, *fold_lines(tail, width, DEEPER)])
    return rows
