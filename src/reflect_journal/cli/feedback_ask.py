"""`reflect feedback ask`: a letter or a call sheet that asks for feedback."""

from typing import Annotated

import typer

from reflect_journal.cli import letter_pieces, letter_questions
from reflect_journal.cli.confirming import DECLINED, Yes
from reflect_journal.cli.context import Context
from reflect_journal.cli.feedback_saving import (
    find_prompter,
    find_to_note,
    parse_past_day,
)
from reflect_journal.cli.referring import Reference

To = Annotated[
    str,
    typer.Option(
        "--to",
        metavar="WHO",
        help="recruiter, interviewer, hiring-manager, hr or friend.",
    ),
]
Via = Annotated[str, typer.Option("--via", metavar="HOW", help="email or phone.")]
Kind = Annotated[
    str, typer.Option("--kind", metavar="KIND", help="ask, nudge, thanks or used.")
]
Name = Annotated[
    str,
    typer.Option("--name", metavar="NAME", help="Their name; an address may follow."),
]
MyName = Annotated[str, typer.Option("--my-name", metavar="NAME", help="Your name.")]
Memory = Annotated[
    str,
    typer.Option(
        "--memory", metavar="TEXT", help="One concrete thing you remember of the talk."
    ),
]
With = Annotated[
    str,
    typer.Option(
        "--with",
        metavar="PARTS",
        help="others, unsure, again, sorry, with commas between; or none.",
    ),
]
Eml = Annotated[
    str, typer.Option("--eml", metavar="FILE", help="Write a draft for a mail program.")
]
Template = Annotated[
    bool, typer.Option("--template", help="Print the template instead, to edit it.")
]
Sent = Annotated[bool, typer.Option("--sent", help="Note that it has been sent.")]
On = Annotated[
    str, typer.Option("--on", metavar="DATE", help="The day on which it was sent.")
]


def ask(
    context: Context,
    reference: Reference,
    to: To = "",
    via: Via = "email",
    kind: Kind = "ask",
    name: Name = "",
    my_name: MyName = "",
    memory: Memory = "",
    with_: With = "",
    eml: Eml = "",
    template: Template = False,
    sent: Sent = False,
    on: On = "",
    yes: Yes = False,
) -> int:
    """Write a letter, or a call sheet, that asks for feedback.

    Nothing is sent from here: copy it, or open the file of --eml in your mail
    program. Example: reflect feedback ask harbour --to interviewer
    """
    saved = find_to_note(context, reference)
    day = parse_past_day(context, on)
    facts = letter_pieces.gather(
        context,
        saved,
        {"to": to, "via": via, "kind": kind, "with": with_},
        {"name": name, "my_name": my_name, "memory": memory},
    )
    letter_pieces.check_way(facts, eml)
    if template:
        context.out.write_text(letter_pieces.get_template(context, facts))
        return 0
    prompter = find_prompter(context)
    if prompter is not None:
        facts = letter_questions.ask_for_missing(
            context, prompter, facts, chosen=bool(with_)
        )
    letter_questions.tell_needless(context, saved, facts)
    letter = letter_pieces.write(context, facts)
    letter_pieces.show(context, saved, facts, letter)
    if eml and not letter_pieces.write_draft(context, facts, letter, eml, yes=yes):
        return DECLINED
    is_sent = sent or bool(on)
    letter_questions.note_sent(context, saved, facts, prompter, sent=is_sent, day=day)
    return 0
