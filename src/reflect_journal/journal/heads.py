"""The journal's own id, which every log carries in its first line."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from reflect_journal.journal.durable import open_to_read
from reflect_journal.journal.folder import list_logs
from reflect_journal.journal.reading import LINE_LIMIT
from reflect_journal.journal.record import HEAD, read_line


def find_journal_id(folder: Path) -> str | None:
    """Find the id in the first log that begins with one; None where none does.

    Raises:
        JournalUnusableError: when the folder cannot be listed.
    """
    return next(list_journal_ids(folder), (None,))[0]


def list_journal_ids(folder: Path) -> Iterator[tuple[str, str]]:
    """List the id that each log begins with, and the log's name.

    Raises:
        JournalUnusableError: when the folder cannot be listed.
    """
    for name in list_logs(folder).logs:
        with suppress(OSError), open_to_read(folder / name) as file:
            line = read_line(file.readline(LINE_LIMIT))
            if line.is_sound and line.record and line.record.get("op") == HEAD:
                yield str(line.record["journal"]), name
