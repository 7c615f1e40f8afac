"""Every test of a command has a desk of its own."""

from importlib import resources
from pathlib import Path

import pytest

from tests.cli.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "desk")


@pytest.fixture
def example(desk: Desk) -> Desk:
    """A desk with the journal that comes with the program."""
    source = resources.files("reflect_journal.example") / "reflections.jsonl"
    assert desk.run("new", "--from", "-", stdin=source.read_bytes()).code == 0
    return desk
