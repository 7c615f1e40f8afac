"""Mends the logs that this device writes, under the same lock and rules as a save."""

import json
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from reflect_journal.errors import JournalUnusableError, NotSavedError, ReflectError
from reflect_journal.journal.contents import Contents, unpack_position
from reflect_journal.journal.device import load_device
from reflect_journal.journal.durable import make_folder, open_to_read, sync_above
from reflect_journal.journal.heads import find_journal_id
from reflect_journal.journal.lock import Lock, find_lock
from reflect_journal.journal.log import TEMP_END, Log
from reflect_journal.journal.mending import Remedy
from reflect_journal.journal.owned import is_written_by
from reflect_journal.journal.places import Places
from reflect_journal.journal.reader import Reader
from reflect_journal.journal.reading import read_folder, split_lines
from reflect_journal.journal.reasons import explained
from reflect_journal.journal.record import make_head, seal
from reflect_journal.journal.revisions import BEARING
from reflect_journal.journal.rewriting import Mending, Rewritten, rewrite
from reflect_journal.journal.rows import Lines, MovedError
from reflect_journal.journal.system import THIS_SYSTEM, System

TRIES: Final = 3
MOVING: Final = "another program keeps changing the journal"
IN_PART: Final = "a part of the journal cannot be read, so a repair could be wrong"


class NotRepairedError(ReflectError):
    """The journal could not be mended; it is as it was."""

    exit_code = 75

    def __init__(self, reason: str) -> None:
        """Keep what stood in the way."""
        super().__init__(reason)
        self.reason = reason

    def __str__(self) -> str:
        """Say that nothing is worse than before, and what to do."""
        return (
            f"Not repaired: {self.reason}.\nNothing was lost; all of the journal is "
            f"there. When that is mended: {self.call} doctor --repair"
        )


@dataclass(frozen=True, slots=True)
class Treatment:
    """What is done to one log: how many lines get which remedy."""

    log: str
    counts: Mapping[Remedy, int]


