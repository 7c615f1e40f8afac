"""The program on a real pseudo-terminal with a real screen; nothing here ever sleeps.

Every wait ends when the screen shows what was waited for. `PATIENCE` is how long a
busy machine may take before that counts as never.
"""

import os
import re
import shlex
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any, Final, Self

import pexpect
import pyte

PROJECT: Final = Path(__file__).parents[2]
PROGRAM: Final = (sys.executable, "-m", "reflect_journal")
PATIENCE: Final = 60.0
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
        child: the process.
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
        command = [*PROGRAM, *arguments]
        if shell:
            command = ["/bin/sh", "-c", shell.replace("{}", shlex.join(command))]
        self.raw = b""
        self.screen = AnsweringScreen(columns, rows, self.send)
        self._stream = pyte.ByteStream(self.screen)
        self._seen = 0
        self.child: pexpect.spawn[bytes] = pexpect.spawn(
            command[0],
            command[1:],
            env=make_environ(extra),
            dimensions=(rows, columns),
            timeout=PATIENCE,
        )
        self.child.delaybeforesend = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.child.close(force=True)

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
        return termios.tcgetattr(self.child.child_fd)

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
        self.child.send(keys)
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
        self.child.wait()
        code, signal = self.child.exitstatus, self.child.signalstatus
        return code if code is not None else -(signal or 0)

    def kill(self, number: int) -> int:
        """Send a signal and give what `finish` gives."""
        assert self.child.pid
        os.kill(self.child.pid, number)
        return self.finish()

    def _read(self) -> bool:
        try:
            content = self.child.read_nonblocking(65536, PATIENCE)
        except pexpect.EOF:
            return False
        except pexpect.TIMEOUT as error:
            message = f"nothing happened any more; the screen:\n{self.text}"
            raise AssertionError(message) from error
        self.raw += content
        self._stream.feed(content)
        return True
