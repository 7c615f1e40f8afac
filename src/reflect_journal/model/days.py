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


def format_day(iso_text: str) -> str:
    """Write an ISO date as "20 Nov 2026"; give back what is not one as it is."""
    try:
        day = date.fromisoformat(iso_text)
    except ValueError:
        return iso_text
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def format_month(iso_text: str) -> str:
    """Write the month of an ISO date as "Nov 2026"; "no date" for what is none."""
    shown = format_day(f"{iso_text[:7]}-01")
    return "no date" if shown.startswith(iso_text[:7]) else shown.removeprefix("1 ")
