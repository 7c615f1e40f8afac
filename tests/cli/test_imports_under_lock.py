"""While the lock is held, or signals are held back, nothing is imported any more."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.desk import Desk, rejection

pytestmark = pytest.mark.uncounted

WATCH = """
import os, sys
from contextlib import contextmanager
from reflect_journal.cli.app import main
from reflect_journal.journal import lock, system
held = []
class Finder:
    def find_spec(self, name, *_):
        if held:
            found.append(name)
found = []
sys.meta_path.insert(0, Finder())
def watched(hold):
    @contextmanager
    def inner(*given):
        with hold(*given) as result:
            held.append(True)
            try:
                yield result
            finally:
                held.pop()
    return inner
lock.Lock.hold = watched(lock.Lock.hold)
system.System.hold_signals = watched(system.System.hold_signals)
try:
    main(sys.argv[1:])
except SystemExit as leaving:
    if leaving.code:
        sys.exit(f"exit code {leaving.code}")
finally:
    sys.stdout.flush()
    if found:
        print("imported:", *found, file=sys.stderr)
"""
COMMANDS = (
    "new --no-input --company Acre",
    "new --from {given}",
    "edit a --field lesson=Ask.",
    "delete a --yes",
    "undelete c",
    "undo",
    "delete --forever b --yes",
    "backup {folder}/more.zip",
    "restore {folder}/backup.zip --yes --erased",
    "doctor --repair --yes",
)


@pytest.fixture
def prepared(desk: Desk, tmp_path: Path) -> Desk:
    desk.save(*map(rejection, ("A", "B", "C", "D")))
    desk.run("backup", str(tmp_path / "backup.zip"))
    desk.run("delete", "--forever", "d", "--yes")
    desk.run("delete", "c", "--yes")
    desk.append(b"\0 rubbish")
    desk.run("export", str(tmp_path / "given.jsonl"))
    return desk


@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_is_imported_while_the_lock_is_held(
    prepared: Desk, tmp_path: Path, command: str
) -> None:
    if "--forever" in command:
        command += " --keep-bad"
    given = command.format(given=tmp_path / "given.jsonl", folder=tmp_path)
    ran = subprocess.run(
        [sys.executable, "-c", WATCH, *given.split()],
        env={"REFLECT_HOME": str(prepared.home), "PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert "imported:" not in ran.stderr, ran.stderr
