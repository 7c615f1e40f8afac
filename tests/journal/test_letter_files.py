"""Own templates are read kindly; words under way survive until they are saved."""

from pathlib import Path

import pytest

from reflect_journal.errors import NotSavedError
from reflect_journal.journal.kept_words import KeptWords, list_kept
from reflect_journal.journal.letter_templates import LIMIT, load_templates
from reflect_journal.journal.places import find_places


@pytest.fixture
def config(tmp_path: Path) -> Path:
    (tmp_path / "letters").mkdir()
    return tmp_path / "config.toml"


def test_templates_are_read_by_their_names(config: Path) -> None:
    folder = config.parent / "letters"
    (folder / "hr-email.txt").write_bytes(b"\xef\xbb\xbfHello")
    (folder / "notes.md").write_text("no template")
    assert load_templates(config) == ({"hr-email.txt": "Hello"}, ())


def test_without_the_folder_there_is_nothing(tmp_path: Path) -> None:
    assert load_templates(tmp_path / "nowhere" / "config.toml") == ({}, ())


def test_what_cannot_be_used_is_named_and_stops_nothing(config: Path) -> None:
    folder = config.parent / "letters"
    (folder / "a.txt").mkdir()
    (folder / "b.txt").write_bytes(b"\xff")
    (folder / "c.txt").write_bytes(b"x" * (LIMIT + 1))
    (folder / "d.txt").write_text("Hello")
    templates, problems = load_templates(config)
    assert templates == {"d.txt": "Hello"}
    assert [Path(one.path).name for one in problems] == ["a.txt", "b.txt", "c.txt"]


def test_a_file_in_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "letters").write_text("no folder")
    templates, (problem,) = load_templates(tmp_path / "config.toml")
    assert templates == {}
    assert "cannot be read" in str(problem)


def test_words_are_kept_found_and_discarded(tmp_path: Path) -> None:
    places = find_places({"REFLECT_HOME": str(tmp_path)})
    kept = KeptWords(places, "01A")
    assert (kept.find(), list_kept(places)) == ("", [])
    kept.keep("two\nlines")
    kept.try_to_keep("three\nlines \ud800")
    assert kept.find() == "three\nlines \\ud800"
    assert list_kept(places) == ["01A"]
    assert kept.path.stat().st_mode & 0o777 == 0o600
    kept.discard()
    kept.discard()
    assert kept.find() == ""


def test_words_that_cannot_be_kept_say_so_or_wait(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("in the way")
    kept = KeptWords(find_places({"REFLECT_HOME": str(tmp_path)}), "01A")
    with pytest.raises(NotSavedError):
        kept.keep("text")
    kept.try_to_keep("text")
    kept.discard()
    assert kept.find() == ""
