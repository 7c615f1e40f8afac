"""The folder of the journal: room on its disk, the right to write, who syncs it."""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from reflect_journal.journal.findings import (
    DISK_NEARLY_FULL,
    READ_ONLY,
    SYNCED,
    Finding,
    format_name,
)

LITTLE: Final = 32 * 1024 * 1024
MARKERS: Final = (".stfolder", ".dropbox", ".dropbox.cache", ".sync", "._sync_")
NAMES: Final = re.compile(
    r"Dropbox( \(.+\))?|OneDrive( - .+)?|Google ?Drive|Nextcloud|ownCloud|"
    r"Mobile Documents|CloudStorage|pCloudDrive|MEGA"
)


def find_odd_room(folder: Path) -> Iterator[Finding]:
    """Find what stands in the way of the next save."""
    where = format_name(str(folder))
    there = next(one for one in (folder, *folder.parents) if one.exists())
    if not os.access(there, os.W_OK | os.X_OK):
        yield Finding(
            READ_ONLY,
            where,
            "The journal can be read here, but not added to.",
            "Check the rights of this folder, and whether its disk is read-only.",
        )
    if shutil.disk_usage(there).free < LITTLE:
        yield Finding(
            DISK_NEARLY_FULL,
            where,
            "The disk of the journal is nearly full, so a save may soon be refused.",
            "Make room on it. What is saved stays as it is.",
        )


def find_sync(folder: Path) -> Iterator[Finding]:
    """Find out whether a program is known to copy the folder elsewhere."""
    real = folder.resolve()
    for one in (real, *real.parents):
        marker = next((name for name in MARKERS if (one / name).exists()), None)
        if marker or NAMES.fullmatch(one.name):
            yield Finding(
                SYNCED,
                format_name(str(folder)),
                f"It lies in {format_name(str(one))}, which a program seems to copy "
                "to other computers. The journal is made for that, but what is "
                "written in it can be read there too.",
                "Nothing has to be done if you meant it so. Let each device use "
                "its own reflect.",
            )
            return
