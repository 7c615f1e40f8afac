"""Which of the saved versions of a reflection is the one to show."""

from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from reflect_journal.journal.record import FORMAT, GONE, PURGE, is_newer
from reflect_journal.model.outline import Outline

TEXT: Final = 1
DELETION: Final = 2
SOUND: Final = 4
NEWER: Final = 8
ERASURE: Final = 16
BEARING: Final = TEXT | DELETION
HIDING: Final = (GONE, PURGE)
"""Versions that say what became of a reflection; the others only accompany it."""


class Revision:
    """One saved version, without its text.

    `place` is where its line is, `seal` tells two texts apart, `state` is the sum of
    the words above, and `outline` is there only while the journal is being read.
    """

    # No dataclass: reading makes one for every line, and making the class takes time.
    __slots__ = ("at", "id", "outline", "parents", "place", "rev", "seal", "state")

    def __init__(  # noqa: PLR0913 - the fields of a record
        self,
        *,
        id: str,  # noqa: A002
        rev: str,
        at: str,
        parents: tuple[str, ...],
        place: int,
        seal: int,
        state: int,
        outline: Outline | None = None,
    ) -> None:
        self.id = id
        self.rev = rev
        self.at = at
        self.parents = parents
        self.place = place
        self.seal = seal
        self.state = state
        self.outline = outline

    @property
    def is_sound(self) -> bool:
        """Whether it is as it was saved."""
        return bool(self.state & SOUND)

    @property
    def order(self) -> tuple[str, str]:
        """The newest has the highest."""
        return (self.at, self.rev)

    @property
    def recency(self) -> tuple[str, int]:
        """What was saved last has the highest.

        A revision can be chosen long before it is saved; within a log the place tells
        which came later when the clock does not.
        """
        return (self.at, self.place)


class Standing(NamedTuple):
    """How a reflection with several saved versions stands.

    `shown` is the newest text, None when it was deleted; `heads` are the versions
    that nobody names as parent, `rivals` how many of them say something of their own.
    """

    shown: Revision | None
    heads: tuple[Revision, ...]
    created_at: str
    rivals: int


def find_state(record: Mapping[str, Any], *, sound: bool, newer: bool) -> int:
    """Tell what a record is to its reflection; 0 or SOUND alone is nothing known."""
    state = (SOUND if sound else 0) | (NEWER if newer else 0)
    if record.get("op") in HIDING:
        # What cannot be relied on hides nothing.
        if state == SOUND:
            state |= DELETION | (ERASURE if record["op"] == PURGE else 0)
        return state
    return state | TEXT if isinstance(record.get("reflection"), dict) else state


def find_seal(record: Mapping[str, Any], raw: bytes, *, sound: bool) -> int:
    """Give a number that is the same for the same text, in this process."""
    return int(record["sum"], 16) if sound else hash(raw)


def find_version(record: Mapping[str, Any]) -> int:
    """Give the format of a record; one more than ours for an unknown operation."""
    version = record.get("v")
    at_least = FORMAT + 1 if is_newer(record) else FORMAT
    return max(version, at_least) if isinstance(version, int) else at_least


def find_standing(versions: Iterable[Revision]) -> Standing:
    """Find out how a reflection stands from all its versions."""
    versions = list(versions)
    if any(one.state & ERASURE for one in versions):
        versions = list_unerased(versions)
    named = {
        parent
        for one in versions
        if one.state & BEARING
        for parent in one.parents
        if parent != one.rev
    }
    heads = [one for one in versions if one.rev not in named]
    if not any(one.state & BEARING for one in heads):
        # They name each other in a circle; then none of them stands behind another.
        heads = versions
    texts = [one for one in heads if one.state & TEXT]
    first = [one.at for one in versions if not one.parents]
    return Standing(
        # Side by side, what is as it was saved goes before what is not.
        shown=max(texts, key=lambda one: (one.is_sound, one.order), default=None),
        heads=tuple(heads),
        created_at=min(first or [one.at for one in versions]),
        rivals=_count_rivals(heads),
    )


def list_unerased(versions: Iterable[Revision]) -> list[Revision]:
    """List the erasures and what follows one; an erased text stands nowhere.

    Whatever was saved elsewhere without knowing of an erasure is erased as well, for
    it may be the same text: only what follows the erasure was meant to come back.
    """
    waiting = list(versions)
    kept = {one.rev for one in waiting if one.state & ERASURE}
    while True:
        behind = {one.rev for one in waiting if not kept.isdisjoint(one.parents)}
        if behind <= kept:
            return [one for one in waiting if one.rev in kept]
        kept |= behind


def _count_rivals(heads: Iterable[Revision]) -> int:
    bearing = [one for one in heads if one.state & BEARING]
    # Two devices that erased the same agree.
    erasures = sum(1 for one in bearing if one.state & ERASURE)
    return len(bearing) - max(0, erasures - 1)
