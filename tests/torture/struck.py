"""The process at strace's side: does a deed again and again, each time in a child."""

import ctypes
import json
import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from tests.torture.deeds import DEEDS, Deed, Outcome, perform
from tests.torture.mutants import mutated

SET_PTRACER: Final = 0x59616D61


def main() -> None:
    order = json.loads(sys.argv[1])
    folder, deed = Path(order["folder"]), DEEDS[order["deed"]]
    library = ctypes.CDLL(None)
    # Some systems let only a parent look on; this process is looked at by anyone.
    library.prctl(SET_PTRACER, ctypes.c_ulong(-1), 0, 0, 0)
    results = os.open(folder / "results", os.O_WRONLY | os.O_APPEND)
    with mutated(order["mutant"]):
        # Everything is imported and every cache is warm before it counts.
        warm = folder / f"warm{os.getpid()}"
        warm.mkdir()
        deed.begin(warm / "home")
        perform(deed, warm / "home")
        library.syscall(0, -1, -1, -1)
        say("ready")
        for line in sys.stdin:
            for number, (call, ahead) in enumerate(json.loads(line)):
                child = os.fork()
                if not child:
                    # Refused calls that change nothing: strace counts each process
                    # anew, and this brings it to just before the call that is meant.
                    for _ in range(ahead):
                        library.syscall(call, -1, -1, -1, -1, -1, -1)
                    home = folder / f"strike{number}" / "home"
                    act(deed, home, partial(write, results, number))
                    os._exit(0)
                os.waitpid(child, 0)
            say("done")


def act(deed: Deed, home: Path, write_down: Callable[[str], None]) -> None:
    os.getpgid(0)
    told = Outcome.ACKNOWLEDGED.value
    outcome = perform(deed, home, partial(write_down, told))
    os.getpgid(0)
    if outcome is not Outcome.ACKNOWLEDGED:
        write_down(outcome.value)


def write(results: int, number: int, word: str) -> None:
    os.write(results, f"{number} {word}\n".encode())


def say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
