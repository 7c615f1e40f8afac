"""The plain prompter: whole lines, numbers, and not one escape byte.

The terminal stays in its normal mode, in which it edits and echoes the line itself,
as every screen reader and every simple terminal expects. The price is its limit for
one line. Reading key by key would lift it, and would mean to do all editing here,
with wide letters, erased words and interrupted lines, by moving the cursor about. A
warning and `:more` are the smaller harm.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from reflect_journal.interview.prompt import Prompt
from reflect_journal.terminal.output import Output
from reflect_journal.terminal.wording import speak

MARK: Final = "> "
END_OF_LINES: Final = "."
TERMINAL_LINE_LIMIT: Final = 4095
"""Bytes; a terminal in its normal mode cuts a longer line without a word."""
CUT_WARNING: Final = (
    "That line reached the 4,095 characters a plain terminal takes; its end may be "
    "missing. :back, then :more, takes it in several lines."
)


def ignore(_: str) -> None:
    """Do nothing about the lines so far."""


@dataclass
class PlainPrompter:
    """Asks in whole lines.

    Attributes:
        output: where questions go.
        read_line: gives the next typed line with its line feed, "" at the end.
        has_more: tells whether another line is waiting already, as after a paste.
        unfinished: the lines of an answer whose end was never typed.
        early: lines that were read and belong to the next questions.
        heed: told of the lines so far after each line of a longer answer.
    """

    output: Output
    read_line: Callable[[], str]
    has_more: Callable[[], bool]
    unfinished: str = ""
    early: list[str] = field(default_factory=list)
    heed: Callable[[str], None] = field(default=ignore)

    def ask(self, prompt: Prompt) -> str:
        """Show a question and read its answer."""
        self.unfinished = ""
        self.output.write(speak(prompt))
        self.output.stream.write(MARK)
        self.output.stream.flush()
        return self._read_lines() if prompt.shape == "lines" else self._read()

    def watch(self, heed: Callable[[str], None]) -> None:
        """Have somebody told of the lines so far after each line of an answer."""
        self.heed = heed

    def say(self, text: str) -> None:
        """Show lines that are no question."""
        self.output.write_text(text)

    def _read(self) -> str:
        if self.early:
            return self.early.pop(0)
        try:
            typed = self.read_line()
        except KeyboardInterrupt:
            self.say("")
            raise
        if not typed:
            self.say("")
            raise EOFError
        if len(typed.encode("utf-8", "replace")) >= TERMINAL_LINE_LIMIT:
            self.say(CUT_WARNING)
        return typed.removesuffix("\n").removesuffix("\r")

    def _read_lines(self) -> str:
        typed = [self._read()]
        if typed[0].strip().startswith(":"):
            return typed[0]
        # A pasted mail may begin with empty lines; after an Enter nothing waits.
        while not typed[-1].strip() and (self.early or self.has_more()):
            typed.append(self._read())
        if not typed[-1].strip():
            self.early = typed[1:]
            return ""
        while typed[-1].strip() != END_OF_LINES:
            self.unfinished = "\n".join(typed).strip("\n")
            # In the middle of a paste there is no time to write to the disk.
            if not self.has_more():
                self.heed(self.unfinished)
            typed.append(self._read())
        self.unfinished = ""
        return "\n".join(typed[:-1]).strip("\n")
