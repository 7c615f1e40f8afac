"""Erases reflections from every place that the program itself writes to."""

import json
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from reflect_journal.journal.deciding import Known
from reflect_journal.journal.drafts import DRAFT_END
from reflect_journal.journal.durable import TEMP_END
from reflect_journal.journal.erasing import Sieve
from reflect_journal.journal.folder import LOG_END
from reflect_journal.journal.generations import erase_from_generations
from reflect_journal.journal.kept_words import ENDING as WORDS_END
from reflect_journal.journal.kept_words import name_words
from reflect_journal.journal.log import TEMP_END as PARTIAL_END
from reflect_journal.journal.places import Places
from reflect_journal.journal.revisions import TEXT
from reflect_journal.journal.sifting import Rewriter, UnclearLinesError
from reflect_journal.journal.system import System


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
        """Erase it from logs, drafts, torn pieces and backups.

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
        self._remove_drafts()
        for path in _list_files(self.places.quarantine):
            self._rewriter.rewrite_piece(path)
        left = erase_from_generations(self.places, self.sieve, self.system)
        left += self._list_unclear(logs)
        needles = [*self.sieve.identifiers, *words]
        left += [path for path in self._list_others() if _mentions(path, needles)]
        return tuple(str(path) for path in dict.fromkeys(left))

    def _list_unclear(self, logs: Iterable[str]) -> list[Path]:
        paths = [self.folder / name for name in logs]
        return [path for path in paths if self._rewriter.find_unclear(path)]

    def _remove_drafts(self) -> None:
        folder = self.places.drafts
        # Those of other journals are in folders below.
        files = (path for path in _list_files(folder) if path.parent == folder)
        own = [path for path in files if self._is_draft(path.name)]
        for path in own:
            path.unlink()
        if own:
            self.system.sync_folder(folder)

    def _is_draft(self, name: str) -> bool:
        return any(
            name in {f"{one}{DRAFT_END}", f"{words}{WORDS_END}"}
            or (name.startswith((f".{one}.", f".{words}.")) and name.endswith(TEMP_END))
            for one in self.sieve.identifiers
            for words in [name_words(one)]
        )

    def _list_others(self) -> Iterator[Path]:
        """List files beside the journal and the drafts that nobody can rewrite."""
        for path in _list_files(self.folder):
            if path.suffix != LOG_END or path.name.startswith("."):
                yield path
        yield from _list_files(self.places.drafts)


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


def _list_files(folder: Path) -> list[Path]:
    # Not by a pattern: that passes over in silence what may not be looked into.
    files: list[Path] = []
    with suppress(FileNotFoundError):
        for path in sorted(folder.iterdir()):
            mode = path.lstat().st_mode
            if stat.S_ISDIR(mode):
                files += _list_files(path)
            elif stat.S_ISREG(mode):
                files.append(path)
    return files
