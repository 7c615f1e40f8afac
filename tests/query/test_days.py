"""A day is read as a date or as a span back from today."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflect_journal.errors import InvalidOptionError
from reflect_journal.model.days import format_day
from reflect_journal.query.days import parse_since

TODAY = date(2026, 3, 31)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-18", date(2026, 11, 18)),
        ("90d", date(2025, 12, 31)),
        ("0d", TODAY),
        ("yesterday", date(2026, 3, 30)),
        ("Today", TODAY),
        ("6w", date(2026, 2, 17)),
        ("1m", date(2026, 2, 28)),
        ("3m", date(2025, 12, 31)),
        ("6m", date(2025, 9, 30)),
        ("25m", date(2024, 2, 29)),
        ("2y", date(2024, 3, 31)),
        (" 2Y ", date(2024, 3, 31)),
    ],
)
def test_a_date_or_a_span_back_is_read(text: str, day: date) -> None:
    assert day == parse_since(text, TODAY, "--since")


def test_a_leap_day_a_year_back_is_the_last_of_february() -> None:
    assert date(2023, 2, 28) == parse_since("1y", date(2024, 2, 29), "--since")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "is not a day"),
        ("soon", "is not a day"),
        ("d", "is not a day"),
        ("-3d", "is not a day"),
        ("3.5m", "is not a day"),
        ("20261118", "is not a day"),
        ("2026-W12-1", "is not a day"),
        ("2026-11-18T10:00", "is not a day"),
        ("\uff13d", "is not a day"),
        ("2026-02-30", "is not a day of the calendar"),
        ("0000-01-01", "is not a day of the calendar"),
        ("3000y", "goes back further than the calendar"),
        ("24313m", "goes back further than the calendar"),
        ("999999999w", "goes back further than the calendar"),
        ("999999d", "goes back further than the calendar"),
    ],
)
def test_anything_else_is_refused_with_what_would_do(text: str, problem: str) -> None:
    with pytest.raises(InvalidOptionError) as caught:
        parse_since(text, TODAY, "--until")
    assert str(caught.value) == (
        f'--until: "{text}" {problem}.\n'
        "It takes a date such as 2026-11-18, yesterday, or 90d, 6w, 6m, 2y (ago)."
    )


@given(st.dates(), st.dates())
def test_a_date_is_read_as_itself_whatever_today_is(day: date, today: date) -> None:
    assert day == parse_since(day.isoformat(), today, "--since")


@given(st.dates(min_value=date(1970, 1, 1)), st.integers(0, 20_000))
def test_days_back_and_forth_cancel_out(today: date, days: int) -> None:
    assert today == parse_since(f"{days}d", today, "--since") + timedelta(days=days)


@given(
    st.dates(min_value=date(1970, 1, 1)),
    st.integers(0, 900),
    st.integers(0, 900),
    st.sampled_from("dwmy"),
)
def test_a_longer_span_never_begins_later(
    today: date, one: int, other: int, unit: str
) -> None:
    shorter, longer = sorted((one, other))
    begin = parse_since(f"{longer}{unit}", today, "--since")
    assert begin <= parse_since(f"{shorter}{unit}", today, "--since") <= today


@given(
    st.dates(min_value=date(1970, 1, 1)),
    st.dates(min_value=date(1970, 1, 1)),
    st.integers(0, 900),
)
def test_months_back_from_a_later_day_begin_no_earlier(
    one: date, other: date, months: int
) -> None:
    earlier, later = sorted((one, other))
    begin = parse_since(f"{months}m", earlier, "--since")
    assert begin <= parse_since(f"{months}m", later, "--since")


def test_twelve_months_are_a_year_and_seven_days_a_week() -> None:
    assert parse_since("3y", TODAY, "") == parse_since("36m", TODAY, "")
    assert parse_since("3w", TODAY, "") == parse_since("21d", TODAY, "")


def test_a_day_is_written_as_people_read_it() -> None:
    assert format_day("2026-11-20") == "20 Nov 2026"
    assert format_day("2026-03-03") == "3 Mar 2026"


def test_what_is_no_day_is_written_as_it_is() -> None:
    assert format_day("some day") == "some day"
    assert format_day("") == format_day(5) == "no date"
