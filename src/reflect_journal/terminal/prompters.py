"""Which way to ask: with a cursor, or in whole lines."""

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol, TextIO

from reflect_journal.interview.prompt import Prompter
from reflect_journal.terminal.keyboard import INSTANT, drop_waiting, has_more, read_line
from reflect_journal.terminal.output import Output


class TerminalPrompter(Prompter, Protocol):
    """Asks on a terminal, and knows what was typed when it was interrupted.

    Attributes:
        unfinished: the lines of an answer whose end was never typed; else "".
    """

    unfinished: str

    def watch(self, heed: Callable[[str], None]) -> None:
        """Have somebody told of the lines so far after each line of an answer."""


def make_prompter(output: Output, stdin: TextIO, *, plain: bool) -> TerminalPrompter:
    """Make the prompter for a terminal."""
    if plain:
        from reflect_journal.terminal.plain_prompter import PlainPrompter

        return PlainPrompter(
            replace(output, color=False),
            lambda: read_line(stdin),
            lambda: has_more(stdin),
            followed=lambda: has_more(stdin, INSTANT),
            drop=lambda: drop_waiting(stdin),
        )
    from reflect_journal.terminal.rich_prompter import RichPrompter

    return RichPrompter(output)
