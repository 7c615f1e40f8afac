"""A place for the invented journal, gone again when nobody looks at it any more."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from reflect_journal.errors import ReflectError
from reflect_journal.journal.reasons import format_reason


class NoRoomError(ReflectError):
    """The folder for temporary files does not take the invented journal."""

    exit_code = 75

    def __init__(self, reason: str) -> None:
        """Keep why."""
        super().__init__(reason)
        self.reason = reason

    def __str__(self) -> str:
        """Say that nothing of the person's is concerned, and where it may go."""
        return (
            f"There is no place for the invented journal: {self.reason}.\n"
            "Your own journal was not touched. To use another folder for it, put "
            "TMPDIR=FOLDER before the command."
        )


class InventedPlace(NamedTuple):
    """An empty home that only its owner can read, and the documents to put there."""

    home: Path
    documents: Path


@contextmanager
def open_invented_place() -> Iterator[InventedPlace]:
    """Make the place, and remove it in the end.

    Raises:
        NoRoomError: where there cannot be one.
    """
    try:
        folder = TemporaryDirectory(prefix="reflect-demo-", ignore_cleanup_errors=True)
    except OSError as error:
        raise NoRoomError(format_reason(error)) from error
    packaged = resources.files("reflect_journal.example") / "reflections.jsonl"
    with folder as name, resources.as_file(packaged) as documents:
        yield InventedPlace(Path(name), documents)
