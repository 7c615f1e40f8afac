"""Journals of any size, in the format of the log, sealed as the program seals."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any, Final

from bench.texts import SEED, invent_reflections
from reflect_journal.journal.places import find_places
from reflect_journal.journal.record import make_head, seal
from reflect_journal.journal.sealing import make_line
from reflect_journal.journal.versions import NewVersion

DEVICE: Final = "0123456789ab"
FIRST_SAVED_AT: Final = datetime(2016, 1, 1, 21, tzinfo=UTC)
APART: Final = timedelta(minutes=37)


class Ids:
    """New ids, the same ones every time."""

    def __init__(self) -> None:
        self._random = Random(SEED)  # noqa: S311 - nothing here is secret

    def make(self, at: datetime) -> str:
        """Make the id of something that began at this time."""
        from ulid import ULID

        milliseconds = int(at.timestamp() * 1000)
        return str(ULID(milliseconds.to_bytes(6, "big") + self._random.randbytes(10)))


def make_home(home: Path, count: int) -> Path:
    """Make a home with a journal of so many reflections below `home`; give it back."""
    places = find_places({"REFLECT_HOME": str(home)})
    places.journal.mkdir(parents=True)
    places.state.mkdir(parents=True)
    places.device.write_text(f"{DEVICE}\n", "ascii")
    log = places.journal / f"{DEVICE}.jsonl"
    with log.open("wb") as file:
        file.writelines(make_lines(count))
    log.chmod(0o600)
    return home


def make_lines(count: int) -> Iterator[bytes]:
    """Make the lines of a log, one by one: 100,000 of them are 400 MB."""
    ids, at = Ids(), FIRST_SAVED_AT
    yield seal(make_head(ids.make(at), at, DEVICE))
    for document in invent_reflections(count):
        at += APART
        yield make_line(make_version(ids, at, document), at, DEVICE)


def make_version(ids: Ids, at: datetime, document: dict[str, Any]) -> NewVersion:
    """Make a brand-new version of a document."""
    return NewVersion(ids.make(at), ids.make(at), document)
