"""The program on a real pseudo-terminal with a real screen; nothing here ever sleeps.

Every wait ends when the screen shows what was waited for. `PATIENCE` is how long a
busy machine may take before that counts as never.
"""

import os
import pty
import re
import select
import shlex
import signal
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any, Final, Self

import pyte

from tests.interactive.fork_server import get_server

PROJECT: Final = Path(__file__).parents[2]
PROGRAM: Final = (sys.executable, "-m", "reflect_journal")
PATIENCE: Final = 60.0
CLOSED: Final = -1
RICH: Final = {"TERM": "xterm-256color"}
PLAIN: Final = {"TERM": "dumb"}
ENTER: Final = "\r"
MARK: Final = r"(?m)^>( |$)"
LIST_MARK: Final = "Space picks"
ROW_PICKED: Final = "\N{BLACK CIRCLE}"
DOWN: Final = "\x1b[B"
UP: Final = "\x1b[A"
PASTE: Final = "\x1b[200~{}\x1b[201~"


def make_environ(extra: Mapping[str, str]) -> dict[str, str]:
    """Give the environment of this test, without a width: the terminal has one."""
    environ = {"LANG": "C.UTF-8", **os.environ, "PYTHONPATH": str(PROJECT / "src")}
    environ.pop("COLUMNS", None)
    environ.pop("LINES", None)
    return {**environ, **extra}


class AnsweringScreen(pyte.HistoryScreen):
    """A screen that tells where its cursor is when it is asked, as terminals do."""

    def __init__(self, columns: int, rows: int, reply: Callable[[str], object]) -> None:
        super().__init__(columns, rows, history=20_000, ratio=0.5)
        self._answer = reply

    def write_process_input(self, data: str) -> None:
        self._answer(data)


class Terminal:
    """A child on a terminal of a certain size.

    Attributes:
        raw: every byte the child has written.
        screen: what a person would see.
    """

    def __init__(
        self,
        arguments: Sequence[str],
        extra: Mapping[str, str],
        *,
        columns: int = 80,
        rows: int = 24,
        shell: str = "",
    ) -> None:
        """Start the program, or a line of shell in which {} stands for it."""
        self.raw = b""
        self.screen = AnsweringScreen(columns, rows, self.send)
        self._stream = pyte.ByteStream(self.screen)
        self._seen = 0
        self._code: int | None = None
        self._server = get_server()
        self._handle, tty = pty.openpty()
        termios.tcsetwinsize(tty, (rows, columns))
        environ = make_environ(extra)
        if shell:
            line = shell.replace("{}", shlex.join([*PROGRAM, *arguments]))
            self._process = self._server.start_shell(line, environ, tty)
        else:
            self._process = self._server.start(arguments, environ, tty)
        os.close(tty)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, error: object, *_: object) -> None:
        if error and self._code is None:
            os.kill(self._process, signal.SIGKILL)
        self.hang_up()

    @property
    def lines(self) -> list[str]:
        """Everything on the screen and above it."""
        return self._read_lines(0)

    def _read_lines(self, begin: int) -> list[str]:
        above = islice(self.screen.history.top, begin, None)
        first = max(0, begin - len(self.screen.history.top))
        shown = (self.screen.buffer[at] for at in range(first, self.screen.lines))
        columns = range(self.screen.columns)
        rows = chain(above, shown)
        lines = ["".join(row[at].data for at in columns).rstrip() for row in rows]
        while lines and not lines[-1]:
            lines.pop()
        return lines

    @property
    def text(self) -> str:
        """The same as one text."""
        return "\n".join(self.lines)

    @property
    def modes(self) -> list[Any]:
        """How the terminal is set: echo, line by line, special keys."""
        return termios.tcgetattr(self._handle)

    def wait(self, pattern: str, *, stay: bool = False) -> Self:
        """Wait until the pattern stands below what was waited for last.

        With `stay` the next wait looks there too, as when it is going to vanish.
        """
        wanted = re.compile(pattern)
        deadline = time.monotonic() + PATIENCE
        while True:
            found = wanted.search("\n".join(self._read_lines(self._seen)))
            if found:
                if not stay:
                    self._seen += found.string[: found.start()].count("\n") + 1
                return self
            if not self._read() or time.monotonic() > deadline:
                message = f"never saw {pattern!r}; the screen:\n{self.text}"
                raise AssertionError(message)

    def send(self, keys: str) -> Self:
        """Type."""
        content = keys.encode()
        while content:
            content = content[os.write(self._handle, content) :]
        return self

    def meet(self, question: str) -> Self:
        """Wait for a question and for the place to type."""
        return self.wait(question).wait(rf"{MARK}|{LIST_MARK}", stay=True)

    def answer(self, question: str, typed: str = "") -> Self:
        """Wait for a question and type a line, or the number of a row in a list."""
        self.meet(question)
        if not self._shows_list():
            return self.send(f"{typed}{ENTER}")
        for number in typed.split():
            down = DOWN * (int(number) - 1)
            self.send(f"{down} ").wait(ROW_PICKED, stay=True)
            self.send(UP * (int(number) - 1))
        return self.send(ENTER)

    def _shows_list(self) -> bool:
        return any(LIST_MARK in line for line in self._read_lines(self._seen))

    def answer_all(self, dialogue: Sequence[tuple[str, str]]) -> Self:
        """Answer one question after the other."""
        for question, typed in dialogue:
            self.answer(question, typed)
        return self

    def finish(self) -> int:
        """Read to the end; give the exit code, or the signal below zero."""
        while self._read():
            pass
        if self._code is None:
            self._code = self._server.wait(self._process)
        return self._code

    def hang_up(self) -> int:
        """Close the terminal, as its window does; give what `finish` gives."""
        if self._handle != CLOSED:
            os.close(self._handle)
            self._handle = CLOSED
        return self.finish()

    def kill(self, number: int) -> int:
        """Send a signal and give what `finish` gives."""
        os.kill(self._process, number)
        return self.finish()

    def _read(self) -> bool:
        if self._handle == CLOSED:
            return False
        if not select.select([self._handle], [], [], PATIENCE)[0]:
            message = f"nothing happened any more; the screen:\n{self.text}"
            raise AssertionError(message)
        try:
            content = os.read(self._handle, 65536)
        except OSError:  # how Linux says that the other end is closed
            content = b""
        self.raw += content
        self._stream.feed(content)
        return bool(content)
