"""The person's own editor: which one, and how it leaves no copies behind."""

import os
import re
import shlex
import shutil
import signal
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, TextIO

from reflect_journal.errors import ReflectError

VARIABLES: Final = ("VISUAL", "EDITOR")
FALLBACKS: Final = ("nano", "vi")
NOTEPAD: Final = ("notepad",)
NO_COPIES: Final = "set noswapfile nobackup nowritebackup noundofile"
VIM: Final = re.compile(r"g?vim(?:\.\w+)?|vimx|view|n?vim|nvim-qt|evim")
VIM_OPTIONS: Final = (
    "-n",
    "-i",
    "NONE",
    "--cmd",
    f"{NO_COPIES} nomodeline",
    # Once more after the person's own settings have been read.
    "-c",
    NO_COPIES,
)
PATIENCE: Final = 2.0
"""Seconds."""
WAITS: Final = {
    "gvim": "-f",
    "code": "--wait",
    "codium": "--wait",
    "subl": "--wait",
    "zed": "--wait",
    "gedit": "--wait",
    "kate": "--block",
}
"""Editors that go on in a window of their own, and how they are told not to."""


class NoEditorError(ReflectError):
    """There is no editor that can be started."""

    exit_code = 2

    def __init__(self, named: str = "") -> None:
        """Keep what was named; "" where nothing was."""
        super().__init__(named)
        self.named = named

    def __str__(self) -> str:
        """Say what was looked for, and the way on."""
        what = f"The editor {self.named} could not be started."
        return (
            f"{what if self.named else 'No editor was found.'} Nothing was changed.\n"
            "Name one in VISUAL or EDITOR; without an editor: --field or --from"
        )


def find_editor(environ: Mapping[str, str], *, windows: bool = False) -> list[str]:
    """Find the editor with its arguments.

    Raises:
        NoEditorError: when the one that is named cannot be understood, or none is
            there.
    """
    for variable in VARIABLES:
        named = environ.get(variable, "").strip()
        if named:
            try:
                command = shlex.split(named, posix=not windows)
            except ValueError:
                raise NoEditorError(named) from None
            return [*command, *_leave_nothing(command)]
    for name in NOTEPAD if windows else FALLBACKS:
        if shutil.which(name):
            return [name, *_leave_nothing([name])]
    raise NoEditorError


def _leave_nothing(command: Sequence[str]) -> list[str]:
    """Give the options that keep an editor from leaving copies or going away."""
    called = Path(command[0]).name.lower().removesuffix(".exe")
    found = shutil.which(command[0])
    # `vi` and `editor` are names that may lead to any of them.
    behind = Path(os.path.realpath(found)).name if found else called
    options: list[str] = []
    if VIM.fullmatch(called) or VIM.fullmatch(behind):
        options += VIM_OPTIONS
    wait = WAITS.get(called)
    return options + ([wait] if wait and wait not in command else [])


def run_editor(
    command: Sequence[str], path: Path, stdin: TextIO, screen: TextIO
) -> int:
    """Let a file be edited; give the editor's exit code, or minus a signal.

    Standard output stays free for the answer: the editor draws where the
    conversation goes. Ctrl-C belongs to the editor meanwhile.

    Raises:
        NoEditorError: when it cannot be started.
    """
    with _ignore_interrupts():
        try:
            # Its name is the person's own, and no shell reads it.
            child = subprocess.Popen(  # noqa: S603
                [*command, os.fspath(path)],
                stdin=_find_number(stdin),
                stdout=_find_number(screen),
            )
        except (OSError, ValueError):
            raise NoEditorError(command[0]) from None
        try:
            return child.wait()
        except BaseException:
            _end(child)
            raise


def _end(child: "subprocess.Popen[bytes]") -> None:
    """End an editor; some write down what was not saved when they are asked to."""
    child.terminate()
    try:
        child.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


def _find_number(stream: Any) -> int | None:
    try:
        number: int = stream.fileno()
    except (OSError, AttributeError):
        return None
    return number


@contextmanager
def _ignore_interrupts() -> Iterator[None]:
    # A handler of our own, not SIG_IGN: the editor would inherit that.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
