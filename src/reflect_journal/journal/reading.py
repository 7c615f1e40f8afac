"""Reads all logs of a folder, as far as the disk gives them."""

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final

from reflect_journal.errors import JournalUnusableError
from reflect_journal.journal.contents import Contents
from reflect_journal.journal.durable import open_to_read
from reflect_journal.journal.findings import FILE_ODD
from reflect_journal.journal.folder import list_logs
from reflect_journal.journal.reader import Holds, Mentions, Reader
from reflect_journal.journal.record import choose_decoder

BUFFER: Final = 1024 * 1024
FEW_BYTES: Final = 8 * 1024 * 1024
"""Up to here all records are kept, so that none is decoded twice."""
LINE_LIMIT: Final = 16 * 1024 * 1024
"""Bytes read at once where no line ends; no record is nearly as long."""


def read_folder(
    folder: Path,
    mentions: Mentions | None = None,
    holds: Holds | None = None,
    keys: Sequence[str] = (),
) -> Contents:
    """Read every log of a folder.

    Args:
        folder: the folder; one that is missing is an empty journal.
        mentions: which of the shown versions get an outline, by their raw line.
        holds: which of these get one, by their document.
        keys: what is kept of every document, however large the journal is.

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
    size = _measure(folder, listing.logs)
    contents.decode = choose_decoder(size)
    is_small = size <= FEW_BYTES
    contents.records = {} if is_small or keys else None
    reader = Reader(contents, mentions, holds, () if is_small else keys)
    with _collector_off():
        for log, name in enumerate(listing.logs):
            try:
                with open_to_read(folder / name, BUFFER) as file:
                    reader.read_lines(log, split_lines(file))
            except OSError:
                reader.note_unreadable(log)
        for name in listing.odd:
            reader.notes.add(FILE_ODD, name)
        reader.finish()
    return contents


def _measure(folder: Path, logs: Iterable[str]) -> int:
    size = 0
    for name in logs:
        with suppress(OSError):
            size += (folder / name).stat().st_size
    return size


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


def split_lines(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Give the lines of a log, ends included, each with the place of its first byte."""
    offset = 0
    while raw := file.readline(LINE_LIMIT):
        if not raw.endswith(b"\n"):
            # A writer may have been in the middle of the line just now.
            raw += file.readline(LINE_LIMIT)
        yield offset, raw
        offset += len(raw)
