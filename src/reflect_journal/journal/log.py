"""The write protocol: an old byte is never touched, and saved means on the disk."""

import errno
import os
import stat
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from io import FileIO
from pathlib import Path
from typing import Final, NoReturn

from reflect_journal.errors import JournalUnusableError, NotSavedError
from reflect_journal.journal.durable import (
    NOT_REGULAR,
    check_written,
    create_file,
    make_folder,
    open_file,
    open_to_read,
    replace_file,
    sync_above,
    write_all,
)
from reflect_journal.journal.folder import LOG_END
from reflect_journal.journal.system import System

LOG_LIMIT: Final = 2 * 1024**3
TORN_LIMIT: Final = 4 * 1024 * 1024
LATELY: Final = 16 * 1024
TEMP_END: Final = ".partial"
APART: Final = 3 * 10**9
"""Nanoseconds; nearer to each other, two times of a disk may be in either order."""
NO_FILE: Final = (errno.EISDIR, errno.ELOOP, errno.ENXIO)


@dataclass(frozen=True, slots=True)
class Log:
    """The logs that one device writes in a folder; only under the folder's lock.

    `folder` is a real path, `make_head` gives the line that a new log begins with.
    """

    folder: Path
    device: str
    quarantine: Path
    system: System
    make_head: Callable[[], bytes]

    @property
    def path(self) -> Path:
        """The log that single versions are appended to."""
        return self.folder / f"{self.device}{LOG_END}"

    def append(self, content: bytes) -> None:
        """Append whole lines; they are on the disk when this returns.

        Raises:
            NotSavedError: when the log would grow too large or reads back otherwise.
            JournalUnusableError: when the log is no regular file of ours.
            OSError: when the system refuses; then nothing of the lines remains.
        """
        make_folder(self.folder, self.system)
        with self._open() as file:
            fd = file.fileno()
            size = self._check(fd)
            self._sync_name(fd)
            content = self._join(fd, size) + content
            if size + len(content) > LOG_LIMIT:
                reason = f"{self.path} would grow beyond 2 GiB"
                raise NotSavedError(reason)
            try:
                self._write(fd, content)
            except BaseException:
                self._take_back(fd, size, content)
                raise

    def add_batch(self, content: bytes, name: str, of: str = "") -> None:
        """Add whole lines as a log of their own: all of them or, when killed, none.

        Args:
            content: the lines.
            name: what tells this log from all others.
            of: what stands before the name; the device where it is "".

        Raises:
            NotSavedError: when it reads back otherwise.
            JournalUnusableError: when the folder is none.
            OSError: when the system refuses; then nothing of the lines remains.
        """
        target = self.folder / f"{of or self.device}-{name}{LOG_END}"
        make_folder(self.folder, self.system)
        if target.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
        sync_above(self.folder, self.system)
        temp = self.folder / f".{self.device}-{name}{TEMP_END}"
        try:
            create_file(temp, self.make_head() + content, self.system)
            self.system.replace(temp, target)
            self.system.sync_folder(self.folder)
        except BaseException:
            for one in (temp, target):
                with suppress(OSError):
                    one.unlink()
            raise

    def sweep(self) -> None:
        """Remove what this device's killed batches left; nobody was told of it."""
        with suppress(OSError), os.scandir(self.folder) as entries:
            for entry in entries:
                name = entry.name
                if name.startswith(f".{self.device}-") and name.endswith(TEMP_END):
                    self.folder.joinpath(name).unlink()

    def has_lately(self, revision: str) -> bool:
        """Tell whether a revision is mentioned near the end of the device's log."""
        try:
            with open_to_read(self.path) as file:
                size = os.fstat(file.fileno()).st_size
                start = max(0, size - LATELY)
                tail = self.system.read_at(file.fileno(), size - start, start)
        except OSError:
            return False
        return revision.encode() in tail

    def _open(self) -> FileIO:
        try:
            return open_file(self.path, os.O_RDWR | os.O_APPEND | os.O_CREAT)
        except OSError as error:
            if error.errno in NO_FILE:
                self._refuse(NOT_REGULAR)
            raise

    def _check(self, fd: int) -> int:
        status = os.fstat(fd)
        if not stat.S_ISREG(status.st_mode):
            self._refuse(NOT_REGULAR)
        if not self.system.is_ours(status.st_uid):
            self._refuse("it belongs to another user")
        if not status.st_size:
            self.system.set_private(fd)
        return status.st_size

    def _refuse(self, problem: str) -> NoReturn:
        raise JournalUnusableError(str(self.path), problem)

    def _join(self, fd: int, size: int) -> bytes:
        """Give what goes before new lines: a head, or the end of an unfinished line."""
        if not size:
            return self.make_head()
        if self.system.read_at(fd, 1, size - 1) == b"\n":
            return b""
        start = max(0, size - TORN_LIMIT)
        tail = self.system.read_at(fd, size - start, start)
        line_end = tail.rfind(b"\n")
        self._copy_to_quarantine(tail[line_end + 1 :])
        is_only_line = not start and line_end < 0
        return b"\n" + (self.make_head() if is_only_line else b"")

    def _copy_to_quarantine(self, torn: bytes) -> None:
        # The piece stays in the log too: a copy that fails is no reason to lose more.
        with suppress(OSError, NotSavedError):
            make_folder(self.quarantine, self.system)
            name = f"{self.device}-{sha256(torn).hexdigest()[:16]}.part"
            replace_file(self.quarantine / name, torn, self.system)

    def _sync_name(self, fd: int) -> None:
        """Let the name of the log be on the disk before its first byte is.

        A log that was written after the last name in the folder changed was synced
        then, for whoever wrote it came past here. So one that was killed earlier, or
        a log that was put there by another program, is synced by the next save.
        """
        log, folder = os.fstat(fd), self.folder.stat()
        if not log.st_size:
            sync_above(self.folder, self.system)
        if not log.st_size or log.st_mtime_ns - folder.st_ctime_ns < APART:
            self.system.sync_folder(self.folder)

    def _write(self, fd: int, content: bytes) -> None:
        write_all(fd, content)
        self.system.sync_file(fd)
        end = os.lseek(fd, 0, os.SEEK_CUR)
        check_written(fd, content, end - len(content), self.system)

    def _take_back(self, fd: int, size: int, content: bytes) -> None:
        with suppress(OSError):
            behind = os.fstat(fd).st_size - size
            # Only our own bytes: a program without our lock may have appended too.
            if 0 < behind <= len(content) and content.startswith(
                self.system.read_at(fd, behind, size)
            ):
                os.ftruncate(fd, size)
