"""Torture the journal and report one line for every harness."""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.torture.deeds import DEEDS
from tests.torture.harnesses import HARNESSES, Run, run_harness
from tests.torture.verdict import Bench

HEAD = f"{'harness':25}{'points':>8}{'lost':>6}{'tracebacks':>12}{'seconds':>9}"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.torture")
    parser.add_argument("--fast", action="store_true", help="a share of each")
    parser.add_argument("--deed", action="append", default=[], choices=DEEDS)
    parser.add_argument("harness", nargs="*", help=f"of {', '.join(HARNESSES)}")
    given = parser.parse_args()
    say(HEAD)
    lost = 0
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), fast=given.fast, only=tuple(given.deed))
        for name in given.harness or HARNESSES:
            run = run_harness(name, bench)
            say(describe(name, run))
            lost += run.tally.found.total()
            for example in run.tally.examples:
                say(f"    {example}")
    return int(lost > 0)


def describe(name: str, run: Run) -> str:
    tally = run.tally
    if tally.skipped and not tally.points:
        return f"{name:25} skipped: {tally.skipped}"
    line = f"{name:25}{tally.points:8}{tally.lost:6}{tally.tracebacks:12}"
    note = f"  without {tally.skipped}" if tally.skipped else ""
    return f"{line}{run.seconds:9.1f}{note}"


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
