"""What becomes of one line when a log is mended: no word of it is lost."""

from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any, Final, NamedTuple, TypeAlias

from reflect_journal.journal.record import (
    GONE,
    HEAD,
    MARK,
    SEAL,
    SPACED,
    close_line,
    decode_line,
    is_newer,
    read_line,
    salvage,
    seal,
)

LINE_END: Final = b"\n"
Twin: TypeAlias = Callable[[Mapping[str, Any]], bytes]
"""Gives the line of the same version that is as it was saved, or b""."""


class Remedy(Enum):
    """What is done to lines, as it is told behind their number."""

    NONE = ""
    MOVED = "unreadable, moved to the quarantine"
    SALVAGED = "parted; what is whole stays, the rest goes to the quarantine"
    SEALED = "changed outside, sealed word for word as it stands"
    REPLACED = "put back as it was saved; the changed copy goes to the quarantine"
    SET_ASIDE = "a deletion that is not as it was saved, moved to the quarantine"
    BEGUN_ANEW = "the damaged beginning of the file, written anew"
    TRIMMED = "freed of spaces and line ends that another program put there"
    ONCE = "there once more, letter for letter; kept once"


class Mended(NamedTuple):
    """What is written for a line, what goes to the quarantine, and why."""

    kept: bytes
    bad: bytes
    remedy: Remedy


def mend_line(raw: bytes, find_twin: Twin) -> Mended:
    """Decide for a line with or without its end; sound ones stay as they are."""
    line = read_line(raw)
    whole = raw.removesuffix(LINE_END) + LINE_END
    if not raw.strip() or (line.record is not None and not line.flaw):
        return Mended(whole, b"", Remedy.NONE)
    if line.record is None:
        pieces = [raw[start:end] + LINE_END for start, end in salvage(raw)]
        remedy = Remedy.SALVAGED if pieces else Remedy.MOVED
        return Mended(b"".join(pieces), raw, remedy)
    trimmed = trim(raw)
    if line.flaw == SPACED or not read_line(trimmed).flaw:
        return Mended(trimmed, b"", Remedy.TRIMMED)
    if is_newer(line.record):
        # Only the program that wrote it knows what it should be.
        return Mended(whole, b"", Remedy.NONE)
    return _mend_changed(raw, line.record, find_twin) or Mended(whole, b"", Remedy.NONE)


def trim(raw: bytes) -> bytes:
    """Take away a byte order mark and white space around a record."""
    return raw.strip().removeprefix(MARK).strip() + LINE_END


def _mend_changed(
    raw: bytes, record: Mapping[str, Any], find_twin: Twin
) -> Mended | None:
    if record.get("op") == HEAD:
        return Mended(b"", raw, Remedy.BEGUN_ANEW)
    if twin := find_twin(record):
        return Mended(trim(twin), raw, Remedy.REPLACED)
    if record.get("op") == GONE:
        return Mended(b"", raw, Remedy.SET_ASIDE)
    if not isinstance(record.get("reflection"), dict):
        # No text of it is shown; sealed, it would pass for a version without one.
        return Mended(b"", raw, Remedy.MOVED)
    sealed = seal_anew(raw, record)
    return Mended(sealed, raw, Remedy.SEALED) if sealed else None


def seal_anew(raw: bytes, record: Mapping[str, Any]) -> bytes:
    """Seal a record that was changed by hand, its bytes as they stand if that goes.

    Returns:
        The line; b"" where JSON cannot carry the record.
    """
    given = {key: value for key, value in record.items() if key != "sum"}
    body = trim(raw).removesuffix(LINE_END)
    cut = body.rfind(SEAL)
    line = close_line(body[:cut] if cut >= 0 else body.removesuffix(b"}").rstrip())
    if _holds(line, given):
        return line
    try:
        line = seal(given)
    except (TypeError, ValueError, RecursionError):
        return b""
    return line if _holds(line, given) else b""


def _holds(line: bytes, given: Mapping[str, Any]) -> bool:
    try:
        record: dict[str, Any] = decode_line(line)
    except (ValueError, RecursionError):
        return False
    return {**record, "sum": ""} == {**given, "sum": ""}
