"""Asking once more before something is changed; Enter means no."""

from typing import Annotated, Final

import typer

from reflect_journal.cli.context import Context
from reflect_journal.errors import MissingAnswerError, NoTerminalError, ReflectError
from reflect_journal.interview.prompt import Prompt
from reflect_journal.model.text import fold_text

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
    answer = _ask(context, question, "y = yes, Enter = no")
    return answer.strip().lower() in YES


def ask_for(context: Context, question: str, name: str) -> bool:
    """Ask for a name, and tell whether it was given; case and spaces do not count.

    Raises:
        MissingAnswerError, UnconfirmedError, KeyboardInterrupt: as for `confirm`.
    """
    answer = _ask(context, question, "Enter = no")
    return bool(answer.strip()) and fold_text(answer).split() == fold_text(name).split()


def _ask(context: Context, question: str, hint: str) -> str:
    if context.options.no_input:
        raise MissingAnswerError("This has to be confirmed", "--yes")
    from reflect_journal.cli.beginning import need_terminal
    from reflect_journal.terminal.keyboard import leave_as_found

    try:
        prompter = need_terminal(context)
    except NoTerminalError:
        raise UnconfirmedError(question, "--yes") from None
    prompt = Prompt(key="confirm", wording=question, hint=hint)
    try:
        with leave_as_found(context.world.stdin):
            return prompter.ask(prompt)
    except EOFError:
        raise KeyboardInterrupt from None
