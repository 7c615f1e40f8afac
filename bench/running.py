"""Whole commands as people's shells run them: their time and their peak memory.

The time is the processor's. Nothing here waits for anything else for long, so it is
what a person waits, and what else the machine does lengthens it far less.
"""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

PROJECT: Final = Path(__file__).parents[1]
REFLECT: Final = (sys.executable, "-m", "reflect_journal")
KIB: Final = 1 if sys.platform == "darwin" else 1024
"""Bytes in the unit in which the system tells peak memory."""


class FailedError(Exception):
    """A command that was to be measured did not do its work."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run took: seconds, and bytes of memory at its peak.

    The peak of a command is never below that of the process which starts it, so
    that nothing large may be kept here.
    """

    seconds: float
    peak: int = 0

    def or_less(self, other: "Cost | None") -> "Cost":
        """Take the smaller of each."""
        if other is None:
            return self
        return Cost(min(self.seconds, other.seconds), min(self.peak, other.peak))


@dataclass(frozen=True, slots=True)
class Command:
    """A command with the variables that it needs."""

    arguments: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)

    def run(self) -> Cost:
        """Run it with its output in a pipe.

        Raises:
            FailedError: when it fails.
        """
        with subprocess.Popen(
            self.arguments,
            env={**_inherit(), **self.environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        ) as process:
            while process.stdout and process.stdout.read(1 << 16):
                pass
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise FailedError(" ".join(self.arguments))
        return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * KIB)


def reflect(home: Path, *arguments: str) -> Command:
    """Give the command that starts the program with a home of its own."""
    environment = {"REFLECT_HOME": str(home), "PYTHONPATH": str(PROJECT / "src")}
    return Command((*REFLECT, *arguments), environment)


def _inherit() -> dict[str, str]:
    # Installed programs have compiled modules, so everything measured has them too.
    names = {"PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "PYTHONPATH"}
    return {key: value for key, value in os.environ.items() if key not in names}
