"""Eight write at once, three read, some are killed, and one does not know the lock."""

import multiprocessing
import os
import random
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Final

from reflect_journal.errors import ReflectError
from reflect_journal.journal.backup import take_backup
from reflect_journal.journal.examining import Examination
from reflect_journal.journal.lock import Lock, find_lock
from reflect_journal.journal.record import make_put, seal
from reflect_journal.journal.repairing import MOVING, NotRepairedError
from reflect_journal.journal.system import System
from tests.journal.writers import receive_all
from tests.torture.apart import run_apart
from tests.torture.deeds import (
    LAST,
    find_home_places,
    find_log,
    look_at_journal,
    make_version,
    open_journal,
    repair,
    show,
)
from tests.torture.mutants import mutated
from tests.torture.verdict import (
    ACKNOWLEDGED_LOST,
    NEXT_FAILS,
    OLD_LOST,
    REFUSED,
    TRACEBACK,
    Bench,
    Tally,
)
from tests.torture.worlds import NOW

WRITERS: Final = 8
READERS: Final = 3
EACH: Final = 100
KILLS: Final = 20
SIZES: Final = (10, 500, 5000, 9000)
STOP: Final = "stop"
PASSING: Final = "passing"
TEN: Final = 10
PATIENCE: Final = 30.0
FIRST: Final = make_version("first")
Member = tuple[BaseProcess, Connection]


FORKED: Final = multiprocessing.get_context("fork")


def start(target: Callable[..., None], *args: Any) -> Member:
    """Start a process and give it one end of a pipe as its last argument."""
    here, there = FORKED.Pipe(duplex=False)
    process = FORKED.Process(target=target, args=(*args, there), daemon=True)
    process.start()
    there.close()
    return process, here


def write(home: Path, name: str, count: int, mutant: str, pipe: Connection) -> None:
    """Save one after the other, every tenth time three at once."""
    chance = random.Random(name)  # noqa: S311 - always the same
    with mutated(mutant):
        journal = open_journal(home, PATIENCE)
        for number in range(count):
            size = chance.choice(SIZES)
            many = 3 if number % TEN == TEN - 1 else 1
            versions = [
                make_version(f"{name} {number} {one}", size) for one in range(many)
            ]
            try:
                journal.save(versions)
            except ReflectError as error:
                pipe.send((REFUSED, str(error)))
            except Exception as error:  # noqa: BLE001 - that is what is looked for
                pipe.send((TRACEBACK, repr(error)))
            else:
                pipe.send({one.id: show(one.document) for one in versions})


def read(home: Path, mutant: str, pipe: Connection) -> None:
    """Look again and again; what was there once has to stay."""
    last: set[str] = set()
    with mutated(mutant):
        while not (home / STOP).exists():
            try:
                outlines = open_journal(home).survey().outlines
            except Exception as error:  # noqa: BLE001 - that is what is looked for
                pipe.send((TRACEBACK, repr(error)))
                return
            ids = {one.id for one in outlines if not one.company.startswith(PASSING)}
            if not last <= ids:
                pipe.send((OLD_LOST, f"a reader saw {len(last - ids)} vanish"))
                return
            last = ids


def append(home: Path, mutant: str, pipe: Connection) -> None:
    """Append whole lines without the lock, as a program that merges might."""
    del mutant
    number = 0
    while not (home / STOP).exists():
        version = make_version(f"stranger {number}", 50)
        line = seal(make_put(version, NOW, "0" * 12))
        with find_log(home).open("ab", buffering=0) as file:
            file.write(line)
        pipe.send({version.id: show(version.document)})
        number += 1
        time.sleep(0.001)


def rewrite(home: Path, mutant: str, pipe: Connection) -> None:
    """Put a copy in the place of the log, under the lock, as erasing does."""
    del mutant
    places = find_home_places(home)
    folder = places.journal.resolve()
    lock = Lock(find_lock(places.locks, folder), System(patience=PATIENCE))
    log = find_log(home)
    temp = log.with_name("copy")
    while not (home / STOP).exists():
        with lock.hold():
            temp.write_bytes(log.read_bytes())
            time.sleep(0.001)
            temp.replace(log)
        time.sleep(0.002)
    pipe.send({})


def tidy(home: Path, mutant: str, pipe: Connection) -> None:
    """Save, delete, erase and back up again and again, and look for damage."""
    number = 0
    with mutated(mutant):
        journal = open_journal(home, PATIENCE)
        while not (home / STOP).exists():
            number += 1
            version = make_version(f"{PASSING} {number}", 50)
            try:
                journal.save([version])
                journal.delete([version.id])
                # What killed writers left cannot be read, and stays.
                journal.erase([version.id], keep_bad=True)
                take_backup(find_home_places(home), NOW, System(patience=PATIENCE))
                Examination(find_home_places(home), NOW).list_findings([])
            except ReflectError as error:
                pipe.send((REFUSED, str(error)))
            except Exception as error:  # noqa: BLE001 - that is what is looked for
                pipe.send((TRACEBACK, repr(error)))
    pipe.send({})


