"""Killed before every call that the system sees, or with an error at it, by strace."""

import json
import re
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from typing import Final, Self

from tests.torture.deeds import Deed, Outcome
from tests.torture.verdict import TRACEBACK, Bench, Tally, judge, pick_some
from tests.torture.worlds import PROJECT, find_no_strace, make_environ

REACHED: Final = 400
"""The number of a call, within one process, at which strace does its work."""
AT_ONCE: Final = 25
CALL: Final = re.compile(r"(\d+) +\[ *(\d+)\] (\w+)\(")
MARK: Final = "getpgid"
LEFT_ALONE: Final = ("exit_group", "exit", "clone", "clone3", "fork", "vfork", MARK)
ON_FILES: Final = (
    "openat",
    "write",
    "fsync",
    "rename",
    "renameat",
    "renameat2",
    "unlink",
    "unlinkat",
    "flock",
    "fcntl",
    "ftruncate",
    "pread64",
    "lseek",
    "mkdir",
    "newfstatat",
    "fstat",
    "fchmod",
    "getdents64",
)
ERRORS: Final = ("ENOSPC", "EIO", "EACCES")


@dataclass(frozen=True)
class Point:
    """One call of a deed: its name, the number strace has for it, which of them."""

    name: str
    number: int
    which: int

    @property
    def ahead(self) -> int:
        """How many calls of this name come first so that this one is reached."""
        return REACHED - self.which


def kill(bench: Bench) -> Tally:
    """Kill it before every call."""
    return run(bench, "signal=KILL", LEFT_ALONE, None)


def refuse_in_earnest(bench: Bench) -> Tally:
    """Let the system itself refuse every call on files, but not the word of it."""
    tally = Tally()
    for error in ERRORS[: 1 if bench.fast else None]:
        tally.add(run(bench, f"error={error}", (), ON_FILES))
    return tally


def run(
    bench: Bench,
    fault: str,
    left_alone: tuple[str, ...],
    names: tuple[str, ...] | None,
) -> Tally:
    tally = Tally(skipped=find_no_strace())
    if tally.skipped:
        return tally
    is_sample = bench.fast or names is not None
    for deed in bench.pick_deeds("save one"):
        with Struck(bench, deed) as struck:
            points = [
                one
                for one in struck.list_points()
                if one.name not in left_alone and (names is None or one.name in names)
            ]
            if names is not None:
                told = max(at for at, one in enumerate(points) if one.name == "write")
                points = points[:told]
            chosen = pick_some(
                range(len(points)), at_most=AT_ONCE if is_sample else len(points)
            )
            points = [points[one] for one in chosen]
            for start in range(0, len(points), AT_ONCE):
                some = points[start : start + AT_ONCE]
                outcomes = struck.strike(some, fault)
                for number, point in enumerate(some):
                    outcome = outcomes.get(number)
                    where = f"{fault} at {point.name} {point.which}"
                    if outcome is Outcome.BROKEN:
                        tally.note(TRACEBACK, f"{deed.name}, {where}")
                    acknowledged = outcome is Outcome.ACKNOWLEDGED
                    home = bench.folder / f"strike{number}" / "home"
                    judge(tally, deed, home, where, acknowledged=acknowledged)
    return tally


class Struck:
    """A process that does a deed again and again, and strace at its side."""

    def __init__(self, bench: Bench, deed: Deed) -> None:
        self.bench = bench
        self.deed = deed
        self.results = bench.folder / "results"
        order = {
            "deed": deed.name,
            "mutant": bench.mutant,
            "folder": str(bench.folder),
        }
        self.results.write_bytes(b"")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.torture.struck", json.dumps(order)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=make_environ(),
            cwd=PROJECT,
        )

    def __enter__(self) -> Self:
        assert self._hear() == "ready"
        return self

    def __exit__(self, *_: object) -> None:
        self.process.communicate()

    def list_points(self) -> list[Point]:
        """Watch the deed once and list its calls between the two marks."""
        trace = self.bench.folder / "trace"
        self._do([(0, 0)], ["-n", "-o", str(trace)])
        counts: Counter[tuple[str, str]] = Counter()
        marks: Counter[str] = Counter()
        points = []
        for line in trace.read_text(errors="replace").splitlines():
            if found := CALL.match(line):
                process, number, name = found.groups()
                counts[process, name] += 1
                marks[process] += name == MARK
                if name != MARK and marks[process] == 1:
                    points.append(Point(name, int(number), counts[process, name]))
        return points

    def strike(self, points: list[Point], fault: str) -> dict[int, Outcome]:
        """Do the deed once for every point, in the homes `strike0` and on."""
        names = ",".join(sorted({point.name for point in points}))
        # Never with --seccomp-bpf: strace then forgets its signals.
        inject = f"inject={names}:{fault}:when={REACHED}"
        options = ["-e", f"trace={names}", "-o", "/dev/null", "-e", inject]
        return self._do([(point.number, point.ahead) for point in points], options)

    def _do(
        self, ahead: list[tuple[int, int]], options: list[str]
    ) -> dict[int, Outcome]:
        for number in range(len(ahead)):
            self.bench.copy(self.bench.prepare(self.deed), f"strike{number}")
        self.results.write_bytes(b"")
        command = ["strace", "-f", *options, "-p", str(self.process.pid)]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as strace:
            assert strace.stderr is not None
            assert "attached" in strace.stderr.readline()
            assert self.process.stdin is not None
            self.process.stdin.write(json.dumps(ahead) + "\n")
            self.process.stdin.flush()
            heard = self._hear()
            strace.terminate()
            strace.communicate()
        assert heard == "done"
        lines = [line.split(" ", 1) for line in self.results.read_text().splitlines()]
        return {int(number): Outcome(outcome) for number, outcome in lines}

    def _hear(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()
