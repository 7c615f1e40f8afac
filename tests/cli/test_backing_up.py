"""`reflect backup` and `restore`: one file out, and what is missing back in."""

import json
import shutil
import stat
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from reflect_journal.journal.drafts import Draft, format_draft
from tests.cli.desk import Desk, record, rejection


def companies(desk: Desk) -> list[str]:
    rows = desk.run("list", "--json").json["reflections"]
    return sorted(row["company"] for row in rows)


def back_up(desk: Desk, path: Path) -> str:
    assert desk.run("backup", str(path)).code == 0
    return str(path)


def lose(desk: Desk) -> None:
    for log in desk.journal.iterdir():
        log.unlink()


def test_a_backup_is_one_private_file_that_is_not_replaced_unasked(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    desk.save(rejection("A"), rejection("B"))
    ran = desk.run("backup", "--json")
    path = tmp_path / "reflect-backup-2026-11-22.zip"
    assert (ran.code, ran.json) == (
        0,
        {
            "schema": "reflect/backup@1",
            "file": str(path),
            "reflections": 2,
            "records": 2,
        },
    )
    assert f"Backed up: 2 reflections, in {path}\n" in ran.err
    assert "not encrypted" in ran.err
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    before = path.read_bytes()
    desk.save(rejection("C"))
    assert desk.run("backup").code == 5
    ran = desk.run("backup", "--plain", typed="\n")
    assert (ran.code, ran.err.endswith("Nothing was written.\n")) == (1, True)
    assert path.read_bytes() == before
    assert desk.run("backup", "--yes").code == 0
    assert path.read_bytes() != before


def test_into_a_folder_it_gets_its_usual_name(desk: Desk, tmp_path: Path) -> None:
    desk.save(rejection())
    (tmp_path / "stick").mkdir()
    assert desk.run("backup", str(tmp_path / "stick")).code == 0
    [path] = (tmp_path / "stick").iterdir()
    assert path.name == "reflect-backup-2026-11-22.zip"
    ran = desk.run("backup", str(tmp_path / "nowhere" / "x.zip"))
    assert ran.code == 75


def test_an_empty_journal_makes_no_backup(desk: Desk, tmp_path: Path) -> None:
    ran = desk.run("backup", str(tmp_path / "x.zip"))
    assert (ran.code, ran.out) == (3, "")
    assert "reflect where" in ran.err
    assert not (tmp_path / "x.zip").exists()


def test_what_was_lost_comes_back_once(desk: Desk, tmp_path: Path) -> None:
    ids = desk.save(rejection("A"), rejection("B"))
    desk.config.write_text("# mine\n")
    path = back_up(desk, tmp_path / "x.zip")
    lose(desk)
    desk.config.unlink()
    ran = desk.run("restore", path, "--json")
    assert ran.err == "Restored: 2 reflections.\nYour settings are back too.\n"
    assert ran.json == {
        "schema": "reflect/restore@1",
        "restored": ids,
        "already": 0,
        "deleted": [],
        "erased": [],
        "drafts": 0,
        "edits": 0,
    }
    assert companies(desk) == ["A", "B"]
    desk.config.write_text("# other\n")
    ran = desk.run("restore", path)
    assert ran.err.startswith("Restored: 0 reflections. Already there: 2.\n")
    assert "Your settings stay" in ran.err
    assert desk.config.read_text() == "# other\n"
    assert desk.run("undo").err.startswith("There is nothing to undo")


def test_what_was_deleted_or_erased_since_stays_so(desk: Desk, tmp_path: Path) -> None:
    ids = desk.save(rejection("A"), rejection("B"), rejection("C"))
    path = back_up(desk, tmp_path / "x.zip")
    desk.run("delete", "a", "--yes")
    desk.run("delete", "b", "--forever", "--yes")
    ran = desk.run("restore", path, "--json")
    assert (ran.json["deleted"], ran.json["erased"]) == (ids[:1], ids[1:2])
    assert "Left deleted: 1. To have one back: reflect undelete" in ran.err
    assert "Left erased: 1. With --erased they come back." in ran.err
    assert companies(desk) == ["C"]
    ran = desk.run("restore", path, "--erased", "--json")
    assert ran.json["restored"] == ids[1:2]
    assert companies(desk) == ["B", "C"]
    assert desk.run("doctor").code == 0


def test_a_deletion_in_a_backup_hides_nothing_here(desk: Desk, tmp_path: Path) -> None:
    desk.save(rejection("A"))
    logs = {one: one.read_bytes() for one in desk.journal.iterdir()}
    desk.run("delete", "a", "--yes")
    path = back_up(desk, tmp_path / "x.zip")
    lose(desk)
    for log, content in logs.items():
        log.write_bytes(content)
    assert "Deleted in the backup, but not here: 1." in desk.run("restore", path).err
    assert companies(desk) == ["A"]


def test_another_journal_is_added_only_after_asking(desk: Desk, tmp_path: Path) -> None:
    desk.save(rejection("A"))
    path = back_up(desk, tmp_path / "x.zip")
    other = Desk(tmp_path / "other", desk.ids)
    other.save(rejection("Z"))
    ran = other.run("restore", path)
    assert ran.code == 5
    assert "of another journal" in ran.err
    assert other.run("restore", path, "--no-input").code == 2
    assert other.run("restore", path, "--plain", typed="\n").code == 1
    assert companies(other) == ["Z"]
    assert other.run("restore", path, "--yes").code == 0
    assert companies(other) == ["A", "Z"]
    new = Desk(tmp_path / "new", desk.ids)
    assert new.run("restore", path).code == 0
    new.save(rejection("N"))
    assert new.run("restore", path).code == 0


def test_of_a_damaged_backup_is_offered_what_can_be_read(
    desk: Desk, tmp_path: Path
) -> None:
    desk.save(rejection("A"))
    desk.save(rejection("B"))
    path = tmp_path / "x.zip"
    back_up(desk, path)
    with zipfile.ZipFile(path) as packed:
        parts = {one: packed.read(one) for one in packed.namelist()}
    with zipfile.ZipFile(path, "w") as packed:
        for name, part in parts.items():
            packed.writestr(name, part.replace(b'"A"', b'"X"'))
    lose(desk)
    ran = desk.run("restore", str(path), "--plain", typed="\n")
    assert ran.code == 1
    assert "is damaged in one place" in ran.err
    assert companies(desk) == []
    ran = desk.run("restore", str(path), "--yes")
    assert "Lines of the backup that could not be read: 1." in ran.err
    assert companies(desk) == ["B"]
    path.write_bytes(b"PK")
    ran = desk.run("restore", str(path), "--yes")
    assert ran.code == 2
    assert "no backup of reflect" in ran.err


def test_unfinished_reflections_come_back_unless_they_were_finished(
    desk: Desk, tmp_path: Path
) -> None:
    desk.save(rejection("A"))
    drafts = desk.home / "state" / "drafts"
    draft = {"v": 1, "form": "full", "started_at": "", "updated_at": "", "answers": {}}
    drafts.mkdir()
    ids = desk.save(rejection("B"), rejection("C"))
    record = json.loads(desk.log.read_bytes().splitlines()[1])
    for name, revision in (
        *(("01D", "01R"), ("01E", record["rev"])),
        *((ids[0], "01S"), (ids[1], "01T")),
    ):
        one = {**draft, "id": name, "revision": revision, "asked": []}
        (drafts / f"{name}.json").write_text(json.dumps(one))
    (drafts / "01F.json").write_text("not readable now")
    path = back_up(desk, tmp_path / "x.zip")
    for left in drafts.iterdir():
        left.unlink()
    desk.run("delete", ids[0], "--yes")
    ran = desk.run("restore", path, "--json")
    assert ran.json["drafts"] == 2
    assert "Unfinished and back again: 2. To go on: reflect continue" in ran.err
    assert {one.stem for one in drafts.iterdir()} == {"01D", ids[1]}
    assert desk.run("restore", path, "--json").json["drafts"] == 0


def test_the_backups_of_each_day_are_listed_and_taken_by_name(
    desk: Desk,
) -> None:
    assert "by itself yet" in desk.run("restore").err
    assert desk.run("restore", "--erased").code == 2
    ids = desk.save(rejection("A"))
    backups = desk.home / "state" / "backups"
    (backups / "2026-11-01.zip").write_bytes(b"")
    ran = desk.run("restore")
    assert ran.out == "2026-11-22  1 reflection\n2026-11-01  damaged\n"
    assert desk.run("restore", "--json").json["backups"] == [
        {
            "name": "2026-11-22",
            "reflections": 1,
            "records": 1,
            "file": str(backups / "2026-11-22.zip"),
        },
        {
            "name": "2026-11-01",
            "reflections": None,
            "records": None,
            "file": str(backups / "2026-11-01.zip"),
        },
    ]
    lose(desk)
    assert desk.run("restore", "2026-11-22", "--json").json["restored"] == ids
    assert desk.run("restore", "2026-11-03").code == 2
    assert desk.run("where", "--json").json["backups"] == str(backups)


def test_unsaved_changes_go_with_a_backup_and_come_back(
    desk: Desk, tmp_path: Path
) -> None:
    waits, saved, gone = desk.save(rejection("A"), rejection("B"), rejection("C"))
    edits = desk.home / "state" / "edits"
    edits.mkdir()
    for one in (waits, saved, gone):
        draft = Draft(one, "edit", "", "", {"moment": "new"}, base=one)
        revision = "01SAVED" if one == saved else "01NEW"
        content = format_draft(replace(draft, revision=revision))
        (edits / f"{one}.json").write_bytes(content)
    path = str(tmp_path / "backup.zip")
    assert desk.run("backup", path).code == 0
    before = (edits / f"{waits}.json").read_bytes()
    shutil.rmtree(edits)
    desk.run("delete", "c", "--yes")
    desk.append(record(rejection("B"), id=saved, rev="01SAVED"))
    ran = desk.run("restore", path, "--json")
    assert (ran.code, ran.json["drafts"], ran.json["edits"]) == (0, 0, 1)
    assert "Unsaved changes and back again: 1." in ran.err
    assert [one.read_bytes() for one in edits.iterdir()] == [before]
    assert "that were not saved" in desk.run().err
    assert desk.run("restore", path, "--json").json["edits"] == 0
