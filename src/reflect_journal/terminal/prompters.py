"""Which way to ask: with a cursor, or in whole lines."""

from typing import TextIO

from reflect_journal.interview.prompt import Prompter
from reflect_journal.terminal.keyboard import has_more, read_line
from reflect_journal.terminal.output import Output


def make_prompter(output: Output, stdin: TextIO, *, plain: bool) -> Prompter:
    """Make the prompter for a terminal."""
    if plain:
        from reflect_journal.terminal.plain_prompter import PlainPrompter

        return PlainPrompter(output, lambda: read_line(stdin), lambda: has_more(stdin))
    from reflect_journal.terminal.rich_prompter import RichPrompter

    return RichPrompter(output)
