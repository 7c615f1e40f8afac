"""`reflect continue`: go on where an interview stopped, or tell the rest."""

from reflect_journal.cli.context import Context
from reflect_journal.cli.referring import OptionalReference
from reflect_journal.errors import MissingAnswerError


def resume(context: Context, reference: OptionalReference = "") -> None:
    """Go on with an unfinished or a short reflection.

    Asks only for what is still empty. Without an ID: the unfinished one, else the
    newest of which only the facts or the short form were asked.
    """
    from reflect_journal.cli.unfinished import (
        describe_others,
        find_drafts,
        find_waiting,
    )

    waiting = find_waiting(context, reference)
    if context.options.no_input:
        raise MissingAnswerError(
            "There are questions left", f"{context.call} new --from FILE"
        )
    from reflect_journal.cli.beginning import go_on, need_terminal
    from reflect_journal.terminal.keyboard import leave_as_found

    prompter = need_terminal(context)
    if not reference:
        for line in describe_others(find_drafts(context), context.call):
            prompter.say(line)
    with leave_as_found(context.world.stdin):
        saved = go_on(context, prompter, waiting).hold()
    if context.options.json:
        context.answer_json({"saved": [saved] if saved else [], "already": []})
