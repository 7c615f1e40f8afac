"""Erased is erased everywhere the program writes, and nothing else is touched."""

import errno
import os
import shutil
from dataclasses import replace
from datetime import timedelta
from io import BufferedReader
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reflect_journal.errors import NewerRecordError, NotSavedError
from reflect_journal.journal import reading, sheets, sifting
from reflect_journal.journal.daily import back_up_daily
from reflect_journal.journal.disk import DiskJournal
from reflect_journal.journal.drafts import Draft, DraftStore, format_draft
from reflect_journal.journal.durable import create_file, open_to_read
from reflect_journal.journal.editing import EditorFolder, Task
from reflect_journal.journal.erasing import Sieve
from reflect_journal.journal.generations import list_generations
from reflect_journal.journal.past import NotErasedError
from reflect_journal.journal.record import make_put, seal
from reflect_journal.journal.sheets import erase_sheets
from reflect_journal.journal.sifting import UnclearLinesError
from reflect_journal.journal.system import System
from tests.journal.worlds import (
    DEVICE,
    IMPATIENT,
    START,
    list_companies,
    list_findings,
    list_kinds,
    make_clock,
    make_ids,
    make_journal,
    make_places,
    make_record,
    make_version,
    write_log,
)

WORD = "Xylophon"


def find_word(home: Path) -> list[str]:
    """Find the files that hold the word, as they stand or packed."""
    holding = [
        path.name
        for path in home.rglob("*")
        if path.is_file() and WORD.encode() in path.read_bytes()
    ]
    for one in list_generations(make_places(home).backups):
        holding += [
            one.name for part in one.read().parts.values() if WORD.encode() in part
        ]
    return sorted(holding)


def list_lines(home: Path) -> list[bytes]:
    logs = sorted(make_places(home).journal.glob("*.jsonl"))
    return [line for log in logs for line in log.read_bytes().splitlines(keepends=True)]


@given(st.lists(st.integers(0, 4), min_size=1, max_size=12), st.sets(st.integers(0, 4)))
@settings(max_examples=15, deadline=None)
def test_every_other_line_stays_byte_for_byte(
    tmp_path_factory: pytest.TempPathFactory, saves: list[int], erased: set[int]
) -> None:
    home = tmp_path_factory.mktemp("home")
    journal = make_journal(home)
    heads: dict[int, str] = {}
    for number in saves:
        parents = [heads[number]] if number in heads else []
        version = make_version(f"{WORD} {number}", f"01A{number:023}", parents)
        journal.save([version, make_version("beside")][: 1 + number % 2])
        heads[number] = version.revision
    before = list_lines(home)
    chosen = [f"01A{number:023}" for number in erased & set(saves)]
    journal.erase(chosen)
    kept = [line for line in list_lines(home) if b'"op":"purge"' not in line]
    expected = [
        line for line in before if not any(one.encode() in line for one in chosen)
    ]
    assert [one for one in kept if b'"op":"head"' not in one] == [
        one for one in expected if b'"op":"head"' not in one
    ]
    assert len(list_lines(home)) - len(kept) == len(chosen)


def test_it_is_erased_from_every_place(tmp_path: Path) -> None:
    journal, places = make_journal(tmp_path), make_places(tmp_path)
    version, other, more = (make_version(name) for name in (WORD, "other", "more"))
    places.config.parent.mkdir()
    places.config.write_text("# mine")
    journal.save([other])
    back_up_daily(places, lambda: START - timedelta(days=1))
    journal.save([version])
    journal.save([make_version(f"{WORD} again", version.id, [version.revision]), more])
    write_log(tmp_path, make_put(version, START, "0" * 12), name="other-device")
    back_up_daily(places, lambda: START)
    line = seal(make_put(version, START, DEVICE))
    kept = seal(make_put(make_version("kept"), START, DEVICE))
    places.quarantine.mkdir()
    (places.quarantine / "a.part").write_bytes(line[:-20])
    (places.quarantine / "b.part").write_bytes(kept + line)
    (places.quarantine / "below").mkdir()
    (places.quarantine / "below" / "d.part").write_bytes(line)
    (places.quarantine / "link.part").symlink_to(places.device)
    (places.quarantine / "c.part").write_bytes(kept[:-20])
    (places.backups / ".2026-11-20.aa.tmp").write_text(WORD)
    store = DraftStore(places)
    store.keep(Draft(version.id, "full", "", "", {"moment": WORD}))
    (places.drafts / f".{version.id}.ab.tmp").write_text(WORD)
    assert len(find_word(tmp_path)) == 12
    assert journal.erase([version.id]).may_hold == ()
    assert find_word(tmp_path) == []
    assert (places.quarantine / "b.part").read_bytes() == kept
    assert (places.quarantine / "c.part").exists()
    assert list_companies(journal) == ["more", "other"]
    assert list_findings(journal) == []
    [generation, _] = list_generations(places.backups)
    summary = generation.read().summary
    assert summary is not None
    assert (summary.reflections, summary.records) == (2, 2)


