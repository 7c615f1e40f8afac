"""Opens a backup that a person names, and brings back what is no reflection."""

import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from reflect_journal.errors import RefusedInputError
from reflect_journal.journal.archive import (
    CONFIG,
    DRAFTS,
    EDITS,
    Archive,
    read_archive,
)
from reflect_journal.journal.contents import Contents
from reflect_journal.journal.drafts import parse_draft
from reflect_journal.journal.durable import make_folder, replace_file
from reflect_journal.journal.generations import list_generations
from reflect_journal.journal.heads import find_journal_id
from reflect_journal.journal.places import Places
from reflect_journal.journal.reasons import explained
from reflect_journal.journal.record import HEAD, read_line
from reflect_journal.journal.system import THIS_SYSTEM, System

ADVICE: Final = "Backups that were made here by themselves: reflect restore"


@dataclass(frozen=True, slots=True)
class Rest:
    """What came back beside reflections.

    `drafts` and `edits` are how many; `config` is true for settings that came back,
    false for others that are there and stay, None where there is nothing to tell.
    """

    drafts: int
    edits: int
    config: bool | None


def open_backup(name: str, places: Places) -> Archive:
    """Open a file, or a backup that was made here by itself, by its day.

    Raises:
        RefusedInputError: when there is none, or it is no backup.
    """
    path = Path(name)
    try:
        own = {one.name: one.path for one in list_generations(places.backups)}
        if name in own and not path.exists():
            path = own[name]
        if not stat.S_ISREG(path.stat().st_mode):
            raise RefusedInputError(name, "", "is no regular file.", ADVICE)
        with path.open("rb") as file:
            return read_archive(file, name)
    except FileNotFoundError:
        problem = "does not exist."
    except PermissionError:
        problem = "may not be read by you."
    except (OSError, ValueError) as error:
        problem = f"cannot be read ({error})."
    raise RefusedInputError(name, "", problem, ADVICE)


def find_journal(archive: Archive) -> str | None:
    """Find the id of the journal that a backup is of."""
    if archive.summary is not None and archive.summary.journal:
        return archive.summary.journal
    for raw in archive.list_lines():
        line = read_line(raw)
        if line.is_sound and line.record and line.record.get("op") == HEAD:
            return str(line.record["journal"])
    return None


def is_of_another(archive: Archive, places: Places) -> bool:
    """Tell whether a backup is of another journal than the one that is there.

    Raises:
        JournalUnusableError: when the folder of logs cannot be listed.
    """
    ours, theirs = find_journal_id(places.journal), find_journal(archive)
    return ours is not None and theirs is not None and ours != theirs


def restore_rest(
    archive: Archive, places: Places, contents: Contents, system: System = THIS_SYSTEM
) -> Rest:
    """Bring back unfinished interviews, changes and settings where none of them are.

    Args:
        archive: the backup; damaged parts of it stay where they are.
        places: where they go.
        contents: what the journal holds; what it knows is finished.
        system: the operating system's ways.

    Raises:
        NotSavedError: when the system refuses.
    """
    whole = {
        name: part
        for name, part in archive.parts.items()
        if name not in archive.damaged
    }
    with explained():
        drafts, edits = (
            _restore_drafts(whole, within, folder, contents, system)
            for within, folder in ((DRAFTS, places.drafts), (EDITS, places.edits))
        )
        config = _restore_config(whole.get(CONFIG), places.config, system)
        return Rest(drafts, edits, config)


def _restore_drafts(
    parts: Mapping[str, bytes],
    within: str,
    folder: Path,
    contents: Contents,
    system: System,
) -> int:
    count = 0
    for name, part in parts.items():
        path = folder / name.removeprefix(within)
        draft = parse_draft(part) if name.startswith(within) else None
        if draft is None or path.exists() or draft.revision in contents.versions:
            continue
        # Of a reflection that was deleted or erased nothing goes on.
        if contents.find_heads(draft.id) and not contents.find_shown(draft.id):
            continue
        make_folder(folder, system)
        replace_file(path, part, system)
        count += 1
    return count


def _restore_config(part: bytes | None, path: Path, system: System) -> bool | None:
    if part is None:
        return None
    try:
        return None if path.read_bytes() == part else False
    except FileNotFoundError:
        make_folder(path.parent, system)
        replace_file(path, part, system)
        return True
