"""What `reflect doctor` notices around the journal, and how it is put right."""

import json
import os
import shutil
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from reflect_journal.journal import left_over
from reflect_journal.journal.draft_doubts import list_broken
from reflect_journal.journal.drafts import Draft, DraftStore
from reflect_journal.journal.editing import EditorFolder, Task
from reflect_journal.journal.examining import Examination
from reflect_journal.journal.findings import Finding
from reflect_journal.journal.overhaul import Overhaul
from reflect_journal.journal.places import Places, find_places
from reflect_journal.journal.record import seal
from reflect_journal.journal.repairing import NotRepairedError
from reflect_journal.journal.system import System
from tests.journal.test_repairing import EDITED, RUBBISH, TOP, A, B, own_log
from tests.journal.worlds import (
    DEVICE,
    IMPATIENT,
    START,
    list_kinds,
    make_clock,
    make_ids,
    make_places,
    make_record,
    write_log,
)

OTHER = {**TOP, "journal": "01OTHER"}
FULL = SimpleNamespace(free=1000)


def close(home: Path) -> Places:
    """Give a sound home of our own, closed to others."""
    places = make_places(home)
    places.state.mkdir(parents=True, exist_ok=True)
    places.device.write_text(DEVICE)
    for one in home.rglob("*"):
        one.chmod(0o700 if one.is_dir() else 0o600)
    return places


def make_overhaul(places: Places, **more: Any) -> Overhaul:
    given = {"system": IMPATIENT, **more}
    return Overhaul(places, make_clock(), make_ids("01X"), **given)


def examine(places: Places, **more: Any) -> list[Finding]:
    planned = make_overhaul(places).plan_logs()
    found = Examination(places, START, **more).list_findings(planned)
    # A log that a test writes by hand has no backup of its day.
    return [one for one in found if one.kind != "no-backup"]


def kinds(places: Places, **more: Any) -> list[str]:
    return list_kinds(examine(places, **more))


def keep_draft(places: Places, name: str = "01D", **more: Any) -> Path:
    at = START.isoformat()
    given = {"form": "full", "started_at": at, "updated_at": at, **more}
    DraftStore(places).keep(Draft(name, answers={}, **given))
    return DraftStore(places).path_of(name)


def age(path: Path) -> None:
    then = (START - timedelta(days=2)).timestamp()
    os.utime(path, (then, then))


def test_a_sound_journal_and_an_empty_home_have_no_findings(tmp_path: Path) -> None:
    own_log(tmp_path, TOP, A)
    places = close(tmp_path)
    keep_draft(places, base="01A")
    assert examine(places) == []
    assert make_overhaul(places).plan() == []
    assert make_overhaul(places).carry_out() == []
    assert examine(find_places({"REFLECT_HOME": str(tmp_path / "new")})) == []
    assert not (tmp_path / "new").exists()


def test_what_others_may_read_is_told_and_closed(tmp_path: Path) -> None:
    log = own_log(tmp_path, TOP, A)
    places = close(tmp_path)
    draft = keep_draft(places)
    places.config.parent.mkdir()
    places.config.write_text("")
    link = log.parent / "link"
    link.symlink_to(log)
    for path, mode in ((log, 0o640), (draft, 0o604), (log.parent, 0o711)):
        path.chmod(mode)
    places.config.chmod(0o644)
    found = examine(places)
    assert list_kinds(found) == ["too-open", "too-open", "open-configuration"]
    assert [one.needs_person for one in found] == [True, True, False]
    assert found[0].where == f"{log.parent} and 1 more"
    steps = make_overhaul(places).plan()
    assert make_overhaul(places).carry_out() == steps
    assert examine(places) == []
    modes = [one.stat().st_mode & 0o777 for one in (log, draft, log.parent)]
    assert modes == [0o600, 0o600, 0o700]
    log.chmod(0o644)
    assert kinds(places, system=System("win32")) == []


