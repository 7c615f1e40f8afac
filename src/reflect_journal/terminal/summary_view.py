"""How the summary looks: what works first, then at most three things, then the rest."""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from reflect_journal.insight.findings import StrengthFinding, WeakSpotFinding
from reflect_journal.insight.intervals import Count
from reflect_journal.insight.summary import Summary
from reflect_journal.insight.trend import Trend
from reflect_journal.model.days import format_day
from reflect_journal.model.outline import Outline
from reflect_journal.model.vocabulary import Vocabulary
from reflect_journal.terminal.lines import (
    BLANK,
    Line,
    Piece,
    fold_lines,
    join_columns,
    line,
)
from reflect_journal.terminal.output import Output

READABLE: Final = 80
INDENT: Final = "  "
DEEPER: Final = " " * 6
COMPARABLE: Final = 6
VERDICTS: Final = {
    "anecdote": "once",
    "lead": "a few times",
    "pattern": "keeps coming back",
}
TRENDS: Final = {
    "too-few": "too few to tell",
    "no-clear-change": "no clear change",
    "easing": "easing",
}
COMPANY_SOURCES: Final = ("recruiter", "interviewer")
CAVEAT: Final = (
    "These are interviews that ended in a no and that you wrote down: they show what "
    "was noticed, not why anybody decided."
)


def render_summary(
    output: Output,
    summary: Summary,
    outlines: Sequence[Outline],
    vocabulary: Vocabulary,
    *,
    show_all: bool,
) -> list[Line]:
    """Render what may be said about the given reflections."""
    width = min(output.width, READABLE)
    if not summary.enough:
        return list(_render_too_few(summary, outlines, vocabulary, width))
    lines = [line(Piece(_describe_count(summary, outlines), "bold"))]
    lines += _render_strengths(summary.headline_strengths, width)
    if show_all:
        lines += _render_all(summary, width)
    else:
        lines += _render_headline(summary, width)
    lines += [BLANK, *fold_lines(_describe_outside(summary), width)]
    rough = [_describe_rough(spot) for spot in summary.headline[:1]]
    caveat = " ".join(part for part in [*rough, CAVEAT] if part)
    return [*lines, BLANK, *fold_lines(caveat, width, style="dim")]


def _render_too_few(
    summary: Summary,
    outlines: Sequence[Outline],
    vocabulary: Vocabulary,
    width: int,
) -> Iterator[Line]:
    count = _count(summary.reflections, "reflection")
    facts = f" ({summary.facts_only} with only facts)" if summary.facts_only else ""
    text = f"{count}{facts}: too few to speak of anything that keeps coming back."
    yield from fold_lines(text, width)
    companies = [
        ", ".join(_name_companies(one, outlines)) for one in summary.weak_spots
    ]
    noted = [
        f"{vocabulary.get_label(one.id)} ({names})"
        for one, names in zip(summary.weak_spots, companies, strict=True)
    ]
    if noted:
        yield from fold_lines(f"What you noted: {', '.join(noted)}", width)


def _name_companies(spot: WeakSpotFinding, outlines: Sequence[Outline]) -> list[str]:
    naming = [
        one.company
        for one in outlines
        if any(sighting.id == spot.id for sighting in one.sightings)
    ]
    return list(dict.fromkeys(naming))


def _describe_count(summary: Summary, outlines: Sequence[Outline]) -> str:
    days = sorted(one.rejected_on for one in outlines if one.rejected_on)
    span = f", {describe_span(days[0], days[-1])}" if days else ""
    facts = ""
    if summary.facts_only:
        verb = "holds" if summary.facts_only == 1 else "hold"
        number = "one" if summary.facts_only == 1 else str(summary.facts_only)
        facts = f" ({number} {verb} only facts)"
    return f"{_count(summary.reflections, 'reflection')}{span}{facts}"


def describe_span(first: str, last: str) -> str:
    """Write two days as the months between them: Mar to Nov 2026."""
    _, first_month, first_year = format_day(first).split()
    _, last_month, last_year = format_day(last).split()
    if (first_month, first_year) == (last_month, last_year):
        return f"{last_month} {last_year}"
    start = first_month if first_year == last_year else f"{first_month} {first_year}"
    return f"{start} to {last_month} {last_year}"


