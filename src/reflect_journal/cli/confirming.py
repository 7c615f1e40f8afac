"""Asking once more before something is changed; Enter means no."""

from typing import Annotated, Final

import typer

from reflect_journal.cli.context import Context
from reflect_journal.errors import MissingAnswerError, NoTerminalError, ReflectError
from reflect_journal.interview.prompt import Prompt

Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask first.")]
YES: Final = frozenset({"y", "yes"})
DECLINED: Final = 1


class UnconfirmedError(ReflectError):
    """Something is asked first, and there is no terminal to ask on."""

    exit_code = 5

    def __init__(self, question: str, option: str) -> None:
        """Keep the question and the option that answers it."""
        super().__init__(question, option)
        self.question = question
        self.option = option

    def __str__(self) -> str:
        """Say what would be asked, that nothing was changed, and the way on."""
        return (
            f"{self.question} That is asked on a terminal, and there is none.\n"
            f"Nothing was changed. To say yes without one: {self.option}"
        )


def confirm(context: Context, question: str) -> bool:
    """Ask a question that only yes answers with yes.

    Raises:
        MissingAnswerError: when --no-input forbids to ask.
        UnconfirmedError: when there is no terminal to ask on.
        KeyboardInterrupt: at Ctrl-C and Ctrl-D.
    """
    if context.options.no_input:
        raise MissingAnswerError("This has to be confirmed", "--yes")
    from reflect_journal.cli.beginning import need_terminal
    from reflect_journal.terminal.keyboard import leave_as_found

    try:
        prompter = need_terminal(context)
    except NoTerminalError:
        raise UnconfirmedError(question, "--yes") from None
    prompt = Prompt(key="confirm", wording=question, hint="y = yes, Enter = no")
    try:
        with leave_as_found(context.world.stdin):
            return prompter.ask(prompt).strip().lower() in YES
    except EOFError:
        raise KeyboardInterrupt from None