@dataclass(frozen=True, slots=True)
class Repair:
    """Mends logs; `gone` are names of logs whose devices write them no more."""

    places: Places
    now: Callable[[], datetime]
    new_id: Callable[[], str]
    gone: Collection[str] = ()
    system: System = THIS_SYSTEM

    def plan(self, device: str | None) -> list[Treatment]:
        """Tell what would be done, without a lock and without changing anything.

        Raises:
            OSError: when a log cannot be read.
        """
        contents = read_folder(self.places.journal)
        if contents.problem or contents.is_partial:
            return []
        return self._list_treatments(contents, device)

    def carry_out(self) -> list[Treatment]:
        """Mend the logs, and tell what was done.

        Raises:
            NotRepairedError: when the system refuses, or another program is at it.
            JournalUnusableError: when no line of the journal can be read.
        """
        try:
            with explained():
                return self._carry_out()
        except NotSavedError as error:
            raise NotRepairedError(error.reason) from error

    def _carry_out(self) -> list[Treatment]:
        folder = self.places.journal.resolve()
        device = load_device(self.places.device, self.system)
        at, spare = self.now(), self.new_id().lower()
        log = Log(folder, device, self.places.quarantine, self.system, bytes)
        lock = Lock(find_lock(self.places.locks, folder), self.system)
        make = partial(_make_head, folder, at, device, spare)
        with lock.hold():
            log.sweep()
            for number in range(TRIES):
                with suppress(MovedError):
                    return self._try(folder, device, f"{spare}{number}", make)
        raise NotSavedError(MOVING)

    def _try(
        self, folder: Path, device: str, name: str, make: Callable[[str], bytes]
    ) -> list[Treatment]:
        before = read_folder(folder, lambda _: False)
        if before.problem:
            raise JournalUnusableError(str(folder), before.problem)
        if before.is_partial:
            raise NotSavedError(IN_PART)
        planned = self._list_treatments(before, device)
        if not planned:
            return []
        quarantine = self.places.quarantine
        make_folder(quarantine, self.system)
        sync_above(quarantine, self.system)
        mendings = [Mending(self._find_twin(before), make) for _ in planned]
        with ExitStack() as stack:
            rewritten = [
                stack.enter_context(
                    rewrite(
                        folder / one.log,
                        folder / f".{device}-{name}{number}{TEMP_END}",
                        quarantine / f".{device}-{name}{number}.tmp",
                        mendings[number],
                        self.system,
                    )
                )
                for number, one in enumerate(planned)
            ]
            compare(before, self._read_with(before, rewritten), self.system)
            for one in rewritten:
                one.keep_bad()
            for one in rewritten:
                one.swap()
        return [
            Treatment(one.log, _drop_none(mending.counts))
            for one, mending in zip(planned, mendings, strict=True)
        ]

    def _list_treatments(
        self, contents: Contents, device: str | None
    ) -> list[Treatment]:
        treatments = []
        for name in contents.logs:
            if name in self.gone or (device and is_written_by(device, name)):
                mending = Mending(self._find_twin(contents), lambda _: b"")
                with open_to_read(contents.folder / name, 1 << 20) as file:
                    for _ in mending.mend(split_lines(file)):
                        pass
                if mending.is_needed:
                    treatments.append(Treatment(name, _drop_none(mending.counts)))
        return treatments

    def _find_twin(self, contents: Contents) -> Callable[[Mapping[str, Any]], bytes]:
        def find(record: Mapping[str, Any]) -> bytes:
            known = contents.versions.get(record["rev"])
            if known is None or not known.is_sound or known.id != record["id"]:
                return b""
            position = unpack_position(known.place)
            path = contents.folder / contents.logs[position.log]
            with open_to_read(path) as file:
                return self.system.read_at(
                    file.fileno(), position.length, position.offset
                )

        return find

    def _read_with(self, before: Contents, rewritten: list[Rewritten]) -> Contents:
        """Read the journal as it would be with the new logs."""
        new = {one.path.name: one.new.path.name for one in rewritten}
        logs = tuple(new.get(name, name) for name in before.logs)
        after = Contents(before.folder, logs=logs)
        reader = Reader(after, lambda _: False)
        for log, name in enumerate(logs):
            with open_to_read(before.folder / name, 1 << 20) as file:
                reader.read_lines(log, split_lines(file))
        reader.finish()
        return after


def compare(before: Contents, after: Contents, system: System) -> None:
    """Compare what a journal holds by ids, revisions and content.

    Raises:
        MovedError: when anything is missing, or was not there before.
    """
    if _list_versions(before, system) != _list_versions(after, system):
        raise MovedError
    for identifier in before.known.keys() | after.known.keys():
        one, other = before.find_shown(identifier), after.find_shown(identifier)
        rivals = [
            version
            for version in before.find_heads(identifier)
            if version.state & BEARING
        ]
        is_same = (one and one.rev) == (other and other.rev)
        # Side by side, what was sealed anew may be shown before the other one.
        if not is_same and (len(rivals) < 2 or not one or not other):  # noqa: PLR2004
            raise MovedError


def _list_versions(contents: Contents, system: System) -> set[tuple[str, str, bytes]]:
    with Lines(contents, system) as lines:
        return {
            (one.id, one.rev, _digest(lines.read(one)))
            for one in contents.versions.values()
            if one.is_sound or one.state & BEARING
        }


def _digest(record: Mapping[str, Any]) -> bytes:
    content = {key: value for key, value in record.items() if key != "sum"}
    return sha256(json.dumps(content, sort_keys=True).encode()).digest()


def _drop_none(counts: Counter[Remedy]) -> Mapping[Remedy, int]:
    return {
        one: counts[one] for one in Remedy if one is not Remedy.NONE and counts[one]
    }


def _make_head(folder: Path, at: datetime, device: str, spare: str, hint: str) -> bytes:
    journal = find_journal_id(folder) or hint or spare.upper()
    return seal(make_head(journal, at, device))
