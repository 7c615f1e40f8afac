"""Measure speed as ratios, and tell which bars are kept: `python -m bench`."""

import argparse
import sys
import tempfile
from pathlib import Path
from typing import Final

from bench.comparing import compare
from bench.plan import Plan, Sizes
from bench.table import render_table

ROUNDS: Final = 5
QUICK: Final = Sizes(20, 60, 120)


def main() -> int:
    """Measure everything; 1 when a bar is missed."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="best of so many")
    parser.add_argument("--without-jrnl", action="store_true", help="skip its rows")
    parser.add_argument(
        "--quick",
        action="store_true",
        help="one round over small journals: does it run? No bar is held",
    )
    options = parser.parse_args()
    sizes, rounds = (QUICK, 1) if options.quick else (Sizes(), options.rounds)
    with tempfile.TemporaryDirectory(prefix="reflect-bench-") as folder:
        plan = Plan(Path(folder), sizes, with_jrnl=not options.without_jrnl)
        results = []
        for comparison in plan.list_comparisons():
            print(f"Measuring {comparison.work} ...", file=sys.stderr)
            results.append(compare(comparison, rounds))
    print(render_table(results, judged=not options.quick))
    missed = sum(result.verdict == "MISSED" for result in results)
    if options.quick:
        print("Too small a journal to be held against any bar.")
        return 0
    print(f"{missed} of {len(results)} missed." if missed else "Every bar is kept.")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
