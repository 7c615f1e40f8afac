"""What the program leaves behind: private files, no word elsewhere, no network."""

import json
import os
import re
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from reflect_journal.cli.loading import COMMANDS
from tests.interactive.terminal_driver import PLAIN, RICH, Terminal
from tests.torture.harnesses import MEMORY_DISK
from tests.torture.leaks import answer_with, fill_in, find_leaks, make_word
from tests.torture.session import ASKS, list_session
from tests.torture.worlds import PROJECT, find_no_strace, make_environ

pytestmark = pytest.mark.torture

TITLE = re.compile(rb"\x1b\][012];|\x1b\]52;|\x1bk|\x9d")
FOLDERS = {".", "..", "data", "data/journal", "state", "state/locks"} | {
    "state/drafts",
    "state/quarantine",
    "state/backups",
}
FILES = re.compile(
    r"data/journal/[0-9a-f]{12}(-[0-9a-z]{26})?\.jsonl|state/device"
    r"|state/locks/[0-9a-f]{16}|state/quarantine/[0-9a-f]{12}-[0-9a-f]{16}\.part"
    r"|state/drafts/[0-9A-Z]{26}\.json"
    r"|state/backups/\d{4}-\d\d-\d\d\.zip"
)


@pytest.fixture
def word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    (tmp_path / "temp").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temp"))
    return make_word()


def find_home() -> Path:
    return Path(os.environ["REFLECT_HOME"])


def hold_session(home: Path, document: Path, *before: str) -> None:
    environ = {**make_environ(), "REFLECT_HOME": str(home)}
    program = [sys.executable, "-m", "tests.torture.session", str(home), str(document)]
    subprocess.run(
        [*before, *program],
        check=True,
        env=environ,
        cwd=PROJECT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        umask=0,
    )


def list_leaks(word: str, tmp_path: Path) -> list[str]:
    outside = [
        one for one in MEMORY_DISK.glob("*") if not one.name.startswith("pytest-of-")
    ]
    home = Path(os.environ["HOME"])
    return find_leaks(word, find_home(), home, tmp_path / "temp", *outside)


def test_every_command_has_its_place_in_the_session() -> None:
    tried = {arguments[0] for arguments in list_session("-") if arguments}
    assert set(COMMANDS) - ASKS <= tried


def test_every_file_is_private_and_expected(tmp_path: Path, word: str) -> None:
    home = tmp_path / "deep" / "down"
    document = tmp_path / "document.json"
    document.write_text(json.dumps([fill_in(word), {**fill_in(word), "role": "x"}]))
    hold_session(home, document)
    with Terminal(["new"], {**PLAIN, "REFLECT_HOME": str(home)}) as terminal:
        terminal.answer("How much does it hurt", "3 flat").meet("Which company")
        terminal.kill(signal.SIGKILL)
    found = {
        path.relative_to(home).as_posix(): path.lstat().st_mode
        for path in [home, home.parent / "down", *home.rglob("*")]
    }
    found[".."] = home.parent.lstat().st_mode
    folders = {name for name, mode in found.items() if stat.S_ISDIR(mode)}
    assert folders == FOLDERS
    assert {stat.S_IMODE(found[name]) for name in folders} == {0o700}
    files = set(found) - folders
    assert [name for name in files if not FILES.fullmatch(name)] == []
    assert {stat.S_IMODE(found[name]) for name in files} == {0o600}
    assert {name.split("/")[1] for name in files} == {
        *("journal", "device", "locks", "quarantine", "drafts", "backups")
    }


def test_killed_in_an_interview_a_word_is_only_where_it_is_meant_to_be(
    tmp_path: Path, word: str
) -> None:
    dialogue = answer_with(word)
    for begin, end in ((0, 3), (3, len(dialogue) - 1)):
        arguments = ["continue"] if begin else ["new", "--quick"]
        with Terminal(arguments, PLAIN) as terminal:
            terminal.answer_all(dialogue[begin:end]).meet(dialogue[end][0])
            terminal.kill(signal.SIGKILL)
        assert list_leaks(word, tmp_path) == []
        drafts = find_home() / "state" / "drafts"
        assert any(word in path.read_text() for path in drafts.iterdir())


def test_an_interview_tells_no_other_program_and_no_title(
    tmp_path: Path, word: str
) -> None:
    if missing := find_no_strace():
        pytest.skip(missing)
    trace = tmp_path / "trace"
    shell = f"strace -f -s 100000 -e trace=execve,network -o {trace} {{}}"
    with Terminal(["new", "--quick"], RICH, shell=shell) as terminal:
        assert terminal.answer_all(answer_with(word)).finish() == 0
    assert not TITLE.search(terminal.raw)
    assert word not in trace.read_text()
    assert "socket(" not in trace.read_text()
    assert list_leaks(word, tmp_path) == []


def test_no_command_opens_a_socket_or_tells_a_word_to_a_program(
    tmp_path: Path, word: str
) -> None:
    if missing := find_no_strace():
        pytest.skip(missing)
    document = tmp_path / "document.json"
    document.write_text(json.dumps([fill_in(word)]))
    trace = tmp_path / "trace"
    options = ("-f", "-s", "100000", "-e", "trace=execve,network", "-o", str(trace))
    hold_session(find_home(), document, "strace", *options)
    seen = trace.read_text()
    assert "execve(" in seen
    assert "socket(" not in seen
    assert word not in seen
    assert list_leaks(word, tmp_path) == []
