"""Times in the journal that cannot be right."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Final

from reflect_journal.journal.contents import Contents, unpack_position
from reflect_journal.journal.findings import ODD_CLOCK, Finding, format_name

A_DAY: Final = timedelta(days=1)
BEGINNING: Final = datetime(2020, 1, 1, tzinfo=UTC)
"""Before this program was written."""
TO_COME: Final = "carry a time that is still to come"
LONG_AGO: Final = "carry a time before this program existed"
SET_BACK: Final = "carry an earlier time than the lines before them"


def find_odd_clocks(contents: Contents, now: datetime) -> Iterator[Finding]:
    """Find versions from the future, from long ago, and clocks that were set back."""
    odd: dict[tuple[int, str], int] = {}
    last: dict[int, datetime] = {}
    for version in sorted(contents.versions.values(), key=lambda one: one.place):
        log = unpack_position(version.place).log
        at = parse_at(version.at)
        if at is None:
            continue
        before = last.get(log, at)
        last[log] = max(at, before)
        for is_odd, what in (
            (at > now + A_DAY, TO_COME),
            (at < BEGINNING, LONG_AGO),
            (BEGINNING <= at < before - A_DAY, SET_BACK),
        ):
            if is_odd:
                odd[log, what] = odd.get((log, what), 0) + 1
    for (log, what), count in sorted(odd.items()):
        yield Finding(
            ODD_CLOCK,
            format_name(contents.logs[log]),
            f"{count} saved {'version' if count == 1 else 'versions'} here {what}: "
            "a clock was wrong then, or this one is wrong now. Nothing is lost by it; "
            "where two versions stand side by side, the later time is shown.",
            "Check the date of this computer. The journal needs no change.",
        )


def parse_at(text: str) -> datetime | None:
    """Parse the time of a record; None when it is none."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return at if at.tzinfo else at.replace(tzinfo=UTC)
