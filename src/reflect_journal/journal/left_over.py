"""Files that stopped programs left behind, and files that look like logs."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from reflect_journal.journal.durable import TEMP_END, make_folder, replace_file
from reflect_journal.journal.findings import LEFT_OVER, NOT_READ, Finding, format_name
from reflect_journal.journal.folder import LOG_END
from reflect_journal.journal.log import TEMP_END as BATCH_END
from reflect_journal.journal.places import Places
from reflect_journal.journal.system import System

SETTLED: Final = timedelta(hours=1)
"""What is younger may be a file that another reflect is writing right now."""
BY_EDITORS: Final = re.compile(r"\..*\.sw[a-p]|.*~|#.*#|\.#.*")


def list_left_over(places: Places, device: str | None, now: datetime) -> list[Path]:
    """List temporary files of this program that nobody is writing any more."""
    drafts = places.state / "drafts"
    folders = (places.state, drafts, places.drafts, places.quarantine)
    found = [
        path
        for folder in dict.fromkeys(folders)
        for path in _list_files(folder)
        if path.name.startswith(".") and path.name.endswith(TEMP_END)
    ]
    found += [
        path
        for path in _list_files(places.journal)
        if device and path.name.startswith(f".{device}-") and path.suffix == BATCH_END
    ]
    return [path for path in found if _is_settled(path, now)]


def find_left_over(
    places: Places, device: str | None, now: datetime
) -> Iterator[Finding]:
    """Find what was left behind, and what is beside the logs without being read."""
    for path in list_left_over(places, device, now):
        yield Finding(
            LEFT_OVER,
            format_name(str(path)),
            "A save that was stopped in the middle left this file. It was never "
            "reported as saved.",
            "reflect doctor --repair moves it to the quarantine.",
        )
    for path in _list_files(places.journal):
        if BY_EDITORS.fullmatch(path.name):
            means = "A text editor left this beside the logs; it is not read."
        elif LOG_END in path.name and not path.name.endswith((LOG_END, BATCH_END)):
            means = f"This is not read, because its name does not end with {LOG_END}."
        else:
            continue
        yield Finding(
            NOT_READ,
            format_name(str(path)),
            means,
            "Move it out of the folder when nothing in it is needed.",
        )


def put_aside(path: Path, places: Places, system: System) -> Path:
    """Move a file to the quarantine, which may be on another disk.

    Raises:
        NotSavedError, OSError: when that is not possible; then it is where it was.
    """
    target = places.quarantine / path.name.lstrip(".")
    make_folder(places.quarantine, system)
    replace_file(target, path.read_bytes(), system)
    path.unlink()
    system.sync_folder(path.parent)
    return target


def _list_files(folder: Path) -> list[Path]:
    with suppress(OSError):
        return sorted(one for one in folder.iterdir() if one.is_file())
    return []


def _is_settled(path: Path, now: datetime) -> bool:
    with suppress(OSError):
        return path.stat().st_mtime < (now - SETTLED).timestamp()
    return False
