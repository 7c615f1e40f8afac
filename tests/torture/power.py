"""Power cuts of real file systems, mounted from files and shut down at once."""

import fcntl
import os
import struct
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.torture.apart import run_apart
from tests.torture.calls import Calls, Doing, between
from tests.torture.deeds import Deed, Outcome, perform
from tests.torture.mutants import mutated
from tests.torture.verdict import Bench, Tally, judge, pick_some
from tests.torture.worlds import can_run, find_missing

ALONE: Final = ("unshare", "--mount")
SHUTDOWN: Final = 0x8004587D
WITHOUT_FLUSH: Final = struct.pack("I", 2)


@dataclass(frozen=True)
class Kind:
    """A file system: how it is made, how large, how mounted, how the power goes."""

    name: str
    megabytes: int
    make: tuple[str, ...]
    options: str = ""
    can_shut_down: bool = True


EXT4: Final = ("mkfs.ext4", "-q", "-F")
KINDS: Final = (
    Kind("ext4", 16, EXT4),
    Kind("ext4 noauto_da_alloc", 16, EXT4, ",noauto_da_alloc"),
    Kind("xfs", 320, ("mkfs.xfs", "-q", "-f")),
    Kind("btrfs", 128, ("mkfs.btrfs", "-q", "-f"), can_shut_down=False),
)


class Machine:
    """One file system that can lose its power."""

    def __init__(self, folder: Path, kind: Kind) -> None:
        self.kind = kind
        self.blank = folder / f"{kind.name}.blank".replace(" ", "-")
        self.image = folder / "image"
        self.kept = folder / "image.kept"
        self.place = folder / "mounted"
        self.place.mkdir(exist_ok=True)
        if not self.blank.exists():
            with self.blank.open("wb") as file:
                file.truncate(kind.megabytes * 1024 * 1024)
            call(*kind.make, str(self.blank))

    def start(self) -> None:
        call("cp", "--sparse=always", str(self.blank), str(self.image))
        self.mount()

    def mount(self) -> None:
        call(
            "mount",
            "-o",
            f"loop{self.kind.options}",
            str(self.image),
            str(self.place),
        )

    def cut(self) -> None:
        """Lose all that is not on the disk yet."""
        if self.kind.can_shut_down:
            fd = os.open(self.place, os.O_RDONLY)
            try:
                fcntl.ioctl(fd, SHUTDOWN, WITHOUT_FLUSH)
            finally:
                os.close(fd)
        else:
            call("cp", "--sparse=always", str(self.image), str(self.kept))

    def cut_later(self) -> None:
        """Lose it after another program has synced a file of its own."""
        with (self.place / "another").open("wb") as file:
            file.write(b"z")
            file.flush()
            os.fsync(file.fileno())
        self.cut()

    def start_again(self) -> None:
        self.stop()
        if self.kept.exists():
            self.kept.replace(self.image)
        self.mount()

    def stop(self) -> None:
        call("umount", str(self.place))

    def release(self) -> None:
        subprocess.run(["umount", "-l", self.place], check=False, capture_output=True)


def call(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)


def cut_power(bench: Bench) -> Tally:
    """Work where no other process sees the mounts, and could keep them alive."""
    needed = ("mount", "umount", "cp", "unshare")
    missing = find_missing(*needed, root=True)
    if not missing and not can_run(*ALONE, "true"):
        missing = "mounts of one's own are not allowed here"
    return Tally(skipped=missing) if missing else run_apart(work, bench, *ALONE)


def work(bench: Bench) -> Tally:
    tally = Tally()
    missing = []
    with mutated(bench.mutant):
        for kind in KINDS[:1] if bench.fast else KINDS:
            if problem := find_missing(kind.make[0]) or try_mount(bench, kind):
                missing.append(f"{kind.name}: {problem}")
                continue
            for deed in bench.pick_deeds("save one"):
                with powered(bench, kind) as machine:
                    torment(bench, machine, deed, tally)
    tally.skipped = "; ".join(missing)
    return tally


def try_mount(bench: Bench, kind: Kind) -> str:
    """Say why a file system cannot be mounted here; "" when it can."""
    try:
        with powered(bench, kind) as machine:
            machine.start()
            machine.stop()
    except (OSError, subprocess.CalledProcessError):
        return "cannot be mounted from a file here"
    return ""


@contextmanager
def powered(bench: Bench, kind: Kind) -> Iterator[Machine]:
    machine = Machine(bench.folder, kind)
    try:
        yield machine
    finally:
        machine.release()


def torment(bench: Bench, machine: Machine, deed: Deed, tally: Tally) -> None:
    where = machine.kind.name
    strike(machine, deed, tally, f"{where}, cut when told", told_then(machine.cut))
    strike(
        machine,
        deed,
        tally,
        f"{where}, cut when another program has synced",
        told_then(machine.cut_later),
    )
    calls = Calls()
    home = bench.copy(bench.prepare(deed))
    with between(calls):
        perform(deed, home)
    most = 3 if bench.fast else 12
    for number in pick_some(range(1, calls.count + 1), at_most=most):
        strike(
            machine,
            deed,
            tally,
            f"{where}, cut before call {number}",
            cut_before(machine, number),
        )


Strike = Callable[[Deed, Path], bool]


def told_then(action: Callable[[], object]) -> Strike:
    def act(deed: Deed, home: Path) -> bool:
        acknowledged = perform(deed, home) is Outcome.ACKNOWLEDGED
        action()
        return acknowledged

    return act


def cut_before(machine: Machine, number: int) -> Strike:
    def act(deed: Deed, home: Path) -> bool:
        told: list[bool] = []

        def cut() -> None:
            machine.cut()
            told.append(False)

        # What is told after the cut was never seen by anybody.
        with between(Doing(number, cut)):
            perform(deed, home, lambda: told.append(True))
        if not told or told[0]:
            machine.cut()
        return bool(told and told[0])

    return act


def strike(machine: Machine, deed: Deed, tally: Tally, where: str, act: Strike) -> None:
    machine.start()
    folder = machine.place / "work"
    folder.mkdir()
    deed.begin(folder / "home")
    call("sync", "-f", str(machine.place))
    acknowledged = act(deed, folder / "home")
    machine.start_again()
    judge(tally, deed, folder / "home", where, acknowledged=acknowledged)
    machine.stop()
    with suppress(FileNotFoundError):
        machine.image.unlink()
