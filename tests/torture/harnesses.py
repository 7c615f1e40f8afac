"""All harnesses by name, in the order in which they are run."""

import shutil
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple

from tests.torture import (
    crowd,
    full_disk,
    fuzzing,
    interrupts,
    kills,
    leaks,
    memory,
    power,
    recovery,
    refusals,
    replay,
    rot,
)
from tests.torture.verdict import Bench, Tally

HARNESSES: Final[dict[str, Callable[[Bench], Tally]]] = {
    "killed at every call": kills.kill,
    "every call refused": refusals.refuse,
    "refused by the system": kills.refuse_in_earnest,
    "short writes": refusals.shorten,
    "Ctrl-C at every call": interrupts.interrupt,
    "no memory": memory.starve,
    "power cuts on paper": replay.cut_on_paper,
    "real power cuts": power.cut_power,
    "bit rot": rot.rot,
    "damaged files": fuzzing.fuzz,
    "a stranger appends": refusals.append_outside,
    "a crowd": crowd.compete,
    "a full disk": full_disk.fill,
    "killed while recovering": recovery.recover,
    "one word in every field": leaks.leak,
}
MEMORY_DISK: Final = Path("/dev/shm")  # noqa: S108 - a folder of its own is made there


class Run(NamedTuple):
    """What a harness found, and how long it took."""

    tally: Tally
    seconds: float


def run_harness(name: str, bench: Bench) -> Run:
    """Run one harness in a folder of its own, in memory where there is such a disk."""
    place = MEMORY_DISK if MEMORY_DISK.is_dir() else bench.folder
    folder = Path(tempfile.mkdtemp(prefix="torture-", dir=place))
    begin = time.monotonic()
    try:
        tally = HARNESSES[name](replace(bench, folder=folder))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return Run(tally, time.monotonic() - begin)
