"""Texts that an editor left behind: who they belong to, and taking them away."""

import os
import shutil
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path

from reflect_journal.journal.durable import open_file
from reflect_journal.journal.editing import (
    ABOUT,
    EditorFolder,
    find_task,
    list_sheets,
)
from reflect_journal.journal.places import Places
from reflect_journal.journal.system import System


def erase_sheets(
    places: Places, identifiers: Collection[str], system: System
) -> list[Path]:
    """Remove the texts of some reflections that no editor holds open.

    Returns:
        Folders that may hold one and were left alone.

    Raises:
        OSError: when one could not be removed.
    """
    free = {one.folder for one in EditorFolder(places, system=system).list_left()}
    left = []
    for top in places.editor:
        held = {one.folder for one in list_sheets(top)} - free
        for folder in list_folders(top):
            task = find_task(folder)
            if task is not None and task.id not in identifiers:
                continue
            # Nobody may lose what is being written, or has a damaged note.
            if folder in held or (task is None and not _claim(folder)):
                left.append(folder)
            else:
                _remove(folder, system)
    return left


def list_half(places: Places) -> Iterator[Path]:
    """List the folders that were never shown to anybody, or whose note is damaged."""
    for top in places.editor:
        whole = {one.folder for one in list_sheets(top)}
        with suppress(OSError):
            yield from (one for one in list_folders(top) if one not in whole)


def list_folders(top: Path) -> list[Path]:
    """List the folders that hold a file; those of other journals hold folders.

    Raises:
        OSError: when they are there and cannot be listed.
    """
    with suppress(FileNotFoundError):
        folders = [path for path in sorted(top.iterdir()) if path.is_dir()]
        return [one for one in folders if any(map(Path.is_file, one.iterdir()))]
    return []


def _claim(folder: Path) -> bool:
    """Take a folder without a note, so that nobody shows its text any more."""
    about = folder / ABOUT
    try:
        with open_file(about, os.O_RDWR | os.O_CREAT | os.O_EXCL):
            return True
    except FileExistsError:
        # One without a word in it was claimed before, or never came to be written.
        return not about.stat().st_size


def _remove(folder: Path, system: System) -> None:
    # The note last: killed half-way, the rest is found again.
    for path in sorted(folder.iterdir(), key=lambda one: one.name == ABOUT):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    folder.rmdir()
    system.sync_folder(folder.parent)
