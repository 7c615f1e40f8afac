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

from reflect_journal.interview.conversation import COMMANDS
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

ONE_LINE: Final = (
    "Several lines came at once, and this question takes one. None of them was kept; "
    "please type the answer."
)
ONE_ANSWER: Final = "These lines are one answer. Enter ends it."


def never() -> bool:
    """Say that nothing more came."""
    return False


def ignore_rest() -> None:
    """Leave what was not read where it is."""


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
        followed: tells whether another line came at the same instant, as in a paste.
        drop: forgets what was pasted and not read.
        heed: told of the lines so far after each line of a longer answer.
    """

    output: Output
    read_line: Callable[[], str]
    has_more: Callable[[], bool]
    unfinished: str = ""
    early: list[str] = field(default_factory=list)
    heed: Callable[[str], None] = field(default=ignore)
    followed: Callable[[], bool] = field(default=never)
    drop: Callable[[], None] = field(default=ignore_rest)

    def ask(self, prompt: Prompt) -> str:
        """Show a question and read its answer."""
        self.unfinished = ""
        self.output.write(speak(prompt))
        self._mark()
        return self._read_lines() if prompt.shape == "lines" else self._read_one(prompt)

    def watch(self, heed: Callable[[str], None]) -> None:
        """Have somebody told of the lines so far after each line of an answer."""
        self.heed = heed

    def say(self, text: str) -> None:
        """Show lines that are no question."""
        self.output.write_text(text)

    def _mark(self) -> None:
        self.output.stream.write(MARK)
        self.output.stream.flush()

    def _read_one(self, prompt: Prompt) -> str:
        """Read one answer; what was pasted never answers the questions behind."""
        while True:
            if self.early:
                return self.early.pop(0)
            typed = self._read_together()
            if not any(one.strip() for one in typed):
                # Somebody who presses Enter several times skips several questions.
                self.early = typed[1:]
                return typed[0]
            if len(typed) == 1:
                return typed[0]
            if prompt.takes_lines:
                return self._close(typed)
            self.drop()
            self._explain(ONE_LINE)

    def _explain(self, sentence: str) -> None:
        # The last line of a paste may lack its end and stand on the screen.
        self.say(f"\n{sentence}")
        self._mark()

    def _read_together(self) -> list[str]:
        typed = [self._read()]
        while self.has_more() if typed[1:] else self.followed():
            typed.append(self._read())
        return typed

    def _close(self, typed: list[str]) -> str:
        """Wait for Enter: the last line of a paste may still lack its end."""
        self.unfinished = "\n".join(typed).strip("\n")
        self.heed(self.unfinished)
        self._explain(ONE_ANSWER)
        for one in self._read_together():
            if "".join(one.split()).lower() in COMMANDS:
                self.early = [one]
                break
            typed.append(one)
        self.unfinished = ""
        return "\n".join(typed).strip("\n")

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
