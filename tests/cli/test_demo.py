"""`reflect demo`: everything on invented reflections, and nothing left behind."""

from pathlib import Path

import pytest

from reflect_journal.errors import NotSavedError
from reflect_journal.journal.disk import DiskJournal
from tests.cli.desk import Desk

FULL = "the disk is full"


@pytest.fixture(autouse=True)
def folder_for_a_while(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "for a while"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def test_every_view_is_shown_on_the_invented_journal(desk: Desk) -> None:
    ran = desk.run("demo")
    assert ran.code == 0
    commands = [one for one in ran.lines if one.startswith("$ ")]
    assert commands == [
        "$ reflect list --limit 6",
        "$ reflect show harbour",
        "$ reflect summary",
        "$ reflect summary --by who",
        "$ reflect prep --stage technical",
    ]
    assert "Went on too long        8 of 12" in ran.out
    assert ran.err.startswith("Fourteen invented reflections")
    assert ran.err.endswith("To start your own: reflect new\n")


def test_nothing_is_left_and_the_own_journal_is_not_touched(
    desk: Desk, folder_for_a_while: Path
) -> None:
    desk.run("demo")
    assert not any(folder_for_a_while.iterdir())
    assert not desk.home.exists() or not any(desk.home.rglob("*"))


def test_json_is_one_object_with_the_answers(desk: Desk) -> None:
    answer = desk.run("demo", "--json").json
    assert answer["schema"] == "reflect/demo@1"
    assert answer["commands"]["summary"]["reflections"] == 14
    assert answer["commands"]["list --limit 6"]["total"] == 14


def test_on_a_terminal_it_waits_and_stops_when_that_is_enough(desk: Desk) -> None:
    ran = desk.run("demo", "--plain", typed="\nq\n", terminal=True)
    assert (ran.code, ran.out.count("$ reflect")) == (0, 2)
    assert "Next: reflect show harbour" in ran.err
    assert ran.err.endswith("To start your own: reflect new\n")


def test_a_disk_without_room_is_said(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "not there"))
    ran = desk.run("demo")
    assert (ran.code, ran.out) == (75, "")
    assert ran.err.startswith("There is no place for the invented journal: ")


def test_invented_reflections_that_cannot_be_saved_are_no_fault_of_the_program(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise NotSavedError(FULL)

    monkeypatch.setattr(DiskJournal, "save", refuse)
    ran = desk.run("demo")
    assert (ran.code, ran.out) == (75, "")
    assert "Your own journal was not touched." in ran.err
