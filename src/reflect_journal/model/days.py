"""Days as people read them, the same in every language of the machine."""

from datetime import date
from typing import Final

MONTHS: Final = (
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
)


NO_DAY: Final = "no date"


def read_day(value: object) -> str:
    """Read a stored day: an ISO date, which sorts as text, or "" where it is none."""
    if not isinstance(value, str):
        return ""
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        return ""


def format_day(value: object) -> str:
    """Write an ISO date as "20 Nov 2026"; another text as it is, else "no date"."""
    iso_text = read_day(value)
    if not iso_text:
        return value if value and isinstance(value, str) else NO_DAY
    day = date.fromisoformat(iso_text)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def format_month(iso_text: str) -> str:
    """Write the month of an ISO date as "Nov 2026"; "no date" for what is none."""
    shown = format_day(f"{iso_text[:7]}-01")
    return "no date" if shown.startswith(iso_text[:7]) else shown.removeprefix("1 ")
