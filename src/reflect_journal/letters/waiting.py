"""How long one waits for an answer before asking once more."""

from datetime import date, timedelta
from typing import Final

PATIENCE: Final = 10
"""Working days; they have to ask others first."""
SATURDAY: Final = 5


def add_working_days(day: date, count: int = PATIENCE) -> date:
    """Give the day that is so many working days later."""
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < SATURDAY
    return day


def find_nudge_day(asked_on: str) -> str:
    """Find the ISO day from which one friendly reminder is in order; "" for none."""
    if not asked_on:
        return ""
    try:
        return add_working_days(date.fromisoformat(asked_on)).isoformat()
    except (ValueError, OverflowError):
        return ""
