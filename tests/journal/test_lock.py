"""One writer at a time, and nobody waits for ever."""

import fcntl
import os
import signal
from pathlib import Path
from typing import BinaryIO

import pytest

from reflect_journal.errors import NotSavedError
from reflect_journal.journal.lock import Lock, find_lock
from reflect_journal.journal.system import System
from tests.journal.interrupts import is_held
from tests.journal.worlds import IMPATIENT, make_journal, make_places, make_version


def take(path: Path) -> BinaryIO:
    """Take a lock as another process would."""
    path.parent.mkdir(exist_ok=True)
    file = path.open("wb")
    fcntl.flock(file, fcntl.LOCK_EX)
    return file


class Clock:
    """Stands still but for pauses, which it counts."""

    def __init__(self) -> None:
        self.now = 0.0
        self.pauses: list[float] = []

    def pause(self, seconds: float) -> None:
        self.now += seconds
        self.pauses.append(seconds)

    def make_system(self, patience: float) -> System:
        return System(pause=self.pause, clock=lambda: self.now, patience=patience)


def test_a_second_writer_waits_and_then_gives_up(tmp_path: Path) -> None:
    path, clock = tmp_path / "locks" / "x", Clock()
    second = Lock(path, clock.make_system(patience=1.0))
    with (
        take(path),
        pytest.raises(NotSavedError, match="another reflect") as refused,
        second.hold(),
    ):
        pytest.fail("two at a time")
    assert refused.value.exit_code == 75
    assert 1.0 <= clock.now < 1.01
    assert all(0.002 <= pause <= 0.008 for pause in clock.pauses)
    assert len(set(clock.pauses)) > 10


def test_a_lock_that_is_given_back_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "x"
    other = take(path)
    pauses: list[float] = []

    def pause(seconds: float) -> None:
        pauses.append(seconds)
        assert not is_held()
        other.close()

    with Lock(path, System(pause=pause)).hold():
        assert len(pauses) == 1
        assert is_held()
    assert not is_held()


def test_the_file_of_a_lock_stays(tmp_path: Path) -> None:
    path = tmp_path / "x"
    with Lock(path, IMPATIENT).hold():
        number = path.stat().st_ino
    with Lock(path, IMPATIENT).hold():
        assert path.stat().st_ino == number
    assert path.read_bytes() == b""


def test_an_error_gives_the_lock_back(tmp_path: Path) -> None:
    lock = Lock(tmp_path / "x", IMPATIENT)
    for error in (KeyError, KeyboardInterrupt):
        with pytest.raises(error), lock.hold():
            raise error
    with lock.hold():
        pass
    assert not is_held()


def test_ctrl_c_while_waiting_is_let_through(tmp_path: Path) -> None:
    path = tmp_path / "x"

    def press(_: float) -> None:
        os.kill(os.getpid(), signal.SIGINT)

    system = System(pause=press)
    with take(path), pytest.raises(KeyboardInterrupt), Lock(path, system).hold():
        pytest.fail("two at a time")
    with Lock(path, IMPATIENT).hold():
        pass


def test_a_link_in_place_of_a_lock_is_not_followed(tmp_path: Path) -> None:
    journal = make_journal(tmp_path)
    journal.save([make_version("A")])
    [lock] = make_places(tmp_path).locks.iterdir()
    lock.unlink()
    lock.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(NotSavedError):
        journal.save([make_version("B")])
    assert not (tmp_path / "elsewhere").exists()


def test_every_folder_has_a_lock_of_its_own(tmp_path: Path) -> None:
    names = {find_lock(tmp_path, tmp_path / name).name for name in ("a", "b")}
    assert len(names) == 2
    assert all(len(name) == 16 for name in names)


def test_a_save_while_another_one_runs_is_not_saved(tmp_path: Path) -> None:
    journal = make_journal(tmp_path)
    journal.save([make_version("A")])
    [path] = make_places(tmp_path).locks.iterdir()
    with take(path), pytest.raises(NotSavedError, match="another reflect"):
        journal.save([make_version("B")])
    assert len(journal.survey().outlines) == 1
