"""Which records of a backup a journal does not have yet; a union, never a removal."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from reflect_journal.journal.ancestry import is_erased
from reflect_journal.journal.contents import Contents, unpack_position
from reflect_journal.journal.reader import Reader
from reflect_journal.journal.record import HEAD, is_revision, read_line, salvage
from reflect_journal.journal.revisions import (
    DELETION,
    ERASURE,
    TEXT,
    Revision,
    find_standing,
    list_unerased,
)

LINE_END: Final = b"\n"
RESTORED_LOG: Final = "restored"
"""What the log of a restore is called by: it is no change of any device."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of adding the records of a backup.

    Attributes:
        restored: the reflections that are there again, or with more versions.
        already: how many were there as the backup has them.
        deleted: those that were deleted since and stay so.
        erased: those that were erased for good, and of which nothing was added.
        kept: those that the backup would have hidden, and that stay.
        unreadable: how many lines of the backup could not be read.
    """

    restored: tuple[str, ...]
    already: int
    deleted: tuple[str, ...]
    erased: tuple[str, ...]
    kept: tuple[str, ...]
    unreadable: int


@dataclass(frozen=True, slots=True)
class Missing:
    """The lines to add, all or none of them, and what may be said afterwards."""

    lines: tuple[bytes, ...]
    merged: Merged


def choose_missing(
    lines: Iterable[bytes],
    contents: Contents,
    *,
    only_sound: bool = False,
    with_erased: bool = False,
) -> Missing:
    """Choose the lines of a backup that a journal does not have.

    Args:
        lines: the lines of all logs of the backup.
        contents: what the journal has.
        only_sound: whether to leave what differs from its seal.
        with_erased: whether to take the texts of erased reflections too.
    """
    raws: list[bytes] = []
    strange: list[bytes] = []
    unreadable = 0
    for raw in lines:
        records = list(_list_records(raw))
        unreadable += not records and bool(raw.strip())
        for one in records:
            line = read_line(one)
            record = line.record or {}
            if only_sound and not line.is_sound:
                unreadable += 1
            elif is_revision(record):
                raws.append(one)
            elif record.get("op") != HEAD:
                strange.append(one)
    incoming = read_lines(raws)
    choice = _Choice(contents, incoming, with_erased=with_erased)
    chosen = [raws[unpack_position(one.place).offset] for one in choice.list_chosen()]
    # What a newer program wrote about no reflection has no name to know it again by.
    if not contents.versions:
        chosen += strange
    return Missing(tuple(chosen), choice.describe(unreadable))


def read_lines(raws: Iterable[bytes]) -> Contents:
    """Read lines that are nowhere; their numbers stand for their places."""
    contents = Contents(Path(), logs=("",))
    reader = Reader(contents, mentions=lambda _: False)
    reader.read_lines(0, enumerate(raws))
    reader.finish()
    return contents


class _Choice:
    """Decides reflection by reflection."""

    def __init__(
        self, contents: Contents, incoming: Contents, *, with_erased: bool
    ) -> None:
        self._contents = contents
        self._with_erased = with_erased
        self._ours = _group(contents.versions.values())
        self._theirs = _group(incoming.versions.values())
        self._chosen: dict[str, list[Revision]] = {}
        self._erased: list[str] = []
        self._kept: list[str] = []
        for identifier, theirs in self._theirs.items():
            self._chosen[identifier] = self._choose(identifier, theirs)

    def list_chosen(self) -> Iterator[Revision]:
        for chosen in self._chosen.values():
            yield from chosen

    def describe(self, unreadable: int) -> Merged:
        restored, deleted, already = [], [], 0
        for identifier, chosen in self._chosen.items():
            if identifier in self._erased:
                continue
            standing = find_standing([*self._ours.get(identifier, ()), *chosen])
            if standing.shown is None:
                if not is_erased(standing.heads):
                    deleted.append(identifier)
            elif chosen:
                restored.append(identifier)
            else:
                already += 1
        return Merged(
            tuple(restored),
            already,
            tuple(deleted),
            tuple(self._erased),
            tuple(self._kept),
            unreadable,
        )

    def _choose(self, identifier: str, theirs: list[Revision]) -> list[Revision]:
        ours = self._ours.get(identifier, [])
        new = [one for one in theirs if not self._has(one)]
        if any(one.state & ERASURE for one in ours):
            alive = {one.rev for one in list_unerased([*ours, *new])}
            dead = [one for one in new if one.rev not in alive]
            if any(one.state & TEXT for one in dead):
                self._erased.append(identifier)
            if not self._with_erased:
                new = [one for one in new if one.rev in alive]
        if _is_shown(ours) and not _is_shown([*ours, *new]):
            # The person can still delete it; a backup removes nothing.
            self._kept.append(identifier)
            new = [one for one in new if not one.state & DELETION]
        return new

    def _has(self, one: Revision) -> bool:
        versions = self._contents.versions
        known = versions.get(one.rev)
        if known is None:
            return False
        if known.id == one.id and known.is_sound != one.is_sound:
            return known.is_sound
        same = known.id == one.id and known.seal == one.seal
        return same or f"{one.rev} {one.id} {one.seal}" in versions


def _is_shown(versions: list[Revision]) -> bool:
    return bool(versions) and find_standing(versions).shown is not None


def _group(versions: Iterable[Revision]) -> dict[str, list[Revision]]:
    groups: dict[str, list[Revision]] = {}
    for one in versions:
        groups.setdefault(one.id, []).append(one)
    return groups


def _list_records(raw: bytes) -> Iterator[bytes]:
    """Give a line, or the whole records inside one that cannot be read."""
    if read_line(raw).record is not None:
        yield raw if raw.endswith(LINE_END) else raw + LINE_END
    else:
        for start, end in salvage(raw):
            yield raw[start:end] + LINE_END
