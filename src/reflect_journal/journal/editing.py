"""What lies open in an editor: private files, kept until their text is durable."""

import json
import os
import re
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from reflect_journal.errors import NotSavedError
from reflect_journal.journal.durable import (
    create_file,
    make_folder,
    open_file,
    open_to_read,
)
from reflect_journal.journal.places import Places
from reflect_journal.journal.reasons import explained
from reflect_journal.journal.system import THIS_SYSTEM, System
from reflect_journal.model.limits import DOCUMENT_LIMIT

ABOUT: Final = "about.json"
NAME: Final = re.compile(r"[0-9A-Za-z][0-9A-Za-z-]{0,63}\.(?:json|txt)")
SHEET: Final = re.compile(r"[0-9A-Za-z]{1,64}")
PRIVATE: Final = 0o700


@dataclass(frozen=True, slots=True)
class Task:
    """What is written in an editor, without a word of it.

    `id` is the reflection and `base` the revision that was opened; `revision` is the
    one that saving it will have; `path` is the place of one text, or "" for the whole
    document; `name` is that of the file; `given` tells by a checksum whether the text
    is still the one that was opened.
    """

    id: str
    base: str
    revision: str
    path: str
    name: str
    given: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file for an editor, in a folder of its own."""

    folder: Path
    task: Task

    @property
    def path(self) -> Path:
        """The file."""
        return self.folder / self.task.name


def digest(content: bytes) -> str:
    """Give the checksum by which a text is known again."""
    return sha256(content).hexdigest()


class EditorFolder:
    """The folders for what lies open in an editor.

    Args:
        places: where everything is kept.
        system: the operating system's ways.
    """

    def __init__(self, places: Places, *, system: System = THIS_SYSTEM) -> None:
        self._runtime = places.runtime
        self._folders = places.editor
        self._system = system

    def lay_out(self, task: Task, content: bytes) -> Sheet:
        """Write a file for an editor; nobody but the owner can reach it.

        Raises:
            NotSavedError: when that is not possible.
        """
        with explained():
            return self._lay_out(self._choose_folder(), task, content)

    @contextmanager
    def hold(self, sheet: Sheet) -> Iterator[bool]:
        """Hold a sheet, so that it is nobody's leftover; false where another does."""
        from filelock import lock_descriptor

        with open_file(sheet.folder / ABOUT, os.O_RDWR) as file:
            yield lock_descriptor(file.fileno(), blocking=False)

    def list_left(self) -> list[Sheet]:
        """List what an editor left and nobody holds, the oldest first."""
        sheets = [sheet for folder in self._folders for sheet in list_sheets(folder)]
        left = [sheet for sheet in sheets if self._is_left(sheet)]
        return sorted(left, key=lambda sheet: sheet.task.revision)

    def settle(self, sheet: Sheet) -> Sheet:
        """Make what was written outlive a power cut and a log-out, if that goes."""
        with suppress(OSError, NotSavedError):
            content = read_sheet(sheet)
            # What an editor put beside it stays beside it.
            if sheet.folder.parent == self._folders[-1] or list_beside(sheet):
                with open_file(sheet.path, os.O_RDWR) as file:
                    self._system.sync_file(file.fileno())
                return sheet
            moved = self._lay_out(self._folders[-1], sheet.task, content)
            self.clear(sheet)
            return moved
        return sheet

    def clear(self, sheet: Sheet) -> None:
        """Remove a sheet, and what an editor put beside it."""
        # A part that cannot be removed is found and told at the next start.
        shutil.rmtree(sheet.folder, ignore_errors=True)
        with suppress(OSError):
            self._system.sync_folder(sheet.folder.parent)

    def _is_left(self, sheet: Sheet) -> bool:
        try:
            with self.hold(sheet) as is_free:
                return is_free
        except OSError:
            # Where files cannot be locked it is better told than forgotten.
            return True

    def _choose_folder(self) -> Path:
        if self._runtime and self._is_private(self._runtime.parent):
            with suppress(OSError):
                make_folder(self._folders[0], self._system)
                return self._folders[0]
        make_folder(self._folders[-1], self._system)
        return self._folders[-1]

    def _is_private(self, folder: Path) -> bool:
        try:
            status = folder.stat()
        except OSError:
            return False
        closed = not stat.S_IMODE(status.st_mode) & 0o077
        return folder.is_dir() and closed and self._system.is_ours(status.st_uid)

    def _lay_out(self, top: Path, task: Task, content: bytes) -> Sheet:
        folder = top / task.revision
        make_folder(top, self._system)
        folder.mkdir(PRIVATE)
        try:
            folder.chmod(PRIVATE)
            create_file(folder / task.name, content, self._system)
            # Last: what has no description yet was never shown to anybody.
            about = json.dumps({"v": 1, **asdict(task)}).encode()
            create_file(folder / ABOUT, about, self._system)
            self._system.sync_folder(folder)
            self._system.sync_folder(top)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        return Sheet(folder, task)


def read_sheet(sheet: Sheet) -> bytes:
    """Read what stands in the file now, up to one byte more than is allowed.

    Raises:
        OSError: when it is not there or cannot be read.
    """
    with open_to_read(sheet.path) as file:
        return file.read(DOCUMENT_LIMIT + 1)


def list_beside(sheet: Sheet) -> list[str]:
    """List the names of what an editor put beside the file, such as a rescued text."""
    with suppress(OSError), os.scandir(sheet.folder) as entries:
        names = sorted(entry.name for entry in entries)
        return [name for name in names if name not in {ABOUT, sheet.task.name}]
    return []


def list_sheets(folder: Path) -> list[Sheet]:
    """List what lies in a folder for an editor, whether it is open or left."""
    try:
        names = sorted(entry.name for entry in os.scandir(folder))
    except OSError:
        return []
    found = (_load(folder / name) for name in names if SHEET.fullmatch(name))
    return [sheet for sheet in found if sheet]


def find_task(folder: Path) -> Task | None:
    """Find what a folder for an editor says it is about."""
    try:
        with open_to_read(folder / ABOUT) as file:
            data = json.loads(file.read(DOCUMENT_LIMIT))
        task = Task(**{name: data[name] for name in Task.__slots__})
    except (OSError, ValueError, TypeError, KeyError):
        return None
    whole = all(isinstance(getattr(task, name), str) for name in Task.__slots__)
    if not whole or not NAME.fullmatch(task.name) or task.name == ABOUT:
        return None
    return task


def _load(folder: Path) -> Sheet | None:
    task = find_task(folder)
    return Sheet(folder, task) if task and (folder / task.name).is_file() else None
