"""The plain prompter: whole lines, numbers, and not one escape byte."""

from collections.abc import Callable
from dataclasses import dataclass

from reflect_journal.interview.prompt import Prompt
from reflect_journal.terminal.output import Output
from reflect_journal.terminal.wording import speak

MARK = "> "
END_OF_LINES = "."
# A terminal in its normal mode cuts a longer line without a word.
TERMINAL_LINE_LIMIT = 4095
CUT_WARNING = (
    "That line reached the 4,095 characters a plain terminal takes; its end may be "
    "missing. :back, then :more, takes it in several lines."
)


@dataclass
class PlainPrompter:
    """Asks in whole lines.

    Attributes:
        output: where questions go.
        read_line: gives the next typed line with its line feed, "" at the end.
        has_more: tells whether another line is waiting already, as after a paste.
    """

    output: Output
    read_line: Callable[[], str]
    has_more: Callable[[], bool]
    waiting: str | None = None

    def ask(self, prompt: Prompt) -> str:
        """Show a question and read its answer."""
        self.output.write(speak(prompt))
        return self._read_lines() if prompt.shape == "lines" else self._read()

    def say(self, text: str) -> None:
        """Show lines that are no question."""
        self.output.write_text(text)

    def _read(self) -> str:
        if self.waiting is not None:
            typed, self.waiting = self.waiting, None
            return typed
        self.output.stream.write(MARK)
        self.output.stream.flush()
        typed = self.read_line()
        if not typed:
            self.output.stream.write("\n")
            raise EOFError
        if len(typed.encode("utf-8", "replace")) >= TERMINAL_LINE_LIMIT:
            self.say(CUT_WARNING)
        return typed.removesuffix("\n").removesuffix("\r")

    def _read_lines(self) -> str:
        first = self._read()
        if first.strip().startswith(":"):
            return first
        typed = [first]
        if not first.strip():
            if not self.has_more():
                return ""
            # A pasted mail may begin with an empty line; an Enter does not go on.
            second = self._read()
            if not second.strip():
                self.waiting = second
                return ""
            typed.append(second)
        while typed[-1].strip() != END_OF_LINES:
            typed.append(self._read())
        return "\n".join(typed[:-1]).strip("\n")
