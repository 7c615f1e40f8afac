"""What is ambient, made once and handed in: streams, environment, clock, ids."""

import io
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TextIO


def read_clock() -> datetime:
    """Give the time now, in UTC."""
    return datetime.now(UTC)


def make_id() -> str:
    """Make a new id."""
    from ulid import ULID

    return str(ULID())


def open_stream(stream: TextIO | None) -> TextIO:
    """Give a stream, or an empty one where it was closed before the start."""
    return stream or io.TextIOWrapper(io.BytesIO(), encoding="utf-8")


@dataclass(eq=False, repr=False)
class World:
    """Everything a command takes from outside; tests hand in another one.

    `now` gives aware UTC times, `new_id` gives ULIDs.
    """

    environ: Mapping[str, str] = field(default_factory=lambda: os.environ)
    stdin: TextIO = field(default_factory=lambda: open_stream(sys.stdin))
    stdout: TextIO = field(default_factory=lambda: open_stream(sys.stdout))
    stderr: TextIO = field(default_factory=lambda: open_stream(sys.stderr))
    now: Callable[[], datetime] = read_clock
    new_id: Callable[[], str] = make_id
