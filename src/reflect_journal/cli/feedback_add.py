"""`reflect feedback add`: what somebody said, in their words, before anything else."""

from collections.abc import Mapping
from typing import Annotated, Any, Final

import typer

from reflect_journal.cli import feedback_questions, feedback_taking
from reflect_journal.cli.context import Context
from reflect_journal.cli.feedback_saving import (
    explain_missing,
    find_prompter,
    find_to_note,
    parse_past_day,
    parse_word,
)
from reflect_journal.cli.referring import Reference
from reflect_journal.errors import InvalidOptionError
from reflect_journal.model.terms import SOURCES, VIAS

OTHERS = SOURCES[1:]
NOTHING: Final = "Nothing was noted."
NO_SPEAKER: Final = "It is not said who spoke"
ENDS = ("declined", "silent", "closed")
By = Annotated[
    str,
    typer.Option(
        "--by", metavar="WHO", help="recruiter, interviewer, friend, colleague, coach."
    ),
]
Who = Annotated[str, typer.Option("--who", metavar="NAME", help="Their name.")]
Via = Annotated[
    str,
    typer.Option("--via", metavar="HOW", help="email, phone, in-person or other."),
]
On = Annotated[
    str, typer.Option("--on", metavar="DATE", help="The day on which they said it.")
]
State = Annotated[
    str,
    typer.Option(
        "--state",
        metavar="STATE",
        help="No words came: declined, silent or closed.",
    ),
]
Comment = Annotated[
    str,
    typer.Option("--comment", metavar="TEXT", help="Your remark beside their words."),
]
File = Annotated[
    str,
    typer.Argument(
        metavar="[FILE]", help="Their words, also as .eml; - or nothing: the pipe."
    ),
]


def add(
    context: Context,
    reference: Reference,
    file: File = "",
    by: By = "",
    who: Who = "",
    via: Via = "",
    on: On = "",
    state: State = "",
    comment: Comment = "",
) -> None:
    """Keep what somebody said, in their words.

    They are saved before anything is asked. A friend's reply is read for the numbers
    of the form. Example: reflect feedback add harbour --by recruiter mail.txt
    """
    saved = find_to_note(context, reference)
    prompter = find_prompter(context)
    if not by and prompter is not None:
        by = feedback_questions.ask_for_speaker(context, prompter)
        if not by:
            context.err.write([NOTHING])
            answer(context, saved.id, None)
            return
    if not by:
        raise explain_missing(context, NO_SPEAKER, "--by WHO")
    speaker = parse_word("--by", by, OTHERS)
    if via:
        parse_word("--via", via, VIAS)
    day = parse_past_day(context, on)
    told = {"by": speaker, "who": who.strip(), "via": via, "heard_on": day}
    if state:
        if file or comment:
            raise InvalidOptionError("--state", "it does not go with words.")
        parse_word("--state", state, ENDS)
        feedback_taking.note_end(context, saved, told, state)
        return
    taken = feedback_taking.take_words(
        context, prompter, saved, {**told, "comment": comment.strip()}, file
    )
    if prompter is not None and taken is not None:
        feedback_questions.ask_about(context, prompter, taken, speaker)
    heard = taken.heard if taken is not None and taken.is_new else None
    answer(context, saved.id, heard)


def answer(context: Context, identifier: str, heard: Mapping[str, Any] | None) -> None:
    """Give the JSON answer."""
    if context.options.json:
        context.answer_json(
            {"id": identifier, "saved": heard is not None, "heard": heard}
        )
