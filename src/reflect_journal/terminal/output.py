"""Where text meets a stream: colours, width, and the gate that every word passes."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Self, TextIO

from reflect_journal.errors import ReflectError
from reflect_journal.terminal.color import paint
from reflect_journal.terminal.lines import Line, fold, line
from reflect_journal.terminal.safe_text import show_safely

PIPE_WIDTH: Final = 80
LEAST_WIDTH: Final = 20
MOST_DIGITS: Final = 5
READABLE: Final = 80
UNFOLDED: Final = 1_000_000


class AnswerLostError(ReflectError):
    """The answer could not be written to where it was sent.

    Attributes:
        reason: what the system says.
        nobody_reads: whether the reader has closed the pipe, as `head` does.
    """

    exit_code = 1

    def __init__(self, reason: str, *, nobody_reads: bool = False) -> None:
        """Keep the reason."""
        super().__init__(reason, nobody_reads)
        self.reason = reason
        self.nobody_reads = nobody_reads

    @classmethod
    def of(cls, error: OSError) -> Self:
        """Make one of what the system said."""
        reason = (error.strerror or "no reason was given").lower()
        return cls(reason, nobody_reads=isinstance(error, BrokenPipeError))

    def __str__(self) -> str:
        """Say that only the answer is lost."""
        return (
            f"The answer could not be written: {self.reason}.\n"
            "Send it somewhere else; what was saved stays saved."
        )


@dataclass
class Output:
    """One stream: standard output for answers or standard error for conversation.

    Attributes:
        stream: where text goes.
        color: whether escapes for colour are written.
        plain: whether lines are written whole, however narrow the terminal is.
        environ: the environment, which may name the width.
        must_arrive: whether a text that cannot be written is an error.
        call: how the program is called, for the commands that hints name.
    """

    stream: TextIO
    color: bool = False
    plain: bool = False
    environ: Mapping[str, str] = field(default_factory=dict)
    must_arrive: bool = True
    call: str = "reflect"

    @property
    def is_terminal(self) -> bool:
        """Whether somebody watches."""
        return self.stream.isatty()

    @property
    def cuts(self) -> bool:
        """Whether what is too long for one line is cut there."""
        return self.is_terminal and not self.plain

    @property
    def width(self) -> int:
        """Columns to write into."""
        named = self.environ.get("COLUMNS", "")
        if named.isdecimal() and len(named) <= MOST_DIGITS and int(named):
            return max(LEAST_WIDTH, int(named))
        if not self.is_terminal:
            return PIPE_WIDTH
        try:
            columns = os.get_terminal_size(self.stream.fileno()).columns
        except OSError:
            return PIPE_WIDTH
        return max(LEAST_WIDTH, columns or PIPE_WIDTH)

    @property
    def text_width(self) -> int:
        """Columns after which running text is folded; nobody likes to read wider."""
        return UNFOLDED if self.plain else min(self.width, READABLE)

    def write(self, lines: Iterable[Line | str]) -> None:
        """Write lines; what a terminal would obey is shown as a mark.

        Raises:
            AnswerLostError: when they have to arrive and cannot.
        """
        styled = [line(one) if isinstance(one, str) else one for one in lines]
        try:
            if self.color:
                self.stream.write(paint(styled, self._make_safe))
            else:
                text = "".join(f"{_flatten(one)}\n" for one in styled)
                self.stream.write(self._encodable(text))
            self.stream.flush()
        except OSError as error:
            self._give_up(error)

    def write_text(self, text: str) -> None:
        """Write text of several lines."""
        self.write(text.split("\n"))

    def write_folded(self, text: str) -> None:
        """Write sentences; on a terminal they are folded between words only."""
        if self.cuts:
            self.write(fold(text, self.width, breaks_words=False))
        else:
            self.write_text(text)

    def write_json(self, value: Mapping[str, Any]) -> None:
        """Write one JSON object; everything but plain ASCII is escaped.

        Raises:
            AnswerLostError: when it has to arrive and cannot.
        """
        import json

        text = json.dumps(value, indent=2 if self.is_terminal else None)
        try:
            self.stream.write(text.replace("\x7f", "\\u007f") + "\n")
            self.stream.flush()
        except OSError as error:
            self._give_up(error)

    def write_json_lines(self, values: Iterable[Mapping[str, Any]]) -> None:
        """Write one JSON object a line, in plain ASCII; an empty list for none.

        Raises:
            AnswerLostError: when they have to arrive and cannot.
        """
        import json

        is_empty = True
        try:
            for value in values:
                is_empty = False
                self.stream.write(json.dumps(value).replace("\x7f", "\\u007f") + "\n")
            if is_empty:
                self.stream.write("[]\n")
            self.stream.flush()
        except OSError as error:
            self._give_up(error)

    def _give_up(self, error: OSError) -> None:
        if self.must_arrive:
            raise AnswerLostError.of(error) from error

    def _make_safe(self, text: str) -> str:
        return self._encodable(show_safely(text))

    def _encodable(self, text: str) -> str:
        encoding = self.stream.encoding or "utf-8"
        return text.encode(encoding, "replace").decode(encoding)


def _flatten(styled: Line) -> str:
    return show_safely("".join(piece.text for piece in styled)).rstrip()
