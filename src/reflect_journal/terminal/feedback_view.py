"""How a list of requests for feedback looks."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from reflect_journal.model.days import format_day
from reflect_journal.model.outline import Asked, Outline
from reflect_journal.terminal.labels import ADDRESSEES, WAYS
from reflect_journal.terminal.lines import (
    Line,
    cut,
    fold_lines,
    join_columns,
    line,
    measure,
)
from reflect_journal.terminal.output import Output
from reflect_journal.terminal.status_view import describe_due

NOTHING: Final = "Nobody was asked yet. A letter: {call} feedback ask ID"
USUAL_WAYS: Final = ("", "email")
INDENT: Final = "  "
STATES: Final = {"received": "answered", "nudged": "reminded", "silent": "no answer"}


def render_channels(
    output: Output,
    rows: Sequence[tuple[Outline, Asked]],
    short: Mapping[str, str],
    counted: tuple[int, int],
    describe_wait: Callable[[Asked], str],
) -> list[Line]:
    """Render one line a channel, and how many answered.

    `describe_wait` says of one how long to wait before a reminder; "" for nothing.
    """
    if not rows:
        return fold_lines(NOTHING.format(call=output.call), output.text_width)
    heads = [
        (short[outline.id], outline.company, _name(asked)) for outline, asked in rows
    ]
    tails = [_describe(asked, describe_wait(asked)) for _, asked in rows]
    lines = [line(one) for one in _lay_out(output, heads, tails)]
    answered, of = counted
    if not of:
        return lines
    asked = "once" if of == 1 else f"{of} times"
    end = f"You asked {asked}; {answered} of {of} answered."
    return [*lines, *fold_lines(end, output.text_width)]


def render_due(
    output: Output, due: Iterable[Outline], short: Mapping[str, str]
) -> list[Line]:
    """Render whom to write to again."""
    told = (
        describe_due(one.company, one.feedback.due_on, short[one.id], output.call)
        for one in due
    )
    width = output.text_width
    return [one for parts in told for one in fold_lines("".join(parts), width)]


def _lay_out(
    output: Output, heads: Sequence[Sequence[str]], tails: Sequence[str]
) -> list[str]:
    """Put each channel on one line, or on two where the screen is too narrow."""
    pairs = zip(heads, tails, strict=True)
    whole = join_columns([*head, tail] for head, tail in pairs)
    if not output.cuts or max(map(measure, whole)) <= output.text_width:
        return whole
    fronts = join_columns(heads)
    return [
        cut(part, output.text_width)
        for front, tail in zip(fronts, tails, strict=True)
        for part in (front, f"{INDENT}{tail}")
    ]


def _name(asked: Asked) -> str:
    way = "" if asked.via in USUAL_WAYS else WAYS.get(asked.via, "")
    parts = (ADDRESSEES.get(asked.to, asked.to), asked.who, way)
    return ", ".join(part for part in parts if part)


def _describe(asked: Asked, wait: str) -> str:
    state = STATES.get(asked.state, asked.state)
    day = asked.received_on or asked.nudged_on or asked.asked_on
    told = f"{state} {format_day(day)}" if day else state
    return f"{told}, {wait}" if wait else told
