"""Damage that looks like the real thing: what fuzzing does to bytes and to JSON."""

import json
from collections.abc import Sequence
from copy import deepcopy
from typing import Any, Final

from hypothesis import strategies as st

from reflect_journal.journal.record import seal

Draw = st.DrawFn

DEEP: Final[Any] = json.loads("[" * 100 + "]" * 100)
ODD_TEXTS: Final = (
    "",
    " ",
    ":quit",
    "\x1b]52;c;aGk=\x07\x1b[2J",
    "a\nb\rc\x00d",
    "\ud800",
    "\u202e\u2066\U000e0041\u200b",
    "[/x] [bold]",
    "e" + "\u0301" * 200,
    "x" * 3000,
    "9999-12-31",
    "2026-02-30",
    "0001-01-01T00:00:00.000Z",
    "../../etc",
    "rambling-answers",
)
ODD_VALUES: Final[tuple[Any, ...]] = (
    None,
    True,
    -1,
    0,
    2,
    10**30,
    10**400,
    1.5,
    [],
    {},
    [None],
    [[], {}],
    ["a", 1, None],
    {"": {}},
    {"a": [1]},
    DEEP,
    *ODD_TEXTS,
)
PIECES: Final = (
    *(b"\x00", b"\n", b"\r\n", b'"', b"{", b"}", b"[", b"]", b",", b":", b"\\"),
    *(b"\xff", b"\xef\xbb\xbf", b"\\ud800", b"1e999", b"NaN", b"9" * 5000),
    *(b"\x1b[31m", b"\xc2\x9b", b"[" * 2000, b'{"v":', b"null", b"\xe2\x80\xa8"),
)


@st.composite
def damaged_bytes(draw: Draw, seeds: Sequence[bytes]) -> bytes:
    """Flip, cut, double, insert and splice; one to three times."""
    content = bytearray(draw(st.sampled_from(seeds)))
    for _ in range(draw(st.integers(1, 3))):
        size = len(content)
        at = draw(st.integers(0, size))
        until = draw(st.integers(at, min(size, at + 400)))
        match draw(st.sampled_from(("flip", "cut", "drop", "double", "put", "splice"))):
            case "flip" if at < size:
                content[at] ^= 1 << draw(st.integers(0, 7))
            case "cut":
                del content[at:]
            case "drop":
                del content[at:until]
            case "double":
                content[until:until] = content[at:until]
            case "put":
                content[at:at] = draw(st.sampled_from(PIECES))
            case _:
                other = draw(st.sampled_from(seeds))
                begin = draw(st.integers(0, len(other)))
                content[at:until] = other[begin : begin + 400]
    return bytes(content)


def list_places(value: Any, place: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """List the paths to everything inside a JSON value."""
    inner: Sequence[tuple[Any, Any]] = ()
    if isinstance(value, dict):
        inner = list(value.items())
    elif isinstance(value, list):
        inner = list(enumerate(value))
    places = [place] if place else []
    return places + [
        one for key, below in inner for one in list_places(below, (*place, key))
    ]


@st.composite
def changed_values(draw: Draw, seeds: Sequence[Any]) -> Any:
    """Put odd values in, take values out, rename keys; what it is stays JSON."""
    value = json.loads(json.dumps(draw(st.sampled_from(seeds))))
    for _ in range(draw(st.integers(1, 3))):
        places = list_places(value)
        if not places:
            return value
        *above, last = draw(st.sampled_from(places))
        holder = value
        for key in above:
            holder = holder[key]
        match draw(st.sampled_from(("put", "put", "put", "drop", "rename", "double"))):
            case "put":
                # A copy, for the next change may go into it.
                holder[last] = deepcopy(draw(st.sampled_from(ODD_VALUES)))
            case "drop":
                del holder[last]
            case "rename" if isinstance(holder, dict):
                holder[draw(st.sampled_from(ODD_TEXTS))] = holder.pop(last)
            case _ if isinstance(holder, list):
                holder.append(deepcopy(holder[last]))
    return value


@st.composite
def changed_lines(draw: Draw, seeds: Sequence[bytes]) -> bytes:
    """Change the value of one record; often its checksum is right all the same."""
    records = [json.loads(line) for line in seeds]
    changed = draw(changed_values(records))
    if isinstance(changed, dict) and draw(st.booleans()):
        changed.pop("sum", None)
        return seal(changed)
    return json.dumps(changed).encode() + b"\n"
