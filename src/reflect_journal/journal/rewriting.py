"""Writes one damaged log anew beside, and puts it in the old one's place."""

import io
import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Final

from reflect_journal.journal.beside import Beside, write_beside
from reflect_journal.journal.durable import (
    check_written,
    open_file,
    open_to_read,
    write_all,
)
from reflect_journal.journal.mending import (
    LINE_END,
    Mended,
    Remedy,
    Twin,
    mend_line,
)
from reflect_journal.journal.reading import split_lines
from reflect_journal.journal.record import HEAD, read_line
from reflect_journal.journal.rows import MovedError
from reflect_journal.journal.system import System

JOURNAL_ID: Final = re.compile(rb'"journal":"([0-9A-Za-z]{1,64})"')
QUARANTINED: Final = ".part"


@dataclass(slots=True)
class Mending:
    """Goes through the lines of one log and counts what is done to them.

    `find_twin` finds the sound copy of a record, `make_head` makes a first line; it
    is given the journal's id that the old one may still show, or "".
    """

    find_twin: Twin
    make_head: Callable[[str], bytes]
    counts: Counter[Remedy] = field(default_factory=Counter)
    size: int = 0
    _seen: set[bytes] = field(default_factory=set)
    _hint: str = ""
    _has_begun: bool = False

    def mend(self, lines: Iterable[tuple[int, bytes]]) -> Iterator[Mended]:
        """Give what is to be written and what is bad, line by line."""
        for offset, raw in lines:
            self.size = offset + len(raw)
            mended = self._once(mend_line(raw, self.find_twin))
            self.counts[mended.remedy] += 1
            if mended.bad and not self._has_begun:
                found = JOURNAL_ID.search(raw)
                self._hint = self._hint or (found[1].decode() if found else "")
            if mended.kept.strip() and not self._has_begun:
                yield from self._begin(mended.kept)
            yield mended
        if not self._has_begun:
            yield from self._begin(b"")

    @property
    def is_needed(self) -> bool:
        """Whether anything has to be done."""
        return bool(self.counts.keys() - {Remedy.NONE})

    def _once(self, mended: Mended) -> Mended:
        kept = b"".join(line for line in split(mended.kept) if self._is_first(line))
        if len(kept) == len(mended.kept):
            return mended
        is_sound = mended.remedy is Remedy.NONE
        return Mended(kept, mended.bad, Remedy.ONCE if is_sound else mended.remedy)

    def _is_first(self, line: bytes) -> bool:
        name = sha256(line).digest()[:16]
        if line.strip() and name in self._seen:
            return False
        self._seen.add(name)
        return True

    def _begin(self, first: bytes) -> Iterator[Mended]:
        self._has_begun = True
        line = next(split(first), b"")
        if (read_line(line).record or {}).get("op") != HEAD:
            yield Mended(self.make_head(self._hint), b"", Remedy.NONE)


def split(content: bytes) -> Iterator[bytes]:
    """Split whole lines, their ends included; only a line feed ends a line."""
    return (line + LINE_END for line in content.split(LINE_END)[:-1])


@dataclass(slots=True)
class Rewritten:
    """A log that was written anew, before it takes the old one's place."""

    path: Path
    old: io.BufferedReader
    new: Beside
    bad: Beside
    size: int
    changed_at: int
    system: System

    def keep_bad(self) -> None:
        """Keep what was bad, under a name that its bytes make."""
        folder = self.bad.path.parent
        if self.bad.size:
            name = f"{self.path.stem}-{self.bad.digest}{QUARANTINED}"
            self.system.replace(self.bad.path, folder / name)
        else:
            self.bad.path.unlink()
        self.system.sync_folder(folder)

    def swap(self) -> None:
        """Put the new log in the place of the old one.

        Raises:
            MovedError: when another program changed the old one meanwhile.
            OSError: when the system refuses; then the old one is still there.
        """
        old = os.fstat(self.old.fileno())
        is_other = not os.path.samestat(old, self.path.stat())
        is_changed = old.st_size == self.size and old.st_mtime_ns != self.changed_at
        if is_other or is_changed or old.st_size < self.size:
            raise MovedError
        if self.system.is_windows:
            # There an open file cannot be replaced.
            self.old.close()
        self.system.replace(self.new.path, self.path)
        self.system.sync_folder(self.path.parent)
        if not self.system.is_windows:
            self._bring_over()

    def _bring_over(self) -> None:
        # A program without our lock may have added lines up to the last moment.
        fd = self.old.fileno()
        more = self.system.read_at(fd, os.fstat(fd).st_size - self.size, self.size)
        if not more:
            return
        with open_file(self.path, os.O_RDWR | os.O_APPEND) as file:
            write_all(file.fileno(), more)
            self.system.sync_file(file.fileno())
            check_written(file.fileno(), more, self.new.size, self.system)


@contextmanager
def rewrite(
    path: Path, beside: Path, bad: Path, mending: Mending, system: System
) -> Iterator[Rewritten]:
    """Write a log anew; what was written goes again when the block fails.

    Args:
        path: the log.
        beside: where it is written, in the same folder.
        bad: where the bytes are written that cannot stay in it.
        mending: what is done to its lines.
        system: the operating system's ways.

    Raises:
        NotSavedError: when the disk gives back something else.
        OSError: when the system refuses.
    """
    with (
        open_to_read(path, 1 << 20) as old,
        write_beside(beside, system) as new,
        write_beside(bad, system) as aside,
    ):
        changed_at = os.fstat(old.fileno()).st_mtime_ns
        for mended in mending.mend(split_lines(old)):
            new.add(mended.kept)
            aside.add(mended.bad)
        new.finish()
        aside.finish()
        yield Rewritten(path, old, new, aside, mending.size, changed_at, system)
