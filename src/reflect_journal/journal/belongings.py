"""Who may read the person's files, and whose they are."""

import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from reflect_journal.journal.findings import (
    FOREIGN_OWNER,
    OPEN_CONFIGURATION,
    TOO_OPEN,
    Finding,
    format_name,
)
from reflect_journal.journal.places import Places
from reflect_journal.journal.system import System

OTHERS: Final = 0o077
HOLDING: Final = ("drafts", "edits", "quarantine", "backups")
"""Folders of the state, those for other journals included."""
FOLDER: Final = 0o700
FILE: Final = 0o600


class Belonging(NamedTuple):
    """A file or folder of ours; links are not followed."""

    path: Path
    mode: int
    owner: int

    @property
    def wanted_mode(self) -> int:
        """What it should have: for its owner alone."""
        return FOLDER if stat.S_ISDIR(self.mode) else FILE

    @property
    def is_open(self) -> bool:
        """Whether others may read or change it."""
        return bool(self.mode & OTHERS) and not stat.S_ISLNK(self.mode)


def list_belongings(root: Path) -> Iterator[Belonging]:
    """List a file or folder and all that is in it, as far as it can be looked at."""
    with suppress(OSError):
        status = root.lstat()
        yield Belonging(root, status.st_mode, status.st_uid)
        if stat.S_ISDIR(status.st_mode):
            for path in sorted(root.iterdir()):
                yield from list_belongings(path)


def list_roots(places: Places) -> tuple[Path, ...]:
    """List the places that hold words of the person."""
    kept = [places.state / name for name in HOLDING]
    return (places.journal.resolve(), *kept, *places.editor, places.config)


def list_open(places: Places, system: System) -> Iterator[tuple[str, list[Belonging]]]:
    """List what others may read, by place, with the kind of finding it is."""
    for root in () if system.is_windows else list_roots(places):
        belongings = [
            one
            for one in list_belongings(root)
            if one.is_open and system.is_ours(one.owner)
        ]
        if belongings:
            is_config = root == places.config
            yield (OPEN_CONFIGURATION if is_config else TOO_OPEN), belongings


def find_odd_rights(places: Places, system: System) -> Iterator[Finding]:
    """Find what others may read, and what belongs to somebody else."""
    for kind, belongings in list_open(places, system):
        yield Finding(
            kind,
            name_all(belongings),
            "Others who use this computer may be able to read or change this.",
            "reflect doctor --repair makes it yours alone. If it is not then, its "
            "disk knows no owners, as a memory stick may not.",
        )
    for root in list_roots(places):
        foreign = [
            one for one in list_belongings(root) if not system.is_ours(one.owner)
        ]
        if foreign:
            yield Finding(
                FOREIGN_OWNER,
                name_all(foreign),
                "This belongs to another user of this computer, perhaps since reflect "
                "was run as an administrator once. Saving may be refused.",
                "Make it yours again: sudo chown -R $(id -un) and the folder's name.",
            )


def close_to_others(belongings: list[Belonging]) -> None:
    """Let nobody but the owner read these.

    Raises:
        OSError: when the system refuses.
    """
    for one in belongings:
        one.path.chmod(one.wanted_mode)


def name_all(belongings: list[Belonging]) -> str:
    """Name the first and count the others."""
    rest = len(belongings) - 1
    first = format_name(str(belongings[0].path))
    return f"{first} and {rest} more" if rest else first
