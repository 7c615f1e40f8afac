"""`reflect new`: the interview, or a document handed in."""

from typing import Annotated, Any

import typer

from reflect_journal.cli.context import Context
from reflect_journal.errors import InvalidOptionError

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
        from reflect_journal.cli.submitting import save_documents

        saved, already = save_documents(context, from_)
    elif context.options.no_input:
        from reflect_journal.cli.submitting import save_given

        saved, already = save_given(context, answers, quick=quick), []
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
    from reflect_journal.model.limits import NAME_LIMIT
    from reflect_journal.model.text import normalise_text
    from reflect_journal.query.options import parse_stage

    answers: dict[str, Any] = {}
    for option, name in (("--company", company), ("--role", role)):
        if len(name.strip()) > NAME_LIMIT:
            problem = f"it is longer than {NAME_LIMIT} characters."
            advice = "A shorter name will do; the rest fits into the story."
            raise InvalidOptionError(option, problem, advice)
        answers[option.removeprefix("--")] = normalise_text(name.strip())
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
    from reflect_journal.cli.beginning import begin, go_on, need_terminal
    from reflect_journal.cli.waiting import ask_what_to_do
    from reflect_journal.terminal.keyboard import leave_as_found

    prompter = need_terminal(context)
    with leave_as_found(context.world.stdin):
        decision = ask_what_to_do(context.drafts, prompter, context.call)
        if decision == "leave":
            return []
        if decision == "go-on":
            sitting = go_on(context, prompter, "")
        else:
            sitting = begin(context, prompter, form, answers)
        saved = sitting.hold()
    return [saved] if saved else []
