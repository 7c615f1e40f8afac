"""How much and how far: the limits of what a journal keeps."""

from datetime import MAXYEAR, date
from typing import Final

NAME_LIMIT: Final = 200
"""Characters of a company, a role or a tag."""

TEXT_LIMIT: Final = 20_000
"""Characters of any other text."""

SIZE_LIMIT: Final = 1024 * 1024
"""Bytes of one reflection as JSON."""

DOCUMENT_LIMIT: Final = 50 * 1000 * 1000
"""Bytes of everything handed in at once."""

DEPTH_LIMIT: Final = 64
"""Objects and lists inside each other, the reflection itself counted."""

DIGIT_LIMIT: Final = 300
"""Digits of one number."""

FIRST_DAY: Final = date(1970, 1, 1)


def find_last_day(today: date) -> date:
    """Give the last day that a reflection may name: one year ahead."""
    try:
        return today.replace(year=today.year + 1)
    except ValueError:
        # The 29th of February has no next year, and the year 9999 neither.
        return date.max if today.year == MAXYEAR else date(today.year + 1, 3, 1)
