"""Whatever call fails in a save, what was acknowledged stays and the next one works."""

import errno
import fcntl
import os
import shutil
import signal
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from reflect_journal.errors import JournalUnusableError, NotSavedError

# All that saving imports, for an import makes calls of its own.
from reflect_journal.journal import device, heads, lock, sealing  # noqa: F401
from reflect_journal.journal.disk import DiskJournal
from reflect_journal.journal.drafts import Draft, DraftStore
from reflect_journal.journal.system import System
from reflect_journal.journal.versions import NewVersion
from tests.journal.interrupts import interrupt_at, is_held, list_moments
from tests.journal.worlds import (
    DEVICE,
    list_companies,
    list_findings,
    make_journal,
    make_places,
    make_version,
)
from tests.torture.calls import Calls, Refusing, Shortening, between

pytestmark = pytest.mark.torture

ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS)
SHORT = (0, 1, 17, 300)
OLD = [make_version(f"old{i}", note="x" * 100) for i in range(3)]
OLD_NAMES = [f"old{i}" for i in range(3)]


def begin_nothing(home: Path) -> None:
    assert not home.exists()


def begin_with_old(home: Path) -> None:
    journal = make_journal(home)
    for version in OLD:
        journal.save([version])


def begin_torn(home: Path) -> None:
    begin_with_old(home)
    log = make_places(home).journal / f"{DEVICE}.jsonl"
    log.write_bytes(log.read_bytes() + b'{"v":1,"op":"put"')


def make_one() -> list[NewVersion]:
    return [make_version("new0", note="y" * 6000)]


def make_three() -> list[NewVersion]:
    return [make_version(f"new{i}", note="y" * 600) for i in range(3)]


def make_change() -> list[NewVersion]:
    return [make_version("new0", OLD[0].id, [OLD[0].revision])]


SITUATIONS = [
    pytest.param(begin_nothing, make_one, id="first"),
    pytest.param(begin_with_old, make_one, id="one more"),
    pytest.param(begin_torn, make_one, id="behind a torn line"),
    pytest.param(begin_with_old, make_three, id="several"),
    pytest.param(begin_with_old, make_change, id="a change"),
]
Begin = Callable[[Path], None]
Make = Callable[[], list[NewVersion]]


Picture = frozenset[tuple[str, int, bytes]]


class Situation:
    """A prepared journal that can be had again and again."""

    def __init__(self, tmp_path: Path, begin: Begin, make: Make) -> None:
        self.template, self.home = tmp_path / "template", tmp_path / "home"
        begin(self.template)
        self.before = take_picture(self.template)
        self.new = make()
        names = {one.id: one.document["company"] for one in self.new}
        self.old = [] if begin is begin_nothing else OLD_NAMES
        kept = [one.document["company"] for one in OLD if one.id not in names]
        self.after = sorted([*(kept if self.old else []), *names.values()])
        self.checked: set[tuple[Picture, bool]] = set()

    def start(self) -> DiskJournal:
        if take_picture(self.home) != self.before:
            shutil.rmtree(self.home, ignore_errors=True)
            if self.template.exists():
                shutil.copytree(self.template, self.home)
        return make_journal(self.home)

    def check(self, *, acknowledged: bool) -> None:
        """What was acknowledged is there, all or nothing, and saving works.

        Nothing is held any more; and what is on disk, if it was never seen before.
        """
        assert not is_held()
        assert not any(map(is_locked, make_places(self.home).locks.glob("*")))
        seen = (take_picture(self.home), acknowledged)
        if seen in self.checked:
            return
        self.checked.add(seen)
        journal = make_journal(self.home, ids="01Y")
        found = list_companies(journal)
        assert found in ([self.after] if acknowledged else [self.after, self.old])
        journal.save(self.new)
        assert list_companies(make_journal(self.home)) == self.after
        damage = {one.kind for one in list_findings(journal) if one.is_damage}
        assert damage <= {"unreadable-line"}


def take_picture(home: Path) -> Picture:
    """Take all that is in a folder: names, modes and contents."""
    return frozenset(
        (
            str(path.relative_to(home)),
            path.stat().st_mode,
            b"" if path.is_dir() else path.read_bytes(),
        )
        for path in home.rglob("*")
    )


def is_locked(path: Path) -> bool:
    with path.open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def try_to_save(journal: DiskJournal, new: list[NewVersion]) -> bool:
    try:
        journal.save(new)
    except (NotSavedError, JournalUnusableError):
        return False
    return True


