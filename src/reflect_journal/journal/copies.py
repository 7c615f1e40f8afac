"""Logs that do not belong: copies by programs that sync, another journal's logs."""

import re
from collections.abc import Iterator
from hashlib import sha256
from typing import Final

from reflect_journal.journal.contents import Contents
from reflect_journal.journal.durable import open_to_read
from reflect_journal.journal.findings import (
    SYNC_COPY,
    TWO_JOURNALS,
    Finding,
    format_name,
)
from reflect_journal.journal.heads import list_journal_ids
from reflect_journal.journal.reading import split_lines

COPY: Final = re.compile(r"(?i)sync-conflict|conflict(ed)?[ _-]+copy|case conflict")


def find_sync_copies(contents: Contents) -> Iterator[Finding]:
    """Find copies that programs made which sync, and tell whether they are needed.

    Raises:
        OSError: when a log cannot be read.
    """
    copies = [name for name in contents.logs if COPY.search(name)]
    if not copies:
        return
    elsewhere = set[bytes]().union(
        *(_list_lines(contents, name) for name in contents.logs if name not in copies)
    )
    for name in copies:
        is_needed = bool(_list_lines(contents, name) - elsewhere)
        yield Finding(
            SYNC_COPY,
            format_name(name),
            "A program that syncs folders made this copy. Everything in it is read.",
            "Keep it: some of its lines are in no other file."
            if is_needed
            else "All of its lines are in the other files too, so you may delete it.",
        )


def find_two_journals(contents: Contents) -> Iterator[Finding]:
    """Find logs that began as another journal."""
    first: dict[str, str] = {}
    for journal, name in list_journal_ids(contents.folder):
        first.setdefault(journal, name)
    if len(first) > 1:
        yield Finding(
            TWO_JOURNALS,
            ", ".join(map(format_name, first.values())),
            "These files began as different journals and are shown as one. So it is "
            "when two devices were used before their folders were synced.",
            "If they are all yours, nothing has to be done. If not, move out what is "
            "not yours.",
        )


def _list_lines(contents: Contents, name: str) -> set[bytes]:
    with open_to_read(contents.folder / name, 1 << 20) as file:
        return {sha256(raw.strip()).digest() for _, raw in split_lines(file)}
