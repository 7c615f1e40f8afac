"""Power cuts on paper: every state that a disk may be in, after every call.

A call that no later sync covers may have reached the disk or not: bytes wholly, half,
their first page, as NULs; names in any combination. Two kinds of disk: one where only
syncing a folder makes its names last (all that POSIX promises), and one where syncing
a new file makes its own name last (ext4, XFS, btrfs).
"""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import Any, Final, TypeAlias

from tests.torture.calls import Calls, Real, between
from tests.torture.deeds import Deed, Outcome, perform
from tests.torture.mutants import mutated
from tests.torture.verdict import Bench, Tally, judge

PAGE: Final = 4096
ALL_WAYS: Final = ("none", "all", "half", "page", "nul", "page and nul")
MANY: Final = 2
MANY_NAMES: Final = 6
Operation: TypeAlias = tuple[str, Any, Any]


class Recording(Calls):
    """Writes down what a deed asks of the disk."""

    def __init__(self) -> None:
        super().__init__()
        self.operations: list[Operation] = []

    def reach(self, name: str, real: Real, /, *args: Any, **kwargs: Any) -> Any:
        result = real(*args, **kwargs)
        note = self.operations.append
        if name == "open":
            note(("open", result, (Path(os.fsdecode(args[0])), args[1])))
        elif name == "write":
            note(("write", args[0], bytes(args[1])[:result]))
        elif name == "ftruncate":
            note(("cut", args[0], args[1]))
        elif name == "fsync":
            note(("sync", args[0], None))
        elif name in {"replace", "rename"}:
            note(("rename", Path(args[0]), Path(args[1])))
        elif name == "link":
            note(("link", Path(args[0]), Path(args[1])))
        elif name in {"unlink", "rmdir", "mkdir"}:
            note((name, Path(args[0]), None))
        return result

    def tell(self) -> None:
        self.operations.append(("tell", None, None))


@dataclass(eq=False)
class Node:
    """A file or a folder, whatever it is called."""

    path: Path
    is_folder: bool
    safe: bytes = b""
    loose: list[bytes | int] = field(default_factory=list)

    def have(self, ways: tuple[str, ...]) -> bytes:
        """Give the content when the loose changes came out in these ways."""
        content = self.safe
        for change, way in zip(self.loose, ways, strict=True):
            if way == "none":
                continue
            if isinstance(change, int):
                content = content[:change]
            else:
                content += come_out(change, way)
        return content

    def list_ways(self) -> Iterator[tuple[str, ...]]:
        """List in how many ways the loose changes may come out."""
        count = len(self.loose)
        if count <= MANY:
            yield from product(ALL_WAYS, repeat=count)
            return
        for number in range(count + 1):
            yield ("all",) * number + ("none",) * (count - number)

    def settle(self) -> None:
        self.safe = self.have(("all",) * len(self.loose))
        self.loose = []


