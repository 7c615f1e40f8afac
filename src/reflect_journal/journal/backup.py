"""Puts a whole journal into one archive, and proves the archive before it is used."""

import io
import os
from collections.abc import Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from reflect_journal.errors import JournalUnusableError, NotSavedError
from reflect_journal.journal.archive import (
    CONFIG,
    DRAFTS,
    EDITS,
    build_archive,
    name_log,
    read_archive,
    split_content,
    summarize,
)
from reflect_journal.journal.contents import Contents
from reflect_journal.journal.drafts import DRAFT_END, DRAFT_ID
from reflect_journal.journal.durable import READ_BACK, open_to_read
from reflect_journal.journal.folder import list_logs
from reflect_journal.journal.heads import find_journal_id
from reflect_journal.journal.lock import Lock, find_lock
from reflect_journal.journal.places import Places
from reflect_journal.journal.reader import Reader
from reflect_journal.journal.reasons import explained
from reflect_journal.journal.record import choose_decoder
from reflect_journal.journal.system import System


@dataclass(frozen=True, slots=True)
class Backup:
    """The content of an archive and what is in it."""

    content: bytes
    reflections: int
    records: int
    drafts: int


def take_backup(places: Places, at: datetime, system: System) -> Backup:
    """Make an archive of a journal with its settings and what is not saved yet.

    Args:
        places: where all that is kept.
        at: the time, aware.
        system: the operating system's ways.

    Raises:
        JournalUnusableError: when there is a journal and it cannot be used.
        NotSavedError: when something cannot be read or another reflect is saving.
    """
    with explained(), ExitStack() as stack:
        lock = Lock(find_lock(places.locks, places.journal), system)
        # Where nothing can be written, nobody can be in the middle of a save.
        with suppress(OSError):
            stack.enter_context(lock.hold())
        logs = read_logs(places.journal, system)
        stack.close()
        drafts = {
            **_read_drafts(places.drafts, DRAFTS),
            **_read_drafts(places.edits, EDITS),
        }
        return pack_backup(places, logs, drafts, at)


def pack_backup(
    places: Places,
    logs: Mapping[str, bytes],
    others: Mapping[str, bytes],
    at: datetime,
) -> Backup:
    """Make an archive of logs that were read, the settings, and other parts.

    Raises:
        JournalUnusableError: when none of the logs can be read.
        NotSavedError: when the archive cannot be read back.
        OSError: when something cannot be read.
    """
    parts: dict[str, bytes] = {}
    for name, content in logs.items():
        parts[name_log(name, parts)] = content
    counts = count(places.journal, parts)
    parts |= others
    with suppress(FileNotFoundError):
        parts[CONFIG] = places.config.read_bytes()
    summary = summarize(find_journal_id(places.journal), at, counts)
    content = build_archive(parts, summary, at)
    check_backup(content, parts)
    return Backup(content, *counts, len(others))


def check_backup(content: bytes, parts: Mapping[str, bytes]) -> None:
    """Read an archive again and compare it with what went into it.

    Raises:
        NotSavedError: when it is not the same.
    """
    archive = read_archive(io.BytesIO(content), "")
    if archive.damaged or archive.parts != parts:
        raise NotSavedError(READ_BACK)


def read_whole(path: Path, system: System) -> bytes:
    """Read a file from its beginning to the end that it has now.

    Raises:
        OSError: when it cannot be read.
    """
    with open_to_read(path) as file:
        size = os.fstat(file.fileno()).st_size
        return system.read_at(file.fileno(), size, 0)


def read_logs(folder: Path, system: System) -> dict[str, bytes]:
    """Read all logs of a folder by their names; between two saves, under the lock.

    Raises:
        OSError: when one cannot be read.
        JournalUnusableError: when the folder cannot be listed.
    """
    names = list_logs(folder).logs
    return {name: read_whole(folder / name, system) for name in names}


def count(folder: Path, logs: Mapping[str, bytes]) -> tuple[int, int]:
    """Count the reflections and the saved versions in logs.

    Raises:
        JournalUnusableError: when there are lines and none can be read.
    """
    contents = Contents(folder, logs=tuple(logs))
    contents.decode = choose_decoder(sum(map(len, logs.values())))
    reader = Reader(contents, mentions=lambda _: False)
    for number, content in enumerate(logs.values()):
        reader.read_lines(number, enumerate(split_content(content)))
    reader.finish()
    if contents.problem:
        raise JournalUnusableError(str(folder), contents.problem)
    return sum(1 for _ in contents.list_shown()), len(contents.versions)


def _read_drafts(folder: Path, within: str) -> dict[str, bytes]:
    # Also those that cannot be read now: another program may know them.
    found = {}
    with suppress(FileNotFoundError):
        for path in sorted(folder.iterdir()):
            if path.suffix == DRAFT_END and DRAFT_ID.fullmatch(path.stem):
                found[f"{within}{path.name}"] = path.read_bytes()
    return found
