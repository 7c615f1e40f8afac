"""What differs between operating systems on the way to the disk."""

import errno
import os
import signal
import stat
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Final, NamedTuple

PRIVATE: Final = 0o600
HELD: Final = ("SIGINT", "SIGTERM", "SIGHUP", "SIGTSTP")
NO_FOLDER_SYNC: Final = (errno.EINVAL, errno.ENOTSUP)
NO_FULL_SYNC: Final = (errno.EINVAL, errno.ENOTSUP, errno.ENOTTY)
REPLACE_TRIES: Final = 50
REPLACE_PAUSE: Final = 0.05
"""Seconds; a virus scanner or an indexer lets go of a file within two of them."""

OPEN_FLAGS: Final[int] = (
    getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
)
"""For every file: never through a link, never waiting for a pipe, never as text."""

LINK_FLAGS: Final[int] = OPEN_FLAGS & ~getattr(os, "O_NOFOLLOW", 0)
"""For a file that a person put there: a link is followed."""


class System(NamedTuple):
    """One operating system, by the name that `sys.platform` has for it.

    `pause` and `clock` are in seconds, and so is `patience`, the time to wait for
    another process at most.
    """

    platform: str = sys.platform
    pause: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    patience: float = 10.0

    @property
    def is_windows(self) -> bool:
        """Whether the calls of POSIX are missing."""
        return self.platform == "win32"

    @contextmanager
    def hold_signals(self) -> Iterator[None]:
        """Let Ctrl-C, kill, hang-up and Ctrl-Z wait until the block is left."""
        masked = nullcontext() if self.is_windows else _mask_signals()
        # The mask is one thread's; Ctrl-C may reach Python through another one.
        with masked, _defer_interrupt():
            yield

    def sync_file(self, fd: int) -> None:
        """Return once the bytes of a file are on the disk itself."""
        if self.platform == "darwin":
            import fcntl

            try:
                # There fsync leaves the bytes in the cache of the drive.
                fcntl.fcntl(fd, getattr(fcntl, "F_FULLFSYNC", 51))
            except OSError as error:
                if error.errno not in NO_FULL_SYNC:
                    raise
            else:
                return
        os.fsync(fd)

    def sync_folder(self, folder: Path) -> None:
        """Return once the names in a folder are on the disk itself."""
        if self.is_windows:
            return
        fd = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
        try:
            os.fsync(fd)
        except OSError as error:
            if error.errno not in NO_FOLDER_SYNC:
                raise
        finally:
            os.close(fd)

    def read_at(self, fd: int, length: int, offset: int) -> bytes:
        """Read so many bytes from a place in a file, fewer only at its end."""
        pieces: list[bytes] = []
        while length > 0:
            if self.is_windows:
                os.lseek(fd, offset, os.SEEK_SET)
                piece = os.read(fd, length)
            else:
                piece = os.pread(fd, length, offset)
            if not piece:
                break
            pieces.append(piece)
            offset += len(piece)
            length -= len(piece)
        return pieces[0] if len(pieces) == 1 else b"".join(pieces)

    def replace(self, source: Path, target: Path) -> None:
        """Give a file another's name in one step."""
        if self.is_windows:
            for _ in range(REPLACE_TRIES):
                try:
                    source.replace(target)
                except PermissionError:
                    self.pause(REPLACE_PAUSE)
                else:
                    return
        source.replace(target)

    def let_wait(self, fd: int) -> None:
        """Let reading from a pipe wait for what its writer has to say."""
        if not self.is_windows:
            os.set_blocking(fd, True)

    def set_private(self, fd: int) -> None:
        """Let nobody but the owner read a file, whatever the umask says."""
        if not self.is_windows and stat.S_IMODE(os.fstat(fd).st_mode) != PRIVATE:
            os.fchmod(fd, PRIVATE)

    def is_ours(self, owner: int) -> bool:
        """Tell whether a file's owner is the person who runs this."""
        return self.is_windows or owner == os.getuid()


THIS_SYSTEM: Final = System()


@contextmanager
def _mask_signals() -> Iterator[None]:
    # Asked first and set inside `try`: setting the mask may itself raise
    # KeyboardInterrupt, and then it has to be taken back as well.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    try:
        signal.pthread_sigmask(
            signal.SIG_BLOCK, [getattr(signal, name) for name in HELD]
        )
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _defer_interrupt() -> Iterator[None]:
    before = signal.getsignal(signal.SIGINT)
    # Python's handlers run in the main thread only; one from C could not be put back.
    if before is None or threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []
    try:
        signal.signal(signal.SIGINT, lambda number, _: came.append(number))
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        if came:
            signal.raise_signal(signal.SIGINT)