def test_what_belongs_to_somebody_else_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = own_log(tmp_path, TOP, A)
    places = close(tmp_path)
    log.chmod(0o644)
    monkeypatch.setattr(System, "is_ours", lambda *_: False)
    [finding] = examine(places)
    assert (finding.kind, finding.needs_person) == ("foreign-owner", True)
    assert make_overhaul(places).plan() == []


@pytest.mark.parametrize("name", ["b", f"{DEVICE} (conflicted copy)"])
def test_damage_in_another_devices_log_names_where_it_is_mended(
    tmp_path: Path, name: str
) -> None:
    own_log(tmp_path, TOP, A)
    write_log(tmp_path, RUBBISH, {**B, "v": 2}, name=name)
    places = close(tmp_path)
    damage, newer = examine(places)[:2]
    assert "on that device" in damage.do or "mended there" in damage.do
    assert f"--repair --gone {name.replace(' ', '_')[:1]}" in damage.do.replace("'", "")
    assert newer.kind == "newer-version"
    assert make_overhaul(places).plan() == []
    [step] = make_overhaul(places, gone=[f"{name}.jsonl"]).carry_out()
    assert (step.kind, step.where) == ("unreadable-line", f"{name}.jsonl")
    assert "unreadable-line" not in kinds(places)


def test_lines_that_stand_there_twice_are_only_worth_knowing(tmp_path: Path) -> None:
    own_log(tmp_path, TOP, A, A, A)
    places = close(tmp_path)
    [finding] = examine(places)
    assert (finding.kind, finding.needs_person) == ("repeated-line", False)
    assert finding.means.startswith("2 lines stand")
    make_overhaul(places).carry_out()
    assert examine(places) == []
    own_log(tmp_path, TOP, A, A)
    assert examine(close(tmp_path))[0].means.startswith("1 line stands")


def test_drafts_that_need_a_look_are_told(tmp_path: Path) -> None:
    own_log(tmp_path, TOP, A)
    places = close(tmp_path)
    broken = places.drafts / "broken.json"
    keep_draft(places, "01OLD", updated_at="2026-09-01T10:00:00.000Z")
    keep_draft(places, "01AWAY", base="01ELSEWHERE")
    keep_draft(places, "01ODD", updated_at="soon")
    broken.write_text("{")
    newer = places.drafts / "newer.json"
    newer.write_text(json.dumps({"v": 2}))
    listed = places.drafts / "list.json"
    listed.write_text("[]")
    other = find_places({"REFLECT_HOME": str(tmp_path)}, str(tmp_path / "else"))
    keep_draft(other)
    (places.drafts / "empty").mkdir()
    close(tmp_path)
    found = {Path(one.where).name: one.kind for one in examine(places)}
    assert found == {
        "broken.json": "unreadable-draft",
        "list.json": "unreadable-draft",
        "newer.json": "newer-draft",
        "01OLD.json": "old-draft",
        "01AWAY.json": "draft-of-another-journal",
        other.apart: "draft-of-another-journal",
    }
    assert kinds(other) == []
    make_overhaul(places).carry_out()
    assert (places.quarantine / "broken.json").read_text() == "{"
    assert "unreadable-draft" not in kinds(places)
    assert newer.exists()


def test_a_draft_that_the_disk_does_not_give_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = close(tmp_path)
    path = keep_draft(places)

    def refuse(_: Path) -> bytes:
        raise OSError(5, os.strerror(5))

    monkeypatch.setattr("reflect_journal.journal.drafts.read_whole", refuse)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert "unreadable-draft" in kinds(places)
    assert list_broken(places) == []
    assert path.exists()


