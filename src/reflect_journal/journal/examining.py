"""Everything that `reflect doctor` looks at, one look after the other."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from reflect_journal.journal.backup_findings import diagnose_backups
from reflect_journal.journal.belongings import find_odd_rights
from reflect_journal.journal.clocks import find_odd_clocks
from reflect_journal.journal.config import load_config
from reflect_journal.journal.contents import Contents
from reflect_journal.journal.copies import find_sync_copies, find_two_journals
from reflect_journal.journal.device import find_device
from reflect_journal.journal.draft_doubts import find_odd_drafts
from reflect_journal.journal.edit_doubts import find_unsaved_changes
from reflect_journal.journal.findings import (
    CHANGED_OUTSIDE,
    CONFIGURATION,
    REPEATED,
    UNFINISHED_LINE,
    UNREADABLE_LINE,
    Finding,
    describe_unusable,
    format_name,
    speak_of_another_device,
)
from reflect_journal.journal.left_over import find_left_over
from reflect_journal.journal.mending import Remedy
from reflect_journal.journal.owned import is_written_by
from reflect_journal.journal.places import Places
from reflect_journal.journal.reading import read_folder
from reflect_journal.journal.repairing import Treatment
from reflect_journal.journal.room import find_odd_room, find_sync
from reflect_journal.journal.system import THIS_SYSTEM, System

MENDED_BY_REWRITING: Final = (UNREADABLE_LINE, UNFINISHED_LINE, CHANGED_OUTSIDE)


@dataclass(frozen=True, slots=True)
class Examination:
    """Looks at a journal and its surroundings, and changes nothing."""

    places: Places
    now: datetime
    system: System = THIS_SYSTEM

    def list_findings(self, planned: list[Treatment]) -> list[Finding]:
        """List what is odd; first what somebody has to act on."""
        contents = read_folder(self.places.journal, lambda _: False)
        found = [*self._look_at(contents, planned)]
        return sorted(found, key=lambda one: not one.needs_person)

    def _look_at(
        self, contents: Contents, planned: list[Treatment]
    ) -> Iterator[Finding]:
        places, device = self.places, find_device(self.places.device)
        if contents.problem:
            yield describe_unusable(str(places.journal), contents.problem)
        for finding in contents.findings:
            yield self._address(finding, contents, device)
        yield from _find_repeated(planned)
        yield from find_odd_rights(places, self.system)
        yield from find_odd_room(places.journal)
        yield from self._look_at_config()
        yield from find_odd_drafts(places, contents, self.now)
        yield from find_left_over(places, device, self.now)
        yield from find_unsaved_changes(places, self.system)
        yield from diagnose_backups(places, self.now)
        if not contents.problem:
            yield from find_odd_clocks(contents, self.now)
            yield from find_two_journals(contents)
            if not contents.is_partial:
                yield from find_sync_copies(contents)
            yield from find_sync(places.journal)

    def _address(
        self, finding: Finding, contents: Contents, device: str | None
    ) -> Finding:
        """Say of another device's log that it is not mended here."""
        if finding.kind not in MENDED_BY_REWRITING:
            return finding
        log = max(
            (
                name
                for name in contents.logs
                if finding.where.startswith(format_name(name))
            ),
            key=len,
        )
        if device and is_written_by(device, log):
            return finding
        return speak_of_another_device(finding, log)

    def _look_at_config(self) -> Iterator[Finding]:
        for error in load_config(self.places.config).problems:
            place = f", {error.where}" if error.where else ""
            yield Finding(
                CONFIGURATION,
                format_name(f"{error.path}{place}"),
                f"This is left out of the configuration: it {error.problem}",
                "Correct it there, or move the file away.",
            )


def _find_repeated(planned: list[Treatment]) -> Iterator[Finding]:
    for one in planned:
        if count := one.counts.get(Remedy.ONCE):
            lines = "1 line stands" if count == 1 else f"{count} lines stand"
            yield Finding(
                REPEATED,
                format_name(one.log),
                f"{lines} here once more, letter for letter. It counts once.",
                "Nothing has to be done; reflect doctor --repair keeps it once.",
            )
