"""What of a save has to be written, decided from what is there already."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from reflect_journal.errors import NewerRecordError, NotSavedError
from reflect_journal.journal.ancestry import is_erased
from reflect_journal.journal.contents import Contents
from reflect_journal.journal.record import FORMAT
from reflect_journal.journal.revisions import Revision
from reflect_journal.journal.versions import KnownIdError, NewVersion, Receipt
from reflect_journal.model.sameness import says_the_same

WRITTEN: Final = "written"
ALREADY: Final = "already"


@dataclass(frozen=True, slots=True)
class Known:
    """What a journal holds at the moment of deciding, and how to read a record."""

    contents: Contents
    read: Callable[[Revision], dict[str, Any]]

    def find_document(self, identifier: str) -> object:
        """Find the shown document; None when it is not known or was deleted."""
        shown = self.contents.find_shown(identifier)
        return None if shown is None else self.read(shown).get("reflection")

    def find_heads(self, identifier: str) -> tuple[str, ...]:
        """Find the revisions that no other one follows; none when not known."""
        return tuple(one.rev for one in self.contents.find_heads(identifier))

    def find_format(self, identifier: str) -> int:
        """Find the newest format among those revisions."""
        return self.contents.find_format(identifier)

    def find_version(self, revision: str) -> tuple[str, object] | None:
        """Find the id and the document that were saved under a revision."""
        version = self.contents.versions.get(revision)
        if version is None:
            return None
        return version.id, self.read(version).get("reflection")


@dataclass(frozen=True, slots=True)
class Decision:
    """The versions that have to be written, and what may be said afterwards."""

    write: tuple[NewVersion, ...]
    receipt: Receipt


def decide(
    versions: Sequence[NewVersion], known: Known | None, new_id: Callable[[], str]
) -> Decision:
    """Decide for all versions of one save.

    Args:
        versions: what was asked for.
        known: what is there; None where every id is brand-new.
        new_id: makes a revision where the given one stands for another text.

    Raises:
        KnownIdError: when an id stands for something else; then nothing is saved.
        NewerRecordError: when a newer program saved last what is to be changed.
        NotSavedError: when what is to be changed was erased meanwhile.
    """
    wanted = _fold(versions)
    write, already = [], []
    for version in wanted:
        outcome = _decide_one(version, known, new_id) if known else version
        if isinstance(outcome, NewVersion):
            write.append(outcome)
        elif outcome == ALREADY:
            already.append(version.id)
    saved = [one.id for one in wanted if one.id not in already]
    return Decision(tuple(write), Receipt(tuple(saved), tuple(already)))


def has_same_content(one: object, other: object) -> bool:
    """Tell whether two documents say the same, whatever the order of their keys."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


def _fold(versions: Sequence[NewVersion]) -> list[NewVersion]:
    wanted: dict[str, NewVersion] = {}
    for version in versions:
        twin = wanted.setdefault(version.id, version)
        if twin is not version and not _is_same(twin, version):
            raise KnownIdError(version.id)
    return list(wanted.values())


def _is_same(one: NewVersion, other: NewVersion) -> bool:
    return says_the_same(one.document, other.document)


def _decide_one(
    version: NewVersion, known: Known, new_id: Callable[[], str]
) -> NewVersion | str:
    heads = known.find_heads(version.id)
    newest_format = known.find_format(version.id)
    if version.parents and newest_format > FORMAT:
        raise NewerRecordError(version.id, newest_format)
    written = known.find_version(version.revision)
    if written is not None:
        if written[0] == version.id and has_same_content(written[1], version.document):
            return WRITTEN
        # An attempt that was believed to have failed did reach the disk, and the
        # text was changed since: it follows what is there.
        parents = (version.revision,) if written[0] == version.id else version.parents
        return version._replace(revision=new_id(), parents=parents)
    if version.parents and not {*version.parents} & {*heads}:
        _refuse_erased(version.id, known.contents)
    if version.parents or not heads:
        return version
    document = known.find_document(version.id)
    if document is None:
        return _bring_back(version, heads, newest_format)
    if says_the_same(document, version.document):
        return ALREADY
    raise KnownIdError(version.id)


def _refuse_erased(identifier: str, contents: Contents) -> None:
    # Saved beside an erasure it would be hidden, and nobody would know.
    heads = contents.find_heads(identifier)
    if is_erased(heads):
        day = max(one.at for one in heads)[:10]
        reason = f"the reflection was erased for good on {day}"
        raise NotSavedError(reason)


def _bring_back(
    version: NewVersion, heads: tuple[str, ...], newest_format: int
) -> NewVersion:
    if newest_format > FORMAT:
        raise NewerRecordError(version.id, newest_format)
    return version._replace(parents=heads)
