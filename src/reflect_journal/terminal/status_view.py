"""How `reflect` alone looks: at most three lines, each with its command."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from reflect_journal.model.days import format_day
from reflect_journal.model.text import strip_lead
from reflect_journal.terminal.lines import Line, cut, fold_lines, measure
from reflect_journal.terminal.output import Output


@dataclass(frozen=True, slots=True)
class Standing:
    """What waits.

    Attributes:
        drafts: the companies of the unfinished interviews, the one kept last first;
            "" where it has none yet.
        short: company and short id of the reflection that can be told at more length.
        plan: the cue and the action of the open plan.
        due: whom to write to again, since when and the reflection's short id.
    """

    drafts: Sequence[str]
    short: tuple[str, str] | None
    plan: Mapping[str, str] | None
    due: tuple[str, str, str] | None = None


FIRST: Final = (
    "Nothing here yet. After a rejection, `{call} new` takes about ten minutes, or "
    "three with --quick. Stop at any question; what you wrote is kept."
)
MOST: Final = 3
LEAST_TEXT: Final = 52
"""Columns below which a text that is cut would say too little."""
LEFT_BY_FOLDING: Final = 16
"""Columns that a long word may leave empty where a line is folded."""


def render_status(output: Output, standing: Standing, *, count: int) -> list[Line]:
    """Render what waits, the most urgent first.

    Args:
        output: where it goes.
        standing: what waits.
        count: how many reflections there are.
    """
    steps = list(list_steps(standing, output.call))[:MOST]
    sentences = [_fit(output, *one) for one in steps]
    if not sentences and not count:
        return fold_lines(FIRST.format(call=output.call), output.text_width)
    if not sentences:
        noun = "reflection" if count == 1 else "reflections"
        sentences.append(f"{count} {noun}. What they show: {output.call} summary")
    return [
        one for sentence in sentences for one in fold_lines(sentence, output.text_width)
    ]


def describe_next_step(standing: Standing, call: str) -> str:
    """Say the one thing to do next; "" where nothing waits."""
    return next(("".join(one) for one in list_steps(standing, call)), "")


def list_steps(standing: Standing, call: str) -> Iterator[tuple[str, str]]:
    """Give a sentence for each thing that waits, and the command at its end."""
    on, drafts, plan = f"{call} continue", standing.drafts, standing.plan
    if drafts:
        start, end = "An unfinished reflection waits", f": {on}"
        name, last = drafts[0], ""
        if len(drafts) > 1:
            start, last = f"{len(drafts)} unfinished reflections wait", "last: "
        text = f"{start} ({last}{name}" if name else start
        yield text, f"){end}" if name else end
    if standing.short is not None:
        company, identifier = standing.short
        command = f"{on} {identifier}" if drafts else on
        yield f"More of it can be told: {company}", f": {command}"
    if standing.due is not None:
        yield describe_due(*standing.due, call)
    if plan is not None:
        cue = f"if {strip_lead(plan['cue'], 'if')}, " if plan["cue"] else ""
        yield f"Open plan: {cue}{plan['action'].rstrip('.')}.", ""


def describe_due(company: str, day: str, short: str, call: str) -> tuple[str, str]:
    """Say that somebody is to be written to again, and where it says what about."""
    since = f"Since {format_day(day)}: write to {company} again"
    return since, f": {call} feedback show {short}"


def _fit(output: Output, text: str, end: str) -> str:
    """Cut a text so that the end of its sentence, the command, has room.

    Where one line has hardly room for both, they are given two.
    """
    room = output.text_width - measure(end)
    if not output.cuts:
        return f"{text}{end}"
    if room < LEAST_TEXT:
        room += output.text_width - LEFT_BY_FOLDING
    return f"{cut(text, room)}{end}"
