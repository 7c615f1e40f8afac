"""One writer at a time: a lock that dies with its process, signals held meanwhile."""

import os
import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from reflect_journal.errors import NotSavedError
from reflect_journal.journal.durable import make_folder, open_file
from reflect_journal.journal.places import name_folder
from reflect_journal.journal.system import System

PAUSE: Final = (0.002, 0.008)
"""Seconds between two tries, from and to."""
IN_USE: Final = "another reflect is using the journal"


@dataclass(frozen=True, slots=True)
class Lock:
    """The lock on one folder of logs; its file is never deleted or renamed."""

    path: Path
    system: System

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Hold the lock and the signals together; let signals through while waiting.

        Raises:
            NotSavedError: when another process holds it all the time.
            OSError: when its file cannot be used.
        """
        # Imported before signals are held: an import can fail in many ways.
        from filelock import lock_descriptor

        make_folder(self.path.parent, self.system)
        end = self.system.clock() + self.system.patience
        while True:
            with (
                self.system.hold_signals(),
                open_file(self.path, os.O_RDWR | os.O_CREAT) as file,
            ):
                self.system.set_private(file.fileno())
                # Closing the file, even by the garbage collector, gives the lock back.
                if lock_descriptor(file.fileno(), blocking=False):
                    yield
                    return
            if self.system.clock() >= end:
                raise NotSavedError(IN_USE)
            # Each process another time, so that they do not meet again and again.
            self.system.pause(random.uniform(*PAUSE))  # noqa: S311 - nothing secret


def find_lock(locks: Path, folder: Path) -> Path:
    """Find the lock of a folder of logs.

    Args:
        locks: the folder of locks.
        folder: the folder of logs.
    """
    return locks / name_folder(folder)
