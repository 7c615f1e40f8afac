"""Reads the logs of a folder: drops nothing, keeps no text, tells what is odd."""

import gc
import io
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeAlias

from reflect_journal.errors import JournalUnusableError
from reflect_journal.journal import findings as found
from reflect_journal.journal.contents import Contents, Position
from reflect_journal.journal.durable import open_file
from reflect_journal.journal.findings import Notes
from reflect_journal.journal.folder import list_logs
from reflect_journal.journal.record import (
    GONE,
    SPACED,
    Line,
    is_beginning,
    is_newer,
    read_line,
    salvage,
)
from reflect_journal.journal.revisions import (
    SOUND,
    TEXT,
    Revision,
    Standing,
    find_seal,
    find_state,
    find_version,
)
from reflect_journal.model.outline import outline_reflection

Mentions: TypeAlias = Callable[[bytes], bool]

BUFFER: Final = 1024 * 1024
LINE_LIMIT: Final = 16 * 1024 * 1024
"""Bytes read at once where no line ends; no record is nearly as long."""


def read_folder(folder: Path, mentions: Mentions | None = None) -> Contents:
    """Read every log of a folder.

    Args:
        folder: the folder; one that is missing is an empty journal.
        mentions: which of the shown versions get an outline, by their raw line.

    Returns:
        The contents; `problem` says why they cannot be used, when they cannot.
    """
    contents = Contents(folder)
    try:
        listing = list_logs(folder)
    except JournalUnusableError as error:
        contents.problem = error.problem
        return contents
    contents.logs = listing.logs
    reader = Reader(contents, mentions)
    with _collector_off():
        for log in range(len(listing.logs)):
            reader.read_log(log)
        for name in listing.odd:
            reader.notes.add(found.FILE_ODD, name)
        reader.finish()
    return contents


@contextmanager
def _collector_off() -> Iterator[None]:
    # It would look at every row again and again and find nothing to collect.
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _split(file: io.BufferedReader) -> Iterator[tuple[int, bytes]]:
    offset = 0
    while raw := file.readline(LINE_LIMIT):
        if not raw.endswith(b"\n"):
            # A writer may have been in the middle of the line just now.
            raw += file.readline(LINE_LIMIT)
        yield offset, raw
        offset += len(raw)


@dataclass(slots=True)
class Reader:
    """Goes through the logs once and gathers what they hold."""

    contents: Contents
    mentions: Mentions | None = None
    notes: Notes = field(default_factory=Notes)
    readable: int = 0
    unreadable: int = 0
    shared: dict[Any, Any] = field(default_factory=dict)

    def read_log(self, log: int) -> None:
        """Read a log line by line, as far as the disk gives it."""
        name = self.contents.logs[log]
        try:
            with open_file(self.contents.folder / name, os.O_RDONLY, "r") as file:
                self.read_lines(log, _split(io.BufferedReader(file, BUFFER)))
        except OSError:
            self.unreadable += 1
            self.notes.add(found.FILE_UNREADABLE, name)

    def read_lines(self, log: int, lines: Iterable[tuple[int, bytes]]) -> None:
        """Read the lines of a log, each with the place where it begins."""
        for number, (offset, raw) in enumerate(lines, 1):
            line = read_line(raw)
            if line.record is None:
                self._rescue(raw, log, offset, number)
            else:
                self._take(line, raw, Position(log, offset, len(raw)), number)

    def finish(self) -> None:
        """Sort out the versions once all logs are read."""
        contents = self.contents
        contents.settle()
        for identifier, known in contents.known.items():
            if isinstance(known, Standing) and known.rivals > 1:
                self.notes.add(found.SIDE_BY_SIDE, f"reflection {identifier}")
        contents.outlines = [
            shown.outline for shown in contents.list_shown() if shown.outline
        ]
        for version in contents.versions.values():
            version.outline = None
        contents.findings = self.notes.list_findings()
        if self.unreadable and not self.readable:
            contents.problem = "not one line of it can be read"

    def _rescue(self, raw: bytes, log: int, offset: int, number: int) -> None:
        if not raw.strip():
            return
        name = self.contents.logs[log]
        pieces = list(salvage(raw))
        for start, end in pieces:
            piece = raw[start:end]
            position = Position(log, offset + start, len(piece))
            self._take(read_line(piece), piece, position, number)
        if pieces:
            self.notes.add(found.UNREADABLE_PART, name, number)
        elif not raw.endswith(b"\n") and is_beginning(raw):
            self.notes.add(found.CUT_OFF, name, number)
        else:
            self.unreadable += 1
            self.notes.add(found.UNREADABLE_WHOLE, name, number)

    def _take(self, line: Line, raw: bytes, position: Position, number: int) -> None:
        record = line.record or {}
        self.readable += 1
        newer = is_newer(record)
        if line.flaw or newer:
            self._note(line, self.contents.logs[position.log], number)
        identifier, rev = record.get("id"), record.get("rev")
        if not isinstance(identifier, str) or not isinstance(rev, str):
            return
        if newer:
            self.contents.formats[rev] = find_version(record)
        revision = self._make_revision(line, raw, position)
        known = self.contents.versions.setdefault(rev, revision)
        if known is not revision:
            self._fold(known, revision, position, number)

    def _make_revision(self, line: Line, raw: bytes, position: Position) -> Revision:
        record, sound = line.record or {}, line.is_sound
        state = find_state(record, sound=sound)
        at, parents = record.get("at"), record.get("parents")
        outline = None
        if state & TEXT and (self.mentions is None or self.mentions(raw)):
            outline = outline_reflection(
                record["id"], record["reflection"], self.shared
            )
        return Revision(
            id=record["id"],
            rev=record["rev"],
            at=at if isinstance(at, str) else "",
            parents=_parents(parents) if parents else (),
            place=position.pack(),
            seal=find_seal(record, raw, sound=sound),
            state=state,
            outline=outline,
        )

    def _fold(
        self, known: Revision, other: Revision, position: Position, number: int
    ) -> None:
        versions = self.contents.versions
        if known.id == other.id and known.state & SOUND != other.state & SOUND:
            if other.state & SOUND:
                versions[other.rev] = other
            else:
                name = self.contents.logs[position.log]
                self.notes.add(found.CHANGED_COPY, name, number)
        elif known.id != other.id or known.seal != other.seal:
            # Two texts under one name: both are versions of their own.
            versions.setdefault(f"{other.rev} {other.id} {other.seal}", other)

    def _note(self, line: Line, name: str, number: int) -> None:
        record = line.record or {}
        if line.flaw == SPACED:
            self.notes.add(found.SPACED_OUT, name, number)
        elif line.flaw:
            deletion = record.get("op") == GONE
            self.notes.add(
                found.CHANGED_DELETION if deletion else found.CHANGED, name, number
            )
        if is_newer(record):
            self.notes.add(found.NEWER, name, number)


def _parents(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        return ()
    return tuple(one for one in value if isinstance(one, str))
