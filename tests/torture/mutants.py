"""The program with one step of its write protocol taken out."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from io import FileIO
from typing import Any, Final
from unittest.mock import patch

from filelock import lock_descriptor

from reflect_journal.errors import NotSavedError
from reflect_journal.journal import durable, reader, rows, sealing
from reflect_journal.journal.lock import Lock
from reflect_journal.journal.log import Log
from reflect_journal.journal.record import DIFFERS, Line, read_line
from reflect_journal.journal.system import System
from tests.torture.deeds import tell_early


def no_sync(_: System, __: object) -> None:
    """Let the bytes or names reach the disk whenever they do."""


def write_once(fd: int, content: bytes) -> None:
    os.write(fd, content)


def never(*_: object) -> None:
    """Do nothing."""


def raise_value_error(*_: object) -> None:
    raise ValueError


@contextmanager
def hold_nothing(_: Lock) -> Iterator[None]:
    yield


@contextmanager
def hold_no_signals(_: System) -> Iterator[None]:
    yield


@contextmanager
def hold_by_number(lock: Lock) -> Iterator[None]:
    """A number of an open file does not close itself when an error flies past."""
    durable.make_folder(lock.path.parent, lock.system)
    fd = os.open(lock.path, os.O_RDWR | os.O_CREAT, 0o600)
    end = lock.system.clock() + lock.system.patience
    while not lock_descriptor(fd, blocking=False):
        if lock.system.clock() >= end:
            os.close(fd)
            raise NotSavedError(str(lock.path))
        lock.system.pause(0.003)
    with lock.system.hold_signals():
        yield
    os.close(fd)


@contextmanager
def opened_before_lock() -> Iterator[None]:
    real_open, real_hold = Log._open, Lock.hold
    early: list[FileIO] = []

    @contextmanager
    def hold(lock: Lock) -> Iterator[None]:
        from tests.torture.deeds import find_log

        early.clear()
        try:
            # Three up: state, then the home that the lock belongs to.
            log = find_log(lock.path.parent.parent.parent)
            early.append(durable.open_file(log, os.O_RDWR | os.O_APPEND))
        except OSError:
            pass
        with real_hold(lock):
            yield

    def open_early(log: Log) -> FileIO:
        return early.pop() if early else real_open(log)

    with patch.object(Lock, "hold", hold), patch.object(Log, "_open", open_early):
        yield


def open_at_end(log: Log) -> FileIO:
    file = durable.open_file(log.path, os.O_RDWR | os.O_CREAT)
    os.lseek(file.fileno(), 0, os.SEEK_END)
    time.sleep(0.0005)
    return file


@contextmanager
def told_before_sync() -> Iterator[None]:
    real = System.sync_file

    def sync(system: System, fd: int) -> None:
        tell_early()
        real(system, fd)

    with patch.object(System, "sync_file", sync):
        yield


def read_trusting(raw: bytes) -> Line:
    line = read_line(raw)
    return Line(line.record, "") if line.flaw == DIFFERS else line


@contextmanager
def sums_not_compared() -> Iterator[None]:
    with (
        patch.object(reader, "read_line", read_trusting),
        patch.object(rows, "read_line", read_trusting),
        patch.object(sealing, "read_line", read_trusting),
    ):
        yield


@contextmanager
def tail_not_closed() -> Iterator[None]:
    real = Log._join

    def join(log: Log, fd: int, size: int) -> bytes:
        return b"" if size else real(log, fd, size)

    with patch.object(Log, "_join", join):
        yield


@contextmanager
def written_once() -> Iterator[None]:
    with (
        patch.object(durable, "write_all", write_once),
        patch("reflect_journal.journal.log.write_all", write_once),
    ):
        yield


def replacing(owner: type, name: str, by: Any) -> Callable[[], Any]:
    return lambda: patch.object(owner, name, by)


MUTANTS: Final[dict[str, Callable[[], AbstractContextManager[object]]]] = {
    "the log is not synced": replacing(System, "sync_file", no_sync),
    "the folder is not synced": replacing(System, "sync_folder", no_sync),
    "no lock": replacing(Lock, "hold", hold_nothing),
    "the log is opened before the lock": opened_before_lock,
    "a short write is not continued": written_once,
    "a failed write is not taken back": replacing(Log, "_take_back", never),
    "a bad line is not tolerated": replacing(
        reader.Reader, "_rescue", raise_value_error
    ),
    "told before the sync": told_before_sync,
    "the log is not opened to append": replacing(Log, "_open", open_at_end),
    "signals are not held back": replacing(System, "hold_signals", hold_no_signals),
    "the lock does not close itself": replacing(Lock, "hold", hold_by_number),
    "sums are not compared": sums_not_compared,
    "a torn tail is not closed": tail_not_closed,
}


def mutated(name: str) -> AbstractContextManager[object]:
    """Run the program without one of its steps; whole for ""."""
    return MUTANTS[name]() if name else nullcontext()
