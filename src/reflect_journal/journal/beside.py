"""A file that is written beside another one, piece by piece, and proved."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from io import FileIO
from pathlib import Path
from typing import Any, Final

from reflect_journal.errors import NotSavedError
from reflect_journal.journal.durable import READ_BACK, open_file, write_all
from reflect_journal.journal.system import System

PIECE: Final = 1024 * 1024


@dataclass(slots=True)
class Beside:
    """A file that nobody reads yet; `size` and `digest` of all that was added."""

    path: Path
    system: System
    file: FileIO
    size: int = 0
    _digest: Any = field(default_factory=hashlib.sha256)
    _waiting: bytearray = field(default_factory=bytearray)

    @property
    def digest(self) -> str:
        """The first 16 hexadecimal digits of the SHA-256 of what was added."""
        return str(self._digest.hexdigest()[:16])

    def add(self, content: bytes) -> None:
        """Add bytes at the end."""
        self.size += len(content)
        self._digest.update(content)
        self._waiting += content
        if len(self._waiting) >= PIECE:
            self._write()

    def finish(self) -> None:
        """Return once all bytes are on the disk and were read back.

        Raises:
            NotSavedError: when the disk gives back something else.
            OSError: when the system refuses.
        """
        self._write()
        fd = self.file.fileno()
        self.system.sync_file(fd)
        back = hashlib.sha256()
        for offset in range(0, self.size, PIECE):
            back.update(self.system.read_at(fd, PIECE, offset))
        if back.digest() != self._digest.digest() or os.fstat(fd).st_size != self.size:
            raise NotSavedError(READ_BACK)

    def _write(self) -> None:
        write_all(self.file.fileno(), bytes(self._waiting))
        self._waiting.clear()


@contextmanager
def write_beside(path: Path, system: System) -> Iterator[Beside]:
    """Begin a file for its owner alone; it goes again when the block fails.

    Raises:
        FileExistsError: when it is there.
        OSError: when it cannot be written.
    """
    try:
        with open_file(path, os.O_RDWR | os.O_CREAT | os.O_EXCL) as file:
            system.set_private(file.fileno())
            yield Beside(path, system, file)
    except FileExistsError:
        raise
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise
