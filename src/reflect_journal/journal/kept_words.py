"""Somebody's words while they are typed: kept until they are in the journal."""

from contextlib import suppress
from pathlib import Path
from typing import Final

from reflect_journal.errors import NotSavedError
from reflect_journal.journal.durable import make_folder, replace_file
from reflect_journal.journal.places import Places
from reflect_journal.journal.reasons import explained
from reflect_journal.journal.system import THIS_SYSTEM, System

ENDING: Final = ".txt"


def name_words(identifier: str) -> str:
    """Name the file of the words about one reflection, without its ending."""
    return f"feedback-{identifier}"


def list_kept(places: Places) -> list[str]:
    """List the reflections about which words were typed and not saved yet."""
    start = name_words("")
    try:
        names = sorted(one.name for one in places.drafts.iterdir())
    except OSError:
        return []
    return [
        name.removeprefix(start).removesuffix(ENDING)
        for name in names
        if name.startswith(start) and name.endswith(ENDING)
    ]


class KeptWords:
    """One file of text for one reflection, beside the drafts."""

    def __init__(
        self, places: Places, identifier: str, *, system: System = THIS_SYSTEM
    ) -> None:
        self._path = places.drafts / f"{name_words(identifier)}{ENDING}"
        self._system = system

    @property
    def path(self) -> Path:
        """The file."""
        return self._path

    def keep(self, text: str) -> None:
        """Keep the lines so far in place of those before.

        Raises:
            NotSavedError: when that is not possible; what was kept is still there.
        """
        with explained():
            make_folder(self._path.parent, self._system)
            content = text.encode("utf-8", "backslashreplace")
            replace_file(self._path, content, self._system)

    def find(self) -> str:
        """Find what was kept; "" where there is nothing that can be read."""
        try:
            return self._path.read_bytes().decode("utf-8", "replace")
        except OSError:
            return ""

    def try_to_keep(self, text: str) -> None:
        """Keep the lines so far where that is possible."""
        with suppress(NotSavedError):
            self.keep(text)

    def discard(self) -> None:
        """Remove the file; one that cannot be removed is offered once more."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)
