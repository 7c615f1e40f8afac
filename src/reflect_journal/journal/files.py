"""Files that a person names: what is read from them, and what is written there."""

import os
import stat
from contextlib import suppress
from hashlib import sha256
from io import BufferedReader
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO, Final

from reflect_journal.errors import RefusedInputError
from reflect_journal.journal.durable import (
    TEMP_END,
    create_file,
    make_folder,
    open_named,
    replace_file,
)
from reflect_journal.journal.reasons import explained
from reflect_journal.journal.system import THIS_SYSTEM, System

AT_ONCE: Final = 64 * 1024
STANDARD_INPUT: Final = "-"
READ_LIMIT: Final = 50 * 1000 * 1000 + 1
"""Bytes; one more than a document may have, so that a larger one is recognised."""


def write_file(
    path: Path, content: bytes, *, replace: bool = False, system: System = THIS_SYSTEM
) -> None:
    """Write a file for its owner alone.

    Args:
        path: where; its folder has to be there.
        content: all of it.
        replace: whether a file that is there may be replaced.
        system: the operating system's ways.

    Raises:
        RefusedInputError: when a file is there that may not be replaced.
        NotSavedError: when the system refuses; then nothing of it is there.
    """
    with explained():
        if replace:
            replace_file(path, content, system)
            return
        try:
            _create(path, content, system)
        except FileExistsError:
            problem = "is there already."
            raise RefusedInputError(
                str(path), "", problem, "Name another file."
            ) from None


def find_target(name: str) -> tuple[Path, bool]:
    """Find the file to write that a person names, and whether one is there.

    A link is followed, so that it goes on leading to the file.

    Raises:
        RefusedInputError: when what is there is no regular file, such as a folder.
    """
    try:
        path = Path(os.path.realpath(name))
        status = path.stat()
    except (OSError, ValueError):
        # What cannot be looked at says so when it is written.
        return Path(name), False
    if not stat.S_ISREG(status.st_mode):
        problem = "is there and is no regular file."
        raise RefusedInputError(name, "", problem, "Name another one.")
    return path, True


def name_in_folder(name: str, file: str) -> str:
    """Name a file in a folder where a person names a folder; else what they named."""
    return os.path.join(name, file) if os.path.isdir(name) else name  # noqa: PTH112, PTH118 - it may be no path at all


def read_input(name: str, stdin: BinaryIO) -> bytes:
    """Read what is handed in, up to one byte more than is allowed.

    Args:
        name: a file, or "-" for standard input.
        stdin: standard input.

    Raises:
        RefusedInputError: when there is no such file or it cannot be read.
    """
    source = "standard input" if name == STANDARD_INPUT else name
    try:
        if name == STANDARD_INPUT:
            return stdin.read(READ_LIMIT)
        return _read_named(Path(name))
    except FileNotFoundError:
        problem, advice = "does not exist.", "Check how its name is written."
    except IsADirectoryError:
        problem, advice = "is a folder.", "Name a file in it."
    except PermissionError:
        problem = "may not be read by you."
        advice = "Ask its owner, or copy what is in it to a file of your own."
    except (OSError, ValueError) as error:
        problem, advice = f"cannot be read ({error}).", "Name another file."
    raise RefusedInputError(source, "", problem, advice)


def _read_named(path: Path) -> bytes:
    with BufferedReader(open_named(path)) as file:
        # None when a pipe has a writer who says nothing yet, "" when it has none.
        begin = file.raw.read(min(AT_ONCE, READ_LIMIT))
        if begin == b"":
            return begin
        THIS_SYSTEM.let_wait(file.fileno())
        rest = READ_LIMIT - len(begin or b"")
        return (begin or b"") + file.read(rest)


def keep_input(content: bytes, drafts: Path, *, system: System = THIS_SYSTEM) -> Path:
    """Keep beside the drafts what was piped in and could not be saved.

    Returns:
        The file, which can be handed in again; the same content has the same name.

    Raises:
        NotSavedError: when that is not possible either.
    """
    path = drafts / f"handed-in-{sha256(content).hexdigest()[:16]}.txt"
    with explained():
        make_folder(drafts, system)
        replace_file(path, content, system)
    return path


def _create(path: Path, content: bytes, system: System) -> None:
    if os.path.lexists(path):
        raise FileExistsError
    # Written beside and then named: killed half-way, there is no half of it.
    temp = path.with_name(f".{path.stem[:64]}.{token_hex(4)}{TEMP_END}")
    is_named = False
    with system.hold_signals():
        try:
            create_file(temp, content, system)
            _give_name(temp, path, system)
            is_named = True
            temp.unlink(missing_ok=True)
            system.sync_folder(path.parent)
        except BaseException:
            # What came there meanwhile from elsewhere is not ours to take away.
            for one in [temp, path] if is_named else [temp]:
                with suppress(OSError):
                    one.unlink()
            raise


def _give_name(temp: Path, path: Path, system: System) -> None:
    try:
        # Unlike a renaming, this never replaces what came there meanwhile.
        path.hardlink_to(temp)
    except FileExistsError:
        raise
    except OSError:
        # Not every disk can give a file two names; memory sticks cannot.
        system.replace(temp, path)
