"""A terminal to edit on, or a sentence that says what works without one."""

from reflect_journal.cli.beginning import need_terminal
from reflect_journal.cli.context import Context
from reflect_journal.errors import MissingAnswerError, NoTerminalError
from reflect_journal.terminal.prompters import TerminalPrompter

WHAT = "Editing needs a terminal."
WITHOUT = "reflect edit ID --field PATH=VALUE, or --from FILE"


def need_terminal_to_edit(context: Context) -> TerminalPrompter:
    """Give the way to ask.

    Raises:
        MissingAnswerError: when --no-input forbids to ask.
        NoTerminalError: when there is nobody to ask.
    """
    if context.options.no_input:
        missing = "It is not said what is to be changed"
        raise MissingAnswerError(missing, "--field PATH=VALUE or --from FILE")
    try:
        return need_terminal(context)
    except NoTerminalError:
        raise NoTerminalError(WHAT, WITHOUT) from None
