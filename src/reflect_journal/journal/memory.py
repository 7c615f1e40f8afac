"""A journal that is kept in memory only, with the same promises."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from reflect_journal.journal.contents import Contents, unpack_position
from reflect_journal.journal.deciding import Known, decide
from reflect_journal.journal.findings import Finding
from reflect_journal.journal.reader import Mentions, Reader
from reflect_journal.journal.record import read_line
from reflect_journal.journal.revisions import Revision
from reflect_journal.journal.rows import get_shown, make_saved
from reflect_journal.journal.sealing import make_line
from reflect_journal.journal.versions import NewVersion, Receipt, Survey
from reflect_journal.model.saved import SavedReflection


@dataclass
class MemoryJournal:
    """Holds the lines that a log would have.

    `now` gives the time, aware, and `new_id` a new ULID.
    """

    now: Callable[[], datetime]
    new_id: Callable[[], str]
    lines: list[bytes] = field(default_factory=list)

    def survey(self, mentions: Mentions | None = None) -> Survey:
        """Read all lines."""
        contents = self._look(mentions)
        return Survey(contents.outlines, contents.findings)

    def get(self, identifiers: Sequence[str]) -> list[SavedReflection]:
        """Read the shown lines."""
        contents = self._look()
        shown = [get_shown(contents, identifier) for identifier in identifiers]
        return [make_saved(contents, one, self._read(one)) for one in shown]

    def find_latest(self) -> str | None:
        """Find the newest of the shown versions."""
        shown = self._look().list_shown()
        latest = max(shown, key=lambda one: one.order, default=None)
        return latest.id if latest else None

    def save(self, versions: Sequence[NewVersion]) -> Receipt:
        """Add a line for every version that is new."""
        at = self.now()
        for version in versions:
            make_line(version, at, "memory")
        decision = decide(versions, Known(self._look(), self._read), self.new_id)
        self.lines += [make_line(one, at, "memory") for one in decision.write]
        return decision.receipt

    def diagnose(self) -> list[Finding]:
        """Read all lines and tell what is odd."""
        return list(self._look().findings)

    def _look(self, mentions: Mentions | None = None) -> Contents:
        contents = Contents(Path(), logs=("memory",))
        reader = Reader(contents, mentions)
        # A line's place in the list stands for its place in the log.
        reader.read_lines(0, enumerate(self.lines))
        reader.finish()
        return contents

    def _read(self, version: Revision) -> dict[str, Any]:
        line = read_line(self.lines[unpack_position(version.place).offset])
        return line.record or {}