def come_out(written: bytes, way: str) -> bytes:
    behind = bytes(max(0, len(written) - PAGE))
    return {
        "all": written,
        "half": written[: len(written) // 2],
        "page": written[:PAGE],
        "nul": bytes(len(written)),
        "page and nul": written[:PAGE] + behind,
    }[way]


Names: TypeAlias = dict[Path, Node | None]


class Disk:
    """What of all that has reached the disk, and what may have."""

    def __init__(self, root: Path, *, is_strict: bool) -> None:
        self.root = root
        self.is_strict = is_strict
        self.now: dict[Path, Node] = {}
        for path in [root, *root.rglob("*")]:
            content = b"" if path.is_dir() else path.read_bytes()
            self.now[path] = Node(path, path.is_dir(), content)
        self.safe: Names = dict(self.now)
        self.loose: list[Names] = []
        self.files: dict[int, Node] = {}

    def do(self, operation: Operation) -> None:
        name, where, what = operation
        if name == "open":
            self.open(where, *what)
        elif name in {"write", "cut"} and where in self.files:
            self.files[where].loose.append(what)
        elif name == "sync" and where in self.files:
            self.sync(self.files[where])
        elif name == "mkdir":
            self.name({where: Node(where, is_folder=True)})
        elif name == "rename":
            node = self.now[where]
            node.path = what
            self.name({where: None, what: node})
        elif name == "link":
            node = self.now[where]
            node.path = what
            self.name({what: node})
        elif name in {"unlink", "rmdir"}:
            self.name({where: None})

    def open(self, number: int, path: Path, flags: int) -> None:
        self.files.pop(number, None)
        if self.root not in [path, *path.parents]:
            return
        if path not in self.now and flags & os.O_CREAT:
            self.name({path: Node(path, is_folder=False)})
        if path in self.now:
            self.files[number] = self.now[path]

    def name(self, names: Names) -> None:
        self.loose.append(names)
        for path, node in names.items():
            self.now.pop(path, None)
            if node is not None:
                self.now[path] = node

    def sync(self, node: Node) -> None:
        if node.is_folder:
            self.settle({node.path})
            return
        node.settle()
        if not self.is_strict:
            self.settle(set(node.path.parents))

    def settle(self, folders: set[Path]) -> None:
        """Make the names in these folders last."""
        left = []
        for names in self.loose:
            if any(path.parent in folders for path in names):
                self.safe.update(names)
            else:
                left.append(names)
        self.loose = left

    def list_states(self) -> Iterator[dict[Path, bytes | None]]:
        """List what may be found after a cut now: content by path, None for folders."""
        for choice in self.list_choices():
            names: Names = dict(self.safe)
            for one in choice:
                names.update(one)
            there = {
                path: node
                for path, node in names.items()
                if node is not None and all(self.has(names, up) for up in path.parents)
            }
            files = {path: one for path, one in there.items() if not one.is_folder}
            folders: dict[Path, bytes | None] = {
                path: None for path, one in there.items() if one.is_folder
            }
            for ways in product(*(one.list_ways() for one in files.values())):
                pairs = zip(files.items(), ways, strict=True)
                yield {**folders, **{path: one.have(way) for (path, one), way in pairs}}

    def has(self, names: Names, folder: Path) -> bool:
        return self.root not in folder.parents or names.get(folder) is not None

    def list_choices(self) -> Iterator[list[Names]]:
        count = len(self.loose)
        if count > MANY_NAMES:
            for number in range(count + 1):
                yield self.loose[:number]
            return
        for mask in range(2**count):
            yield [one for bit, one in enumerate(self.loose) if mask >> bit & 1]


def cut_on_paper(bench: Bench) -> Tally:
    tally = Tally()
    with mutated(bench.mutant):
        for deed in bench.pick_deeds("save the first", "save one", "save several"):
            home, recording = bench.copy(bench.prepare(deed)), Recording()
            root = home.parent
            disks = [Disk(root, is_strict=strict) for strict in (True, False)]
            with between(recording):
                assert perform(deed, home, recording.tell) is Outcome.ACKNOWLEDGED
            kept = {
                path: None if path.is_dir() else path.read_bytes()
                for path in root.rglob("*")
            }
            for disk in disks:
                replay(bench, deed, recording.operations, disk, tally)
                check_model(disk, kept)
    return tally


def replay(
    bench: Bench, deed: Deed, operations: list[Operation], disk: Disk, tally: Tally
) -> None:
    told = False
    seen: set[int] = set()
    kind = "strict" if disk.is_strict else "usual"
    for number, operation in enumerate(operations):
        disk.do(operation)
        told = told or operation[0] == "tell"
        where = f"{kind} disk, cut after {number} {operation[0]}"
        for state in disk.list_states():
            key = hash((told, tuple(sorted(state.items(), key=lambda one: one[0]))))
            if key in seen:
                continue
            seen.add(key)
            home = build(state, disk.root, bench.folder / "cut")
            judge(tally, deed, home, where, acknowledged=told)


def build(state: dict[Path, bytes | None], root: Path, target: Path) -> Path:
    """Make the folders and files that a cut left."""
    shutil.rmtree(target, ignore_errors=True)
    for path in sorted(state):
        place = target / path.relative_to(root)
        content = state[path]
        if content is None:
            place.mkdir(mode=0o700, parents=True)
        else:
            place.write_bytes(content)
    return target / "home"


def check_model(disk: Disk, kept: dict[Path, bytes | None]) -> None:
    """With everything on the disk it has to be what is really there."""
    for node in disk.now.values():
        node.settle()
    modelled = {
        path: None if node.is_folder else node.safe
        for path, node in disk.now.items()
        if path != disk.root
    }
    assert modelled == kept, set(modelled) ^ set(kept)
