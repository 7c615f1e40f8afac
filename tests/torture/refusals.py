"""Every call to the system fails, once or from then on, or takes only a few bytes."""

import errno
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from reflect_journal.journal.record import make_put, seal
from tests.torture.calls import Calls, Doing, Refusing, Shortening, between
from tests.torture.deeds import (
    Deed,
    Outcome,
    find_log,
    make_id,
    make_version,
    perform,
    shown,
)
from tests.torture.mutants import mutated
from tests.torture.verdict import (
    FRAGMENT,
    REFUSED,
    TRACEBACK,
    Bench,
    Tally,
    judge,
    pick_some,
)
from tests.torture.worlds import NOW

ERRORS: Final = ("ENOSPC", "EIO", "EACCES", "EDQUOT", "EROFS", "EMFILE", "EINTR")
HAVE_A_LOG: Final = ("save one", "save several", "go on", "sweep", "repair")
"""A log to append to, and no torn end that stays and a stranger is glued to."""
SIZES: Final = (0, 1, 17, 4095, 4096)


def count_calls(bench: Bench, deed: Deed) -> int:
    home = bench.copy(bench.prepare(deed))
    with between(Calls()) as calls:
        assert perform(deed, home) is Outcome.ACKNOWLEDGED
    return calls.count


def try_deed(
    bench: Bench, deed: Deed, calls: Calls, tally: Tally, where: str
) -> tuple[Outcome, Path]:
    home = bench.copy(bench.prepare(deed))
    with between(calls):
        outcome = perform(deed, home)
    if outcome is Outcome.BROKEN:
        tally.note(TRACEBACK, f"{deed.name}, {where}")
    return outcome, home


def refuse(bench: Bench) -> Tally:
    """Every call fails."""
    tally = Tally()
    with mutated(bench.mutant):
        for deed in bench.pick_deeds("save the first", "save one", "hand in", "repair"):
            count = count_calls(bench, deed)
            numbers = pick_some(range(1, count + 1), at_most=8 if bench.fast else 999)
            for number in numbers:
                for name in ERRORS[: 1 if bench.fast else None]:
                    for for_good in (False, True):
                        calls = Refusing(
                            number, getattr(errno, name), for_good=for_good
                        )
                        where = f"call {number} {name}{' for good' * for_good}"
                        outcome, home = try_deed(bench, deed, calls, tally, where)
                        acknowledged = outcome is Outcome.ACKNOWLEDGED
                        judge(tally, deed, home, where, acknowledged=acknowledged)
    return tally


def shorten(bench: Bench) -> Tally:
    """The system takes a few bytes of a write, and then all or no more."""
    tally = Tally()
    with mutated(bench.mutant):
        for deed in bench.pick_deeds("save one", "save several"):
            for number in (1, 2):
                for size in SIZES:
                    shorten_once(bench, deed, number, size, tally)
    return tally


def shorten_once(
    bench: Bench, deed: Deed, number: int, size: int, tally: Tally
) -> None:
    where = f"write {number} takes {size}"
    calls = Shortening(number, size)
    outcome, home = try_deed(bench, deed, calls, tally, where)
    acknowledged = outcome is Outcome.ACKNOWLEDGED
    # A write that takes some bytes is no refusal; one that takes none is.
    if size and not acknowledged:
        tally.note(REFUSED, f"{deed.name}, {where}")
    judge(tally, deed, home, where, acknowledged=acknowledged)
    where = f"write {number} takes {size}, the next one none"
    calls = Shortening(number, size, errno.ENOSPC)
    outcome, home = try_deed(bench, deed, calls, tally, where)
    acknowledged = outcome is Outcome.ACKNOWLEDGED
    before = list_logs(bench.prepare(deed) / "home")
    # What takes several steps says so, and goes on when it is done again.
    if not acknowledged and not deed.between and list_logs(home) != before:
        tally.note(FRAGMENT, f"{deed.name}, {where}")
    judge(tally, deed, home, where, acknowledged=acknowledged)


def list_logs(home: Path) -> dict[str, bytes]:
    return {
        path.name: path.read_bytes()
        for path in home.glob("data/journal/*")
        if path.stat().st_size and not path.name.endswith(".partial")
    }


def append(log: Path, line: bytes) -> None:
    with log.open("ab", buffering=0) as file:
        file.write(line)


def append_outside(bench: Bench) -> Tally:
    """A program without our lock appends a line before any call."""
    stranger = make_version("stranger", 100)
    line = seal(make_put(stranger, NOW, make_id("device")[:12].lower()))
    tally = Tally()
    with mutated(bench.mutant):
        for plain in bench.pick_deeds("save one"):
            if plain.name not in HAVE_A_LOG:
                continue
            deed = replace(plain, after={**plain.after, **shown(stranger)})
            count = count_calls(bench, plain)
            for number in range(1, count + 1):
                home = bench.copy(bench.prepare(plain))
                with between(Doing(number, partial(append, find_log(home), line))):
                    outcome = perform(plain, home)
                where = f"a stranger before call {number}"
                if outcome is not Outcome.ACKNOWLEDGED:
                    tally.note(REFUSED, f"{deed.name}, {where}")
                judge(tally, deed, home, where, acknowledged=True)
    return tally
