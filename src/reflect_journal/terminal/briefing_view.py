"""How the page before an interview looks, as sections that any rendering takes."""

from collections.abc import Iterator, Sequence
from typing import Final

from reflect_journal.insight.briefing import Briefing, Source, ToDo, Told
from reflect_journal.model.days import format_day
from reflect_journal.model.terms import STAGE_LABELS
from reflect_journal.model.text import strip_lead
from reflect_journal.terminal.lines import cut
from reflect_journal.terminal.portrait import Portrait, Section
from reflect_journal.terminal.portrait_rows import Row
from reflect_journal.terminal.summary_words import (
    count_things,
    describe_sources,
    format_count,
)

STEPS: Final = (
    "the job ad",
    "the company",
    "the role and the people",
    "likely questions",
    "practice aloud",
)
UNSURE: Final = {
    "role": "What the work is day to day: it was not what you wanted",
    "culture": "How they work together: it would not have suited you",
}
LONGEST: Final = 240
NO: Final = "{call} new --quick takes three minutes, and this page will know it."


def portray_briefing(
    briefing: Briefing, *, role: str, stage: str, count: int, call: str = "reflect"
) -> Portrait:
    """Put a briefing into words.

    Args:
        briefing: what to show.
        role: words of the role that was asked for, or "".
        stage: the stage that was asked for, or "".
        count: from how many reflections it is.
        call: how the program is called.
    """
    for_what = ", ".join(part for part in (role, STAGE_LABELS.get(stage, "")) if part)
    last = Row("", NO.format(call=call))
    sections = (
        Section("They asked you in for", tuple(_list_worked(briefing))),
        Section("To take along", tuple(map(_quote, briefing.lessons))),
        Section("At most three things to do", tuple(map(_plan, briefing.plans))),
        Section("Your own answers now", tuple(_list_answers(briefing.answers))),
        Section("To prepare", tuple(_list_preparation(briefing))),
        Section("To ask them", tuple(map(_ask, briefing.unsure))),
        Section("If it is a no", (*map(_quote, briefing.friend_words), last)),
    )
    return Portrait(
        title="Before the interview" + (f": {for_what}" if for_what else ""),
        subtitle=f"Your own words, from {count_things(count, 'reflection')}",
        remarks=(),
        sections=tuple(section for section in sections if section.rows),
    )


def _list_worked(briefing: Briefing) -> Iterator[Row]:
    for one in briefing.strengths:
        counted = format_count(one.recurrence.seen)
        yield Row("", f"{one.label}, {counted}: {describe_sources(one.sources)}")
    yield from map(_quote, briefing.worked)


def _list_answers(answers: Sequence[Told]) -> Iterator[Row]:
    for one in answers:
        yield Row("They asked", one.about or "(not noted)")
        yield Row("  answer now", _quote(one).text)


def _list_preparation(briefing: Briefing) -> Iterator[Row]:
    yield from map(_quote, briefing.preparation)
    for step, count in zip(STEPS, briefing.steps, strict=True):
        if count.seen_in < count.looked_at_in:
            yield Row("", f"{step}: done in {format_count(count)} talks")


def _plan(plan: ToDo) -> Row:
    condition = f"If {strip_lead(plan.cue, 'if')}, " if plan.cue else ""
    state = "it helped" if plan.helped else "open"
    action = plan.action.rstrip(".")
    return Row("", f"{condition}{action}: {state} {_name(plan.source)}")


def _ask(told: Told) -> Row:
    if told.about not in UNSURE:
        return _quote(told)
    return Row("", f"{UNSURE[told.about]}, {told.text} of 5 {_name(told.source)}")


def _quote(told: Told) -> Row:
    # One page: the start of a long story says which one it is.
    return Row("", f"{cut(' '.join(told.text.split()), LONGEST)} {_name(told.source)}")


def _name(source: Source) -> str:
    return f"({source.company}, {format_day(source.rejected_on)})"
