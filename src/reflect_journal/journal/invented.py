"""A place for the invented journal, gone again when nobody looks at it any more."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from reflect_journal.errors import NotSavedError
from reflect_journal.journal.reasons import format_reason


class InventedPlace(NamedTuple):
    """An empty home that only its owner can read, and the documents to put there."""

    home: Path
    documents: Path


@contextmanager
def open_invented_place() -> Iterator[InventedPlace]:
    """Make the place, and remove it in the end.

    Raises:
        NotSavedError: where there is no room for one.
    """
    try:
        folder = TemporaryDirectory(prefix="reflect-demo-", ignore_cleanup_errors=True)
    except OSError as error:
        raise NotSavedError(format_reason(error)) from error
    packaged = resources.files("reflect_journal.example") / "reflections.jsonl"
    with folder as name, resources.as_file(packaged) as documents:
        yield InventedPlace(Path(name), documents)
