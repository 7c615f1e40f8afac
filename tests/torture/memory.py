"""Memory runs out at one allocation after the other."""

import os

from tests.torture.apart import run_apart
from tests.torture.deeds import Deed, Outcome, perform
from tests.torture.mutants import mutated
from tests.torture.verdict import Bench, Tally, judge

WITHOUT_TROUBLE = 40
"""So many saves in a row that noticed nothing, and all allocations were tried."""


def starve(bench: Bench) -> Tally:
    try:
        import _testcapi  # noqa: F401
    except ImportError:
        return Tally(skipped="this Python has no _testcapi")
    return run_apart(work, bench)


def work(bench: Bench) -> Tally:
    tally = Tally()
    step = 25 if bench.fast else 2
    with mutated(bench.mutant):
        for deed in bench.pick_deeds("save one"):
            number, quiet = 1, 0
            perform(deed, bench.copy(bench.prepare(deed)))
            while quiet * step < WITHOUT_TROUBLE:
                home = bench.copy(bench.prepare(deed))
                status = fail_at(number, deed, str(home))
                acknowledged = status == 0
                where = f"no memory at allocation {number}"
                judge(tally, deed, home, where, acknowledged=acknowledged)
                quiet = quiet + 1 if acknowledged else 0
                number += step
    return tally


def fail_at(number: int, deed: Deed, home: str) -> int:
    """Do the deed in a child that cannot have one of its pieces of memory."""
    from pathlib import Path

    import _testcapi

    path = Path(home)
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1]
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    code = 1
    try:
        _testcapi.set_nomemory(number, number + 1)
        outcome = perform(deed, path)
        _testcapi.remove_mem_hooks()
        # Python itself makes other errors of some of these; all of them are refusals.
        code = int(outcome is not Outcome.ACKNOWLEDGED)
    finally:
        os._exit(code)
