"""The journal in a folder of logs."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from functools import partial
from os.path import realpath
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reflect_journal.errors import JournalUnusableError, NotFoundError, NotSavedError
from reflect_journal.journal.changeable import Changeable
from reflect_journal.journal.contents import Contents
from reflect_journal.journal.folder import check_folder, list_logs
from reflect_journal.journal.places import Places
from reflect_journal.journal.reader import Holds, Mentions
from reflect_journal.journal.reading import read_folder
from reflect_journal.journal.reasons import explained, format_reason
from reflect_journal.journal.rows import Lines, MovedError, read_rows, read_version
from reflect_journal.journal.system import THIS_SYSTEM, System
from reflect_journal.journal.versions import NewVersion, Receipt, Survey
from reflect_journal.model.saved import SavedReflection

# What only writing needs is imported by the writing: reading starts sooner.
if TYPE_CHECKING:
    from reflect_journal.journal.changing import Answer, Moment, Plan
    from reflect_journal.journal.deciding import Known
    from reflect_journal.journal.lock import Lock
    from reflect_journal.journal.log import Log
    from reflect_journal.journal.merging import Merged, Missing
    from reflect_journal.journal.past import Erased

MOVING: Final = "another program keeps changing it"
IN_PART: Final = "a part of the journal cannot be read, so a change could be wrong"


class DiskJournal(Changeable):
    """The journal in the folder of logs.

    Args:
        places: where everything is kept.
        now: gives the time, aware.
        new_id: gives a new ULID.
        device_id: gives the name of this device's log; None for the stored one.
        system: the operating system's ways.
    """

    def __init__(
        self,
        places: Places,
        now: Callable[[], datetime],
        new_id: Callable[[], str],
        device_id: Callable[[], str] | None = None,
        *,
        system: System = THIS_SYSTEM,
    ) -> None:
        self._places = places
        self._now = now
        self._new_id = new_id
        self._device_id = device_id or self._load_device
        self._system = system
        self._contents: Contents | None = None
        self.has_changed = False
        """Whether something was written, so that a backup may be due."""

    def survey(
        self,
        mentions: Mentions | None = None,
        holds: Holds | None = None,
        keys: Sequence[str] = (),
    ) -> Survey:
        """Read all logs."""
        contents = self._look(mentions, holds, keys)
        outlines, contents.outlines = contents.outlines, []
        return Survey(outlines, contents.findings)

    def forget(self) -> None:
        """Let go of what the last survey found, which takes memory."""
        self._contents = None

    def get(self, identifiers: Sequence[str]) -> list[SavedReflection]:
        """Read the lines again that the last survey, or else a new one, found."""
        if self._contents is not None:
            with suppress(MovedError, NotFoundError):
                return list(read_rows(self._contents, identifiers, self._system))
        contents = self._look()
        try:
            return list(read_rows(contents, identifiers, self._system))
        except MovedError as error:
            raise self._unusable(MOVING) from error

    def list_ids(self) -> list[str]:
        """List the ids of the shown versions, also those without an outline."""
        return [one.id for one in (self._contents or self._look()).list_shown()]

    def find_latest(self) -> str | None:
        """Find the newest of the shown versions."""
        shown = (self._contents or self._look()).list_shown()
        latest = max(shown, key=lambda one: one.recency, default=None)
        return latest.id if latest else None

    def save(self, versions: Sequence[NewVersion]) -> Receipt:
        """Append one version, or add a log of several."""
        if not versions:
            return Receipt()
        from reflect_journal.journal.deciding import decide
        from reflect_journal.journal.sealing import make_line

        with explained():
            # All that may be asked for below is made before signals are held.
            device, at, spare_id = self._prepare()
            # By identity: what the decision leaves as it is has its line already.
            lines = {id(one): make_line(one, at, device) for one in versions}
            log = self._make_log(device, at, spare_id)
            with self._make_lock(log.folder).hold():
                log.sweep()
                known = self._find_known(versions, log)
                try:
                    decision = decide(versions, known, self._new_id)
                except MovedError as error:
                    raise self._unusable(MOVING) from error
                self._write(
                    log,
                    [
                        lines.get(id(one)) or make_line(one, at, device)
                        for one in decision.write
                    ],
                    spare_id,
                )
        return decision.receipt

    @contextmanager
    def study(self) -> "Iterator[Known]":
        """Read all logs; the one that was read last stays open meanwhile."""
        from reflect_journal.journal.deciding import Known

        contents = self._look()
        try:
            with Lines(contents, self._system) as lines:
                yield Known(contents, lines.read)
        except MovedError as error:
            raise self._unusable(MOVING) from error

    def carry_out(self, make_plan: "Callable[[Moment], Plan[Answer]]") -> "Answer":
        """Plan and write under one lock, as a save does."""
        from reflect_journal.journal.changing import Moment
        from reflect_journal.journal.sealing import make_line

        with explained():
            device, at, spare_id = self._prepare()
            log = self._make_log(device, at, spare_id)
            with self._make_lock(log.folder).hold():
                log.sweep()
                with self._study_whole() as known:
                    plan = make_plan(Moment(known, device, self._new_id))
                lines = [make_line(one, at, device) for one in plan.write]
                self._write(log, lines, spare_id)
        return plan.answer

    def erase(self, identifiers: Sequence[str], *, keep_bad: bool = False) -> "Erased":
        """Add the erasure first: from then on nothing of it is shown."""
        from reflect_journal.journal.changing import Moment
        from reflect_journal.journal.erasing import Sieve, plan_erasure
        from reflect_journal.journal.everywhere import Eraser, list_companies
        from reflect_journal.journal.past import Erased, NotErasedError
        from reflect_journal.journal.sealing import make_line

        with explained():
            device, at, spare_id = self._prepare()
            log = self._make_log(device, at, spare_id)
            with self._make_lock(log.folder).hold():
                log.sweep()
                with self._study_whole() as known:
                    moment = Moment(known, device, self._new_id)
                    plan = plan_erasure(identifiers, moment)
                    names = known.contents.logs
                    companies = list_companies(known, plan.answer)
                sieve = Sieve(frozenset(plan.answer))
                eraser = Eraser(self._places, log.folder, device, sieve, self._system)
                if not keep_bad:
                    eraser.refuse_unclear(names)
                lines = [make_line(one, at, device) for one in plan.write]
                try:
                    self._write(log, lines, spare_id)
                    left = eraser.erase_everywhere(
                        list_logs(log.folder).logs, companies
                    )
                except OSError as error:
                    raise NotErasedError(format_reason(error)) from error
                except NotSavedError as error:
                    raise NotErasedError(error.reason) from error
                finally:
                    self._contents = None
        return Erased(plan.answer, left)

    def merge(
        self, choose: "Callable[[Contents], Missing]", journal: str | None = None
    ) -> "Merged":
        """Add what is chosen as a log of its own, which is no change of this device."""
        from reflect_journal.journal.merging import RESTORED_LOG

        with explained():
            device, at, spare_id = self._prepare()
            log = self._make_log(device, at, spare_id, journal)
            with self._make_lock(log.folder).hold():
                log.sweep()
                with self._study_whole() as known:
                    missing = choose(known.contents)
                if missing.lines:
                    content = b"".join(missing.lines)
                    log.add_batch(content, spare_id.lower(), RESTORED_LOG)
                    self.has_changed = True
                self._contents = None
        return missing.merged

    @contextmanager
    def _study_whole(self) -> "Iterator[Known]":
        with self.study() as known:
            # What follows from a part of the lines may be wrong for the whole.
            if known.contents.is_partial:
                raise NotSavedError(IN_PART)
            yield known

    def _look(
        self,
        mentions: Mentions | None = None,
        holds: Holds | None = None,
        keys: Sequence[str] = (),
    ) -> Contents:
        contents = read_folder(self._places.journal, mentions, holds, keys)
        if contents.problem:
            raise self._unusable(contents.problem)
        self._contents = contents
        return contents

    def _unusable(self, problem: str) -> JournalUnusableError:
        return JournalUnusableError(str(self._places.journal), problem)

    def _load_device(self) -> str:
        from reflect_journal.journal.device import load_device

        return load_device(self._places.device, self._system)

    def _prepare(self) -> tuple[str, datetime, str]:
        check_folder(self._places.journal)
        return self._device_id(), self._now(), self._new_id()

    def _make_log(
        self, device: str, at: datetime, spare_id: str, journal: str | None = None
    ) -> "Log":
        from reflect_journal.journal.heads import find_journal_id
        from reflect_journal.journal.log import Log
        from reflect_journal.journal.record import make_head, seal

        folder = Path(realpath(self._places.journal))

        def make_first_line() -> bytes:
            name = find_journal_id(folder) or journal or spare_id
            return seal(make_head(name, at, device))

        return Log(
            folder, device, self._places.quarantine, self._system, make_first_line
        )

    def _make_lock(self, folder: Path) -> "Lock":
        from reflect_journal.journal.lock import Lock
        from reflect_journal.journal.places import name_real_folder

        path = self._places.locks / name_real_folder(folder)
        return Lock(path, self._system)

    def _find_known(self, versions: Sequence[NewVersion], log: "Log") -> "Known | None":
        from reflect_journal.journal.deciding import Known

        # One brand-new reflection must not cost a look at all the others.
        if any(one.claimed or one.parents for one in versions) or (
            len(versions) == 1 and log.has_lately(versions[0].revision)
        ):
            contents = self._look()
            read = partial(read_version, contents, system=self._system)
            return Known(contents, read)
        return None

    def _write(self, log: "Log", lines: Sequence[bytes], spare_id: str) -> None:
        if len(lines) == 1:
            log.append(lines[0])
        elif lines:
            log.add_batch(b"".join(lines), spare_id.lower())
        self.has_changed = self.has_changed or bool(lines)
        self._contents = None
