"""Folders and files that are private, whole and still there after a power cut."""

import errno
import io
import os
import stat
from contextlib import suppress
from pathlib import Path
from typing import Final

from reflect_journal.errors import NotSavedError
from reflect_journal.journal.system import LINK_FLAGS, OPEN_FLAGS, System

TEMP_END: Final = ".tmp"
NOT_REGULAR: Final = "it is not a regular file"
READ_BACK: Final = "the disk gave back something else than was written"


def make_folder(folder: Path, system: System) -> None:
    """Create a folder and all that are missing above it, for their owner alone.

    Raises:
        OSError: when one of them cannot be created or synced.
    """
    missing = []
    one = folder
    while not one.exists():
        missing.append(one)
        one = one.parent
    for one in reversed(missing):
        one.mkdir(0o700, exist_ok=True)
        one.chmod(0o700)
        system.sync_folder(one.parent)


def sync_above(folder: Path, system: System) -> None:
    """Sync the names of a folder and of those above it that are ours.

    Whoever created them may have been killed before it came to that.
    """
    with suppress(OSError):
        for one in folder.parents:
            if not system.is_ours(one.stat().st_uid):
                return
            system.sync_folder(one)


def open_to_read(path: Path, buffer: int = io.DEFAULT_BUFFER_SIZE) -> io.BufferedReader:
    """Open a file to read it from its beginning.

    Raises:
        OSError: when it cannot be opened; a link in its last part is refused.
    """
    return io.BufferedReader(open_file(path, os.O_RDONLY, "r"), buffer)


def open_named(path: Path) -> io.FileIO:
    """Open a file that a person put there or names; no pipe keeps it waiting.

    Raises:
        OSError: when it cannot be opened.
    """

    def opener(name: str, _: int) -> int:
        return os.open(name, os.O_RDONLY | LINK_FLAGS)

    return io.FileIO(os.fspath(path), "r", opener=opener)


def read_whole(path: Path) -> bytes:
    """Read a file that a person may have put there, through links.

    Raises:
        OSError: when it cannot be read, or is a pipe or a device, which may never end.
    """
    with open_named(path) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.EINVAL, NOT_REGULAR, str(path))
        return file.read()


def open_file(path: Path, flags: int, mode: str = "r+") -> io.FileIO:
    """Open a file as an object, which closes itself when an interrupt flies past.

    Args:
        path: the file; a link in its last part is refused.
        flags: those of `os.open`; a file that is created is its owner's alone.
        mode: "r" or "r+", as the flags say.

    Raises:
        OSError: when it cannot be opened.
    """

    def opener(name: str, _: int) -> int:
        return os.open(name, flags | OPEN_FLAGS, 0o600)

    return io.FileIO(os.fspath(path), mode, opener=opener)


def write_all(fd: int, content: bytes) -> None:
    """Write every byte, however few the system takes at a time.

    Raises:
        OSError: when it takes no more.
    """
    rest = memoryview(content)
    while rest:
        taken = os.write(fd, rest)
        if not taken:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        rest = rest[taken:]


def replace_file(path: Path, content: bytes, system: System) -> None:
    """Put a whole file in the place of another or of none, durably.

    Raises:
        OSError: when that is not possible; the old file is then still there.
    """
    temp = path.with_name(f".{path.stem[:64]}.{os.urandom(4).hex()}{TEMP_END}")
    with system.hold_signals():
        try:
            create_file(temp, content, system)
            system.replace(temp, path)
        except BaseException:
            with suppress(OSError):
                temp.unlink()
            raise
        system.sync_folder(path.parent)


def create_file(path: Path, content: bytes, system: System) -> None:
    """Write a file that was not there, and sync its bytes but not its name.

    Raises:
        FileExistsError: when it is there.
        NotSavedError: when the disk gives back something else.
        OSError: when it cannot be written; a part of it may be there.
    """
    with open_file(path, os.O_RDWR | os.O_CREAT | os.O_EXCL) as file:
        system.set_private(file.fileno())
        write_all(file.fileno(), content)
        system.sync_file(file.fileno())
        check_written(file.fileno(), content, 0, system)


def check_written(fd: int, content: bytes, offset: int, system: System) -> None:
    """Compare what is in a file with what should be.

    Raises:
        NotSavedError: when they differ.
    """
    if system.read_at(fd, len(content), offset) != content:
        raise NotSavedError(READ_BACK)
