"""Writes files anew without what was erased; what else is in them stays as it is."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path
from typing import Final

from reflect_journal.errors import NotSavedError
from reflect_journal.journal.durable import (
    READ_BACK,
    create_file,
    open_file,
    open_to_read,
    replace_file,
    write_all,
)
from reflect_journal.journal.erasing import Sieve
from reflect_journal.journal.reading import BUFFER, split_lines
from reflect_journal.journal.system import System

NAMELESS: Final = ("None", "None")
MOVING: Final = "another program keeps changing the journal"


class UnclearLinesError(NotSavedError):
    """A line cannot be read, so nobody knows whether it would have to go too."""

    exit_code = 4

    def __init__(self, paths: tuple[str, ...]) -> None:
        """Keep the files that hold such lines."""
        super().__init__("lines of the journal cannot be read")
        self.paths = paths

    def __str__(self) -> str:
        """Say that nothing was erased, and both ways on."""
        listed = "\n".join(f"  {path}" for path in self.paths)
        return (
            f"Lines that cannot be read might hold this text too:\n{listed}\n"
            f"Nothing was erased. What is wrong with them: {self.call} doctor. To "
            "erase all the same and leave those lines as they are: --keep-bad"
        )


@dataclass(frozen=True, slots=True)
class Rewriter:
    """Takes lines out of files; only under the lock of the journal."""

    sieve: Sieve
    system: System

    def find_unclear(self, path: Path) -> bool:
        """Tell whether a file holds lines of which nobody knows whose they are.

        Raises:
            OSError: when it cannot be read.
        """
        with open_to_read(path, BUFFER) as file:
            return any(self.sieve.is_unclear(raw) for raw in _list_lines(file))

    def find_doubtful(self, path: Path) -> bool:
        """Tell whether a file holds pieces that do not tell whose they are.

        Raises:
            OSError: when it cannot be read.
        """
        with open_to_read(path, BUFFER) as file:
            return any(self.sieve.is_doubtful(raw) for raw in _list_lines(file))

    def rewrite_log(self, path: Path, temp: Path) -> None:
        """Write a log anew beside itself, compare, and put it in the log's place.

        Killed at any moment, the log is the old or the new one.

        Raises:
            NotSavedError: when the new one does not hold what it should.
            OSError: when the system refuses; then the old one is still there.
        """
        with open_to_read(path, BUFFER) as file:
            old = list(_list_lines(file))
            kept = [rest for raw in old if (rest := self.sieve.sift(raw))]
            if kept == old:
                return
            size = sum(len(raw) for raw in old)
            try:
                create_file(temp, b"".join(kept), self.system)
                self._compare(old, temp)
                _check_same(path, file)
                if self.system.is_windows:
                    file.close()
                self.system.replace(temp, path)
            except BaseException:
                temp.unlink(missing_ok=True)
                raise
            self.system.sync_folder(path.parent)
            if not file.closed:
                self._carry_over(file, size, path)

    def rewrite_piece(self, path: Path) -> None:
        """Take lines out of a file of torn pieces, which goes when none is left.

        Raises:
            OSError: when the system refuses; then the old one is still there.
        """
        with open_to_read(path, BUFFER) as file:
            old = list(_list_lines(file))
        kept = b"".join(self.sieve.sift(raw) for raw in old)
        if kept == b"".join(old):
            return
        if kept:
            replace_file(path, kept, self.system)
        else:
            path.unlink()
            self.system.sync_folder(path.parent)

    def _compare(self, old: list[bytes], temp: Path) -> None:
        # Counted from what the disk gives back, by what the lines say.
        with open_to_read(temp, BUFFER) as file:
            found = self.sieve.count_others(_list_lines(file))
        expected = self.sieve.count_others(old)
        # Broken pieces have no name, and some of them may have been taken out.
        for counts in (expected, found):
            counts.pop(NAMELESS, None)
        if found != expected:
            raise NotSavedError(READ_BACK)

    def _carry_over(self, file: BufferedReader, size: int, path: Path) -> None:
        # A program without our lock may have appended to the old one meanwhile.
        behind = os.fstat(file.fileno()).st_size - size
        late = self.system.read_at(file.fileno(), behind, size)
        if late:
            with open_file(path, os.O_RDWR | os.O_APPEND) as log:
                write_all(log.fileno(), late)
                self.system.sync_file(log.fileno())


def _check_same(path: Path, file: BufferedReader) -> None:
    if not os.path.samestat(path.stat(), os.fstat(file.fileno())):
        raise NotSavedError(MOVING)


def _list_lines(file: BufferedReader) -> Iterator[bytes]:
    return (raw for _, raw in split_lines(file))