def edit(home: Path, mutant: str, pipe: Connection) -> None:
    """Change what was opened, whatever the others did meanwhile."""
    number = 0
    with mutated(mutant):
        journal = open_journal(home, PATIENCE)
        while not (home / STOP).exists():
            number += 1
            try:
                opened = journal.get([FIRST.id])[0]
                name = f"edit {os.getpid()} {number}"
                changed = make_version(name, 500)._replace(
                    id=FIRST.id, parents=(opened.revision,)
                )
                journal.save([changed])
            except ReflectError as error:
                pipe.send((REFUSED, str(error)))
            except Exception as error:  # noqa: BLE001 - that is what is looked for
                pipe.send((TRACEBACK, repr(error)))
            else:
                pipe.send({changed.revision: show(changed.document)})
            time.sleep(0.03)
    pipe.send({})


def mend(home: Path, mutant: str, pipe: Connection) -> None:
    """Repair again and again what killed writers leave."""
    with mutated(mutant):
        while not (home / STOP).exists():
            try:
                repair(home, PATIENCE)
            except NotRepairedError as error:
                # Somebody without our lock was at it; the next time, then.
                if MOVING not in str(error):
                    pipe.send((REFUSED, str(error)))
            except Exception as error:  # noqa: BLE001 - that is what is looked for
                pipe.send((TRACEBACK, repr(error)))
            time.sleep(0.2)
    pipe.send({})


def compete(bench: Bench) -> Tally:
    return run_apart(work, bench)


def work(bench: Bench) -> Tally:
    """A crowd with an outsider, one with a replaced log, one with everybody else."""
    tally = Tally()
    for name, guests in (
        ("outsider", (append,)),
        ("rewriter", (rewrite,)),
        ("tidy", (tidy, edit, edit, mend)),
    ):
        home = bench.folder / name
        home.mkdir()
        gather(bench, home, name, guests, tally)
    return tally


def gather(
    bench: Bench,
    home: Path,
    name: str,
    invited: tuple[Callable[..., None], ...],
    tally: Tally,
) -> None:
    # A mutant may need a longer time to show.
    fast = (12, 4) if bench.mutant else (5, 2)
    each, kills = fast if bench.fast else (EACH, KILLS)
    open_journal(home).save([FIRST])
    told = {FIRST.revision: show(FIRST.document)}
    mutant = bench.mutant
    members = [start(read, home, mutant) for _ in range(READERS)]
    guests = [start(guest, home, mutant) for guest in invited]
    writers = [
        start(write, home, f"writer {number}", each, mutant)
        for number in range(WRITERS)
    ]
    chance = random.Random(4)  # noqa: S311 - always the same
    for number in range(kills):
        victim = start(write, home, f"victim {number}", 100_000, mutant)
        if victim[1].poll(PATIENCE):
            time.sleep(chance.random() * 0.01)
        kill(victim[0])
        hear(tally, told, name, *receive(victim))
    for writer in writers:
        hear(tally, told, name, *receive(writer))
    (home / STOP).touch()
    for member in members + guests:
        hear(tally, told, name, *receive(member))
    check(tally, told, home, name)


def kill(process: BaseProcess) -> None:
    assert process.pid is not None
    with suppress(ProcessLookupError):
        os.kill(process.pid, signal.SIGKILL)


def receive(member: Member) -> list[Any]:
    process, pipe = member
    try:
        return receive_all(pipe)
    finally:
        process.join()


def hear(tally: Tally, told: dict[str, str], name: str, *words: Any) -> None:
    for word in words:
        tally.points += 1
        if isinstance(word, dict):
            told.update(word)
        else:
            tally.note(word[0], f"{name}: {word[1]}")


def check(tally: Tally, told: dict[str, str], home: Path, name: str) -> None:
    found = look_at_journal(home)
    # What was edited by two at once has many versions, and all of them stay.
    for version in open_journal(home).get_history(FIRST.id):
        found[version.revision] = show(version.document)
    if any(f'"{PASSING}' in text for text in found.values()):
        tally.note(OLD_LOST, f"{name}: what was erased is back")
    for one, text in told.items():
        if found.get(one) != text:
            tally.note(ACKNOWLEDGED_LOST, f"{name}: {text[:60]}")
    try:
        open_journal(home).save([LAST])
        assert look_at_journal(home)[LAST.id] == show(LAST.document)
    except (ReflectError, AssertionError, KeyError) as error:
        tally.note(NEXT_FAILS, f"{name}: {error!r}")
