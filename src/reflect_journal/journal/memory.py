"""A journal that is kept in memory only, with the same promises."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, Final

from reflect_journal.journal.changeable import Changeable
from reflect_journal.journal.changing import Answer, Change, Moment, Plan
from reflect_journal.journal.contents import Contents, unpack_position
from reflect_journal.journal.deciding import Known, decide
from reflect_journal.journal.erasing import Sieve, plan_erasure
from reflect_journal.journal.merging import Merged, Missing
from reflect_journal.journal.past import Erased
from reflect_journal.journal.reader import Holds, Mentions, Reader
from reflect_journal.journal.record import read_line
from reflect_journal.journal.revisions import Revision
from reflect_journal.journal.rows import get_shown, make_saved
from reflect_journal.journal.sealing import make_line
from reflect_journal.journal.versions import NewVersion, Receipt, Survey
from reflect_journal.model.saved import SavedReflection

DEVICE: Final = "memory"


@dataclass
class MemoryJournal(Changeable):
    """Holds the lines that a log would have.

    `now` gives the time, aware, and `new_id` a new ULID; `batches` are the places of
    lines that were saved together.
    """

    now: Callable[[], datetime]
    new_id: Callable[[], str]
    lines: list[bytes] = field(default_factory=list)
    batches: list[range] = field(default_factory=list)

    def survey(
        self,
        mentions: Mentions | None = None,
        holds: Holds | None = None,
        keys: Sequence[str] = (),  # noqa: ARG002 - here nothing is read twice
    ) -> Survey:
        """Read all lines."""
        contents = self._look(mentions, holds)
        return Survey(contents.outlines, contents.findings)

    def get(self, identifiers: Sequence[str]) -> list[SavedReflection]:
        """Read the shown lines."""
        contents = self._look()
        shown = [get_shown(contents, identifier) for identifier in identifiers]
        return [make_saved(contents, one, self._read(one)) for one in shown]

    def list_ids(self) -> list[str]:
        """List the ids of the shown versions."""
        return [one.id for one in self._look().list_shown()]

    def find_latest(self) -> str | None:
        """Find the newest of the shown versions."""
        shown = self._look().list_shown()
        latest = max(shown, key=lambda one: one.recency, default=None)
        return latest.id if latest else None

    def save(self, versions: Sequence[NewVersion]) -> Receipt:
        """Add a line for every version that is new."""
        at = self.now()
        for version in versions:
            make_line(version, at, DEVICE)
        decision = decide(versions, Known(self._look(), self._read), self.new_id)
        self._write(decision.write, at)
        return decision.receipt

    @contextmanager
    def study(self) -> Iterator[Known]:
        """Read all lines."""
        yield Known(self._look(), self._read)

    def carry_out(self, make_plan: Callable[[Moment], Plan[Answer]]) -> Answer:
        """Add a line for everything that is planned."""
        at = self.now()
        with self.study() as known:
            plan = make_plan(Moment(known, DEVICE, self.new_id))
        self._write(plan.write, at)
        return plan.answer

    def erase(self, identifiers: Sequence[str], *, keep_bad: bool = False) -> Erased:
        """Add an erasure and forget the lines before it."""
        del keep_bad
        erased = self.carry_out(partial(plan_erasure, identifiers))
        sieve = Sieve(frozenset(erased))
        # A blank line keeps the place of what was there.
        self.lines = [sieve.sift(line) or b"\n" for line in self.lines]
        return Erased(erased)

    def merge(
        self, choose: Callable[[Contents], Missing], journal: str | None = None
    ) -> Merged:
        """Add the lines that are chosen."""
        del journal
        missing = choose(self._look())
        self.lines += missing.lines
        return missing.merged

    def _write(self, changes: Sequence[Change], at: datetime) -> None:
        start = len(self.lines)
        self.lines += [make_line(one, at, DEVICE) for one in changes]
        if len(changes) > 1:
            self.batches.append(range(start, len(self.lines)))

    def _look(
        self, mentions: Mentions | None = None, holds: Holds | None = None
    ) -> Contents:
        names = [f"{DEVICE}-{number}" for number, _ in enumerate(self.batches)]
        contents = Contents(Path(), logs=(DEVICE, *names))
        reader = Reader(contents, mentions, holds)
        # A line's place in the list stands for its place in the log.
        together = {at for batch in self.batches for at in batch}
        alone = [pair for pair in enumerate(self.lines) if pair[0] not in together]
        reader.read_lines(0, alone)
        for log, batch in enumerate(self.batches, 1):
            reader.read_lines(log, [(at, self.lines[at]) for at in batch])
        reader.finish()
        return contents

    def _read(self, version: Revision) -> dict[str, Any]:
        line = read_line(self.lines[unpack_position(version.place).offset])
        return line.record or {}
