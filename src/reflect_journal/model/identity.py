"""Ids: ULIDs, 26 letters and digits that sort by the time they were made."""

import re

ULID_LENGTH = 26
SHORT_LENGTH = 4
ULID = re.compile(r"[0-9A-Z]{26}")


def is_ulid(text: str) -> bool:
    """Tell whether a text has the shape of an id."""
    return ULID.fullmatch(text) is not None
