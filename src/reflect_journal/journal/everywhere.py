"""Erases reflections from every place that the program itself writes to."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reflect_journal.journal.deciding import Known
from reflect_journal.journal.drafts import DRAFT_END
from reflect_journal.journal.erasing import Sieve
from reflect_journal.journal.folder import LOG_END
from reflect_journal.journal.generations import erase_from_generations
from reflect_journal.journal.log import TEMP_END as PARTIAL_END
from reflect_journal.journal.places import Places
from reflect_journal.journal.revisions import TEXT
from reflect_journal.journal.sheets import erase_sheets
from reflect_journal.journal.sifting import Rewriter, UnclearLinesError
from reflect_journal.journal.system import System
from reflect_journal.journal.unsaved import Unsaved, list_files


@dataclass(frozen=True, slots=True)
class Eraser:
    """Goes to every place; only under the lock of the journal, a real folder."""

    places: Places
    folder: Path
    device: str
    sieve: Sieve
    system: System

    @property
    def _rewriter(self) -> Rewriter:
        return Rewriter(self.sieve, self.system)

    def refuse_unclear(self, logs: Iterable[str]) -> None:
        """Refuse to begin while nobody knows whose some lines are.

        Raises:
            UnclearLinesError: naming the logs.
            OSError: when one cannot be read.
        """
        unclear = self._list_unclear(logs)
        if unclear:
            raise UnclearLinesError(tuple(map(str, unclear)))

    def erase_everywhere(
        self, logs: Iterable[str], words: Iterable[str]
    ) -> tuple[str, ...]:
        """Erase it from logs, drafts, edits, torn pieces and backups.

        Args:
            logs: the names of all logs.
            words: what would tell that a file is about one of the reflections.

        Returns:
            Files that may hold it and were left alone.

        Raises:
            NotSavedError, OSError: when it could not be erased everywhere; every file
                is as it was or without what was to go.
        """
        logs = list(logs)
        temp = self.folder / f".{self.device}-erasing{PARTIAL_END}"
        for name in logs:
            self._rewriter.rewrite_log(self.folder / name, temp)
        identifiers = self.sieve.identifiers
        Unsaved(self.places, identifiers, self.system).erase()
        left = erase_sheets(self.places, identifiers, self.system)
        for path in list_files(self.places.quarantine):
            self._rewriter.rewrite_piece(path)
        left += self._list_doubtful()
        left += erase_from_generations(self.places, self.sieve, self.system)
        left += self._list_unclear(logs)
        needles = [*identifiers, *words]
        left += [path for path in self._list_others() if _mentions(path, needles)]
        return tuple(str(path) for path in dict.fromkeys(left))

    def _list_unclear(self, logs: Iterable[str]) -> list[Path]:
        paths = [self.folder / name for name in logs]
        return [path for path in paths if self._rewriter.find_unclear(path)]

    def _list_doubtful(self) -> list[Path]:
        # Drafts that were put aside tell by their names whose they are.
        files = list_files(self.places.quarantine)
        pieces = [path for path in files if path.suffix != DRAFT_END]
        return [path for path in pieces if self._rewriter.find_doubtful(path)]

    def _list_others(self) -> Iterator[Path]:
        """List files beside the journal and the drafts that nobody can rewrite."""
        for path in list_files(self.folder):
            if path.suffix != LOG_END or path.name.startswith("."):
                yield path
        yield from list_files(self.places.drafts)
        yield from list_files(self.places.edits)
        yield from list_files(self.places.quarantine)


def list_companies(known: Known, identifiers: Iterable[str]) -> list[str]:
    """List all names of companies that reflections ever had."""
    wanted = set(identifiers)
    texts = (
        known.read(one).get("reflection")
        for one in known.contents.versions.values()
        if one.id in wanted and one.state & TEXT
    )
    names = (one.get("company") for one in texts if isinstance(one, dict))
    return sorted({one for one in names if isinstance(one, str) and one})


def _mentions(path: Path, words: Iterable[str]) -> bool:
    try:
        content = path.read_bytes()
    except OSError:
        return True
    forms = (form for one in words for form in (one, json.dumps(one)[1:-1]))
    return any(form.encode("utf-8", "replace") in content for form in forms)
