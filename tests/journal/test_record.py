"""A line of the log: made with a checksum, read back whatever became of it."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflect_journal.journal.record import (
    DIFFERS,
    FALSE_STARTS,
    SPACED,
    UNREADABLE,
    UNSEALED,
    Line,
    format_at,
    read_line,
    salvage,
    seal,
)

RECORD = {"v": 1, "op": "put", "id": "01A", "rev": "01R", "reflection": {"a": "é"}}
LINE = (
    '{"v":1,"op":"put","id":"01A","rev":"01R","reflection":{"a":"é"}'
    ',"sum":"eec769869438570a"}\n'
).encode()


def test_the_bytes_of_a_line_never_change() -> None:
    assert seal(RECORD) == LINE
    assert read_line(LINE) == Line({**RECORD, "sum": "eec769869438570a"}, "")


def test_a_lone_surrogate_is_escaped_and_comes_back() -> None:
    line = seal({**RECORD, "id": "\ud800\udc00x\udfff"})
    assert b"\\ud800" in line
    assert (read_line(line).record or {})["id"] == "\U00010000x\udfff"
    assert read_line(line).flaw == ""


@pytest.mark.parametrize(
    ("raw", "flaw"),
    [
        (LINE, ""),
        (LINE[:-1], ""),
        (LINE[:-1] + b"\r\n", SPACED),
        (b"\xef\xbb\xbf" + LINE, SPACED),
        (LINE.replace(b"01A", b"01B"), DIFFERS),
        (LINE.replace(b"eec7", b"EEC7"), DIFFERS),
        (LINE.replace(b'"}\n', b'","more":1}\n'), DIFFERS),
        (LINE.replace(b"sum", b"sun"), UNSEALED),
        (LINE.replace(b"\xc3", b"\xff"), DIFFERS),
        (LINE.replace("é".encode(), b"\x00"), DIFFERS),
        (LINE.replace("é".encode(), b"\t"), DIFFERS),
        (b'{"op":"head","journal":"01J"}', UNSEALED),
        (b'{"v":2,"op":"other"}', UNSEALED),
        (b'{"op":"other"}', UNSEALED),
        (b'{"op":"head"}', UNREADABLE),
        (b'{"v":1,"op":"put","id":"01A"}', UNREADABLE),
        (b'{"v":1,"op":"put","id":1,"rev":2}', UNREADABLE),
        (b'{"v":1}', UNREADABLE),
        (b'"text"', UNREADABLE),
        (b"", UNREADABLE),
        (b"\xef\xbb\xbf", UNREADABLE),
        (b"[" * 100_000, UNREADABLE),
        (b'{"v":' + b"9" * 5000 + b"}", UNREADABLE),
    ],
)
def test_what_is_wrong_with_a_line_is_named(raw: bytes, flaw: str) -> None:
    line = read_line(raw)
    assert line.flaw == flaw
    assert (line.record is None) == (flaw == UNREADABLE)
    assert line.is_sound == (flaw in {"", SPACED})


def test_a_deep_document_is_read() -> None:
    deep: dict[str, object] = {}
    for _ in range(400):
        deep = {"in": deep}
    assert (read_line(seal({**RECORD, "reflection": deep})).record or {})[
        "reflection"
    ] == deep


@given(st.binary(max_size=60) | st.text(max_size=40).map(str.encode))
def test_reading_never_raises(raw: bytes) -> None:
    assert read_line(raw).flaw
    assert list(salvage(raw)) == []


@given(st.binary(max_size=40), st.binary(max_size=40))
def test_a_whole_record_is_found_between_anything(before: bytes, after: bytes) -> None:
    raw = before + LINE[:-1] + after
    assert (len(before), len(before) + len(LINE) - 1) in list(salvage(raw))


def test_a_record_is_found_behind_half_a_record() -> None:
    other = seal({**RECORD, "id": "01B"})
    raw = LINE[:-20] + LINE[:-1] + other
    start = len(LINE) - 20
    middle = start + len(LINE) - 1
    assert list(salvage(raw)) == [(start, middle), (middle, middle + len(other) - 1)]


def test_a_checksum_inside_a_text_does_not_end_a_record() -> None:
    inner = {"x": 1, "sum": "0" * 16}
    line = seal({**RECORD, "reflection": {"v": inner}})
    assert list(salvage(b"?" + line)) == [(1, len(line))]


def test_searching_for_records_comes_to_an_end() -> None:
    raw = b'{"v":' * (FALSE_STARTS + 1) + LINE
    assert list(salvage(raw)) == []
    assert len(list(salvage(b'{"v":' * (FALSE_STARTS - 1) + LINE))) == 1


def test_times_are_utc_with_milliseconds() -> None:
    moment = datetime(2026, 11, 20, 21, 4, 5, 123_999, tzinfo=UTC)
    assert format_at(moment) == "2026-11-20T21:04:05.123Z"
    elsewhere = moment.astimezone(timezone(timedelta(hours=5, minutes=45)))
    assert format_at(elsewhere) == "2026-11-20T21:04:05.123Z"
    assert format_at(moment.replace(microsecond=0)) == "2026-11-20T21:04:05.000Z"
