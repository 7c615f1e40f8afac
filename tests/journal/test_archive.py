"""A backup is whole and private; what is none is refused, a damaged one read."""

import io
import json
import stat
import struct
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reflect_journal.errors import (
    JournalUnusableError,
    NotSavedError,
    RefusedInputError,
)
from reflect_journal.journal import archive as archive_module
from reflect_journal.journal import backup as backup_module
from reflect_journal.journal.archive import (
    MANIFEST,
    Archive,
    build_archive,
    name_log,
    read_archive,
    summarize,
)
from reflect_journal.journal.backup import check_backup, take_backup
from reflect_journal.journal.drafts import Draft, DraftStore
from reflect_journal.journal.restoring import find_journal, is_of_another, open_backup
from tests.journal.worlds import (
    IMPATIENT,
    START,
    make_journal,
    make_places,
    make_version,
    write_log,
)

LOG = "journal/a.jsonl"


def read(content: bytes) -> Archive:
    return read_archive(io.BytesIO(content), "it.zip")


def make(*logs: bytes, **more: Any) -> bytes:
    parts = {f"journal/{number}.jsonl": log for number, log in enumerate(logs)}
    return build_archive({**parts, **more}, summarize("01J", START, (1, 2)), START)


def pack(*members: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members:
            packed.writestr(name, content)
    return memory.getvalue()


def begin(home: Path) -> bytes:
    journal, places = make_journal(home), make_places(home)
    versions = [make_version(name) for name in "AB"]
    journal.save(versions)
    journal.save([make_version("A again", versions[0].id, [versions[0].revision])])
    journal.delete([versions[1].id])
    DraftStore(places).keep(Draft("01D", "full", "", "", {"moment": "one"}))
    (places.drafts / "handed-in-1.txt").write_text("x")
    places.config.parent.mkdir()
    places.config.write_text("# mine\n")
    return take_backup(places, START, IMPATIENT).content


def test_everything_is_in_it_byte_for_byte(tmp_path: Path) -> None:
    archive, places = read(begin(tmp_path)), make_places(tmp_path)
    logs = {f"journal/{one.name}": one for one in places.journal.iterdir()}
    files = {
        **logs,
        "drafts/01D.json": places.drafts / "01D.json",
        "config.toml": places.config,
    }
    assert archive.parts == {name: path.read_bytes() for name, path in files.items()}
    assert archive.damaged == ()
    summary = archive.summary
    assert summary is not None
    assert (summary.reflections, summary.records) == (1, 4)
    assert summary.made_at == "2026-11-20T21:04:05.123Z"
    assert find_journal(archive) == summary.journal
    assert not is_of_another(archive, places)


def test_other_programs_can_open_it(tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(begin(tmp_path))) as packed:
        assert packed.testzip() is None
        manifest = json.loads(packed.read(MANIFEST))
        modes = {stat.S_IMODE(one.external_attr >> 16) for one in packed.infolist()}
    assert modes == {0o600}
    assert set(manifest["files"]) == set(read(begin(tmp_path / "b")).parts)


def test_a_journal_that_cannot_be_changed_can_be_backed_up(tmp_path: Path) -> None:
    begin(tmp_path)
    places = make_places(tmp_path)
    for lock in places.locks.iterdir():
        lock.unlink()
    places.locks.rmdir()
    places.locks.write_text("in the way")
    assert take_backup(places, START, IMPATIENT).records == 4


def test_a_journal_that_cannot_be_read_is_not_backed_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_log(tmp_path, b"not one line\n")
    with pytest.raises(JournalUnusableError):
        take_backup(make_places(tmp_path), START, IMPATIENT)
    monkeypatch.setattr(backup_module, "read_archive", lambda *_: Archive(None, {}, ()))
    with pytest.raises(NotSavedError):
        check_backup(b"", {LOG: b""})


def test_names_that_no_system_can_write_get_others() -> None:
    taken: dict[str, bytes] = {}
    for name in ("a b.jsonl", "a\udcffb.jsonl", "a\nb.jsonl"):
        taken[name_log(name, taken)] = b""
    assert list(taken) == [
        *("journal/a b.jsonl", "journal/a_b.jsonl", "journal/2-a_b.jsonl")
    ]
    assert read(build_archive(taken, summarize(None, START, (0, 0)), START)).parts == (
        taken
    )


def test_what_repeats_itself_can_be_read_back() -> None:
    log = b"x" * 3_000_000
    assert read(make(log)).parts["journal/0.jsonl"] == log


def link(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


def lzma(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.compress_type = zipfile.ZIP_LZMA
    return info


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("../evil.jsonl", "no backup holds"),
        ("/etc/passwd", "no backup holds"),
        ("journal/../../evil.jsonl", "no backup holds"),
        ("journal/.hidden.jsonl", "no backup holds"),
        ("journal\\evil.jsonl", "no backup holds"),
        ("C:evil.jsonl", "no backup holds"),
        ("journal/", "no backup holds"),
        ("drafts/../x.json", "no backup holds"),
        ("report.html", "no backup holds"),
        (link(LOG), "no backup holds"),
        (lzma(LOG), "no backup holds"),
    ],
)
def test_what_no_backup_holds_is_refused(
    name: str | zipfile.ZipInfo, problem: str
) -> None:
    with pytest.raises(RefusedInputError, match=problem):
        read(pack((name, b"x")))


def test_what_is_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(RefusedInputError, match="hundred times"):
        read(pack((LOG, b"x" * 3_000_000)))
    monkeypatch.setattr(archive_module, "TOTAL_LIMIT", 10)
    with pytest.raises(RefusedInputError, match="2 GiB"):
        read(pack((LOG, b"x" * 11)))
    monkeypatch.setattr(archive_module, "MEMBERS_LIMIT", 1)
    with pytest.raises(RefusedInputError, match="more than 1 files"):
        read(pack((LOG, b"x"), ("journal/b.jsonl", b"x")))
    with pytest.warns(UserWarning, match="Duplicate"):
        twice = pack((LOG, b"x"), (LOG, b"y"))
    monkeypatch.undo()
    with pytest.raises(RefusedInputError, match="two files of one name"):
        read(twice)


def test_a_newer_backup_is_refused() -> None:
    with pytest.raises(RefusedInputError, match="newer"):
        read(pack((MANIFEST, b'{"v":2}')))


@pytest.mark.parametrize("content", [b"", b"PK", b"x" * 100, make(b"x" * 99)[:-30]])
def test_what_is_no_archive_is_refused(content: bytes) -> None:
    with pytest.raises(RefusedInputError, match=r"no backup of reflect"):
        read(content)


@pytest.mark.parametrize(
    "manifest", [b"", b"[]", b"{", b"[" * 100_000, b'{"files":[],"journal":1}']
)
def test_without_its_list_every_part_counts_as_damaged(manifest: bytes) -> None:
    archive = read(pack((MANIFEST, manifest), (LOG, b"line\n")))
    assert archive.summary is None
    assert LOG in archive.damaged
    assert list(archive.list_lines()) == [b"line\n"]


def test_damaged_missing_and_added_parts_are_named() -> None:
    content = make(b"first log\n" * 9, b"second\n")
    whole = read(content)
    manifest = json.dumps(
        {
            "v": 1,
            "made_at": "",
            "journal": None,
            "files": {"journal/0.jsonl": {"sha256": 1}, "journal/9.jsonl": {}, LOG: 3},
        }
    )
    parts = list(whole.parts.items())
    archive = read(pack((MANIFEST, manifest.encode()), *parts, (LOG, b"")))
    assert set(archive.damaged) == {*whole.parts, LOG, "journal/9.jsonl"}
    assert archive.summary == summarize(None, START, (0, 0)).__class__(None, "", 0, 0)
    flipped = bytearray(content)
    flipped[content.index(b"journal/0.jsonl") + 20] ^= 255
    archive = read(bytes(flipped))
    assert archive.damaged == ("journal/0.jsonl",)
    assert archive.parts["journal/1.jsonl"] == b"second\n"


WHOLE = make(b'{"v":1}\n' * 20, b"text\n")


@given(st.integers(0, len(WHOLE) - 1), st.integers(1, 255))
@settings(max_examples=150, deadline=None)
def test_any_byte_may_be_wrong(place: int, change: int) -> None:
    content = bytearray(WHOLE)
    content[place] ^= change
    try:
        archive = read(bytes(content))
    except RefusedInputError:
        return
    if not archive.damaged:
        assert archive.parts == read(WHOLE).parts


def test_what_cannot_be_opened_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = make_places(tmp_path)
    for name, problem in (
        ("none.zip", "does not exist"),
        (str(tmp_path), "no regular file"),
        ("a\0b", "cannot be read"),
    ):
        with pytest.raises(RefusedInputError, match=problem):
            open_backup(name, places)
    path = tmp_path / "it.zip"
    path.write_bytes(WHOLE)
    assert open_backup(str(path), places).damaged == ()

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(RefusedInputError, match="may not be read"):
        open_backup(str(path), places)


def test_the_journal_of_a_backup_is_found_in_its_logs_too(tmp_path: Path) -> None:
    log = next(
        part for name, part in read(begin(tmp_path)).parts.items() if LOG[:8] in name
    )
    archive = Archive(None, {LOG: b"broken\n" + log}, (MANIFEST,))
    assert find_journal(archive) is not None
    assert find_journal(Archive(None, {LOG: b"broken\n"}, (MANIFEST,))) is None


def test_a_strange_structure_is_no_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise struct.error

    monkeypatch.setattr(zipfile.ZipFile, "open", fail)
    assert read(WHOLE).damaged != ()
