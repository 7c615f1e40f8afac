"""A day as people type it: yesterday, 3 days ago, 2026-11-18, in 2 weeks."""

import re
from datetime import date, datetime, timedelta
from typing import Final, Literal, TypeAlias

from reflect_journal.model.limits import FIRST_DAY, find_last_day

SUCH_AS: Final = "A day such as yesterday, 3 days ago or 2026-11-18, please."
COMING: Final = "It takes a day such as tomorrow, in 3 weeks or {day}."
Preferred: TypeAlias = Literal["past", "future"]
"""What is meant where the words leave it open: last or next Tuesday."""
LONGEST: Final = 40
"""Characters of a day, however it is said."""
ISO_SHAPE: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
"""What looks like an ISO date is one or none; a month 13 is not read as a day."""
AGO: Final = re.compile(r"(\d{1,4}|a|an|one|two|three) (day|week)s?(?: ago)?")
WEEKDAYS: Final = (
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
)
NUMBERS: Final = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3}


def find_day(typed: str, today: date) -> date | None:
    """Find the day that was meant; None where it is none, or not yet come."""
    day = read_day(typed, today)
    return day if day is not None and FIRST_DAY <= day <= today else None


def explain_day(typed: str, today: date) -> str:
    """Say why a day is to come, or none at all, and what would do."""
    day = read_day(typed, today)
    if day is not None and day > today:
        return f"That day is still to come. {SUCH_AS}"
    return SUCH_AS


def find_coming_day(typed: str, today: date) -> date | None:
    """Find today or a day of the year to come; None for any other."""
    day = read_day(typed, today, "future")
    return day if day is not None and today <= day <= find_last_day(today) else None


def explain_coming_day(typed: str, today: date) -> str:
    """Say why a day is over, too far away or none at all, and what would do."""
    such_as = COMING.format(day=find_last_day(today).replace(day=1))
    day = read_day(typed, today, "future")
    if day is None:
        return f"That is no day. {such_as}"
    if day < today:
        return f"That day is over. {such_as}"
    return f"That day is more than a year away. {such_as}"


def read_day(typed: str, today: date, preferred: Preferred = "past") -> date | None:
    """Read a day of any time; None where it is none."""
    wanted = " ".join(typed.lower().split())
    if len(wanted) > LONGEST:
        return None
    parts = ISO_SHAPE.fullmatch(wanted)
    if parts:
        return _find_date(*map(int, parts.groups()))
    return _find_simple_day(wanted, today) or _find_any_day(wanted, today, preferred)


def _find_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _find_simple_day(wanted: str, today: date) -> date | None:
    if wanted in {"today", "yesterday"}:
        return today - timedelta(days=wanted == "yesterday")
    ago = AGO.fullmatch(wanted)
    if ago is None:
        return None
    count = NUMBERS.get(ago[1]) or int(ago[1])
    return today - timedelta(days=count * (7 if ago[2] == "week" else 1))


def _find_any_day(wanted: str, today: date, preferred: Preferred) -> date | None:
    # Slow to import, and needed for the rarer ways to say it only.
    import dateparser

    names_weekday = any(name in wanted for name in WEEKDAYS)
    settings = {
        "RELATIVE_BASE": datetime(today.year, today.month, today.day),  # noqa: DTZ001
        "PREFER_DATES_FROM": preferred,
        "DATE_ORDER": "DMY",
        # Without a day "may" would be read as today's day in May.
        "REQUIRE_PARTS": [] if names_weekday else ["day"],
    }
    side = "last " if preferred == "past" else "next "
    bare = wanted.removeprefix(side) if names_weekday else wanted
    if bare.isdecimal():
        return None
    moment = dateparser.parse(bare, languages=["en"], settings=settings)
    return moment.date() if moment else None
