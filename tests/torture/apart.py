"""Runs a harness that forks in a process that has only one thread."""

import json
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from tests.torture.verdict import Bench, Tally, load_tally
from tests.torture.worlds import PROJECT, make_environ


def run_apart(work: Callable[[Bench], Tally], bench: Bench, *before: str) -> Tally:
    """Run a function of a module elsewhere.

    `before` is a command that starts the process in surroundings of its own.
    """
    order = [
        work.__module__,
        work.__name__,
        str(bench.folder),
        bench.fast,
        bench.mutant,
        bench.only,
    ]
    done = subprocess.run(
        [*before, sys.executable, "-m", "tests.torture.apart", json.dumps(order)],
        check=False,
        capture_output=True,
        text=True,
        env=make_environ(),
        cwd=PROJECT,
    )
    if done.returncode:
        message = f"{order} ended with {done.returncode}: {done.stderr[-2000:]}"
        raise RuntimeError(message)
    return load_tally(done.stdout)


def main() -> None:
    module, name, folder, fast, mutant, only = json.loads(sys.argv[1])
    work = getattr(import_module(module), name)
    bench = Bench(Path(folder), fast=fast, mutant=mutant, only=tuple(only))
    sys.stdout.write(work(bench).dump())


if __name__ == "__main__":
    main()
