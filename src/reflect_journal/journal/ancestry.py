"""How the versions of one reflection follow each other, and what each one did."""

from collections.abc import Iterable, Sequence

from reflect_journal.journal.contents import Contents
from reflect_journal.journal.past import (
    DELETED,
    EDITED,
    ERASED,
    RESTORED,
    SAVED,
    What,
)
from reflect_journal.journal.revisions import (
    BEARING,
    DELETION,
    ERASURE,
    TEXT,
    Revision,
    list_unerased,
)


def list_versions(contents: Contents, identifier: str) -> list[Revision]:
    """List what was saved of a reflection, parents before what follows them."""
    of_it = (one for one in contents.versions.values() if one.id == identifier)
    waiting = [one for one in of_it if one.state & BEARING]
    if any_of(waiting, ERASURE):
        waiting = list_unerased(waiting)
    waiting.sort(key=lambda one: one.order)
    listed: list[Revision] = []
    while waiting:
        left = {one.rev for one in waiting}
        # A clock may have been wrong; a circle of parents begins with the oldest.
        free = (one for one in waiting if left.isdisjoint({*one.parents} - {one.rev}))
        following = next(free, waiting[0])
        waiting.remove(following)
        listed.append(following)
    return listed


def list_parents(contents: Contents, version: Revision) -> list[Revision]:
    """List the versions that a version follows, as far as they are there."""
    known = (contents.versions.get(name) for name in version.parents)
    return [
        one for one in known if one and one.id == version.id and one.rev != version.rev
    ]


def find_text_before(contents: Contents, *versions: Revision) -> Revision | None:
    """Find the newest of the nearest texts that versions follow."""
    seen, level = {one.rev for one in versions}, list(versions)
    while level:
        level = [
            parent
            for one in level
            for parent in list_parents(contents, one)
            if parent.rev not in seen
        ]
        seen |= {one.rev for one in level}
        texts = [one for one in level if one.state & TEXT]
        if texts:
            return max(texts, key=lambda one: one.order)
    return None


def list_remains(contents: Contents, identifier: str) -> list[Revision]:
    """List the texts of an erased reflection that are there in spite of it."""
    if contents.find_shown(identifier) is not None:
        # It was brought back on purpose, and they are its past.
        return []
    of_it = [one for one in contents.versions.values() if one.id == identifier]
    kept = {one.rev for one in list_unerased(of_it)}
    return [one for one in of_it if one.state & TEXT and one.rev not in kept]


def find_last_text(contents: Contents, *heads: Revision) -> Revision | None:
    """Find what a hidden reflection said last, also when it was erased since."""
    if not is_erased(heads):
        return find_text_before(contents, *heads)
    remains = list_remains(contents, heads[0].id)
    return max(remains, key=lambda one: one.order, default=None)


def tell_what(contents: Contents, version: Revision) -> What:
    """Tell what a version did to its reflection."""
    if version.state & DELETION:
        return ERASED if version.state & ERASURE else DELETED
    if not version.parents:
        return SAVED
    parents = list_parents(contents, version)
    if parents and all(one.state & DELETION for one in parents):
        return RESTORED
    return EDITED


def is_deleted(heads: Sequence[Revision]) -> bool:
    """Tell whether the versions that no other one follows hide a reflection."""
    return any_of(heads, DELETION) and not any_of(heads, TEXT)


def is_erased(heads: Sequence[Revision]) -> bool:
    """Tell whether what no other version follows is an erasure."""
    return any_of(heads, ERASURE) and is_deleted(heads)


def any_of(versions: Iterable[Revision], state: int) -> bool:
    """Tell whether some version is in a state."""
    return any(one.state & state for one in versions)


def name_all(versions: Iterable[Revision]) -> tuple[str, ...]:
    """Give the names of versions, each once."""
    return tuple(dict.fromkeys(one.rev for one in versions))
