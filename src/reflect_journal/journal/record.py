"""One line of the log: made with a checksum, read back whatever became of it."""

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from reflect_journal.journal.versions import NewDeletion, NewErasure, NewVersion

FORMAT: Final = 1
PUT: Final = "put"
GONE: Final = "gone"
PURGE: Final = "purge"
HEAD: Final = "head"
KNOWN: Final = (PUT, GONE, PURGE, HEAD)
ABOUT: Final = (
    "reflect journal: one line = one saved version of one reflection; "
    "change it with reflect, not by hand"
)

SEAL: Final = b',"sum":"'
SEALED: Final = re.compile(rb',"sum":"[0-9a-f]{16}"\}')
START: Final = b'{"v":'
MARK: Final = b"\xef\xbb\xbf"

UNREADABLE: Final = "not-a-record"
UNSEALED: Final = "unsealed"
DIFFERS: Final = "sum-differs"
SPACED: Final = "spaced"
"""Sound, but a byte order mark or white space was put around it."""

Decode: TypeAlias = Callable[[bytes], Any]
"""Reads JSON in UTF-8; raises ValueError or RecursionError where it is none."""

FEW_BYTES: Final = 512 * 1024
"""Up to here loading the quicker decoder takes longer than it saves."""
FALSE_STARTS: Final = 64
SEALS_TRIED: Final = 4


class Line(NamedTuple):
    """What a line holds, or None, and what is wrong with it, or ""."""

    record: dict[str, Any] | None
    flaw: str

    @property
    def is_sound(self) -> bool:
        """Whether every word is as it was saved."""
        return self.record is not None and self.flaw in {"", SPACED}


def format_at(moment: datetime) -> str:
    """Write an aware time as the log does: 2026-11-20T21:04:05.123Z."""
    text = moment.astimezone(UTC).isoformat(timespec="milliseconds")
    return text.removesuffix("+00:00") + "Z"


def make_put(version: "NewVersion", at: datetime, device: str) -> dict[str, Any]:
    """Make the record of one saved version, its keys in the order of the format."""
    return {
        "v": FORMAT,
        "op": PUT,
        "id": version.id,
        "rev": version.revision,
        "parents": list(version.parents),
        "at": format_at(at),
        "dev": device,
        "reflection": version.document,
    }


def make_gone(deletion: "NewDeletion", at: datetime, device: str) -> dict[str, Any]:
    """Make the record of a deletion, its keys in the order of the format."""
    return _make_textless(GONE, deletion, at, device)


def make_purge(erasure: "NewErasure", at: datetime, device: str) -> dict[str, Any]:
    """Make the record of an erasure, its keys in the order of the format."""
    return _make_textless(PURGE, erasure, at, device)


def _make_textless(
    operation: str, change: "NewDeletion | NewErasure", at: datetime, device: str
) -> dict[str, Any]:
    return {
        "v": FORMAT,
        "op": operation,
        "id": change.id,
        "rev": change.revision,
        "parents": list(change.parents),
        "at": format_at(at),
        "dev": device,
    }


def make_head(journal: str, at: datetime, device: str) -> dict[str, Any]:
    """Make the record that every log begins with."""
    return {
        "v": FORMAT,
        "op": HEAD,
        "journal": journal,
        "dev": device,
        "at": format_at(at),
        "about": ABOUT,
    }


def seal(record: Mapping[str, Any]) -> bytes:
    """Make the line of a record, checksum and line end included.

    Raises:
        ValueError: when JSON cannot carry a value, such as an infinite number.
        TypeError: when a value is none of JSON's.
    """
    text = json.dumps(
        record, ensure_ascii=False, separators=(",", ":"), allow_nan=False
    )
    # A lone surrogate has no UTF-8; Python's escape for it is JSON's as well.
    return close_line(text[:-1].encode("utf-8", "backslashreplace"))


def close_line(content: bytes) -> bytes:
    """Put the checksum behind all of a record but its last brace."""
    return content + SEAL + _digest(content) + b'"}\n'


def decode_line(body: bytes) -> Any:
    """Decode one line.

    Raises:
        ValueError, RecursionError: when it is no JSON.
    """
    return json.loads(body.decode())


def choose_decoder(size: int) -> Decode:
    """Choose how to decode so many bytes of lines."""
    if size <= FEW_BYTES:
        return decode_line
    from reflect_journal.journal.quick_decoder import load_quick_decoder

    return partial(load_quick_decoder(), cache_strings="keys")


def read_line(raw: bytes, decode: Decode = decode_line) -> Line:
    """Read a line with or without its end; never raises, whatever it holds."""
    body = raw.removesuffix(b"\n")
    try:
        record = decode(body)
    except (ValueError, RecursionError):
        if body.startswith(MARK):
            inner = read_line(body[len(MARK) :], decode)
            return Line(inner.record, inner.flaw or SPACED)
        record = _read_slowly(body)
    if not _is_record(record):
        return Line(None, UNREADABLE)
    cut = body.rfind(SEAL)
    if cut < 0:
        return Line(record, UNSEALED)
    end = body[cut + len(SEAL) :]
    expected = _digest(body[:cut]) + b'"}'
    if end == expected:
        return Line(record, "")
    return Line(record, SPACED if end.rstrip() == expected else DIFFERS)


def salvage(raw: bytes) -> Iterator[tuple[int, int]]:
    """Find the sound records inside a line that cannot be read as a whole.

    Yields:
        Where each begins and ends.
    """
    seals = list(SEALED.finditer(raw))
    start, false_starts = raw.find(START), 0
    while start >= 0 and false_starts < FALSE_STARTS:
        ends = [found.end() for found in seals if found.start() > start]
        for end in ends[:SEALS_TRIED]:
            if not read_line(raw[start:end]).flaw:
                yield start, end
                start = raw.find(START, end)
                break
        else:
            false_starts += 1
            start = raw.find(START, start + 1)


def is_beginning(raw: bytes) -> bool:
    """Tell whether a piece looks like the first part of a line of this format."""
    return raw.startswith(START) or START.startswith(raw)


def is_newer(record: Mapping[str, Any]) -> bool:
    """Tell whether a newer program wrote a record."""
    version = record.get("v")
    newer = isinstance(version, int) and version > FORMAT
    return newer or record.get("op") not in KNOWN


def is_revision(record: Mapping[str, Any]) -> bool:
    """Tell whether a record is a version of a reflection."""
    return isinstance(record.get("id"), str) and isinstance(record.get("rev"), str)


def _digest(content: bytes) -> bytes:
    return hashlib.sha256(content).hexdigest()[:16].encode()


def _read_slowly(body: bytes) -> Any:
    try:
        return json.loads(body.decode("utf-8", "replace"), strict=False)
    except (ValueError, RecursionError):
        return None


def _is_record(record: Any) -> bool:
    if not isinstance(record, dict):
        return False
    if record.get("op") == HEAD:
        return isinstance(record.get("journal"), str)
    return is_revision(record) or (
        isinstance(record.get("op"), str) and is_newer(record)
    )
