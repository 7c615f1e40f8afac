"""The terminal as a keyboard: whole lines, and its modes left as they were found."""

import os
import select
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, Final, NoReturn, TextIO

PASTE_PAUSE: Final = 0.1
"""Seconds in which the next line of a paste has surely arrived."""
INSTANT: Final = 0.02
"""Seconds within which nobody types a second line, and a paste brings it."""

if os.name == "nt":
    termios: Any = None
else:
    import termios


def read_line(stdin: TextIO) -> str:
    """Read one line with its line feed, "" at the end or when the terminal is gone.

    Unbuffered, so that what waits behind the line can be seen by `has_more`.
    """
    raw: Any = getattr(getattr(stdin, "buffer", None), "raw", None)
    try:
        if raw is None:
            return stdin.readline()
        content: bytes = raw.readline() or b""
    except OSError:
        return ""
    return content.decode(stdin.encoding or "utf-8", "surrogateescape")


def has_more(stdin: TextIO, pause: float = PASTE_PAUSE) -> bool:
    """Tell whether another line waits already, as after a paste."""
    if os.name == "nt":
        return False
    try:
        readable, _, _ = select.select([stdin], [], [], pause)
    except (OSError, ValueError):
        return False
    return bool(readable)


def drop_waiting(stdin: TextIO) -> None:
    """Forget what was typed or pasted and not read, an unfinished line included."""
    if termios is not None:
        with suppress(OSError, ValueError, termios.error):
            termios.tcflush(stdin.fileno(), termios.TCIFLUSH)


@contextmanager
def leave_as_found(stdin: TextIO) -> Iterator[None]:
    """Leave through Python when told to stop, and give the terminal its modes back."""
    names = [name for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    numbers = [getattr(signal, name) for name in names]
    modes = _get_modes(stdin)
    before = {number: signal.signal(number, _leave) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        # The shell would run the rest of a paste as commands, and remember it.
        drop_waiting(stdin)
        if modes is not None and _get_modes(stdin) not in {None, modes}:
            with suppress(termios.error):
                termios.tcsetattr(stdin.fileno(), termios.TCSANOW, _unfold(modes))


def _leave(number: int, _: object) -> NoReturn:
    raise SystemExit(128 + number)


def _get_modes(stdin: TextIO) -> tuple[Any, ...] | None:
    if termios is None:
        return None
    try:
        *flags, characters = termios.tcgetattr(stdin.fileno())
    except (OSError, ValueError, termios.error):
        return None
    return (*flags, tuple(characters))


def _unfold(modes: tuple[Any, ...]) -> list[Any]:
    *flags, characters = modes
    return [*flags, list(characters)]