@pytest.mark.uncounted
@pytest.mark.parametrize("for_good", [False, True], ids=["once", "for good"])
@pytest.mark.parametrize(("begin", "make"), SITUATIONS)
def test_any_call_may_fail(
    tmp_path: Path, begin: Begin, make: Make, for_good: bool
) -> None:
    situation = Situation(tmp_path, begin, make)
    journal = situation.start()
    with between(Calls()) as calls:
        journal.save(situation.new)
    assert calls.count > 20
    failed = 0
    for number in range(1, calls.count + 1):
        # Every error at every call is what `make torture` tries.
        for error in ERRORS[number % 2 :: 2]:
            journal = situation.start()
            with between(Refusing(number, error, for_good=for_good)):
                acknowledged = try_to_save(journal, situation.new)
            failed += not acknowledged
            situation.check(acknowledged=acknowledged)
    assert failed > 25


@pytest.mark.parametrize(("begin", "make"), SITUATIONS)
def test_the_system_may_take_a_few_bytes_at_a_time(
    tmp_path: Path, begin: Begin, make: Make
) -> None:
    situation = Situation(tmp_path, begin, make)
    for size in SHORT:
        for repeat in (1, 3):
            journal = situation.start()
            with between(Shortening(1, size, times=repeat)):
                acknowledged = try_to_save(journal, situation.new)
            situation.check(acknowledged=acknowledged)


@pytest.mark.uncounted
@pytest.mark.uncounted
@pytest.mark.parametrize(("begin", "make"), SITUATIONS)
def test_ctrl_c_may_come_at_any_moment(
    tmp_path: Path, begin: Begin, make: Make
) -> None:
    situation = Situation(tmp_path, begin, make)

    situation.start().save(situation.new)
    moments = list_moments(partial(situation.start().save, situation.new))
    assert len(moments) > 500
    # Every moment of the common save, every eleventh of the others.
    step = 1 if (begin, make) == (begin_with_old, make_one) else 11
    for moment in moments[::step]:
        journal = situation.start()
        assert interrupt_at(moment, partial(journal.save, situation.new)), moment
        situation.check(acknowledged=False)


def test_ctrl_c_may_come_at_any_moment_while_a_draft_is_kept(tmp_path: Path) -> None:
    store = DraftStore(make_places(tmp_path))
    drafts = [
        Draft("01D", "full", "", "", {"moment": answer}) for answer in ("one", "two")
    ]
    store.keep(drafts[0])
    moments = list_moments(lambda: store.keep(drafts[1]))
    assert len(moments) > 100
    for moment in moments:
        store.keep(drafts[0])
        assert interrupt_at(moment, lambda: store.keep(drafts[1])), moment
        assert store.find_newest() in drafts
        assert not is_held()


@pytest.mark.parametrize("for_good", [False, True], ids=["once", "for good"])
def test_any_call_may_fail_while_a_draft_is_kept(
    tmp_path: Path, for_good: bool
) -> None:
    store = DraftStore(make_places(tmp_path))
    first = Draft("01D", "full", "", "", {"moment": "one"})
    second = Draft("01D", "full", "", "", {"moment": "two"})
    store.keep(first)
    with between(Calls()) as calls:
        store.keep(second)
    for number in range(1, calls.count + 1):
        for error in ERRORS:
            store.keep(first)
            kept = True
            try:
                with between(Refusing(number, error, for_good=for_good)):
                    store.keep(second)
            except NotSavedError:
                kept = False
            newest = store.find_newest()
            assert newest in ([second] if kept else [first, second])
            store.keep(second)
            assert store.find_newest() == second


def press_here() -> None:
    signal.raise_signal(signal.SIGINT)


def press_in_thread() -> None:
    """A thread that is older than the save does not hold signals back."""

    def press() -> None:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
        press_here()

    thread = threading.Thread(target=press)
    thread.start()
    thread.join()


@pytest.mark.parametrize("press", [press_here, press_in_thread])
@pytest.mark.parametrize("platform", ["linux", "win32"])
def test_ctrl_c_during_a_save_waits_until_it_is_done(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    platform: str,
    press: Callable[[], None],
) -> None:
    journal = make_journal(tmp_path, system=System(platform, patience=0))
    journal.save([make_version("A")])
    real = os.fsync

    def sync(fd: int) -> None:
        press()
        real(fd)

    monkeypatch.setattr(os, "fsync", sync)
    with pytest.raises(KeyboardInterrupt):
        journal.save([make_version("B")])
    monkeypatch.undo()
    assert list_companies(journal) == ["A", "B"]
    assert not is_held()
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