def test_what_was_never_saved_of_it_goes_too(tmp_path: Path) -> None:
    journal, places = make_journal(tmp_path), make_places(tmp_path)
    version, other = make_version(WORD), make_version("other")
    journal.save([version, other])
    for store in (DraftStore(places), DraftStore(places, folder=places.edits)):
        store.keep(Draft(version.id, "full", "", "", {"moment": WORD}))
        store.keep(Draft("01NEW", "full", "", "", {"moment": WORD}, base=version.id))
        store.keep(Draft(other.id, "full", "", "", {"moment": "kept"}))
    half = format_draft(Draft("01NEW", "full", "", "", {"a": WORD}, base=version.id))
    places.quarantine.mkdir()
    for folder in (places.edits, places.quarantine):
        (folder / ".01NEW.ab.tmp").write_bytes(half[:-20])
        (folder / f".{version.id}.ab.tmp").write_bytes(WORD.encode())
    (places.quarantine / f"{version.id}.json").write_text(f"broken {WORD}")
    (places.quarantine / "01OTHER.json").write_text("broken")
    (places.edits / "apart").mkdir()
    (places.edits / "apart" / f"{version.id}.json").write_text("another journal's")
    assert journal.erase([version.id]).may_hold == ()
    assert find_word(tmp_path) == []
    assert len(DraftStore(places, folder=places.edits).load_all()) == 1
    assert len(DraftStore(places).load_all()) == 1
    assert [path.name for path in places.quarantine.iterdir()] == ["01OTHER.json"]
    assert list((places.edits / "apart").iterdir()) != []


def test_the_draft_of_another_one_forgets_its_plan(tmp_path: Path) -> None:
    journal, places = make_journal(tmp_path), make_places(tmp_path)
    version = make_version(WORD)
    journal.save([version])
    store = DraftStore(places)
    plans = {"01A": [version.id, WORD, WORD], "01B": ["01X", "cue", "act"], "01C": None}
    for name, plan in plans.items():
        store.keep(Draft(name, "full", "", "", {"moment": "k", "earlier_plan": plan}))
    journal.erase([version.id])
    assert [one.answers for one in store.load_all()] == [
        {"moment": "k", "earlier_plan": None},
        {"moment": "k", "earlier_plan": ["01X", "cue", "act"]},
        {"moment": "k", "earlier_plan": None},
    ]


def test_a_draft_that_cannot_be_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal, places = make_journal(tmp_path), make_places(tmp_path)
    version = make_version(WORD)
    journal.save([version])
    store = DraftStore(places)
    store.keep(Draft("01OTHER", "full", "", ""))
    path, real = store.path_of("01OTHER"), Path.read_bytes

    def refuse(self: Path) -> bytes:
        if self == path:
            raise PermissionError
        return real(self)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert journal.erase([version.id]).may_hold == (str(path),)


def test_what_an_editor_left_of_it_goes_too(tmp_path: Path) -> None:
    journal = make_journal(tmp_path)
    places = make_places(tmp_path)._replace(runtime=tmp_path / "run" / "reflect")
    journal = DiskJournal(places, make_clock(), make_ids(), lambda: DEVICE)
    version, other = make_version(WORD), make_version("other")
    journal.save([version, other])
    (tmp_path / "run").mkdir(0o700)
    folder = EditorFolder(places)
    ids = [version.id, version.id, version.id, other.id]
    laid_out = [
        folder.lay_out(Task(one, "", f"01E{number}", "", "a.json", ""), WORD.encode())
        for number, one in enumerate(ids)
    ]
    for sheet in laid_out[1:]:
        folder.settle(sheet)
    left, held, stays = (
        replace(sheet, folder=places.editor[1] / sheet.folder.name)
        for sheet in laid_out[1:]
    )
    stays.path.write_text("kept")
    (left.folder / ".a.json.swp").write_text(WORD)
    top = places.editor[1]
    for name in ("half", "claimed", "odd", "apart/01E1"):
        (top / name).mkdir(parents=True)
        (top / name / "a.json").write_text("another" if "apart" in name else WORD)
    (top / "odd" / "about.json").write_text("?")
    (top / "claimed" / "about.json").touch()
    (left.folder / "backups").mkdir()
    (left.folder / "backups" / "a.json~").write_text(WORD)
    with folder.hold(held):
        told = journal.erase([version.id]).may_hold
    assert told == (str(held.folder), str(top / "odd"))
    assert stays.path.read_text() == "kept"
    assert (top / "apart" / "01E1" / "a.json").exists()
    shutil.rmtree(top / "odd")
    assert journal.erase([version.id]).may_hold == ()
    assert find_word(tmp_path) == []
    assert {one.name for one in top.iterdir()} == {stays.folder.name, "apart"}


