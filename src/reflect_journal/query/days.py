"""Days that a person names: a date, or how long ago."""

import re
from datetime import date, timedelta
from typing import Final

from reflect_journal.errors import InvalidOptionError
from reflect_journal.model.text import shorten

DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
SPAN: Final = re.compile(r"([0-9]{1,9})([dwmy])")
SPANS: Final = {"today": "0d", "yesterday": "1d"}
DAYS: Final = {"d": 1, "w": 7}
MONTHS: Final = {"m": 1, "y": 12}


def parse_since(text: str, today: date, option: str) -> date:
    """Read a date, `yesterday`, or `90d`, `6w`, `6m`, `2y` counted back from today.

    Months and years are those of the calendar: a month before 31 March is the last
    day of February.

    Raises:
        InvalidOptionError: naming the option, when it is neither.
    """
    typed = text.strip().lower()
    span = SPAN.fullmatch(SPANS.get(typed, typed))
    try:
        if span:
            return _go_back(today, int(span[1]), span[2])
        if DATE.fullmatch(typed):
            return date.fromisoformat(typed)
    except OverflowError:
        raise _refuse(option, text, "goes back further than the calendar") from None
    except ValueError:
        raise _refuse(option, text, "is not a day of the calendar") from None
    raise _refuse(option, text, "is not a day")


def _go_back(today: date, count: int, unit: str) -> date:
    if unit in DAYS:
        return today - timedelta(days=count * DAYS[unit])
    from calendar import monthrange

    months = today.year * 12 + today.month - 1 - count * MONTHS[unit]
    year, month = months // 12, months % 12 + 1
    if year < date.min.year:
        raise OverflowError
    return date(year, month, min(today.day, monthrange(year, month)[1]))


def _refuse(option: str, text: str, problem: str) -> InvalidOptionError:
    advice = "It takes a date such as 2026-11-18, yesterday, or 90d, 6w, 6m, 2y (ago)."
    return InvalidOptionError(option, f"{shorten(text)} {problem}.", advice)
