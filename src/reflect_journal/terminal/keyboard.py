"""Reading whole lines from a terminal without reading ahead."""

import os
import select
from typing import Any, TextIO


def read_line(stdin: TextIO) -> str:
    """Read one line with its line feed, "" at the end of the input.

    Unbuffered, so that what waits behind the line can be seen by `has_more`.
    """
    raw: Any = getattr(getattr(stdin, "buffer", None), "raw", None)
    if raw is None:
        return stdin.readline()
    content: bytes = raw.readline() or b""
    return content.decode(stdin.encoding or "utf-8", "surrogateescape")


def has_more(stdin: TextIO) -> bool:
    """Tell whether another line waits already, as after a paste."""
    if os.name == "nt":
        return False
    readable, _, _ = select.select([stdin], [], [], 0)
    return bool(readable)
