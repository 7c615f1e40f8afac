"""Asking once more before something is changed; Enter means no."""

from typing import Annotated, Final

import typer

from reflect_journal.cli.context import Context
from reflect_journal.errors import MissingAnswerError, UnconfirmedError
from reflect_journal.interview.prompt import Prompt

Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask first.")]
YES: Final = frozenset({"y", "yes"})
DECLINED: Final = 1


def confirm(context: Context, question: str) -> bool:
    """Ask a question that only yes answers with yes.

    Raises:
        MissingAnswerError: when --no-input forbids to ask.
        UnconfirmedError: when there is no terminal to ask on.
        KeyboardInterrupt: at Ctrl-C and Ctrl-D.
    """
    if context.options.no_input:
        raise MissingAnswerError("This has to be confirmed", "--yes")
    if not (context.world.stdin.isatty() and context.world.stderr.isatty()):
        raise UnconfirmedError(question, "--yes")
    from reflect_journal.terminal.prompters import make_prompter

    prompter = make_prompter(context.err, context.world.stdin, plain=context.is_plain)
    prompt = Prompt(key="confirm", wording=question, hint="y = yes, Enter = no")
    try:
        return prompter.ask(prompt).strip().lower() in YES
    except EOFError:
        raise KeyboardInterrupt from None
