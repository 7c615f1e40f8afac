"""The program as a process of its own, for what cannot be seen from inside."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import reflect_journal

SOURCE = str(Path(reflect_journal.__file__).parents[1])
PROGRAM = [sys.executable, "-m", "reflect_journal"]


def make_environ(home: Path) -> dict[str, str]:
    """Make the environment of a process that uses the journal below a folder."""
    return {**os.environ, "PYTHONPATH": SOURCE, "REFLECT_HOME": str(home)}


def run(home: Path, *arguments: str, **more: Any) -> subprocess.CompletedProcess[str]:
    """Run the program in a process; standard output and error are kept as text."""
    environ = {**make_environ(home), **more.pop("environ", {})}
    kept = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.run(
        [*more.pop("program", PROGRAM), *arguments],
        env=environ,
        check=False,
        text=True,
        **{"stdin": subprocess.DEVNULL, **kept, **more},
    )


def run_in_shell(home: Path, script: str) -> subprocess.CompletedProcess[str]:
    """Run a line of bash in which `reflect` is the program."""
    function = f'reflect() {{ "{sys.executable}" -m reflect_journal "$@"; }}'
    program = ["bash", "-c", f"{function}\n{script}"]
    return run(home, program=program)
