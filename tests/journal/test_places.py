"""Where everything is kept."""

import subprocess
import sys
from pathlib import Path

import pytest

from reflect_journal.journal.places import Places, find_places


def test_one_folder_can_hold_everything(tmp_path: Path) -> None:
    places = find_places({"REFLECT_HOME": str(tmp_path)})
    assert places == Places(
        journal=tmp_path / "data" / "journal",
        state=tmp_path / "state",
        config=tmp_path / "config" / "config.toml",
        cache=tmp_path / "cache",
    )
    assert places.drafts == tmp_path / "state" / "drafts"
    assert places.locks == tmp_path / "state" / "locks"
    assert places.quarantine == tmp_path / "state" / "quarantine"
    assert places.device == tmp_path / "state" / "device"
    assert list(tmp_path.glob("state")) == []


@pytest.mark.parametrize("environ", [{}, {"REFLECT_HOME": ""}])
def test_without_it_the_system_says_where(
    tmp_path: Path, environ: dict[str, str]
) -> None:
    places = find_places(environ)
    for place in (places.journal, places.state, places.config, places.cache):
        assert tmp_path in place.parents
        assert "reflect-journal" in place.parts
    assert places.journal.name == "journal"
    assert places.config.name == "config.toml"


def test_another_journal_replaces_only_the_logs(tmp_path: Path) -> None:
    environ = {"REFLECT_HOME": str(tmp_path)}
    other = find_places(environ, str(tmp_path / "cloud"))
    assert other.journal == tmp_path / "cloud"
    assert other.state == find_places(environ).state


def test_drafts_of_another_journal_are_kept_apart(tmp_path: Path) -> None:
    environ = {"REFLECT_HOME": str(tmp_path)}
    own = find_places(environ)
    other = find_places(environ, str(tmp_path / "cloud"))
    assert other.drafts.parent == own.drafts
    assert other.drafts != find_places(environ, str(tmp_path / "disk")).drafts
    assert find_places(environ, str(own.journal)) == own


def test_relative_places_are_made_absolute(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    places = find_places({"REFLECT_HOME": "home"}, "logs")
    assert places.state == tmp_path / "home" / "state"
    assert places.journal == tmp_path / "logs"


def test_reading_does_not_wait_for_libraries_that_only_writing_needs() -> None:
    program = (
        "import sys; import reflect_journal.journal.journal, "
        "reflect_journal.journal.drafts, reflect_journal.journal.files; "
        "print([name for name in ('pydantic', 'filelock', 'ulid', 'platformdirs', "
        "'tomllib', 'rich', 'typer') if name in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", program],
        check=True,
        capture_output=True,
        text=True,
        env={"PYTHONPATH": ":".join(sys.path)},
    )
    assert run.stdout.strip() == "[]"
