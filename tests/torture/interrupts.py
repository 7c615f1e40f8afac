"""Ctrl-C before every call: what has begun to be written is written whole."""

import os
import signal

from tests.torture.apart import run_apart
from tests.torture.calls import Calls, Doing, between
from tests.torture.deeds import Outcome, perform
from tests.torture.mutants import mutated
from tests.torture.verdict import REFUSED, Bench, Tally, judge


class Locating(Calls):
    """Finds the calls between which the journal itself is being written."""

    def __init__(self) -> None:
        super().__init__()
        self.writing: list[int] = []

    def reach(
        self, name: str, real: object, /, *args: object, **rest: object
    ) -> object:
        if name in {"write", "fsync", "replace"}:
            self.writing.append(self.count)
        return super().reach(name, real, *args, **rest)  # type: ignore[arg-type]


def press() -> None:
    os.kill(os.getpid(), signal.SIGINT)


def interrupt(bench: Bench) -> Tally:
    """Press it in a process with one thread: another one might take the key first."""
    return run_apart(work, bench)


def work(bench: Bench) -> Tally:
    tally = Tally()
    with mutated(bench.mutant):
        for deed in bench.pick_deeds("save one", "save several"):
            if deed.name in {"save the first", "hand in"}:
                # Folders and the device's name come first: there it may stop.
                continue
            home, located = bench.copy(bench.prepare(deed)), Locating()
            with between(located):
                perform(deed, home)
            writing = range(located.writing[0], located.writing[-1] + 1)
            for number in range(1, located.count + 1):
                home = bench.copy(bench.prepare(deed))
                outcome, stopped = Outcome.REFUSED, False
                try:
                    with between(Doing(number, press)):
                        outcome = perform(deed, home)
                except KeyboardInterrupt:
                    stopped = True
                where = f"Ctrl-C before call {number}"
                # Held back, it comes when all is there, though nobody was told.
                whole = stopped and number in writing
                if whole and deed.look(home) != deed.after:
                    tally.note(REFUSED, f"{deed.name}, {where}")
                acknowledged = outcome is Outcome.ACKNOWLEDGED
                judge(tally, deed, home, where, acknowledged=acknowledged)
    return tally
