"""`reflect feedback list`: whom you asked, and what came of it."""

from typing import Annotated, Any

import typer

from reflect_journal.cli.context import Context, shorten_ids
from reflect_journal.cli.standing import find_due
from reflect_journal.letters.channels import count_answers
from reflect_journal.letters.requests import find_speaker
from reflect_journal.letters.waiting import find_nudge_day
from reflect_journal.model.days import format_day
from reflect_journal.model.outline import Asked, Outline
from reflect_journal.model.terms import WAITING_STATES
from reflect_journal.query.ordering import sort_newest_first

Open = Annotated[
    bool, typer.Option("--open", help="Only where an answer may still come.")
]


def list_feedback(context: Context, open_: Open = False) -> None:
    """List whom you asked for feedback, and what came of it.

    No answer is the normal case; asking is what counts. Example:
    reflect feedback list --open
    """
    outlines = sort_newest_first(context.survey().outlines)
    rows = [
        (outline, asked)
        for outline in outlines
        for asked in outline.feedback.channels
        if not open_ or asked.state in WAITING_STATES
    ]
    if context.options.json:
        context.answer_json({"feedback": [describe(*row) for row in rows]})
        return
    from reflect_journal.terminal.feedback_view import render_channels, render_due

    due = find_due(context, outlines)
    ids = [*(outline.id for outline, _ in rows), *(one.id for one in due)]
    short = shorten_ids(ids, (outline.id for outline in outlines))
    every = [one for outline in outlines for one in outline.feedback.channels]

    def describe_wait(asked: Asked) -> str:
        day = find_nudge_day(asked.asked_on) if asked.state == "asked" else ""
        if day and day <= context.today.isoformat():
            return "one reminder is fine (--kind nudge)"
        return f"remind {format_day(day)}" if day else ""

    counted = count_answers(every)
    lines = render_channels(context.out, rows, short, counted, describe_wait)
    context.out.write([*lines, *render_due(context.out, due, short)])


def describe(outline: Outline, asked: Asked) -> dict[str, Any]:
    """Give one row of the JSON answer."""
    waits = asked.state == "asked"
    return {
        "id": outline.id,
        "company": outline.company,
        "to": asked.to,
        "by": find_speaker(asked.to),
        "who": asked.who,
        "via": asked.via,
        "state": asked.state,
        "asked_on": asked.asked_on or None,
        "nudged_on": asked.nudged_on or None,
        "received_on": asked.received_on or None,
        "nudge_from": (find_nudge_day(asked.asked_on) or None) if waits else None,
    }