def _render_strengths(strengths: Sequence[StrengthFinding], width: int) -> list[Line]:
    if not strengths:
        return []
    rows = [
        (one.label, _of(one.recurrence.seen), describe_sources(one.sources))
        for one in strengths
    ]
    lines = [BLANK, line(Piece("What works", "bold"))]
    return [*lines, *_indent_rows(rows, width)]


def _indent_rows(rows: Sequence[Sequence[str]], width: int) -> list[Line]:
    joined = join_columns(rows)
    if all(len(one) + len(INDENT) <= width for one in joined):
        return [line(INDENT, one) for one in joined]
    short = join_columns([row[:-1] for row in rows])
    return [
        one
        for front, row in zip(short, rows, strict=True)
        for one in (line(INDENT, front), *fold_lines(row[-1], width, DEEPER))
    ]


def _render_headline(summary: Summary, width: int) -> Iterator[Line]:
    yield BLANK
    yield line(Piece("What keeps coming back", "bold"))
    if not summary.headline:
        yield from fold_lines("Nothing yet that came up twice lately.", width, INDENT)
    rows = [
        (f"{at} {one.label}", _of(one.recurrence.seen), describe_voices(one))
        for at, one in enumerate(summary.headline, 1)
    ]
    for row, one in zip(rows, summary.headline, strict=True):
        head = join_columns(rows)[rows.index(row)]
        if len(head) + len(INDENT) > width:
            yield line(INDENT, f"{row[0]}  {row[1]}")
            yield from fold_lines(row[2], width, DEEPER)
        else:
            yield line(INDENT, head)
        yield from _render_details(one, width)
    if summary.not_lately:
        named = [
            f"{one.label} ({_of(one.recurrence.seen)})" for one in summary.not_lately
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
        text = f"Next: {finding.exercise}"
        yield from fold_lines(text, width, DEEPER)


def _render_all(summary: Summary, width: int) -> Iterator[Line]:
    yield BLANK
    yield line(Piece("Everything noted", "bold"))
    rows = [
        (
            one.label,
            _of(one.recurrence.seen),
            f"{VERDICTS[one.recurrence.verdict]}; {describe_voices(one)}",
        )
        for one in summary.weak_spots
    ]
    if not rows:
        yield from fold_lines("Nothing noted there.", width, INDENT)
    yield from _indent_rows(rows, width)


def describe_trend(trend: Trend) -> str:
    """Write both counts and a word; "" while there is nothing to compare."""
    total = trend.recent.looked_at_in + trend.earlier.looked_at_in
    if total < COMPARABLE:
        return ""
    return (
        f"before {_of(trend.earlier)}, last five {_of(trend.recent)}: "
        f"{TRENDS[trend.direction]}"
    )


def describe_voices(finding: WeakSpotFinding) -> str:
    """Say who saw it, in the words of the agreement."""
    sources = describe_sources(finding.sources)
    match finding.agreement:
        case "my-guess":
            return "your own view"
        case "blind-spot":
            return f"others said it, you did not ({sources})"
        case _:
            return sources


def describe_sources(sources: Mapping[str, int]) -> str:
    """Name the sources with how many reflections each: you 3, interviewer 2."""
    order = sorted(sources, key=lambda one: (one != "self", -sources[one], one))
    return ", ".join(
        f"{'you' if one == 'self' else one} {sources[one]}" for one in order
    )


def _describe_outside(summary: Summary) -> str:
    text = f"Not in your hands: {_of(summary.outside_control)}."
    if summary.no_reason.seen_in:
        text += f" No real reason given: {_of(summary.no_reason)}, worth asking."
    return text


def _describe_rough(finding: WeakSpotFinding) -> str:
    interval = finding.recurrence.interval
    if interval is None:
        return ""
    low, high = math.floor(interval.low * 10), math.ceil(interval.high * 10)
    seen = _of(finding.recurrence.seen)
    return f"{seen} means roughly between {low} and {high} in 10."


def _of(count: Count) -> str:
    return f"{count.seen_in} of {count.looked_at_in}"


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'s' * (number != 1)}"
