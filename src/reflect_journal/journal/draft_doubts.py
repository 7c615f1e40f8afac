"""Unfinished reflections that need a look."""

import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from reflect_journal.journal.clocks import parse_at
from reflect_journal.journal.contents import Contents
from reflect_journal.journal.drafts import DRAFT_END, DRAFT_FORMAT, DraftStore
from reflect_journal.journal.findings import (
    DRAFT_ELSEWHERE,
    NEWER_DRAFT,
    OLD_DRAFT,
    UNREADABLE_DRAFT,
    Finding,
    format_name,
)
from reflect_journal.journal.places import Places

OLD: Final = timedelta(days=30)


def list_broken(places: Places) -> list[Path]:
    """List the drafts that could be read from the disk and are none."""
    return [
        path
        for path in DraftStore(places).unreadable()
        if path.is_file() and _find_format(path) == DRAFT_FORMAT
    ]


def find_odd_drafts(
    places: Places, contents: Contents, now: datetime
) -> Iterator[Finding]:
    """Find drafts that cannot be read, that are old, or that belong elsewhere."""
    store = DraftStore(places)
    for path in store.unreadable():
        is_newer = path.is_file() and _find_format(path) > DRAFT_FORMAT
        yield (_describe_newer if is_newer else _describe_unreadable)(path)
    for draft in store.load_all():
        where = format_name(str(store.path_of(draft.id)))
        updated_at = parse_at(draft.updated_at)
        if updated_at and updated_at < now - OLD:
            yield Finding(
                OLD_DRAFT,
                where,
                f"This reflection has been unfinished since {updated_at:%Y-%m-%d}.",
                "Nothing has to be done; it waits. To go on or to end it: "
                "reflect continue",
            )
        if draft.base and not contents.find_heads(draft.base):
            yield Finding(
                DRAFT_ELSEWHERE,
                where,
                "This goes on with a reflection that is not in this journal.",
                "If it belongs to another journal: reflect continue --journal DIR",
            )
    if not places.apart:
        yield from _find_others(places)


def _find_others(places: Places) -> Iterator[Finding]:
    with suppress(OSError):
        for folder in sorted(one for one in places.drafts.iterdir() if one.is_dir()):
            if any(path.suffix == DRAFT_END for path in folder.iterdir()):
                yield Finding(
                    DRAFT_ELSEWHERE,
                    format_name(str(folder)),
                    "An unfinished reflection of another journal waits here.",
                    "With the folder of that journal: reflect continue --journal DIR",
                )


def _find_format(path: Path) -> int:
    """Find the format of a draft; that of today where it says none, 0 unread."""
    try:
        data = json.loads(path.read_bytes())
    except OSError:
        return 0
    except (ValueError, RecursionError):
        return DRAFT_FORMAT
    version = data.get("v") if isinstance(data, dict) else None
    return max(version, DRAFT_FORMAT) if isinstance(version, int) else DRAFT_FORMAT


def _describe_newer(path: Path) -> Finding:
    return Finding(
        NEWER_DRAFT,
        format_name(str(path)),
        "A newer program began this unfinished reflection. It is not changed.",
        "Update reflect to go on with it.",
    )


def _describe_unreadable(path: Path) -> Finding:
    return Finding(
        UNREADABLE_DRAFT,
        format_name(str(path)),
        "This unfinished reflection cannot be read, so reflect continue passes it "
        "over. Nothing in it was changed.",
        "What was typed may be legible in a text editor. reflect doctor --repair "
        "moves the file to the quarantine.",
    )
