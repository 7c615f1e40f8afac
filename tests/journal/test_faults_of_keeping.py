"""Erasing, backing up and restoring: refused at any call, killed at any call."""

import errno
import os
import shutil
import signal
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from reflect_journal.errors import ReflectError
from reflect_journal.journal.backup import take_backup
from reflect_journal.journal.daily import back_up_daily
from reflect_journal.journal.files import find_target, write_file
from reflect_journal.journal.merging import choose_missing
from reflect_journal.journal.restoring import open_backup
from tests.journal.interrupts import is_held
from tests.journal.worlds import (
    IMPATIENT,
    START,
    list_companies,
    make_journal,
    make_places,
    make_version,
)
from tests.torture.calls import Calls, Refusing, Tearing, between

pytestmark = pytest.mark.torture

ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS)
NAMES = ("A", "B", "C")
OLD = [make_version(name, note="x" * 300) for name in NAMES]
ARCHIVE = "backup.zip"


def begin(home: Path) -> None:
    journal = make_journal(home)
    journal.save(OLD[:2])
    journal.save(OLD[2:])
    back_up_daily(make_places(home), lambda: START)


def begin_lost(home: Path) -> None:
    begin(home)
    back_up(home)
    for log in make_places(home).journal.iterdir():
        log.unlink()
    make_journal(home).save(OLD[:1])


def erase(home: Path) -> None:
    make_journal(home, ids="01Y").erase([OLD[0].id])


def back_up(home: Path) -> None:
    taken = take_backup(make_places(home), START, IMPATIENT)
    path, replaces = find_target(str(home / ARCHIVE))
    write_file(path, taken.content, replace=replaces)


def restore(home: Path) -> None:
    archive = open_backup(str(home / ARCHIVE), make_places(home))
    journal = make_journal(home, ids="01X")
    journal.merge(partial(choose_missing, archive.list_lines()))


def look(home: Path) -> str:
    return "".join(list_companies(make_journal(home)))


def look_at_archive(home: Path) -> str:
    if not (home / ARCHIVE).exists():
        return ""
    archive = open_backup(str(home / ARCHIVE), make_places(home))
    assert archive.damaged == ()
    held = b"".join(archive.parts.values())
    return "".join(name for name in NAMES if f'"{name}"'.encode() in held)


Look = Callable[[Path], str]
States = tuple[str, str]
Act = Callable[[Path], None]
DEEDS = [
    pytest.param(begin, erase, look, ("ABC", "BC"), id="erase"),
    pytest.param(begin, back_up, look_at_archive, ("", "ABC"), id="back up"),
    pytest.param(begin_lost, restore, look, ("A", "ABC"), id="restore"),
]


@pytest.mark.uncounted
@pytest.mark.parametrize(("start", "act", "see", "states"), DEEDS)
def test_any_call_may_fail(
    tmp_path: Path, start: Act, act: Act, see: Look, states: States
) -> None:
    before, after = states
    template, home = tmp_path / "template", tmp_path / "point"
    start(template)
    shutil.copytree(template, home)
    with between(Calls()) as calls:
        act(home)
    assert see(home) == after
    for number in range(1, calls.count + 1, 2):
        shutil.rmtree(home)
        shutil.copytree(template, home)
        error = ERRORS[number // 2 % len(ERRORS)]
        done = True
        try:
            with between(Refusing(number, error, for_good=number % 4 == 1)):
                act(home)
        except ReflectError:
            done = False
        assert see(home) in ([after] if done else [before, after])
        assert not is_held()
        act(home)
        assert see(home) == after


@pytest.mark.parametrize(("start", "act", "see", "states"), DEEDS)
def test_killed_before_any_call_all_others_stay(
    tmp_path: Path, start: Act, act: Act, see: Look, states: States
) -> None:
    before, after = states
    template, home = tmp_path / "template", tmp_path / "point"
    start(template)
    number, killed = 1, True
    while killed:
        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(template, home)
        child = os.fork()
        if not child:
            with between(Tearing(number)):
                act(home)
            os._exit(0)
        status = os.waitpid(child, 0)[1]
        killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
        assert see(home) in ([before, after] if killed else [after])
        act(home)
        assert see(home) == after
        number += 3
    assert number > 20
