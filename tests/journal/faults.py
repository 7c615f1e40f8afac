"""Makes the system refuse, cut short or interrupt, one call after the other."""

import errno
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, Final

CALLS: Final = (
    "open",
    "write",
    "fsync",
    "ftruncate",
    "pread",
    "read",
    "lseek",
    "fstat",
    "stat",
    "lstat",
    "mkdir",
    "chmod",
    "fchmod",
    "replace",
    "link",
    "rename",
    "unlink",
    "scandir",
    "close",
)
ERRORS: Final = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS)
SHORT: Final = (0, 1, 17, 300)


class Calls:
    """Counts the calls to the system and tells which number is on."""

    def __init__(self) -> None:
        self.count = 0

    def reach(self, name: str, /) -> None:
        """Do something at a call; nothing here."""


class Refusal(Calls):
    """Refuses a call, and with `for_good` all calls behind it."""

    def __init__(self, number: int, error: int, *, for_good: bool) -> None:
        super().__init__()
        self.number = number
        self.error = error
        self.for_good = for_good

    def reach(self, name: str, /) -> None:
        is_on = self.count == self.number
        is_behind = self.for_good and self.count > self.number
        # What cannot be closed would stay open, here and not only in a bad hour.
        if (is_on or is_behind) and name != "close":
            raise OSError(self.error, os.strerror(self.error))


class Kill(Calls):
    """Kills the process before a call."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number

    def reach(self, _: str, /) -> None:
        if self.count == self.number:
            os.kill(os.getpid(), signal.SIGKILL)


@contextmanager
def watched(calls: Calls) -> Iterator[Calls]:
    """Let every call to the system pass by."""
    real = {name: getattr(os, name) for name in CALLS}

    def wrap(name: str) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            calls.count += 1
            calls.reach(name)
            return real[name](*args, **kwargs)

        return call

    for name in CALLS:
        setattr(os, name, wrap(name))
    try:
        yield calls
    finally:
        for name in CALLS:
            setattr(os, name, real[name])


@contextmanager
def short_writes(sizes: list[int]) -> Iterator[None]:
    """Take only so many bytes in the first writes."""
    real = os.write

    def write(fd: int, content: Any) -> int:
        if not sizes:
            return real(fd, content)
        size = sizes.pop(0)
        return real(fd, bytes(content)[:size]) if size else 0

    os.write = write
    try:
        yield
    finally:
        os.write = real


def interrupt_at(number: int, action: Callable[[], object]) -> bool:
    """Press Ctrl-C at an opcode, unless the signal is held back there.

    Returns:
        Whether the action came to its end before that opcode.
    """
    count = 0

    def trace(frame: FrameType, event: str, _: object) -> Any:
        nonlocal count
        file = frame.f_code.co_filename
        if "reflect_journal" not in file and "contextlib" not in file:
            return None
        frame.f_trace_opcodes = True
        if event == "opcode" and not is_held():
            count += 1
            if count == number:
                sys.settrace(None)
                raise KeyboardInterrupt
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        action()
    except KeyboardInterrupt:
        return False
    finally:
        sys.settrace(before)
    return True


def is_held() -> bool:
    """Tell whether Ctrl-C has to wait."""
    return signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ())
