"""What a friend wrote back: numbers, one thing that works, one thing to change.

With the form or without, filled in above it or inside what their program quoted.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from reflect_journal.model.terms import AREA_LABELS, PASSES

WORKS: Final = "one thing that works"
CHANGE: Final = "one thing to change"
QUOTED: Final = re.compile(r"^(?:[ \t]*[>|])+[ \t]?")
LABELS: Final = {AREA_LABELS[area].lower(): area for area in PASSES}
FIELD: Final = re.compile(
    rf"^[ \t*_-]*(?P<label>{'|'.join(map(re.escape, (*LABELS, WORKS, CHANGE)))})"
    r"[ \t*_]*(?P<mark>[:=-]|(?=[1-5?]))(?P<value>.*)$",
    re.IGNORECASE,
)
RATED: Final = re.compile(r"^[ \t*_]*(?P<rating>[1-5?])(?![0-9])")
CANNOT_TELL: Final = "?"


@dataclass(frozen=True, slots=True)
class FriendReply:
    """The form as it was filled in; None where the friend cannot tell."""

    ratings: dict[str, int | None] = field(default_factory=dict)
    works: str = ""
    change: str = ""


def read_reply(text: str) -> FriendReply:
    """Read what of the form is filled in; the first answer to each line counts."""
    ratings: dict[str, int | None] = {}
    told: dict[str, str] = {}
    for label, value in _list_fields(text):
        rated = RATED.match(value)
        if label in LABELS and rated:
            rating = rated["rating"]
            said = None if rating == CANNOT_TELL else int(rating)
            ratings.setdefault(LABELS[label], said)
        elif label not in LABELS and value:
            told.setdefault(label, value)
    return FriendReply(ratings, told.get(WORKS, ""), told.get(CHANGE, ""))


def _list_fields(text: str) -> Iterator[tuple[str, str]]:
    """Give each label with its text, which may go on below it up to an empty line."""
    label, parts = "", [""]
    for line in text.splitlines():
        plain = QUOTED.sub("", line)
        found = FIELD.match(plain)
        if found or not plain.strip():
            if label:
                yield label, " ".join(parts).strip()
            label, parts = "", [""]
        if found:
            label, parts = found["label"].lower(), [found["value"].strip()]
        elif parts[0]:
            parts.append(plain.strip())
    if label:
        yield label, " ".join(parts).strip()
