"""A file system of 32 KB, filled until it takes no more."""

import subprocess
from pathlib import Path
from typing import Final

from reflect_journal.errors import NotSavedError
from tests.torture.apart import run_apart
from tests.torture.deeds import look_at_journal, make_version, open_journal, show
from tests.torture.mutants import mutated
from tests.torture.verdict import (
    ACKNOWLEDGED_LOST,
    NEXT_FAILS,
    TRACEBACK,
    Bench,
    Tally,
)
from tests.torture.worlds import can_run, find_missing

APART: Final = ("unshare", "-Urm")
SIZES: Final = (300, 3000, 9000)
ENOUGH: Final = 3
"""After so many refusals it is full."""


def fill(bench: Bench) -> Tally:
    missing = find_missing("unshare", "mount")
    if not missing and not can_run(*APART, "true"):
        missing = "name spaces of one's own are not allowed here"
    if missing:
        return Tally(skipped=missing)
    return run_apart(work, bench, *APART)


def work(bench: Bench) -> Tally:
    tally = Tally()
    place = bench.folder / "small"
    place.mkdir()
    with mutated(bench.mutant):
        for size in SIZES:
            for several in (False, True):
                mount(place, "size=32k,mode=700")
                overfill(place, size, several=several, tally=tally)
                subprocess.run(["umount", place], check=True)
    return tally


def mount(place: Path, options: str) -> None:
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "none", place], check=True)


def overfill(place: Path, size: int, *, several: bool, tally: Tally) -> None:
    home = place / "home"
    told: dict[str, str] = {}
    refused = number = 0
    where = f"reflections of {size}{', three at a time' * several}"
    while refused < ENOUGH:
        number += 1
        tally.points += 1
        batch = [
            make_version(f"{number} {one}", size) for one in range(3 if several else 1)
        ]
        try:
            open_journal(home).save(batch)
        except NotSavedError:
            refused += 1
        except Exception as error:  # noqa: BLE001 - that is what is looked for
            tally.note(TRACEBACK, f"{where}: {error!r}")
            refused += 1
        else:
            told.update({one.id: show(one.document) for one in batch})
        if look_at_journal(home) != told:
            tally.note(ACKNOWLEDGED_LOST, f"{where}, after {number}")
    subprocess.run(["mount", "-o", "remount,size=1m", place], check=True)
    open_journal(home).save(batch)
    told.update({one.id: show(one.document) for one in batch})
    if look_at_journal(home) != told:
        tally.note(NEXT_FAILS, where)
