"""What a report holds: parts of sentences and tables, then the reflections."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from reflect_journal.insight.disputes import Dispute
from reflect_journal.insight.findings import StrengthFinding, WeakSpotFinding
from reflect_journal.insight.intervals import Count
from reflect_journal.insight.months import MonthFinding
from reflect_journal.insight.stages import StageFinding
from reflect_journal.insight.summary import Summary
from reflect_journal.insight.voices import VoiceGroup
from reflect_journal.model.days import format_month
from reflect_journal.model.outline import Outline
from reflect_journal.model.terms import AREA_LABELS, CHANGEABLE_LABELS, STAGE_LABELS
from reflect_journal.terminal.by_view import DISPUTED, REACHED, VOICES
from reflect_journal.terminal.portrait import Portrait
from reflect_journal.terminal.summary_words import (
    CAVEAT,
    TOO_FEW,
    VERDICTS,
    count_named,
    count_things,
    describe_count,
    describe_interval,
    describe_more,
    describe_outside,
    describe_rough,
    describe_sources,
    describe_trend,
    describe_voices,
    format_count,
)

ROOM: Final = 1_800_000
"""Bytes of the reflections themselves, markup included; the whole stays below 2 MB."""
OVERHEAD: Final = 250
ROW: Final = 12
OLDER: Final = "Older ones that have no room on this page: {}. All of them:"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table.

    Attributes:
        name: what it is about.
        shown: how often, as text.
        count: the same for the bar beside it.
        cells: further columns.
        details: sentences below the name.
    """

    name: str
    shown: str
    count: Count
    cells: tuple[str, ...] = ()
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table of numbers; `most` is the largest count that a bar has to hold."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def most(self) -> int:
        """Give what a bar over the whole width stands for."""
        return max(row.count.looked_at_in for row in self.rows) or 1


@dataclass(frozen=True, slots=True)
class Part:
    """A heading, sentences and tables."""

    name: str
    heading: str
    sentences: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """Everything on the page, in order; `made_on` is a day for people."""

    title: str
    subtitle: str
    made_on: str
    remark: str
    parts: tuple[Part, ...]
    portraits: tuple[Portrait, ...]
    left_out: str


@dataclass(frozen=True, slots=True)
class Findings:
    """What was counted: all of it about the same reflections."""

    outlines: Sequence[Outline]
    summary: Summary
    months: Sequence[MonthFinding]
    voices: Sequence[VoiceGroup]
    disputes: Sequence[Dispute]


def compose_report(
    findings: Findings,
    portraits: Iterable[Portrait],
    *,
    made_on: str,
    next_step: str = "",
    remark: str = "",
) -> Report:
    """Compose the page.

    Args:
        findings: what was counted.
        portraits: the same reflections in words, the newest first; those without
            room on the page are not asked for.
        made_on: the day, for people.
        next_step: the one thing to do next, or "".
        remark: what has to be known about the whole page, or "".
    """
    summary = findings.summary
    shown = choose_portraits(portraits)
    older = len(findings.outlines) - len(shown)
    left_out = f"{OLDER.format(older)} reflect export --markdown" if older else ""
    ahead = [Part("next", "Next", (next_step,))] if next_step else []
    return Report(
        title="What the reflections show",
        subtitle=describe_count(summary, findings.outlines),
        made_on=made_on,
        remark=remark,
        parts=(*ahead, *_list_parts(findings)),
        portraits=shown,
        left_out=left_out,
    )


def choose_portraits(portraits: Iterable[Portrait]) -> tuple[Portrait, ...]:
    """Choose the first ones that a page has room for; a browser has to open it."""
    room, shown = ROOM, []
    for portrait in portraits:
        rows = [row for section in portrait.sections for row in section.rows]
        room -= OVERHEAD + sum(
            ROW + len(row.text.encode("utf-8", "surrogatepass")) for row in rows
        )
        if room < 0:
            break
        shown.append(portrait)
    return tuple(shown)


def _list_parts(findings: Findings) -> Iterator[Part]:
    summary = findings.summary
    yield _tell_strengths(summary.strengths)
    yield _tell_weak_spots(summary)
    yield _tell_around(summary)
    yield _tell_voices(findings.voices, findings.disputes)
    yield _tell_stages(summary.stages)
    yield _tell_months(findings.months)


