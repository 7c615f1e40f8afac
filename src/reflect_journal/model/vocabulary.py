"""The words: weak spots and strengths, built in and the person's own.

Kept free of pydantic, so that commands that only read start at once.
"""

import difflib
import json
import pkgutil
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple


class WeakSpot(NamedTuple):
    """Something that can go wrong in an application, and what to do about it.

    `exercise` is "" and `closing` is set where it is in nobody's hands.
    """

    id: str
    label: str
    area: str
    changeable: str
    description: str = ""
    exercise: str = ""
    closing: str = ""
    evidence: tuple[str, ...] = ()
    own: bool = False


class Strength(NamedTuple):
    """Something that works, and how to keep it."""

    id: str
    label: str
    area: str
    description: str = ""
    keep: str = ""
    evidence: tuple[str, ...] = ()
    own: bool = False


class Vocabulary(NamedTuple):
    """All weak spots and strengths, by id, in the order in which they are shown."""

    weak_spots: Mapping[str, WeakSpot]
    strengths: Mapping[str, Strength]

    def extended(
        self, weak_spots: Iterable[WeakSpot], strengths: Iterable[Strength]
    ) -> "Vocabulary":
        """Give a vocabulary with the person's own words behind the built-in ones."""
        return Vocabulary(
            {**self.weak_spots, **{spot.id: spot for spot in weak_spots}},
            {**self.strengths, **{strength.id: strength for strength in strengths}},
        )

    def get_label(self, identifier: str) -> str:
        """Give the label of an id; the id itself where it is not known (any more)."""
        word = self.weak_spots.get(identifier) or self.strengths.get(identifier)
        return word.label if word else identifier

    def find_nearest(self, identifier: str) -> str | None:
        """Find the weak spot whose id is spelt most alike."""
        return _find_nearest(identifier, self.weak_spots)

    def find_nearest_strength(self, identifier: str) -> str | None:
        """Find the strength whose id is spelt most alike."""
        return _find_nearest(identifier, self.strengths)

    def list_in_area(self, area: str) -> list[WeakSpot]:
        """List the weak spots of an area."""
        return [spot for spot in self.weak_spots.values() if spot.area == area]


def _find_nearest(identifier: str, known: Iterable[str]) -> str | None:
    nearest = difflib.get_close_matches(identifier[:80].lower(), known, n=1)
    return nearest[0] if nearest else None


@cache
def load_built_in() -> Vocabulary:
    """Give the vocabulary that comes with the program."""
    source = pkgutil.get_data("reflect_journal.model", "weak_spots.json") or b"[]"
    entries: list[dict[str, Any]] = json.loads(source)
    spots = [_weak_spot(entry) for entry in entries if entry["kind"] == "weakness"]
    strengths = [_strength(entry) for entry in entries if entry["kind"] == "strength"]
    return Vocabulary({}, {}).extended(spots, strengths)


def _weak_spot(entry: Mapping[str, Any]) -> WeakSpot:
    return WeakSpot(
        id=entry["id"],
        label=entry["label"],
        area=entry["area"],
        changeable=entry["changeable"],
        description=entry["description"],
        exercise=entry.get("exercise") or "",
        closing=entry.get("closing") or "",
        evidence=tuple(entry["evidence"]),
    )


def _strength(entry: Mapping[str, Any]) -> Strength:
    return Strength(
        id=entry["id"],
        label=entry["label"],
        area=entry["area"],
        description=entry["description"],
        keep=entry.get("keep") or "",
        evidence=tuple(entry["evidence"]),
    )
