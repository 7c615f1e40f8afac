"""The name of this device: twelve random letters and digits, made once."""

import errno
import re
import secrets
from pathlib import Path
from typing import Final

from reflect_journal.journal.durable import make_folder, read_whole, replace_file
from reflect_journal.journal.system import System

DEVICE: Final = re.compile(r"[0-9a-f]{12}")


def load_device(path: Path, system: System) -> str:
    """Read the device's name, or make one where there is none yet.

    It is no secret and names nothing but a file. Unread it is never made anew: with
    another name, what was written on this device would be another one's.

    Raises:
        OSError: when it cannot be read, or is not there and cannot be stored.
    """
    known = _read_device(path)
    if known is not None:
        return known
    made = secrets.token_hex(6)
    make_folder(path.parent, system)
    replace_file(path, f"{made}\n".encode(), system)
    # Another process may have been quicker or slower; both then go on alike.
    return _read_device(path) or made


def find_device(path: Path) -> str | None:
    """Find the device's name; None where it has none yet, or it cannot be read."""
    try:
        return _read_device(path)
    except OSError:
        return None


def _read_device(path: Path) -> str | None:
    try:
        text = read_whole(path).decode("ascii").strip()
    except (FileNotFoundError, UnicodeDecodeError):
        return None
    except OSError as error:
        # What is no file never held a name, and is put out of the way.
        if error.errno == errno.EINVAL:
            return None
        raise
    return text if DEVICE.fullmatch(text) else None
