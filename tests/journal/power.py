"""Follows what a power cut could take: files and folders that are not synced."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


class Followed:
    """The calls to the system that change or sync something, and what is not synced."""

    def __init__(self) -> None:
        self.unsynced: set[Path] = set()
        self.real = {name: getattr(os, name) for name in self.names}

    names = ("open", "write", "fsync", "mkdir", "replace")

    def open(self, path: Any, flags: int, *args: Any, **kwargs: Any) -> Any:
        is_new = bool(flags & os.O_CREAT) and not os.path.lexists(path)
        fd = self.real["open"](path, flags, *args, **kwargs)
        if is_new:
            self.unsynced.add(find(fd).parent)
        return fd

    def write(self, fd: int, content: Any) -> Any:
        self.unsynced.add(find(fd))
        return self.real["write"](fd, content)

    def fsync(self, fd: int) -> None:
        self.real["fsync"](fd)
        self.unsynced.discard(find(fd))

    def mkdir(self, path: Any, *args: Any) -> None:
        self.real["mkdir"](path, *args)
        self.unsynced.add(Path(path).parent)

    def replace(self, source: Any, target: Any) -> None:
        self.real["replace"](source, target)
        self.unsynced.add(Path(target).parent)
        if Path(source) in self.unsynced:
            self.unsynced.remove(Path(source))
            self.unsynced.add(Path(target))


def find(fd: int) -> Path:
    return Path(f"/proc/self/fd/{fd}").readlink()


@contextmanager
def followed() -> Iterator[set[Path]]:
    """Give the files and folders that are not synced at the moment."""
    calls = Followed()
    for name in calls.names:
        setattr(os, name, getattr(calls, name))
    try:
        yield calls.unsynced
    finally:
        for name in calls.names:
            setattr(os, name, calls.real[name])
