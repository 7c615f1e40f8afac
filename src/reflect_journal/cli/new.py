"""`reflect new`: the interview, or a document handed in."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from reflect_journal.cli.context import Context
from reflect_journal.errors import (
    InterviewStoppedError,
    InvalidOptionError,
    MissingAnswerError,
    NotSavedError,
)

if TYPE_CHECKING:
    from reflect_journal.interview.prompt import Prompter
    from reflect_journal.journal.drafts import Draft

Quick = Annotated[bool, typer.Option("--quick", help="Eight questions, three minutes.")]
From = Annotated[
    str,
    typer.Option(
        "--from", metavar="FILE", help="Save JSON documents instead; - for a pipe."
    ),
]
Company = Annotated[
    str, typer.Option("--company", metavar="NAME", help="Answers: which company?")
]
Role = Annotated[
    str, typer.Option("--role", metavar="NAME", help="Answers: which role?")
]
On = Annotated[
    str, typer.Option("--on", metavar="DATE", help="Answers: when did you hear?")
]
Stage = Annotated[
    str, typer.Option("--stage", metavar="STAGE", help="Answers: how far?")
]


def new(
    context: Context,
    quick: Quick = False,
    from_: From = "",
    company: Company = "",
    role: Role = "",
    on: On = "",
    stage: Stage = "",
) -> None:
    """Reflect on a rejection, one question at a time.

    About ten minutes; every question can be skipped and nothing is lost when you
    stop. Example: reflect new --quick --company "Harbour Analytics"
    """
    answers = read_answers(context, company=company, role=role, on=on, stage=stage)
    if from_:
        if answers or quick:
            problem = "it brings its own answers; leave the other options out."
            raise InvalidOptionError("--from", problem)
        saved, already = save_documents(context, from_)
    else:
        saved, already = interview(context, "quick" if quick else "full", answers), []
    if context.options.json:
        context.answer_json({"saved": saved, "already": already})


def read_answers(
    context: Context, *, company: str, role: str, on: str, stage: str
) -> dict[str, Any]:
    """Read the options that answer questions.

    Raises:
        InvalidOptionError: for one that does not.
    """
    from reflect_journal.model.text import normalise_text
    from reflect_journal.query.options import parse_stage

    answers: dict[str, Any] = {
        "company": normalise_text(company.strip()),
        "role": normalise_text(role.strip()),
    }
    if on:
        from reflect_journal.interview.dates import find_day

        day = find_day(on, context.today)
        if day is None:
            advice = "It takes yesterday, 3 days ago or 2026-11-18."
            raise InvalidOptionError("--on", f'"{on[:40]}" is no past day.', advice)
        answers["date"] = day.isoformat()
    if stage:
        answers["stage"] = parse_stage(stage)
    return {key: answer for key, answer in answers.items() if answer}


def interview(context: Context, form: str, answers: dict[str, Any]) -> list[str]:
    """Hold the interview; give the id that was saved, if one was."""
    from dataclasses import replace

    from reflect_journal.cli.sitting import (
        Sitting,
        need_terminal,
        start_draft,
        start_session,
    )

    if context.options.no_input:
        return save_given(context, form, answers)
    prompter = need_terminal(context)
    waiting = context.drafts.find_newest()
    if waiting is not None and not begins_afresh(context, prompter, waiting):
        from reflect_journal.cli.resume import find_sitting

        saved = find_sitting(context, prompter, "").hold()
        return [saved] if saved else []
    session = start_session(context, form, answers)
    draft = replace(start_draft(context, form), answers=answers)
    prompter.say(session.script.opening)
    saved = Sitting(context, prompter, draft, session).hold()
    return [saved] if saved else []


def begins_afresh(context: Context, prompter: "Prompter", waiting: "Draft") -> bool:
    """Ask what to do with the unfinished one; throwing it away is asked twice.

    Raises:
        InterviewStoppedError: at Ctrl-C or Ctrl-D; the draft stays.
    """
    from reflect_journal.cli.waiting import ask_about

    try:
        decision = ask_about(prompter, str(waiting.answers.get("company") or ""))
    except (KeyboardInterrupt, EOFError):
        raise InterviewStoppedError(kept=True) from None
    if decision == "throw-away":
        context.drafts.discard(waiting.id)
    return decision != "go-on"


def save_given(context: Context, form: str, answers: dict[str, Any]) -> list[str]:
    """Save what the options say, without a question.

    Raises:
        MissingAnswerError: without a company.
    """
    if "company" not in answers:
        raise MissingAnswerError("The company is missing", "--company")
    from reflect_journal.journal.journal import NewVersion
    from reflect_journal.model.documents import parse_document

    document = {
        "form": "quick" if form == "quick" else "facts",
        "company": answers["company"],
        "role": answers.get("role"),
        "rejected_on": answers.get("date", context.today.isoformat()),
        "stage_reached": answers.get("stage"),
    }
    given = {key: value for key, value in document.items() if value}
    submission = parse_document(
        given, "the options", "", context.vocabulary, context.today
    )
    new_id = context.world.new_id
    version = NewVersion(new_id(), new_id(), submission.document)
    return list(context.journal.save([version]).saved)


def save_documents(context: Context, name: str) -> tuple[list[str], list[str]]:
    """Save everything in a file or from standard input, or nothing of it.

    Raises:
        RefusedInputError: naming the item and the place in it.
        NotSavedError: naming the place where the text is safe.
    """
    from reflect_journal.journal.files import STANDARD_INPUT, keep_input, read_input
    from reflect_journal.journal.journal import NewVersion
    from reflect_journal.model.documents import parse_documents

    content = read_input(name, context.world.stdin.buffer)
    source = "standard input" if name == STANDARD_INPUT else name
    submissions = parse_documents(content, source, context.vocabulary, context.today)
    new_id = context.world.new_id
    versions = [
        NewVersion(one.id or new_id(), new_id(), one.document, claimed=bool(one.id))
        for one in submissions
    ]
    try:
        receipt = context.journal.save(versions)
    except NotSavedError as error:
        kept = name
        if name == STANDARD_INPUT:
            kept = str(keep_input(content, context.places.drafts))
        raise NotSavedError(error.reason, kept, f"reflect new --from {kept}") from error
    tell_saved(context, len(receipt.saved), len(receipt.already))
    return list(receipt.saved), list(receipt.already)


def tell_saved(context: Context, saved: int, already: int) -> None:
    """Say how many are safe now."""
    if saved or not already:
        context.err.write([f"Saved: {saved} reflection{'s' * (saved != 1)}."])
    if already:
        context.err.write([f"Already there, not saved again: {already}."])
