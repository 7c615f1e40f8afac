"""What is odd about the backups that are made by themselves."""

from datetime import datetime
from typing import Final

from reflect_journal.errors import NotSavedError
from reflect_journal.journal.contents import Contents, unpack_position
from reflect_journal.journal.findings import NO_BACKUP, Finding, format_name
from reflect_journal.journal.generations import Described, describe_generations
from reflect_journal.journal.places import Places
from reflect_journal.journal.reading import read_folder
from reflect_journal.journal.record import format_at

DAMAGED_BACKUP: Final = "damaged-backup"
FEWER_VERSIONS: Final = "fewer-versions"
DAY: Final = 10
"""Characters of a time that tell the day."""


def diagnose_backups(places: Places, now: datetime) -> list[Finding]:
    """Tell which backups cannot be read, and whether the latest is missing."""
    folder = format_name(str(places.backups))
    try:
        found = describe_generations(places.backups)
    except NotSavedError as error:
        return [_describe_missing(folder, error.reason)]
    findings = [_describe_damaged(one) for one in found if one.records is None]
    contents = read_folder(places.journal)
    whole = [one for one in found if one.records is not None]
    newest = whole[0].name if whole else ""
    if find_last_day(contents, _load_name(places), format_at(now)) > newest:
        findings.append(_describe_missing(folder, "it could not be made"))
    if whole and len(contents.versions) < (whole[0].records or 0):
        findings.append(_describe_fewer(whole[0]))
    return findings


def find_last_day(contents: Contents, device: str, now: str) -> str:
    """Find the day of the last record that this device wrote; "" for none.

    A clock that was ahead once says nothing about today.
    """
    own = [device and name.startswith(device) for name in contents.logs]
    days = (
        one.at[:DAY]
        for one in contents.versions.values()
        if one.at <= now and own[unpack_position(one.place).log]
    )
    return max(days, default="")


def _load_name(places: Places) -> str:
    try:
        return places.device.read_text("ascii").strip()
    except (OSError, ValueError):
        return ""


def _describe_missing(folder: str, reason: str) -> Finding:
    return Finding(
        NO_BACKUP,
        folder,
        f"After your last change there is no backup of that day: {reason}. "
        "What you saved is saved.",
        "The next change tries again. To make one now: reflect backup",
    )


def _describe_damaged(backup: Described) -> Finding:
    return Finding(
        DAMAGED_BACKUP,
        backup.file,
        "This backup is damaged or cannot be read. The journal itself is not "
        "concerned.",
        "What can be read of it comes back with reflect restore and its name. "
        "Move the file away when nothing in it is needed.",
    )


def _describe_fewer(backup: Described) -> Finding:
    return Finding(
        FEWER_VERSIONS,
        backup.file,
        "This backup holds more saved versions than the journal does now: a file of "
        "the journal may have been removed, or replaced by an older one.",
        f"To bring back what is missing: reflect restore {backup.name}",
    )
