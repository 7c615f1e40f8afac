"""Stands between the program and the system, one call after the other."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final, TypeAlias

Real: TypeAlias = Callable[..., Any]

NAMES: Final = (
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
    "rmdir",
    "scandir",
    "close",
    "listdir",
)


class Calls:
    """Counts the calls and lets them pass."""

    def __init__(self) -> None:
        self.count = 0

    def meet(self, name: str, real: Real, *args: Any, **kwargs: Any) -> Any:
        self.count += 1
        return self.reach(name, real, *args, **kwargs)

    def reach(self, _name: str, real: Real, /, *args: Any, **kwargs: Any) -> Any:
        return real(*args, **kwargs)


class Doing(Calls):
    """Does something before one call."""

    def __init__(self, number: int, action: Callable[[], object]) -> None:
        super().__init__()
        self.number = number
        self.action = action

    def reach(self, name: str, real: Real, /, *args: Any, **kwargs: Any) -> Any:
        if self.count == self.number:
            self.action()
        return super().reach(name, real, *args, **kwargs)


class Refusing(Calls):
    """Refuses one call, or with `for_good` all from it on."""

    def __init__(self, number: int, error: int, *, for_good: bool) -> None:
        super().__init__()
        self.number = number
        self.error = error
        self.for_good = for_good

    def reach(self, name: str, real: Real, /, *args: Any, **kwargs: Any) -> Any:
        is_on = self.count == self.number
        is_behind = self.for_good and self.count > self.number
        # What cannot be closed would stay open, here and not only in a bad hour.
        if (is_on or is_behind) and name != "close":
            raise OSError(self.error, os.strerror(self.error))
        return super().reach(name, real, *args, **kwargs)


class Shortening(Calls):
    """Takes only a few bytes of one write, or of some; may refuse the one behind."""

    def __init__(
        self, number: int, size: int, error: int = 0, *, times: int = 1
    ) -> None:
        super().__init__()
        self.numbers = range(number, number + times)
        self.size = size
        self.error = error
        self.writes = 0

    def reach(self, name: str, real: Real, /, *args: Any, **kwargs: Any) -> Any:
        if name == "write":
            self.writes += 1
            if self.writes in self.numbers:
                taken = bytes(args[1])[: self.size]
                return real(args[0], taken) if taken else 0
            if self.writes == self.numbers.stop and self.error:
                raise OSError(self.error, os.strerror(self.error))
        return super().reach(name, real, *args, **kwargs)


class Tearing(Calls):
    """Kills the process before one call, a write after half of its bytes."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number

    def reach(self, name: str, real: Real, /, *args: Any, **kwargs: Any) -> Any:
        if self.count == self.number:
            if name == "write":
                real(args[0], bytes(args[1])[: len(args[1]) // 2])
            os.kill(os.getpid(), signal.SIGKILL)
        return super().reach(name, real, *args, **kwargs)


@contextmanager
def between(calls: Calls) -> Iterator[Calls]:
    """Let every call to the system pass by."""
    real = {name: getattr(os, name) for name in NAMES}

    def wrap(name: str) -> Real:
        def call(*args: Any, **kwargs: Any) -> Any:
            return calls.meet(name, real[name], *args, **kwargs)

        return call

    for name in NAMES:
        setattr(os, name, wrap(name))
    try:
        yield calls
    finally:
        for name in NAMES:
            setattr(os, name, real[name])
