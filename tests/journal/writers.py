"""Processes of their own that save, so that they can be killed or compete."""

import itertools
import multiprocessing
import os
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from reflect_journal.journal.drafts import Draft, DraftStore
from reflect_journal.journal.system import System
from reflect_journal.journal.versions import NewVersion
from tests.journal.worlds import make_journal, make_places, write_document
from tests.torture.calls import Tearing, between

PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.journal.writers", "filelock"])


def start(target: Callable[..., None], *args: Any) -> tuple[BaseProcess, Connection]:
    """Start a process and give it one end of a pipe as its last argument."""
    here, there = PROCESSES.Pipe(duplex=False)
    process = PROCESSES.Process(target=target, args=(*args, there), daemon=True)
    process.start()
    there.close()
    return process, here


def receive_all(pipe: Connection) -> list[Any]:
    """Receive what a process that is gone has sent."""
    received = []
    try:
        while True:
            received.append(pipe.recv())
    except EOFError:
        return received
    finally:
        pipe.close()


def make_own_version(writer: int, number: int, size: int = 0) -> NewVersion:
    name = f"{writer:03}{number:06}"
    return NewVersion(
        f"01W{name:0>23}", f"01X{name:0>23}", write_document(name, note="x" * size)
    )


def save_for_ever(home: Path, writer: int, size: int, pipe: Connection) -> None:
    """Save one after the other; send the id of each that is acknowledged."""
    journal = make_journal(home, system=System())
    for number in range(100_000):
        version = make_own_version(writer, number, size)
        journal.save([version])
        pipe.send(version.id)


def save_some(home: Path, writer: int, count: int, pipe: Connection) -> None:
    """Save so many, each process with the same log."""
    journal = make_journal(home, system=System())
    for number in range(count):
        version = make_own_version(writer, number, 3000)
        journal.save([version])
        pipe.send(version.id)


def save_batch(home: Path, count: int, size: int, pipe: Connection) -> None:
    """Save many at once; send word before and after."""
    journal = make_journal(home, system=System())
    versions = [make_own_version(900, number, size) for number in range(count)]
    pipe.send("ready")
    journal.save(versions)
    pipe.send("saved")


def save_until_killed(
    home: Path, old: NewVersion, new: list[NewVersion], pipe: Connection
) -> None:
    """Save in one home after the other, each time killed one call later.

    Sends for each whether the save was killed, at last False.
    """
    killed = True
    for number in itertools.count(1):
        journal = make_journal(home / str(number))
        journal.save([old])
        child = os.fork()
        if not child:
            with between(Tearing(number)):
                journal.save(new)
            os._exit(0)
        killed = os.WIFSIGNALED(os.waitpid(child, 0)[1])
        pipe.send(killed)
        if not killed:
            return


def keep_drafts(home: Path, pipe: Connection) -> None:
    """Keep a draft that grows; send the number of answers that are kept."""
    store = DraftStore(make_places(home))
    for number in range(100_000):
        answers = {f"answer {one}": "x" * 500 for one in range(number % 50)}
        store.keep(Draft("01D", "full", "", f"{number:06}", answers))
        pipe.send(number)
