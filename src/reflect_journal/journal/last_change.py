"""What this device changed last, by its own logs."""

import re
from collections.abc import Iterator

from reflect_journal.journal.contents import Contents, unpack_position
from reflect_journal.journal.deciding import Known
from reflect_journal.journal.revisions import BEARING, Revision


def find_last_change(known: Known, device: str) -> list[Revision]:
    """Find the records that this device wrote together, after all its others.

    One record, or all of a log that holds several at once.
    """
    contents = known.contents
    own = dict(_list_own(contents, device))
    followed = {
        name for one in _flatten(own) for name in one.parents if name != one.rev
    }
    # A clock that was set back must not bring up what was followed since.
    free = {
        key: group
        for key, group in own.items()
        if followed.isdisjoint(one.rev for one in group)
    }
    singles = [group for (batch, _), group in free.items() if not batch]
    last_single = max(singles, key=lambda group: _find_offset(group[0]), default=None)
    changes = [group for (batch, _), group in free.items() if batch]
    changes += [last_single] if last_single else []
    changes.sort(key=lambda group: group[-1].order, reverse=True)
    for group in changes:
        # Records of other devices may have been put together in a log of ours.
        if known.read(group[-1]).get("dev") == device:
            return group
    return []


def list_together(known: Known, device: str, revision: str) -> list[Revision]:
    """List the records that this device wrote together with one of them."""
    groups = (group for _, group in _list_own(known.contents, device))
    return next(group for group in groups if revision in {one.rev for one in group})


def _list_own(
    contents: Contents, device: str
) -> Iterator[tuple[tuple[str, str], list[Revision]]]:
    """Give what belongs together, with the name of its log or "" and a name in it."""
    # Copies that programs make which sync bear the name with something behind it.
    own_name = re.compile(rf"{re.escape(device)}(?:-([0-9a-z]+))?(?![0-9a-z])")
    found = [own_name.match(name) for name in contents.logs]
    groups: dict[tuple[str, str], list[Revision]] = {}
    for version in contents.versions.values():
        name = found[unpack_position(version.place).log]
        if name and version.state & BEARING:
            batch = name[1] or ""
            key = (batch, version.at if batch else version.rev)
            groups.setdefault(key, []).append(version)
    yield from groups.items()


def _flatten(own: dict[tuple[str, str], list[Revision]]) -> Iterator[Revision]:
    for group in own.values():
        yield from group


def _find_offset(version: Revision) -> int:
    return unpack_position(version.place).offset
