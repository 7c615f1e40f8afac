"""What the harnesses take from outside."""

import os
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

NOW: Final = datetime(2026, 11, 20, 21, 4, 5, tzinfo=UTC)
PROJECT: Final = Path(__file__).parents[2]


def make_environ() -> dict[str, str]:
    """Make the environment of a process that finds the program and the harnesses."""
    paths = f"{PROJECT / 'src'}{os.pathsep}{PROJECT}"
    return {**os.environ, "PYTHONPATH": paths}


def find_missing(*programs: str, root: bool = False) -> str:
    """Say what a harness would need and is not there; "" when all is."""
    missing = [name for name in programs if shutil.which(name) is None]
    if missing:
        return f"{', '.join(missing)} not installed"
    if root and (not hasattr(os, "getuid") or os.getuid()):
        return "needs root"
    return ""


def find_no_strace() -> str:
    """Say why no process can be watched here; "" when it can."""
    problem = find_missing("strace")
    if not problem and not can_run("strace", "-o", os.devnull, "true"):
        return "strace is not allowed here"
    return problem


def can_run(*command: str) -> bool:
    """Tell whether a command works here."""
    return not subprocess.run(command, check=False, capture_output=True).returncode
