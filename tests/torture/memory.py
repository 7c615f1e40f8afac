"""Memory runs out at one allocation after the other."""

import os
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from tests.torture.apart import run_apart
from tests.torture.deeds import Deed, Outcome, perform
from tests.torture.mutants import mutated
from tests.torture.verdict import Bench, Tally, judge

WITHOUT_TROUBLE = 40
"""So many allocations in a row that nobody missed, and all were tried."""
CLOSELY = 2000
"""Up to here the pieces lie close; a whole command takes ten times as many."""


def starve(bench: Bench) -> Tally:
    if find_spec("_testcapi") is None:
        return Tally(skipped="this Python has no _testcapi")
    return run_apart(work, bench)


def work(bench: Bench) -> Tally:
    tally = Tally()
    step = 45 if bench.fast else 7
    with mutated(bench.mutant):
        for place, deed in enumerate(bench.pick_deeds("save one")):
            # Each deed begins elsewhere, so that all of them together try most numbers.
            number, quiet = 1 + place, 0
            template = bench.prepare(deed)
            begun = list_contents(template / "home")
            # Most are missed before anything is touched, and all of these are as this
            # one: judged once, and whatever has to be imported is there from then on.
            judge(tally, deed, bench.copy(template), "untouched", acknowledged=False)
            while quiet * step < WITHOUT_TROUBLE:
                home = bench.copy(template)
                acknowledged = fail_at(number, deed, home) == 0
                if acknowledged or list_contents(home) != begun:
                    where = f"no memory at allocation {number}"
                    judge(tally, deed, home, where, acknowledged=acknowledged)
                else:
                    tally.points += 1
                quiet = quiet + 1 if acknowledged else 0
                number += step if number < CLOSELY else 10 * step
    return tally


def list_contents(home: Path) -> dict[Path, bytes]:
    """Give all that is there; what is no file has no bytes."""
    return {
        one.relative_to(home): one.read_bytes() if one.is_file() else b""
        for one in home.rglob("*")
    }


def fail_at(number: int, deed: Deed, home: Path) -> int:
    """Do the deed in a child that cannot have one of its pieces of memory."""
    hooks = import_module("_testcapi")
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1]
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    code = 1
    try:
        hooks.set_nomemory(number, number + 1)
        outcome = perform(deed, home)
        hooks.remove_mem_hooks()
        # Python itself makes other errors of some of these; all of them are refusals.
        code = int(outcome is not Outcome.ACKNOWLEDGED)
    finally:
        os._exit(code)
