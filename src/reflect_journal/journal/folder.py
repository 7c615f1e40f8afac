"""The folder of logs: which files in it are read, and which are odd."""

import os
from pathlib import Path
from typing import Final, NamedTuple

from reflect_journal.errors import JournalUnusableError

LOG_END: Final = ".jsonl"


class Listing(NamedTuple):
    """The logs of a folder by name, and what only bears the name of a log."""

    logs: tuple[str, ...] = ()
    odd: tuple[str, ...] = ()


def list_logs(folder: Path) -> Listing:
    """List the logs, copies made by programs that sync included; none is fine.

    Raises:
        JournalUnusableError: when it is not a folder or cannot be listed.
    """
    try:
        with os.scandir(folder) as entries:
            found = sorted(
                (entry.name, entry.is_file(follow_symlinks=False))
                for entry in entries
                if entry.name.endswith(LOG_END) and not entry.name.startswith(".")
            )
    except FileNotFoundError:
        check_folder(folder)
        return Listing()
    except NotADirectoryError:
        raise JournalUnusableError(str(folder), "it is not a folder") from None
    except OSError as error:
        problem = f"it cannot be listed ({error.strerror})"
        raise JournalUnusableError(str(folder), problem) from error
    return Listing(
        logs=tuple(name for name, is_file in found if is_file),
        odd=tuple(name for name, is_file in found if not is_file),
    )


def check_folder(folder: Path) -> None:
    """Refuse a link that leads nowhere: a drive that is away is no empty journal.

    Raises:
        JournalUnusableError: when it is such a link, or something but a folder.
    """
    if folder.is_dir():
        return
    if folder.is_symlink() and not folder.exists():
        problem = "it is a link to a folder that is not there"
        raise JournalUnusableError(str(folder), problem)
    if folder.exists():
        raise JournalUnusableError(str(folder), "it is not a folder")