def test_what_was_left_behind_is_told_and_put_aside(tmp_path: Path) -> None:
    folder = own_log(tmp_path, TOP, A).parent
    places = close(tmp_path)
    keep_draft(places)
    left = [
        folder / f".{DEVICE}-01x.partial",
        places.drafts / ".01D.aaaa.tmp",
        places.state / ".device.aaaa.tmp",
    ]
    for path in left:
        path.write_bytes(path.name.encode())
        age(path)
    fresh = places.drafts / ".01D.bbbb.tmp"
    fresh.write_bytes(b"another reflect is writing this")
    os.utime(fresh, (START.timestamp(), START.timestamp()))
    (folder / ".b-01x.partial").write_bytes(b"another device's")
    close(tmp_path)
    assert kinds(places) == ["left-over"] * 3
    make_overhaul(places).carry_out()
    assert examine(places) == []
    names = {path.name.lstrip(".") for path in left}
    kept = {
        path.name: path.read_text().lstrip(".") for path in places.quarantine.iterdir()
    }
    assert kept == {name: name for name in names}
    assert fresh.exists()


def test_a_file_that_vanishes_is_no_left_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = close(tmp_path)
    monkeypatch.setattr(left_over, "_list_files", lambda _: [tmp_path / ".gone.tmp"])
    assert examine(places) == []


def test_files_beside_the_logs_that_are_not_read_are_told(tmp_path: Path) -> None:
    folder = own_log(tmp_path, TOP, A).parent
    for name in (f".{DEVICE}.jsonl.swp", "a.jsonl~", "a.jsonl.bak", "notes.txt"):
        (folder / name).write_bytes(b"")
    found = examine(close(tmp_path))
    assert {Path(one.where).name for one in found} == {
        f".{DEVICE}.jsonl.swp",
        "a.jsonl~",
        "a.jsonl.bak",
    }
    assert set(list_kinds(found)) == {"not-read"}


def test_unsaved_changes_are_told_and_no_repair_touches_them(tmp_path: Path) -> None:
    own_log(tmp_path, TOP, A)
    places = make_places(tmp_path)
    sheets = EditorFolder(places, system=IMPATIENT)
    one = sheets.lay_out(Task("01A", "", "01E1", "lesson", "lesson.txt", ""), b"one")
    sheets.lay_out(Task("01A", "", "01E2", "", "reflection.json", ""), b"two")
    (one.folder / ".lesson.txt.swp").write_bytes(b"three")
    (places.editor[0] / "01E3").mkdir()
    (places.editor[0] / "01E3" / "a.txt").write_bytes(b"half")
    store = DraftStore(places, folder=places.edits)
    store.keep(Draft("01A", "edit", "", "", base="01A"))
    store.path_of("01B").write_bytes(b"four")
    close(tmp_path)
    before = {path: path.read_bytes() for path in places.state.rglob("*.*")}
    found = examine(places)
    assert [(one.kind, Path(one.where).name) for one in found] == [
        ("unreadable-draft", "01B.json"),
        ("unsaved-changes", "01A.json"),
        ("unsaved-changes", "lesson.txt"),
        ("unsaved-changes", "reflection.json"),
        ("left-over", "01E3"),
    ]
    assert found[1].do.endswith(": reflect edit 01A")
    assert found[2].do.endswith(": reflect edit 01A --editor")
    assert ["beside" in one.means for one in found[2:4]] == [True, False]
    assert make_overhaul(places).carry_out() == []
    assert {path: path.read_bytes() for path in places.state.rglob("*.*")} == before


def test_times_that_cannot_be_right_are_worth_knowing(tmp_path: Path) -> None:
    def at(name: str, time: str) -> dict[str, Any]:
        return make_record(name, f"r{name}", at=time)

    own_log(
        tmp_path,
        TOP,
        at("1", "2026-11-20T10:00:00.000Z"),
        at("2", "2026-11-01T10:00:00"),
        at("3", "1970-01-01T00:00:00.000Z"),
        at("4", "yesterday"),
        at("5", "2026-11-21T10:00:00.000Z"),
        at("6", "2090-01-01T00:00:00.000Z"),
        at("7", "2090-01-01T00:00:00.000Z"),
    )
    found = examine(close(tmp_path))
    assert list_kinds(found) == ["odd-clock"] * 3
    assert not any(one.needs_person for one in found)
    begins = sorted(one.means.split(":")[0] for one in found)
    assert [one.split()[0] for one in begins] == ["1", "1", "2"]


