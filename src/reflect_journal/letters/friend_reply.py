"""What a friend wrote back: numbers, one thing that works, one thing to change.

With the form or without, filled in above it, inside what their program quoted, or
below each line of that.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

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
ALONE: Final = re.compile(rf"{RATED.pattern}(?:/5)?[ \t*_.]*")
CANNOT_TELL: Final = "?"


@dataclass(frozen=True, slots=True)
class FriendReply:
    """The form as it was filled in; None where the friend cannot tell."""

    ratings: dict[str, int | None] = field(default_factory=dict)
    works: str = ""
    change: str = ""

    def to_json(self) -> dict[str, Any]:
        """Give what was filled in, under the keys of what somebody said."""
        told = {"ratings": self.ratings, "works": self.works, "change": self.change}
        return {key: value for key, value in told.items() if value}


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
        elif label in {WORKS, CHANGE} and value:
            told.setdefault(label, value)
    return FriendReply(ratings, told.get(WORKS, ""), told.get(CHANGE, ""))


def holds_form(text: str) -> bool:
    """Tell whether lines of the form are there, filled in or not."""
    labels = {_find_label(line) for line in text.splitlines()} - {""}
    return len(labels) > 1 or bool(read_reply(text).to_json())


def leave_ratings_out(text: str) -> str:
    """Give a text without the lines in which the form asks for a number."""
    return "\n".join(
        line
        for line in text.splitlines()
        if _find_label(line) not in LABELS and not ALONE.fullmatch(line)
    )


def _find_label(line: str) -> str:
    found = FIELD.match(QUOTED.sub("", line))
    return found["label"].lower() if found else ""


def _list_fields(text: str) -> Iterator[tuple[str, str]]:
    """Give each label with its text, which may go on below it up to an empty line."""
    label, depth, parts = "", 0, [""]
    for line in text.splitlines():
        plain = QUOTED.sub("", line)
        found = FIELD.match(plain)
        if found or (parts[0] and not plain.strip()):
            yield label, " ".join(parts)
            label, parts = "", [""]
        if found:
            label, depth = found["label"].lower(), _measure_depth(line)
            parts = [found["value"].strip()]
        elif parts[0]:
            parts.append(plain.strip())
        elif label and plain.strip():
            is_below = _measure_depth(line) < depth
            is_rating = label in LABELS and ALONE.fullmatch(plain)
            label = label if is_below or is_rating else ""
            parts = [plain.strip() if label else ""]
    yield label, " ".join(parts)


def _measure_depth(line: str) -> int:
    """Count how often a line was quoted."""
    found = QUOTED.match(line)
    return sum(one in ">|" for one in found[0]) if found else 0
