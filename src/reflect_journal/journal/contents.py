"""What the logs hold, without the texts: versions, where they are, which is shown."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast

from reflect_journal.journal.findings import UNREADABLE_FILE, Finding
from reflect_journal.journal.record import FORMAT, Decode, decode_line
from reflect_journal.journal.revisions import (
    NEWER,
    TEXT,
    Revision,
    Standing,
    find_standing,
)

if TYPE_CHECKING:
    from reflect_journal.model.outline import Outline

LENGTH_BITS: Final = 26
"""Twice the most that is read as one line; with few bits the number stays small."""
OFFSET_BITS: Final = 48


class Position(NamedTuple):
    """Where a line is: the number of its log, the first byte and how many."""

    log: int
    offset: int
    length: int

    def pack(self) -> int:
        """Give it as one number: a third of the memory."""
        return (self.log << OFFSET_BITS | self.offset) << LENGTH_BITS | self.length


def unpack_position(packed: int) -> Position:
    """Take a packed position apart."""
    rest, length = packed >> LENGTH_BITS, packed & (1 << LENGTH_BITS) - 1
    return Position(rest >> OFFSET_BITS, rest & (1 << OFFSET_BITS) - 1, length)


class Contents:
    """What a folder of logs holds.

    `logs` are file names; `versions` has every saved version by its revision;
    `known` has, by the id of the reflection, its only version or how its versions
    stand; `formats` are those of newer programs, by revision; `problem` says why the
    journal cannot be used, or is ""; `decode` reads its lines; `records` has, by
    their place, the records of a small journal, or of a large one what was asked to be
    kept, so that no line is read twice.
    """

    def __init__(self, folder: Path, logs: tuple[str, ...] = ()) -> None:
        self.folder = folder
        self.logs = logs
        self.versions: dict[str, Revision] = {}
        self.known: dict[str, Revision | Standing] = {}
        self.formats: dict[str, int] = {}
        self.outlines: list[Outline] = []
        self.findings: tuple[Finding, ...] = ()
        self.problem = ""
        self.decode: Decode = decode_line
        self.records: dict[int, dict[str, Any]] | None = None

    @property
    def is_partial(self) -> bool:
        """Whether some log could not be read to its end."""
        return any(one.kind == UNREADABLE_FILE for one in self.findings)

    def find_shown(self, identifier: str) -> Revision | None:
        """Find the version to show; None for what is not known or was deleted."""
        known = self.known.get(identifier)
        if isinstance(known, Standing):
            return known.shown
        return known if known is not None and known.state & TEXT else None

    def find_heads(self, identifier: str) -> tuple[Revision, ...]:
        """Find the versions that no other one follows."""
        known = self.known.get(identifier)
        if isinstance(known, Standing):
            return known.heads
        return () if known is None else (known,)

    def find_format(self, identifier: str) -> int:
        """Find the newest format among the versions that no other one follows."""
        newer = [
            self.formats[one.rev]
            for one in self.find_heads(identifier)
            if one.state & NEWER
        ]
        return max(newer, default=FORMAT)

    def find_created_at(self, identifier: str) -> str:
        """Find when a known reflection was saved first."""
        known = self.known[identifier]
        return known.created_at if isinstance(known, Standing) else known.at

    def list_shown(self) -> Iterator[Revision]:
        """List the versions to show, in the order in which they were first read."""
        for identifier in self.known:
            shown = self.find_shown(identifier)
            if shown is not None:
                yield shown

    def settle(self) -> None:
        """Find out how every reflection stands, once all versions are there."""
        first: dict[str, Revision] = {}
        groups: dict[str, list[Revision]] = {}
        for version in self.versions.values():
            known = first.setdefault(version.id, version)
            if known is not version:
                groups.setdefault(version.id, [known]).append(version)
        # Not a copy: of a large journal that would be the peak of all memory.
        self.known = known_by_id = cast("dict[str, Revision | Standing]", first)
        for identifier, group in groups.items():
            known_by_id[identifier] = find_standing(group)