def test_copies_and_other_journals_are_worth_knowing(tmp_path: Path) -> None:
    own_log(tmp_path, TOP, A)
    write_log(tmp_path, OTHER, B, name="b")
    write_log(tmp_path, TOP, A, B, name="a.sync-conflict-20261121-230311-QIGPYJ5")
    write_log(tmp_path, TOP, {**A, "id": "01C", "rev": "1"}, name="a (conflicted copy)")
    found = examine(close(tmp_path))
    assert list_kinds(found) == ["two-journals", "copy-of-a-log", "copy-of-a-log"]
    assert [one.do.startswith("Keep it") for one in found[1:]] == [True, False]
    assert not any(one.needs_person for one in found)


def test_a_folder_without_room_or_rights_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_log(tmp_path, TOP, A)
    places = close(tmp_path)
    monkeypatch.setattr(os, "access", lambda *_: False)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: FULL)
    assert kinds(places) == ["read-only", "disk-nearly-full"]


@pytest.mark.parametrize("name", ["Dropbox", "OneDrive - Work", "marked"])
def test_a_folder_that_is_known_to_be_synced_is_worth_knowing(
    tmp_path: Path, name: str
) -> None:
    home = tmp_path / name
    own_log(home, TOP, A)
    if name == "marked":
        (home / "data" / ".stfolder").mkdir()
    [finding] = examine(close(home))
    assert (finding.kind, finding.needs_person) == ("synced-folder", False)


@pytest.mark.parametrize(
    ("text", "place"), [("[weights", ""), ("[weights]\nself = 0", ", weights.self")]
)
def test_a_configuration_that_cannot_be_used_is_told(
    tmp_path: Path, text: str, place: str
) -> None:
    places = make_places(tmp_path)
    places.config.parent.mkdir(parents=True)
    places.config.write_text(text)
    [finding] = examine(close(tmp_path))
    assert finding.kind == "configuration"
    assert finding.where == f"{places.config}{place}"


def test_a_journal_that_cannot_be_used_is_told_and_left_alone(tmp_path: Path) -> None:
    log = own_log(tmp_path, b"something else\n")
    places = close(tmp_path)
    assert kinds(places) == ["unusable", "unreadable-line"]
    assert make_overhaul(places).plan() == []
    assert log.read_bytes() == b"something else\n"


def test_a_file_that_cannot_be_read_stops_no_other_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_log(tmp_path, TOP, A)
    places = close(tmp_path)
    monkeypatch.setattr("reflect_journal.journal.contents.Contents.is_partial", True)
    assert kinds(places) == []


def test_a_folder_that_cannot_be_listed_has_no_logs(tmp_path: Path) -> None:
    places = close(tmp_path)
    places.journal.parent.mkdir()
    places.journal.write_bytes(b"")
    assert make_overhaul(places).list_logs() == ()


def test_a_step_that_is_refused_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = own_log(tmp_path, TOP, EDITED)
    places = close(tmp_path)
    log.chmod(0o644)

    def refuse(*_: object) -> None:
        raise OSError(30, os.strerror(30))

    assert kinds(places) == ["changed-outside", "too-open"]
    with monkeypatch.context() as patch:
        patch.setattr(Path, "chmod", refuse)
        with pytest.raises(NotRepairedError, match="read-only"):
            make_overhaul(places).carry_out()
    steps = make_overhaul(places).carry_out()
    assert [one.kind for one in steps] == ["too-open", "changed-outside"]
    assert log.read_bytes().startswith(seal(TOP))
