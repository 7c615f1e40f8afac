"""Killed in a save, and killed again while the next one puts things right."""

import os

from tests.torture.apart import run_apart
from tests.torture.calls import Calls, Tearing, between
from tests.torture.deeds import DEEDS, Deed, perform
from tests.torture.mutants import mutated
from tests.torture.verdict import Bench, Tally, judge, pick_some


def recover(bench: Bench) -> Tally:
    return run_apart(work, bench)


def work(bench: Bench) -> Tally:
    tally = Tally()
    with mutated(bench.mutant):
        for deed in bench.pick_deeds("save one", "repair"):
            template = bench.prepare(deed)
            first = count(bench, deed, "point")
            for number in pick_some(
                range(1, first + 1), at_most=4 if bench.fast else 14
            ):
                bench.copy(template, "killed")
                die(bench, deed, "killed", number)
                second = count(bench, deed, "again", "killed")
                numbers = pick_some(
                    range(1, second + 1), at_most=3 if bench.fast else 14
                )
                for again in numbers:
                    home = bench.copy(bench.folder / "killed", "again")
                    acknowledged = die(bench, deed, "again", again)
                    where = f"killed at call {number}, then at {again}"
                    judge(tally, deed, home, where, acknowledged=acknowledged)
    return tally


def count(bench: Bench, deed: Deed, name: str, source: str = "") -> int:
    template = bench.folder / source if source else bench.prepare(deed)
    home, calls = bench.copy(template, name), Calls()
    with between(calls):
        perform(deed, home)
    return calls.count


def die(bench: Bench, deed: Deed, name: str, number: int) -> bool:
    """Do the deed in a child that is killed; tell whether it was acknowledged."""
    child = os.fork()
    if not child:
        with between(Tearing(number)):
            perform(DEEDS[deed.name], bench.folder / name / "home")
        os._exit(0)
    return os.waitpid(child, 0)[1] == 0
