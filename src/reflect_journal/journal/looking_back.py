"""Tells what was deleted, and how one reflection came to say what it says."""

from typing import Any

from reflect_journal.errors import NotFoundError
from reflect_journal.journal.ancestry import (
    find_last_text,
    find_text_before,
    is_deleted,
    is_erased,
    list_versions,
    tell_what,
)
from reflect_journal.journal.deciding import Known
from reflect_journal.journal.past import Deleted, PastVersion
from reflect_journal.journal.revisions import DELETION, TEXT, Revision


def list_deleted(known: Known) -> list[Deleted]:
    """List the deleted reflections, what was deleted last first."""
    found = []
    for identifier in known.contents.known:
        heads = known.contents.find_heads(identifier)
        if is_deleted(heads):
            text = find_last_text(known.contents, *heads)
            at = max(one.at for one in heads if one.state & DELETION)
            erased = is_erased(heads)
            found.append(Deleted(identifier, at, _read(known, text), erased))
    return sorted(found, key=lambda one: (one.deleted_at, one.id), reverse=True)


def tell_history(known: Known, identifier: str) -> list[PastVersion]:
    """Tell every version of a reflection, what was saved first at the beginning.

    Raises:
        NotFoundError: when nothing is known of it.
    """
    versions = list_versions(known.contents, identifier)
    if not versions:
        raise NotFoundError(identifier)
    heads = known.contents.find_heads(identifier)
    return [_describe(known, one, is_head=one in heads) for one in versions]


def _describe(known: Known, version: Revision, *, is_head: bool) -> PastVersion:
    device = known.read(version).get("dev")
    text = find_text_before(known.contents, version)
    return PastVersion(
        revision=version.rev,
        at=version.at,
        device=device if isinstance(device, str) else "",
        what=tell_what(known.contents, version),
        current=is_head,
        document=_read(known, version if version.state & TEXT else None),
        before=_read(known, text),
    )


def _read(known: Known, version: Revision | None) -> dict[str, Any] | None:
    return known.read(version)["reflection"] if version else None