def test_a_sheet_that_is_laid_out_this_very_moment_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = make_places(tmp_path)
    folder = EditorFolder(places)
    sheet = folder.lay_out(Task("01X", "", "01E", "", "a.json", ""), b"new")
    monkeypatch.setattr(sheets, "find_task", lambda _: None)
    assert erase_sheets(places, ["01A"], IMPATIENT) == [sheet.folder]
    assert folder.list_left() == [sheet]


def test_pieces_that_nobody_can_tell_apart_are_named(tmp_path: Path) -> None:
    journal, places = make_journal(tmp_path), make_places(tmp_path)
    version = make_version(WORD)
    journal.save([version])
    line = seal(make_put(version, START, DEVICE))
    places.quarantine.mkdir()
    (places.quarantine / "a.part").write_bytes(line[80:])
    (places.quarantine / "b.part").write_bytes(line[:100] + b'{"v":1,"op":"put')
    (places.quarantine / "c.part").write_bytes(b"\0\0\n")
    held = journal.erase([version.id]).may_hold
    assert {Path(one).name for one in held} == {"a.part", "b.part"}


def test_files_that_may_hold_it_are_named(tmp_path: Path) -> None:
    journal, places = make_journal(tmp_path), make_places(tmp_path)
    version = make_version(WORD)
    journal.save([version])
    places.drafts.mkdir()
    places.backups.mkdir()
    (places.drafts / "handed-in-1.txt").write_text(f'{{"company":"{WORD}"}}')
    (places.drafts / "handed-in-2.txt").write_text("nothing of it")
    (places.journal / "old.bak").write_text(version.id)
    (places.backups / "2026-11-01.zip").write_bytes(b"no archive")
    with ZipFile(places.backups / "2026-11-02.zip", "w") as packed:
        packed.writestr("journal/a.jsonl", WORD)
    held = journal.erase([version.id]).may_hold
    names = {Path(one).name for one in held}
    assert names == {"handed-in-1.txt", "old.bak", "2026-11-01.zip", "2026-11-02.zip"}


def test_a_line_that_cannot_be_read_stops_it_unless_kept(tmp_path: Path) -> None:
    journal = make_journal(tmp_path)
    version, glued = make_version(WORD), make_version("glued")
    journal.save([version])
    lines = [seal(make_put(one, START, "0" * 12)) for one in (version, glued)]
    torn = b'{"v":1,"op":"put","id":"01TORN'
    log = write_log(tmp_path, torn + b"\n", torn + lines[0], lines[1][:-1] + torn)
    before = list_lines(tmp_path)
    with pytest.raises(UnclearLinesError, match="--keep-bad"):
        journal.erase([version.id])
    assert list_lines(tmp_path) == before
    held = journal.erase([version.id], keep_bad=True).may_hold
    assert held == (str(log),)
    assert log.read_bytes() == torn + b"\n" + torn + b"\n" + lines[1][:-1] + torn
    assert list_companies(journal) == ["glued"]


def test_a_torn_piece_of_its_own_goes_too(tmp_path: Path) -> None:
    journal = make_journal(tmp_path)
    version = make_version(WORD)
    journal.save([version])
    line = seal(make_put(version, START, DEVICE))
    write_log(tmp_path, b"\0\0\n", b"\r\n", line[:-30])
    journal.erase([version.id])
    assert find_word(tmp_path) == []
    assert Sieve(frozenset([version.id])).sift(line + line[:-1]) == b""


def test_what_a_newer_program_saved_is_not_erased(tmp_path: Path) -> None:
    journal = make_journal(tmp_path)
    version = make_version(WORD)
    journal.save([version])
    newer = make_record(version.id, "01N", version.revision, v=2)
    follows = make_record(version.id, "01M", "01N")
    write_log(tmp_path, newer, follows)
    with pytest.raises(NewerRecordError):
        journal.erase([version.id])
    assert list_companies(journal) == ["Acre Systems"]


def test_a_text_that_another_device_brings_is_not_shown(tmp_path: Path) -> None:
    journal = make_journal(tmp_path)
    version = make_version(WORD)
    journal.save([version])
    journal.erase([version.id])
    write_log(tmp_path, make_put(version, START, "0" * 12))
    write_log(tmp_path, make_record(version.id, "01E", version.revision), name="c")
    assert list_companies(journal) == []
    assert list_kinds(list_findings(journal)) == ["erased-text"]
    assert len(journal.get_history(version.id)) == 1
    journal.erase([version.id])
    assert find_word(tmp_path) == []
    assert list_findings(journal) == []


