"""Saving one reflection: in this process, and the whole command."""

import json
import os
import time
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any, Final

from bench.journals import DEVICE, Ids
from bench.running import Cost, reflect
from bench.texts import invent_reflections
from reflect_journal.journal.disk import DiskJournal
from reflect_journal.journal.places import find_places
from reflect_journal.journal.sealing import make_line
from reflect_journal.journal.versions import NewVersion

AT: Final = datetime(2026, 11, 20, 21, tzinfo=UTC)


class Saver:
    """Saves the same text again and again, always as a new reflection."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._ids = Ids()
        self._document: dict[str, Any] = next(invent_reflections(1))
        places = find_places({"REFLECT_HOME": str(home)})
        self._journal = DiskJournal(places, lambda: AT, self._make_id)
        self._beside = places.journal.parent / "beside"
        self._numbers = count()

    def save(self) -> Cost:
        """Save it in this process, as `new --from` does once it has read its input."""
        version = self._make_version()
        begun = time.perf_counter()
        self._journal.save([version])
        return Cost(time.perf_counter() - begun)

    def append(self) -> Cost:
        """Append the same bytes to another file and wait for the disk."""
        line = make_line(self._make_version(), AT, DEVICE)
        begun = time.perf_counter()
        with self._beside.open("ab", buffering=0) as file:
            file.write(line)
            os.fsync(file.fileno())
        return Cost(time.perf_counter() - begun)

    def save_by_command(self) -> Cost:
        """Hand it in without an id."""
        return self._hand_in(self._document)

    def save_with_id(self) -> Cost:
        """Hand it in with an id of its own, which has to be looked for."""
        return self._hand_in({"id": self._make_id(), **self._document})

    def _hand_in(self, document: dict[str, Any]) -> Cost:
        path = self._home / "document.json"
        path.write_text(json.dumps(document), "utf-8")
        return reflect(self._home, "new", "--from", str(path)).run()

    def _make_version(self) -> NewVersion:
        return NewVersion(self._make_id(), self._make_id(), self._document)

    def _make_id(self) -> str:
        # Later than all that are there, and never one of them.
        return self._ids.make(
            AT.replace(microsecond=1000 * (next(self._numbers) % 999))
        )
