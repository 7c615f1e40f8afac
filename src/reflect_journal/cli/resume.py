"""`reflect continue`: go on where an interview stopped, or tell the rest."""

from typing import Annotated

import typer

from reflect_journal.cli.context import Context
from reflect_journal.errors import MissingAnswerError

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
    from reflect_journal.cli.beginning import go_on, need_terminal
    from reflect_journal.terminal.keyboard import leave_as_found

    prompter = need_terminal(context)
    with leave_as_found(context.world.stdin):
        saved = go_on(context, prompter, reference).hold()
    if context.options.json:
        context.answer_json({"saved": [saved] if saved else [], "already": []})
