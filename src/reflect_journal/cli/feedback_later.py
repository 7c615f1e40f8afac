"""`reflect feedback later`: when to write to them again, and what is different then."""

from typing import Annotated, Any

import typer

from reflect_journal.cli.context import Context
from reflect_journal.cli.feedback_saving import (
    check_part,
    find_to_note,
    name_company,
    note,
)
from reflect_journal.cli.referring import Reference
from reflect_journal.errors import InvalidOptionError
from reflect_journal.model.days import format_day
from reflect_journal.model.limits import TEXT_LIMIT

On = Annotated[
    str,
    typer.Option(
        "--on", metavar="DATE", help="The day, such as in 3 weeks or 2027-03-01."
    ),
]
Note = Annotated[
    str,
    typer.Option("--note", metavar="TEXT", help="What is different by then, or why."),
]
Done = Annotated[bool, typer.Option("--done", help="It is done, or not wanted now.")]


def later(
    context: Context,
    reference: Reference,
    on: On = "",
    note_: Note = "",
    done: Done = False,
) -> None:
    """Note when to write to them again.

    It is brought up when the day has come, until --done. Example:
    reflect feedback later harbour --on 2027-03-01 --note "two talks given"
    """
    if done == bool(on):
        raise InvalidOptionError("--on", "either a day, or --done.")
    saved = find_to_note(context, reference)
    given = {} if done else check_given(context, on, note_)

    def change(document: dict[str, Any]) -> None:
        if not done:
            document["later"] = given
        elif isinstance(document.get("later"), dict):
            document["later"]["done_on"] = context.today.isoformat()

    now = note(context, saved, change)
    if context.options.json:
        context.answer_json({"id": now.id, "later": now.document.get("later")})
    elif done:
        context.err.write(["Noted."])
    else:
        day = format_day(given["due_on"])
        context.err.write_folded(f"Noted: write to {name_company(now)} on {day}.")


def check_given(context: Context, on: str, note: str) -> dict[str, Any]:
    """Check the day and what is to be different by then.

    Raises:
        InvalidOptionError: naming the option.
    """
    from reflect_journal.interview.dates import explain_coming_day, find_coming_day

    day = find_coming_day(on, context.today)
    if day is None:
        raise InvalidOptionError("--on", explain_coming_day(on, context.today))
    if len(note) > TEXT_LIMIT:
        problem = f"it has {len(note):,} characters; {TEXT_LIMIT:,} fit."
        raise InvalidOptionError("--note", problem)
    given = {"due_on": day.isoformat(), **({"note": note} if note else {})}
    checked: dict[str, Any] = check_part(context, "later", given)["later"]
    return checked
