"""Erases what was never saved of reflections: drafts, and changes to what is saved."""

import re
import stat
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from reflect_journal.journal.drafts import DRAFT_END, format_draft, parse_draft
from reflect_journal.journal.durable import TEMP_END, replace_file
from reflect_journal.journal.kept_words import ENDING as WORDS_END
from reflect_journal.journal.kept_words import name_words
from reflect_journal.journal.places import Places
from reflect_journal.journal.system import System

BELONGS: Final = re.compile(rb'^ "(?:id|base)": "([0-9A-Za-z]+)"', re.MULTILINE)
"""A key of a draft itself: what was answered stands further to the right."""
EARLIER_PLAN: Final = "earlier_plan"
"""Among the answers of a draft: the plan of another reflection that it asks about."""


@dataclass(frozen=True, slots=True)
class Unsaved:
    """Goes through what waits to be saved; only under the lock of the journal."""

    places: Places
    identifiers: frozenset[str]
    system: System

    def erase(self) -> None:
        """Erase it from drafts and unsaved changes, also those that were put aside.

        Raises:
            OSError: when something could not be removed.
            NotSavedError: when the draft of another one reads back otherwise.
        """
        for folder in (self.places.drafts, self.places.edits):
            # Those of other journals are in folders below.
            self._sift(path for path in list_files(folder) if path.parent == folder)
        self._sift(list_files(self.places.quarantine))

    def _sift(self, paths: Iterable[Path]) -> None:
        folders = set()
        for path in paths:
            if self._is_own(path):
                path.unlink()
                folders.add(path.parent)
            else:
                self._forget_plan(path)
        for folder in folders:
            self.system.sync_folder(folder)

    def _is_own(self, path: Path) -> bool:
        name = path.name.lstrip(".")
        if name.endswith((DRAFT_END, WORDS_END, TEMP_END)):
            # Also one that is damaged, or cannot be read at all.
            if name.split(".")[0] in self._list_names():
                return True
            with suppress(OSError):
                found = BELONGS.findall(path.read_bytes())
                return any(one.decode() in self.identifiers for one in found)
        return False

    def _list_names(self) -> set[str]:
        return {*self.identifiers, *map(name_words, self.identifiers)}

    def _forget_plan(self, path: Path) -> None:
        """Take the plan of an erased reflection out of the draft of another one."""
        draft = None
        if path.suffix == DRAFT_END:
            with suppress(OSError):
                draft = parse_draft(path.read_bytes())
        if draft is None:
            return
        match draft.answers.get(EARLIER_PLAN):
            case [str(identifier), *_] if identifier in self.identifiers:
                answers = {**draft.answers, EARLIER_PLAN: None}
                content = format_draft(replace(draft, answers=answers))
                replace_file(path, content, self.system)


def list_files(folder: Path) -> list[Path]:
    """List the regular files in a folder and below; links are passed over.

    Raises:
        OSError: when a folder cannot be listed; one that is missing is empty.
    """
    # Not by a pattern: that passes over in silence what may not be looked into.
    files: list[Path] = []
    with suppress(FileNotFoundError):
        for path in sorted(folder.iterdir()):
            mode = path.lstat().st_mode
            if stat.S_ISDIR(mode):
                files += list_files(path)
            elif stat.S_ISREG(mode):
                files.append(path)
    return files
