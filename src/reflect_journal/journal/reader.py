"""Takes lines of a log one by one: drops nothing, keeps no text, notes what is odd."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple, TypeAlias

from reflect_journal.journal import findings as found
from reflect_journal.journal.contents import Contents, Position
from reflect_journal.journal.findings import Notes
from reflect_journal.journal.record import (
    GONE,
    SPACED,
    Line,
    is_beginning,
    is_newer,
    is_revision,
    read_line,
    salvage,
)
from reflect_journal.journal.revisions import (
    ERASURE,
    TEXT,
    Revision,
    Standing,
    find_seal,
    find_state,
    find_version,
)
from reflect_journal.model.outline import outline_reflection

Mentions: TypeAlias = Callable[[bytes], bool]
Holds: TypeAlias = Callable[[dict[str, Any]], bool]


class Flawed(NamedTuple):
    """A line that is not as it was saved; its revision may be there once more."""

    revision: str
    log: int
    line: int
    is_deletion: bool


class Reader:
    """Goes through the logs once and gathers what they hold."""

    def __init__(
        self,
        contents: Contents,
        mentions: Mentions | None = None,
        holds: Holds | None = None,
        keys: Sequence[str] = (),
    ) -> None:
        self.contents = contents
        self.keys = keys
        self.mentions = mentions
        self.holds = holds
        self.notes = Notes()
        self.readable = 0
        self.unreadable = 0
        self.flawed: list[Flawed] = []
        self.shared: dict[Any, Any] = {}

    def read_lines(self, log: int, lines: Iterable[tuple[int, bytes]]) -> None:
        """Read the lines of a log, each with the place where it begins."""
        for number, (offset, raw) in enumerate(lines, 1):
            line = read_line(raw, self.contents.decode)
            if line.record is None:
                self._rescue(raw, log, offset, number)
            else:
                self._take(line, raw, Position(log, offset, len(raw)), number)

    def note_unreadable(self, log: int) -> None:
        """Note that a log could not be read to its end."""
        self.unreadable += 1
        self.notes.add(found.FILE_UNREADABLE, self.contents.logs[log])

    def finish(self) -> None:
        """Sort out the versions once all logs are read."""
        contents = self.contents
        # It has done its work, and the next lines need the memory.
        self.shared = {}
        contents.settle()
        for flawed in self.flawed:
            self._note_flawed(flawed)
        for identifier, known in contents.known.items():
            if isinstance(known, Standing) and known.rivals > 1:
                self.notes.add(found.SIDE_BY_SIDE, f"reflection {identifier}")
        for identifier in self._list_erased():
            self.notes.add(found.STILL_THERE, f"reflection {identifier}")
        contents.outlines = [
            shown.outline for shown in contents.list_shown() if shown.outline
        ]
        for version in contents.versions.values():
            version.outline = None
        contents.findings = self.notes.list_findings()
        if self.unreadable and not self.readable:
            contents.problem = "not one line of it can be read"

    def _list_erased(self) -> list[str]:
        # Their text is there though they were erased.
        versions = self.contents.versions.values()
        erased = {one.id for one in versions if one.state & ERASURE}
        if not erased:
            return []
        # Hardly a journal needs it, and it would be loaded by every command.
        from reflect_journal.journal.ancestry import list_remains

        return [one for one in erased if list_remains(self.contents, one)]

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
            # Where a power cut met the very first save, nothing else may be there.
            self.unreadable += bool(raw.strip(b"\0"))
            self.notes.add(found.UNREADABLE_WHOLE, name, number)

    def _take(self, line: Line, raw: bytes, position: Position, number: int) -> None:
        record = line.record or {}
        self.readable += 1
        if line.flaw == SPACED:
            self.notes.add(found.SPACED_OUT, self.contents.logs[position.log], number)
        elif line.flaw:
            is_deletion = record.get("op") == GONE
            self.flawed.append(
                Flawed(str(record.get("rev")), position.log, number, is_deletion)
            )
        newer = is_newer(record)
        if newer:
            self.notes.add(found.NEWER, self.contents.logs[position.log], number)
        if is_revision(record):
            self._add(self._make_revision(line, raw, position, newer=newer))
            if newer:
                self.contents.formats[record["rev"]] = find_version(record)

    def _make_revision(
        self, line: Line, raw: bytes, position: Position, *, newer: bool
    ) -> Revision:
        record, sound = line.record or {}, line.is_sound
        state = find_state(record, sound=sound, newer=newer)
        at, parents = record.get("at"), record.get("parents")
        place = position.pack()
        if self.contents.records is not None:
            self.contents.records[place] = self._keep(record) if self.keys else record
        outline = None
        if state & TEXT and self._is_wanted(record, raw):
            outline = outline_reflection(
                record["id"], record["reflection"], self.shared
            )
        return Revision(
            id=record["id"],
            rev=record["rev"],
            at=at if isinstance(at, str) else "",
            parents=_parents(parents) if parents else (),
            place=place,
            seal=find_seal(record, raw, sound=sound),
            state=state,
            outline=outline,
        )

    def _keep(self, record: dict[str, Any]) -> dict[str, Any]:
        document = record.get("reflection")
        if not isinstance(document, dict):
            return {}
        kept = {key: document[key] for key in self.keys if key in document}
        return {"reflection": kept}

    def _is_wanted(self, record: dict[str, Any], raw: bytes) -> bool:
        if self.mentions is not None and not self.mentions(raw):
            return False
        return self.holds is None or self.holds(record["reflection"])

    def _add(self, revision: Revision) -> None:
        versions = self.contents.versions
        known = versions.setdefault(revision.rev, revision)
        if known is revision:
            return
        if known.id == revision.id and known.is_sound != revision.is_sound:
            versions[revision.rev] = known if known.is_sound else revision
        elif known.id != revision.id or known.seal != revision.seal:
            # Two texts under one name: both are versions of their own.
            key = f"{revision.rev} {revision.id} {revision.seal}"
            versions.setdefault(key, revision)

    def _note_flawed(self, flawed: Flawed) -> None:
        kept = self.contents.versions.get(flawed.revision)
        if kept is not None and kept.is_sound:
            oddity = found.CHANGED_COPY
        else:
            oddity = found.CHANGED_DELETION if flawed.is_deletion else found.CHANGED
        self.notes.add(oddity, self.contents.logs[flawed.log], flawed.line)


def _parents(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        return ()
    return tuple(one for one in value if isinstance(one, str))
