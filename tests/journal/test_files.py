"""Files that a person names: read with a limit, written for their eyes only."""

import errno
import io
import os
import stat
import threading
from pathlib import Path

import pytest

from reflect_journal.errors import NotSavedError, RefusedInputError
from reflect_journal.journal import files
from reflect_journal.journal.durable import read_whole
from reflect_journal.journal.files import keep_input, read_input, write_file
from reflect_journal.journal.system import System

NO_INPUT = io.BytesIO()


def test_a_file_is_written_for_its_owner_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        write_file(tmp_path / "report.html", "é".encode())
    finally:
        os.umask(before)
    assert (tmp_path / "report.html").read_text("utf-8") == "é"
    assert stat.S_IMODE((tmp_path / "report.html").stat().st_mode) == 0o600


def test_a_file_that_is_there_is_not_replaced_unasked(tmp_path: Path) -> None:
    path = tmp_path / "out" / "report.html"
    path.parent.mkdir()
    path.write_bytes(b"old")
    with pytest.raises(RefusedInputError, match="there already"):
        write_file(path, b"new")
    assert path.read_bytes() == b"old"
    write_file(path, b"new", replace=True)
    assert path.read_bytes() == b"new"
    assert [one.name for one in path.parent.iterdir()] == ["report.html"]


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "target")
    with pytest.raises(RefusedInputError):
        write_file(tmp_path / "link", b"x")
    assert not (tmp_path / "target").exists()


def test_what_could_not_be_written_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    path = tmp_path / "out" / "x"
    path.parent.mkdir()
    monkeypatch.setattr(os, "fsync", refuse)
    for replace in (False, True):
        with pytest.raises(NotSavedError, match="full"):
            write_file(path, b"x", replace=replace)
    assert list(path.parent.iterdir()) == []


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotSavedError, match="No such file"):
        write_file(tmp_path / "no" / "x", b"x")


def test_a_file_or_standard_input_is_read(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"[]")
    assert read_input(str(tmp_path / "x"), NO_INPUT) == b"[]"
    assert read_input("-", io.BytesIO(b"{}")) == b"{}"


def test_no_more_than_one_byte_too_much_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert files.READ_LIMIT == 50_000_001
    monkeypatch.setattr(files, "READ_LIMIT", 11)
    (tmp_path / "x").write_bytes(b"x" * 60)
    assert len(read_input(str(tmp_path / "x"), NO_INPUT)) == 11
    stdin = io.BytesIO(b"x" * 60)
    assert len(read_input("-", stdin)) == 11
    assert stdin.tell() == 11


@pytest.mark.parametrize(
    ("name", "problem"),
    [("missing", "does not exist"), (".", "is a folder"), ("a\0b", "cannot be read")],
)
def test_what_cannot_be_read_is_refused(
    tmp_path: Path, name: str, problem: str
) -> None:
    with pytest.raises(RefusedInputError, match=problem) as refused:
        read_input(f"{tmp_path}/{name}", NO_INPUT)
    assert refused.value.source == f"{tmp_path}/{name}"
    assert refused.value.exit_code == 2


@pytest.mark.parametrize(
    ("error", "problem"),
    [
        (PermissionError(13, "Permission denied"), "may not be read by you"),
        (OSError(errno.EIO, "I/O error"), "cannot be read"),
    ],
)
def test_an_input_that_fails_is_refused(error: OSError, problem: str) -> None:
    class Failing(io.BytesIO):
        def read(self, _: int | None = -1, /) -> bytes:
            raise error

    with pytest.raises(RefusedInputError, match=problem) as refused:
        read_input("-", Failing())
    assert refused.value.source == "standard input"


def test_what_was_piped_in_is_kept_once(tmp_path: Path) -> None:
    drafts = tmp_path / "state" / "drafts"
    kept = keep_input(b'{"company": "A"}', drafts)
    assert kept == keep_input(b'{"company": "A"}', drafts)
    assert kept.read_bytes() == b'{"company": "A"}'
    assert [one.name for one in drafts.iterdir()] == [kept.name]
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert keep_input(b"other", drafts) != kept


def test_when_nothing_can_be_kept_it_is_said(tmp_path: Path) -> None:
    (tmp_path / "drafts").write_bytes(b"no folder")
    with pytest.raises(NotSavedError):
        keep_input(b"x", tmp_path / "drafts")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="has no named pipes")
@pytest.mark.timeout(20)
def test_a_pipe_that_nobody_writes_to_keeps_nobody_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert read_input(str(tmp_path / "pipe"), NO_INPUT) == b""
    with pytest.raises(OSError, match="not a regular file"):
        read_whole(tmp_path / "pipe")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="has no named pipes")
@pytest.mark.parametrize("before", [b"", b"early, "])
def test_a_pipe_with_a_writer_is_read_to_its_end(before: bytes) -> None:
    reader, writer = os.pipe()
    os.write(writer, before)

    def tell() -> None:
        os.write(writer, b"late")
        os.close(writer)

    later = threading.Timer(0.05, tell)
    later.start()
    assert read_input(f"/dev/fd/{reader}", NO_INPUT) == before + b"late"
    os.close(reader)
    later.join()


def test_a_disk_without_second_names_takes_a_file_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    path = tmp_path / "out" / "x"
    path.parent.mkdir()
    write_file(path, b"x")
    assert list(path.parent.iterdir()) == [path]
    assert path.read_bytes() == b"x"


def test_a_file_that_came_meanwhile_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, real = tmp_path / "out" / "x", os.link
    path.parent.mkdir()

    def come_first(*names: str) -> None:
        path.write_bytes(b"of somebody else")
        real(*names)

    monkeypatch.setattr(os, "link", come_first)
    with pytest.raises(RefusedInputError, match="there already"):
        write_file(path, b"x")
    assert path.read_bytes() == b"of somebody else"
    assert list(path.parent.iterdir()) == [path]


def test_a_name_that_does_not_last_is_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(System, "sync_folder", refuse)
    folder = tmp_path / "out"
    folder.mkdir()
    with pytest.raises(NotSavedError):
        write_file(folder / "x", b"x")
    assert list(folder.iterdir()) == []
