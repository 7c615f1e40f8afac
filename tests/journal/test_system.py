"""What differs between operating systems, each tried out on this one."""

import errno
import fcntl
import os
import signal
import stat
import threading
from collections.abc import Collection
from pathlib import Path

import pytest

from reflect_journal.journal.system import REPLACE_TRIES, System

WINDOWS = System("win32")


def test_windows_lets_go_of_a_busy_file_after_a_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []
    busy = [PermissionError(errno.EACCES, "Access is denied")] * 3
    real = Path.replace

    def replace(source: Path, target: Path) -> Path:
        if busy:
            raise busy.pop()
        return real(source, target)

    monkeypatch.setattr(Path, "replace", replace)
    (tmp_path / "a").write_text("new")
    (tmp_path / "b").write_text("old")
    System("win32", pause=pauses.append).replace(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "b").read_text() == "new"
    assert len(pauses) == 3


def test_windows_gives_up_on_a_file_that_stays_busy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []

    def replace(*_: Path) -> None:
        raise PermissionError(errno.EACCES, "Access is denied")

    monkeypatch.setattr(Path, "replace", replace)
    system = System("win32", pause=pauses.append)
    with pytest.raises(PermissionError):
        system.replace(tmp_path / "a", tmp_path / "b")
    assert len(pauses) == REPLACE_TRIES
    assert 2 <= sum(pauses) <= 3


def test_windows_has_no_owners_modes_or_folder_names_to_sync(tmp_path: Path) -> None:
    assert WINDOWS.is_ours(-1)
    WINDOWS.sync_folder(tmp_path / "missing")
    file = tmp_path / "x"
    file.touch(0o644)
    with file.open("rb") as opened:
        WINDOWS.set_private(opened.fileno())
    assert stat.S_IMODE(file.stat().st_mode) == 0o644
    WINDOWS.let_wait(-1)


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_bytes_are_read_from_any_place(tmp_path: Path, platform: str) -> None:
    file = tmp_path / "x"
    file.write_bytes(b"0123456789")
    system = System(platform)
    with file.open("rb") as opened:
        read = [
            system.read_at(opened.fileno(), length, offset)
            for length, offset in ((3, 2), (5, 8), (1, 10), (0, 0), (-1, 0))
        ]
    assert read == [b"234", b"89", b"", b"", b""]


def test_bytes_that_come_in_pieces_are_put_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "x"
    file.write_bytes(b"0123456789")
    real = os.pread
    monkeypatch.setattr(os, "pread", lambda fd, n, at: real(fd, min(n, 4), at))
    with file.open("rb") as opened:
        assert System().read_at(opened.fileno(), 10, 0) == b"0123456789"


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP])
def test_a_disk_that_cannot_sync_a_folder_is_good_enough(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    System().sync_folder(tmp_path)


def test_a_folder_that_fails_to_sync_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: int) -> None:
        raise OSError(errno.EIO, "I/O error")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(OSError, match="I/O error"):
        System().sync_folder(tmp_path)


def sync_on_a_mac(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> list[str]:
    calls = []

    def full_sync(_: int, command: int) -> int:
        calls.append(f"fcntl {command}")
        if number:
            raise OSError(number, os.strerror(number))
        return 0

    monkeypatch.setattr(fcntl, "fcntl", full_sync)
    monkeypatch.setattr(os, "fsync", lambda _: calls.append("fsync"))
    with (tmp_path / "x").open("wb") as file:
        System("darwin").sync_file(file.fileno())
    return calls


def test_a_mac_is_asked_to_empty_the_cache_of_the_drive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert sync_on_a_mac(tmp_path, monkeypatch, 0) == ["fcntl 51"]


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP, errno.ENOTTY])
def test_a_mac_falls_back_where_a_drive_cannot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    assert sync_on_a_mac(tmp_path, monkeypatch, number) == ["fcntl 51", "fsync"]


def test_a_mac_tells_when_a_drive_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        sync_on_a_mac(tmp_path, monkeypatch, errno.EIO)


def test_signals_are_held_and_given_back_one_inside_the_other() -> None:
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    with System().hold_signals():
        with System().hold_signals():
            inner = signal.pthread_sigmask(signal.SIG_BLOCK, ())
        assert signal.pthread_sigmask(signal.SIG_BLOCK, ()) == inner
    held = {signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGTSTP}
    assert inner == before | held
    assert signal.pthread_sigmask(signal.SIG_BLOCK, ()) == before


@pytest.mark.parametrize("system", [System(), WINDOWS])
def test_ctrl_c_comes_when_the_outermost_block_is_left(system: System) -> None:
    reached = []

    def hold_twice() -> None:
        with system.hold_signals():
            with system.hold_signals():
                signal.raise_signal(signal.SIGINT)
                reached.append("inner")
            reached.append("outer")

    with pytest.raises(KeyboardInterrupt):
        hold_twice()
    assert reached == ["inner", "outer"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


@pytest.mark.parametrize("system", [System(), WINDOWS])
def test_handlers_are_left_alone_in_another_thread(system: System) -> None:
    seen = []

    def hold() -> None:
        with system.hold_signals():
            seen.append(signal.getsignal(signal.SIGINT))

    thread = threading.Thread(target=hold)
    thread.start()
    thread.join()
    assert seen == [signal.default_int_handler]


def test_a_handler_that_is_not_from_python_is_left_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(signal, "getsignal", lambda _: None)
    with WINDOWS.hold_signals():
        monkeypatch.undo()
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_ctrl_c_that_came_just_before_holds_nothing_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real = signal.pthread_sigmask

    def mask(how: int, signals: Collection[signal.Signals]) -> set[signal.Signals]:
        before = real(how, signals)
        if how == signal.SIG_BLOCK and signals:
            raise KeyboardInterrupt
        return before  # type: ignore[return-value]

    monkeypatch.setattr(signal, "pthread_sigmask", mask)
    with pytest.raises(KeyboardInterrupt), System().hold_signals():
        pytest.fail("it was not seen")
    assert signal.SIGINT not in real(signal.SIG_BLOCK, ())