def _tell_strengths(strengths: Sequence[StrengthFinding]) -> Part:
    rows = [
        _count_row(one.label, one.recurrence.seen, (describe_sources(one.sources),))
        for one in strengths
    ]
    heads = ("Strength", "Seen in", "Said by")
    table = _table("Strengths that were noted", heads, rows)
    return Part("works", "What works", _or_nothing(rows), table)


def _tell_weak_spots(summary: Summary) -> Part:
    told = [one for one in summary.weak_spots if not one.is_counted_apart]
    rows = [_tell_weak_spot(one, enough=summary.enough) for one in told]
    sentences = _or_nothing(rows)
    if rows and not summary.enough:
        sentences = ("Too few to speak of anything that keeps coming back.",)
    rough = [describe_rough(one) for one in summary.headline[:1]]
    notes = (*[one for one in rough if one], CAVEAT)
    heads = ("Weak spot", "Seen in", "How often")
    table = _table("Weak spots that were noted", heads, rows)
    return Part("weak-spots", "What was noted", sentences, table, notes)


def _tell_weak_spot(one: WeakSpotFinding, *, enough: bool) -> Row:
    practice = f"Next: {one.exercise}" if one.exercise else ""
    sorted_as = CHANGEABLE_LABELS["not-at-all"]
    fixed = sorted_as if one.changeable == "not-at-all" else ""
    told = (fixed, describe_voices(one), describe_trend(one.trend), practice)
    return Row(
        one.label,
        count_named(one.recurrence),
        one.recurrence.seen,
        cells=(VERDICTS[one.recurrence.verdict] if enough else TOO_FEW,),
        details=tuple(part for part in told if part),
    )


def _tell_around(summary: Summary) -> Part:
    sentences = (*describe_more(summary), describe_outside(summary))
    return Part("around", "Around it", sentences)


def _tell_voices(voices: Sequence[VoiceGroup], disputes: Sequence[Dispute]) -> Part:
    tables: list[Table] = []
    for group in voices:
        rows = [
            _count_row(one.label, one.recurrence.seen, (describe_sources(one.sources),))
            for one in group.weak_spots
            if not one.is_counted_apart
        ]
        heads = ("Weak spot", "Seen in", "Said by")
        tables += _table(VOICES[group.agreement], heads, rows)
    rows = [
        _count_row(AREA_LABELS[one.area], Count(one.count, one.of)) for one in disputes
    ]
    tables += _table("Seen differently", ("Area", "Reflections"), rows)
    notes = (DISPUTED,) if rows else ()
    sentences = () if tables else ("Nothing noted.",)
    return Part("who", "Who sees it", sentences, tuple(tables), notes)


def _tell_stages(stages: Sequence[StageFinding]) -> Part:
    rows = [
        _count_row(
            STAGE_LABELS[one.stage],
            Count(one.ended_here, one.reached),
            (describe_interval(one.interval),),
        )
        for one in stages
    ]
    heads = ("Stage", "Ended there", "How sure")
    table = _table("Where processes ended", heads, rows)
    return Part("stages", "Where it ended", _or_nothing(rows), table, (REACHED,))


def _tell_months(months: Sequence[MonthFinding]) -> Part:
    most = max((one.reflections for one in months), default=0)
    rows = [
        Row(
            format_month(one.month),
            count_things(one.reflections, "reflection"),
            Count(one.reflections, most),
            cells=(count_things(one.rounds, "talk"),),
            details=_name_seen(one),
        )
        for one in months
    ]
    heads = ("Month", "Reflections", "Talks")
    table = _table("Month by month", heads, rows)
    return Part("months", "Month by month", _or_nothing(rows), table)


def _name_seen(month: MonthFinding) -> tuple[str, ...]:
    named = ", ".join(f"{spot.label} {spot.seen_in}" for spot in month.weak_spots)
    return (named,) if named else ()


def _count_row(name: str, count: Count, cells: tuple[str, ...] = ()) -> Row:
    return Row(name, format_count(count), count, cells)


def _table(
    caption: str, heads: tuple[str, ...], rows: Sequence[Row]
) -> tuple[Table, ...]:
    return (Table(caption, heads, tuple(rows)),) if rows else ()


def _or_nothing(rows: Sequence[Row]) -> tuple[str, ...]:
    return () if rows else ("Nothing noted.",)
