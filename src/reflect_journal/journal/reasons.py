"""Why something was not saved, in words for people."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from reflect_journal.errors import NotSavedError

REASONS: Final = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk space you may use is used up",
    errno.EROFS: "the disk is read-only",
    errno.EIO: "the disk reported a fault",
    errno.EFBIG: "a file may not grow any larger here",
    errno.EMFILE: "too many files are open",
    errno.ENFILE: "too many files are open",
    errno.ENOSYS: "files cannot be locked on this disk",
}
DENIED: Final = (errno.EACCES, errno.EPERM)


def format_reason(error: OSError) -> str:
    """Say what stood in the way, as the rest of "Not saved: "."""
    if error.errno in DENIED:
        return f"no permission to write {_name(error)}"
    if error.errno in REASONS:
        return REASONS[error.errno]
    what = error.strerror or "the system gave no reason"
    return f"{_name(error)}: {what}"


def _name(error: OSError) -> str:
    name = error.filename
    return os.fsdecode(name) if isinstance(name, str | bytes) else "the journal"


@contextmanager
def explained() -> Iterator[None]:
    """Turn what the system refuses into the one error that means "not saved"."""
    try:
        yield
    except OSError as error:
        raise NotSavedError(format_reason(error)) from error
