"""Reads single reflections again from their place in the logs."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from typing import Any

from reflect_journal.errors import NotFoundError
from reflect_journal.journal.contents import Contents, unpack_position
from reflect_journal.journal.durable import open_to_read
from reflect_journal.journal.record import Line, read_line
from reflect_journal.journal.revisions import Revision, find_seal
from reflect_journal.journal.system import System
from reflect_journal.model.saved import SavedReflection


class MovedError(Exception):
    """A line is not any more where it was; the logs have to be read again."""


def read_rows(
    contents: Contents, identifiers: Sequence[str], system: System
) -> Iterator[SavedReflection]:
    """Read the shown versions of reflections, in the order of their ids.

    Raises:
        NotFoundError: when an id is not known or was deleted.
        MovedError: when a line is not any more where it was.
    """
    shown = [get_shown(contents, identifier) for identifier in identifiers]
    with Lines(contents, system) as lines:
        for version in shown:
            yield make_saved(contents, version, lines.read(version))


def get_shown(contents: Contents, identifier: str) -> Revision:
    """Get the version to show.

    Raises:
        NotFoundError: when the id is not known or was deleted.
    """
    shown = contents.find_shown(identifier)
    if shown is None:
        raise NotFoundError(identifier)
    return shown


def make_saved(
    contents: Contents, version: Revision, record: dict[str, Any]
) -> SavedReflection:
    """Make what the journal gives back of a shown version and its record."""
    heads = contents.find_heads(version.id)
    return SavedReflection(
        id=version.id,
        revision=version.rev,
        created_at=contents.find_created_at(version.id),
        updated_at=version.at,
        document=record["reflection"],
        sealed=version.is_sound,
        version=contents.find_format(version.id),
        others=tuple(one.rev for one in heads if one is not version),
    )


class Lines(ExitStack):
    """Lines by their version; the log that was read last stays open."""

    def __init__(self, contents: Contents, system: System) -> None:
        super().__init__()
        self._contents = contents
        self._system = system
        self._log = -1
        self._fd = -1

    def read(self, version: Revision) -> dict[str, Any]:
        """Read the record of a version and check that it is still the same.

        Raises:
            MovedError: when it is not.
        """
        if self._contents.records is not None:
            return self._contents.records[version.place]
        position = unpack_position(version.place)
        try:
            self._open(position.log)
            raw = self._system.read_at(self._fd, position.length, position.offset)
        except OSError as error:
            raise MovedError from error
        line = read_line(raw, self._contents.decode)
        if line.record is None or not _is_same(version, line, raw):
            raise MovedError
        return line.record

    def _open(self, log: int) -> None:
        if log == self._log:
            return
        self.close()
        path = self._contents.folder / self._contents.logs[log]
        self._fd = self.enter_context(open_to_read(path)).fileno()
        self._log = log


def _is_same(version: Revision, line: Line, raw: bytes) -> bool:
    record = line.record or {}
    return (
        record.get("id") == version.id
        and record.get("rev") == version.rev
        and line.is_sound == version.is_sound
        and find_seal(record, raw, sound=line.is_sound) == version.seal
    )


def read_version(
    contents: Contents, version: Revision, system: System
) -> dict[str, Any]:
    """Read the record of one version.

    Raises:
        MovedError: when its line is not any more where it was.
    """
    with Lines(contents, system) as lines:
        return lines.read(version)
