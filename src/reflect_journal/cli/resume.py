"""`reflect continue`: go on where an interview stopped, or tell the rest."""

from typing import TYPE_CHECKING, Annotated

import typer

from reflect_journal.cli.context import Context
from reflect_journal.errors import (
    MissingAnswerError,
    NewerRecordError,
    NothingWaitsError,
)

if TYPE_CHECKING:
    from reflect_journal.cli.sitting import Sitting
    from reflect_journal.interview.prompt import Prompter

Reference = Annotated[
    str,
    typer.Argument(metavar="[ID]", help="last, the short id, or words of the company."),
]


def resume(context: Context, reference: Reference = "") -> None:
    """Go on with an unfinished or a short reflection.

    Asks only for what is still empty. Without an ID: the unfinished one, else the
    newest of which only the facts or the short form were asked.
    """
    if context.options.no_input:
        raise MissingAnswerError("There are questions left", "reflect new --from FILE")
    from reflect_journal.cli.sitting import need_terminal

    prompter = need_terminal(context)
    sitting = find_sitting(context, prompter, reference)
    saved = sitting.hold()
    if context.options.json:
        context.answer_json({"saved": [saved] if saved else [], "already": []})


def find_sitting(context: Context, prompter: "Prompter", reference: str) -> "Sitting":
    """Find what there is to go on with.

    Raises:
        NotFoundError, AmbiguousError: when no one thing answers to the reference.
        NothingWaitsError: without a reference, when nothing waits.
    """
    from reflect_journal.cli.sitting import Sitting, resume_session

    identifier = context.find(reference).id if reference else None
    drafts = context.drafts.load_all()
    mine = [draft for draft in drafts if draft.base == identifier] if identifier else []
    newest = context.drafts.find_newest()
    draft = (mine[-1] if mine else None) if identifier else newest
    if draft is None:
        return begin_again(context, prompter, identifier or find_short_id(context))
    base = context.journal.get([draft.base])[0] if draft.base else None
    name = draft.answers.get("company")
    prompter.say(
        f"Going on{f' with {name}' if name else ''}. Enter skips, :help helps."
    )
    return Sitting(context, prompter, draft, resume_session(context, draft), base)


def find_short_id(context: Context) -> str:
    """Find the newest reflection of which only a part was asked.

    Raises:
        NothingWaitsError: when there is none.
    """
    from reflect_journal.cli.status import find_short

    short = find_short(context.survey().outlines)
    if short is None:
        raise NothingWaitsError
    return short.id


def begin_again(context: Context, prompter: "Prompter", identifier: str) -> "Sitting":
    """Begin to ask for what a saved reflection does not hold yet."""
    from dataclasses import replace

    from reflect_journal.cli.sitting import Sitting, start_draft, start_session
    from reflect_journal.interview.assembly import recall_answers

    base = context.journal.get([identifier])[0]
    if base.version > 1:
        raise NewerRecordError(base.id, base.version)
    session = start_session(context, "full", besides=identifier)
    session = replace(session, answers=recall_answers(session, base.document))
    draft = replace(
        start_draft(context, "full"),
        id=base.id,
        base=base.id,
        base_revision=base.revision,
    )
    prompter.say(f"{base.document.get('company', '')}: only what is still empty.")
    prompter.say("Enter skips, :back goes back, :help explains, :quit stops.")
    return Sitting(context, prompter, draft, session, base)
