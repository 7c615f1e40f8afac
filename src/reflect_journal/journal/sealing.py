"""Turns a version or a deletion into its line, proved before the disk is touched."""

from datetime import datetime
from typing import Final

from reflect_journal.errors import NotSavedError
from reflect_journal.journal.deciding import has_same_content
from reflect_journal.journal.reading import LINE_LIMIT
from reflect_journal.journal.record import (
    make_gone,
    make_purge,
    make_put,
    read_line,
    seal,
)
from reflect_journal.journal.versions import NewDeletion, NewErasure, NewVersion

UNKEEPABLE: Final = "it holds something that a line of the journal cannot carry"
TOO_LARGE: Final = "it is larger than the 16 MiB that a line of the journal may have"


def make_line(
    version: NewVersion | NewDeletion | NewErasure, at: datetime, device: str
) -> bytes:
    """Make the line of a version, of a deletion or of an erasure.

    Raises:
        NotSavedError: when what would be read back is not what was given.
    """
    if isinstance(version, NewDeletion):
        record = make_gone(version, at, device)
    elif isinstance(version, NewErasure):
        record = make_purge(version, at, device)
    else:
        record = make_put(version, at, device)
    try:
        line = seal(record)
        back = read_line(line)
        given = {**record, "sum": (back.record or {}).get("sum")}
        # Equal at once but for what JSON has no kind of its own for, such as tuples.
        same = back.record == given or has_same_content(back.record, given)
    except (TypeError, ValueError, RecursionError):
        raise NotSavedError(UNKEEPABLE) from None
    if back.flaw or not same:
        raise NotSavedError(UNKEEPABLE)
    if len(line) > LINE_LIMIT:
        raise NotSavedError(TOO_LARGE)
    return line