def test_two_devices_that_erase_the_same_agree(tmp_path: Path) -> None:
    journal = make_journal(tmp_path)
    version = make_version(WORD)
    journal.save([version])
    journal.erase([version.id])
    other = make_record(version.id, "01P", version.revision, op="purge")
    del other["reflection"]
    write_log(tmp_path, other)
    assert list_findings(journal) == []
    assert list_companies(journal) == []


@pytest.mark.parametrize("name", ["replace", "unlink", "fsync"])
def test_what_could_not_be_erased_is_said_and_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    journal, places = make_journal(tmp_path), make_places(tmp_path)
    version = make_version(WORD)
    journal.save([version])
    DraftStore(places).keep(Draft(version.id, "full", "", "", {"moment": WORD}))
    real = getattr(os, name)

    def refuse(*args: object, **kwargs: object) -> object:
        if name == "fsync" and journal.list_deleted() == []:
            return real(*args, **kwargs)
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, name, refuse)
    with pytest.raises(NotErasedError, match="disk is full"):
        journal.erase([version.id])
    monkeypatch.undo()
    journal.erase([version.id])
    assert find_word(tmp_path) == []


def test_a_new_log_that_lacks_something_never_takes_the_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = make_journal(tmp_path)
    version, other = make_version(WORD), make_version("other")
    journal.save([version])
    journal.save([other])
    monkeypatch.setattr(
        sifting, "create_file", lambda path, *_: path.write_bytes(b"\n")
    )
    with pytest.raises(NotErasedError, match="something else"):
        journal.erase([version.id])
    monkeypatch.undo()
    assert list_companies(journal) == ["other"]
    assert not list(make_places(tmp_path).journal.glob(".*"))


def test_a_log_that_was_replaced_meanwhile_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal, places = make_journal(tmp_path), make_places(tmp_path)
    version = make_version(WORD)
    journal.save([version])
    log = places.journal / f"{DEVICE}.jsonl"
    late = make_version("late")
    real = create_file

    def sync_meanwhile(path: Path, content: bytes, system: System) -> None:
        copy = log.with_name("copy")
        copy.write_bytes(log.read_bytes() + seal(make_put(late, START, DEVICE)))
        copy.replace(log)
        real(path, content, system)

    monkeypatch.setattr(sifting, "create_file", sync_meanwhile)
    with pytest.raises(NotErasedError, match="keeps changing"):
        journal.erase([version.id])
    monkeypatch.undo()
    assert list_companies(journal) == ["late"]
    journal.erase([version.id])
    assert list_companies(journal) == ["late"]


@pytest.mark.parametrize("platform", ["linux", "win32"])
def test_what_a_stranger_appends_meanwhile_is_carried_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    journal = make_journal(tmp_path, system=System(platform, patience=0))
    version, late = make_version(WORD), make_version("late")
    journal.save([version])
    log = make_places(tmp_path).journal / f"{DEVICE}.jsonl"
    real = create_file

    def append_meanwhile(path: Path, content: bytes, system: System) -> None:
        if platform == "linux":
            with log.open("ab") as file:
                file.write(seal(make_put(late, START, DEVICE)))
        real(path, content, system)

    monkeypatch.setattr(sifting, "create_file", append_meanwhile)
    journal.erase([version.id])
    assert list_companies(journal) == (["late"] if platform == "linux" else [])
    assert find_word(tmp_path) == []


def test_a_file_that_cannot_be_looked_into_may_hold_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = make_journal(tmp_path)
    version = make_version(WORD)
    journal.save([version])
    path = make_places(tmp_path).journal / "other.bak"
    path.write_text("")
    real = Path.read_bytes

    def refuse(self: Path) -> bytes:
        if self == path:
            raise PermissionError
        return real(self)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert journal.erase([version.id]).may_hold == (str(path),)


def test_nothing_is_erased_while_a_part_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = make_journal(tmp_path)
    version = make_version(WORD)
    journal.save([version])
    write_log(tmp_path, make_record("01B", "01C"))
    real = open_to_read

    def refuse(path: Path, buffer: int) -> BufferedReader:
        if path.name == "b.jsonl":
            raise OSError(errno.EIO, "Input/output error")
        return real(path, buffer)

    monkeypatch.setattr(reading, "open_to_read", refuse)
    with pytest.raises(NotSavedError, match="a part of the journal"):
        journal.erase([version.id])
    monkeypatch.undo()
    assert find_word(tmp_path) != []
