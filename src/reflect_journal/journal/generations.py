"""Backups that are made by themselves: one a day at most, kept by their age."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from itertools import islice
from pathlib import Path
from typing import Final

from reflect_journal.errors import RefusedInputError
from reflect_journal.journal.archive import (
    LOGS,
    Archive,
    build_archive,
    read_archive,
    split_content,
)
from reflect_journal.journal.backup import (
    check_backup,
    count,
    pack_backup,
    read_logs,
)
from reflect_journal.journal.durable import (
    TEMP_END,
    make_folder,
    open_to_read,
    replace_file,
)
from reflect_journal.journal.erasing import Sieve
from reflect_journal.journal.findings import format_name
from reflect_journal.journal.lock import Lock, find_lock
from reflect_journal.journal.places import Places
from reflect_journal.journal.reasons import explained
from reflect_journal.journal.system import System

GENERATION_END: Final = ".zip"
WEEK: Final = 7
MONTH: Final = 31
YEAR: Final = 366
"""Days: up to here every backup is kept, one of a week, one of a month."""
REMOVED_AT_ONCE: Final = 2
"""A clock that is far ahead for a day must not cost them all."""


@dataclass(frozen=True, slots=True)
class Generation:
    """A backup that was made by itself, by the day on which it was made."""

    path: Path
    made_on: date

    @property
    def name(self) -> str:
        """The name that `restore` takes."""
        return self.path.stem

    def read(self) -> Archive:
        """Read it.

        Raises:
            RefusedInputError: when it cannot be read any more.
            OSError: when the system refuses.
        """
        with open_to_read(self.path) as file:
            return read_archive(file, str(self.path))

    def find_whole(self) -> Archive | None:
        """Read it; None where it is damaged.

        Raises:
            OSError: when the system refuses.
        """
        with suppress(RefusedInputError):
            archive = self.read()
            return None if archive.damaged else archive
        return None


def list_generations(folder: Path) -> list[Generation]:
    """List the backups in a folder, the newest first.

    Raises:
        OSError: when it cannot be listed; one that is missing is empty.
    """
    found = []
    with suppress(FileNotFoundError):
        for path in folder.iterdir():
            with suppress(ValueError):
                if path.suffix == GENERATION_END:
                    found.append(Generation(path, date.fromisoformat(path.stem)))
    return sorted(found, key=lambda one: one.made_on, reverse=True)


def keep_generation(places: Places, at: datetime, system: System) -> None:
    """Make the backup of today, and let go of old ones that it holds as well.

    Raises:
        NotSavedError: when another reflect is saving, or the disk gives back something
            else than was written.
        JournalUnusableError: when there is nothing readable to keep.
        OSError: when the system refuses. Whatever is raised, no backup is gone.
    """
    impatient = system._replace(patience=0.0)
    # Erasing holds this lock too: no text slips into a backup behind its back.
    with Lock(find_lock(places.locks, places.journal), impatient).hold():
        backup = pack_backup(places, read_logs(places.journal, system), {}, at)
        if not backup.records:
            return
        make_folder(places.backups, system)
        replace_file(_find_path(places, at), backup.content, system)
        today = at.astimezone(UTC).date()
        old = choose_old(list_generations(places.backups), today)
        # A journal that shrank takes nothing with it.
        held = (one for one in old if count_records(one) <= backup.records)
        for one in islice(held, REMOVED_AT_ONCE):
            one.path.unlink()


@dataclass(frozen=True, slots=True)
class Described:
    """What a backup that was made by itself holds; None where it is damaged."""

    name: str
    file: str
    reflections: int | None
    records: int | None


def describe_generations(folder: Path) -> list[Described]:
    """Read every backup in a folder, the newest first.

    Raises:
        NotSavedError: when the folder cannot be listed.
    """
    with explained():
        return [_describe(one) for one in list_generations(folder)]


def _describe(generation: Generation) -> Described:
    archive = None
    with suppress(OSError):
        archive = generation.find_whole()
    summary = archive.summary if archive else None
    return Described(
        generation.name,
        format_name(str(generation.path)),
        summary.reflections if summary else None,
        summary.records if summary else None,
    )


def choose_old(kept: Sequence[Generation], today: date) -> list[Generation]:
    """Choose what age lets go: pure, the oldest first."""
    seen: set[tuple[int, ...]] = set()
    old = []
    for one in kept:
        day = one.made_on
        age = (today - day).days
        if age <= WEEK:
            continue
        span = (
            tuple(day.isocalendar())[:2] if age <= MONTH else (day.year, day.month, 0)
        )
        if age > YEAR or span in seen:
            old.append(one)
        seen.add(span)
    return old[::-1]


def count_records(generation: Generation) -> float:
    """Count the saved versions in a backup; one that is damaged holds nobody knows."""
    records = _describe(generation).records
    return float("inf") if records is None else records


def erase_from_generations(places: Places, sieve: Sieve, system: System) -> list[Path]:
    """Write every backup anew without what was erased; only under the lock.

    Returns:
        Those that could not be read, which may still hold it.

    Raises:
        NotSavedError, OSError: when one could not be written; it is then as before.
    """
    unreadable = []
    left_over = list(_list_left_over(places.backups))
    for path in left_over:
        path.unlink()
    if left_over:
        system.sync_folder(places.backups)
    for one in list_generations(places.backups):
        archive = one.find_whole()
        if archive is None or archive.summary is None:
            unreadable.append(one.path)
            continue
        parts = {name: _sift(name, part, sieve) for name, part in archive.parts.items()}
        if parts != archive.parts:
            logs = {name: part for name, part in parts.items() if name.startswith(LOGS)}
            reflections, records = count(places.journal, logs)
            summary = replace(archive.summary, reflections=reflections, records=records)
            at = datetime.combine(one.made_on, time(), UTC)
            content = build_archive(parts, summary, at)
            check_backup(content, parts)
            replace_file(one.path, content, system)
    return unreadable


def _sift(name: str, part: bytes, sieve: Sieve) -> bytes:
    if not name.startswith(LOGS):
        return part
    return b"".join(map(sieve.sift, split_content(part)))


def _list_left_over(folder: Path) -> Iterator[Path]:
    with suppress(FileNotFoundError):
        for path in list(folder.iterdir()):
            if path.name.startswith(".") and path.name.endswith(TEMP_END):
                yield path


def _find_path(places: Places, at: datetime) -> Path:
    day = at.astimezone(UTC).date().isoformat()
    return places.backups / f"{day}{GENERATION_END}"
