"""What has to be written when somebody changes their mind; pure decisions."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeAlias, TypeVar

from reflect_journal.errors import (
    NewerRecordError,
    NotFoundError,
)
from reflect_journal.journal.ancestry import (
    any_of,
    find_last_text,
    find_text_before,
    is_deleted,
    is_erased,
    name_all,
    tell_what,
)
from reflect_journal.journal.deciding import Known, has_same_content
from reflect_journal.journal.last_change import find_last_change, list_together
from reflect_journal.journal.past import (
    ERASED,
    RESTORED,
    SAVED,
    ErasedError,
    FollowedElsewhereError,
    TextMissingError,
    Undone,
)
from reflect_journal.journal.record import FORMAT
from reflect_journal.journal.revisions import BEARING, DELETION, NEWER, TEXT, Revision
from reflect_journal.journal.versions import NewDeletion, NewErasure, NewVersion

Answer = TypeVar("Answer")
Change: TypeAlias = NewVersion | NewDeletion | NewErasure


@dataclass(frozen=True, slots=True)
class Plan(Generic[Answer]):
    """What has to be written, all or nothing, and what may be said afterwards."""

    write: tuple[Change, ...]
    answer: Answer


@dataclass(frozen=True, slots=True)
class Moment:
    """What a journal holds when it is changed, who changes it, and new names."""

    known: Known
    device: str
    new_id: Callable[[], str]

    def get_heads(self, identifier: str) -> tuple[Revision, ...]:
        """Get what no other version follows, all of it of our own format.

        Raises:
            NotFoundError: when nothing is known of the reflection.
            NewerRecordError: when a newer program saved some of it.
        """
        heads = self.known.contents.find_heads(identifier)
        if not any_of(heads, BEARING):
            raise NotFoundError(identifier)
        newest_format = self.known.find_format(identifier)
        if newest_format > FORMAT:
            raise NewerRecordError(identifier, newest_format)
        return heads


def plan_deletion(identifiers: Iterable[str], moment: Moment) -> Plan[tuple[str, ...]]:
    """Delete reflections; those that are deleted already need nothing.

    Raises:
        NotFoundError, NewerRecordError: for the first that cannot be; then none is.
    """
    wanted = tuple(dict.fromkeys(identifiers))
    write = []
    for identifier in wanted:
        heads = moment.get_heads(identifier)
        if not is_deleted(heads):
            write.append(NewDeletion(identifier, moment.new_id(), name_all(heads)))
    return Plan(tuple(write), wanted)


def plan_return(identifiers: Iterable[str], moment: Moment) -> Plan[tuple[str, ...]]:
    """Bring deleted reflections back with their last text; others need nothing.

    Raises:
        NotFoundError, NewerRecordError: for the first that cannot come back.
        TextMissingError: when its text is not there; then none comes back.
        ErasedError: when it was erased; the same.
    """
    wanted = tuple(dict.fromkeys(identifiers))
    write = []
    for identifier in wanted:
        heads = moment.get_heads(identifier)
        if is_deleted(heads):
            document = _get_last_text(moment, heads)
            write.append(
                NewVersion(identifier, moment.new_id(), document, name_all(heads))
            )
    return Plan(tuple(write), wanted)


def plan_choice(
    identifier: str, chosen: str, revision: str, moment: Moment
) -> Plan[bool]:
    """Let one version stand alone; the answer is false where it does already.

    Raises:
        NotFoundError: when there is no such version to choose.
        NewerRecordError: when a newer program saved some of what stands.
    """
    heads = moment.get_heads(identifier)
    version = moment.known.contents.versions.get(chosen)
    # A deletion is a choice only while it stands beside a text.
    if (
        version is None
        or version.id != identifier
        or not (version.state & TEXT or version in heads)
    ):
        raise NotFoundError(chosen)
    if version.state & DELETION:
        if len(heads) == 1:
            return Plan((), answer=False)
        deletion = NewDeletion(identifier, revision, name_all(heads))
        return Plan((deletion,), answer=True)
    document = _read_text(moment, version)
    if len(heads) == 1 and heads[0].state & TEXT:
        standing = moment.known.read(heads[0]).get("reflection")
        if has_same_content(standing, document):
            return Plan((), answer=False)
    new = NewVersion(identifier, revision, document, name_all(heads))
    return Plan((new,), answer=True)


def plan_undoing(revision: str, moment: Moment) -> Plan[Undone | None]:
    """Take back what this device changed last; the answer is None for nothing.

    Raises:
        FollowedElsewhereError: when another device went on from there.
        ErasedError: when it was erased.
        NewerRecordError: when a newer program saved some of what stands.
        TextMissingError: when the text before is not there.
    """
    contents = moment.known.contents
    if revision in contents.versions:
        # An attempt that was believed to have failed did reach the disk.
        written = list_together(moment.known, moment.device, revision)
        changes = [contents.versions[one.parents[0]] for one in written]
        return Plan((), _describe_undone(moment, changes))
    changes = find_last_change(moment.known, moment.device)
    if not changes:
        return Plan((), None)
    for change in changes:
        if tell_what(contents, change) == ERASED:
            raise ErasedError(change.id, change.at)
    # The name that was given goes to the first, so that a retry is known by it.
    names = [revision, *(moment.new_id() for _ in changes[1:])]
    write = [
        _undo(moment, change, name) for change, name in zip(changes, names, strict=True)
    ]
    return Plan(tuple(write), _describe_undone(moment, changes))


def _undo(moment: Moment, change: Revision, revision: str) -> Change:
    # Only what it did itself: a version of another device stays as it stands.
    parents = (change.rev,)
    if change not in moment.get_heads(change.id):
        raise FollowedElsewhereError(change.id)
    if tell_what(moment.known.contents, change) in {SAVED, RESTORED}:
        return NewDeletion(change.id, revision, parents)
    return NewVersion(change.id, revision, _get_text_before(moment, change), parents)


def _describe_undone(moment: Moment, changes: Sequence[Revision]) -> Undone:
    last = changes[-1]
    contents = moment.known.contents
    text = find_text_before(contents, last)
    what = tell_what(contents, last)
    shown = last if what in {SAVED, RESTORED} or text is None else text
    document = moment.known.read(shown).get("reflection")
    return Undone(what, tuple(one.id for one in changes), document)


def _get_last_text(moment: Moment, heads: Sequence[Revision]) -> dict[str, Any]:
    text = find_last_text(moment.known.contents, *heads)
    if text is not None:
        return _read_text(moment, text)
    if is_erased(heads):
        raise ErasedError(heads[0].id, max(one.at for one in heads))
    raise TextMissingError(heads[0].id)


def _get_text_before(moment: Moment, *versions: Revision) -> dict[str, Any]:
    text = find_text_before(moment.known.contents, *versions)
    if text is None:
        raise TextMissingError(versions[0].id)
    return _read_text(moment, text)


def _read_text(moment: Moment, text: Revision) -> dict[str, Any]:
    if text.state & NEWER:
        newer = moment.known.contents.formats[text.rev]
        raise NewerRecordError(text.id, newer)
    document: dict[str, Any] = moment.known.read(text)["reflection"]
    return document
