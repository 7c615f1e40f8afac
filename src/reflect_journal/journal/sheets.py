"""Texts that an editor left behind: who they belong to, and taking them away."""

import shutil
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path

from reflect_journal.journal.editing import ABOUT, EditorFolder, list_sheets
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
        owners = {one.folder: one.task.id for one in list_sheets(top)}
        for folder in list_folders(top):
            is_half = folder not in owners and not (folder / ABOUT).exists()
            is_own = is_half or owners.get(folder) in identifiers
            if folder in owners and folder not in free:
                # Nobody may lose what is being written; it can be told.
                left += [folder] if is_own else []
            elif is_own:
                left += _remove(folder, system, is_half=is_half)
            elif folder not in owners:
                left.append(folder)
    return left


def list_half(places: Places) -> Iterator[Path]:
    """List the folders that were never shown to anybody, or whose note is damaged."""
    for top in places.editor:
        owners = {one.folder for one in list_sheets(top)}
        yield from (folder for folder in list_folders(top) if folder not in owners)


def list_folders(top: Path) -> list[Path]:
    """List the folders that hold a file; those of other journals hold folders."""
    with suppress(OSError):
        folders = [path for path in sorted(top.iterdir()) if path.is_dir()]
        return [one for one in folders if any(map(Path.is_file, one.iterdir()))]
    return []


def _remove(folder: Path, system: System, *, is_half: bool) -> list[Path]:
    away = folder.with_name(f".{folder.name.lstrip('.')}")
    # No other program finds it under that name, and no new file gets into it.
    folder.rename(away)
    if is_half and (away / ABOUT).exists():
        # Another reflect was laying it out this very moment.
        away.rename(folder)
        return [folder]
    shutil.rmtree(away)
    system.sync_folder(folder.parent)
    return []
