"""Real shells complete commands, short ids and words of companies."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from tests.cli.desk import Desk, rejection
from tests.cli.program import make_environ, run

pexpect = pytest.importorskip("pexpect")
SHELLS = {
    "bash": ("bash", ["--norc", "--noprofile", "-i"]),
    "zsh": ("zsh", ["-f", "-i"]),
    "fish": ("fish", ["--no-config", "--private", "-i"]),
}
SET_UP = {
    "bash": 'bind "set bell-style none"; eval "$(reflect completion bash)"',
    "zsh": 'autoload -Uz compinit; compinit -u; eval "$(reflect completion zsh)"',
    "fish": "reflect completion fish | source",
}
SECONDS = 20


@pytest.fixture
def home(desk: Desk) -> Path:
    desk.save(
        rejection("Lindqvist $(touch owned) `touch owned` \\$(touch owned)"),
        rejection("Quillon Transit", id="AAAAAAAAAAAAAAAAAAAAAAWXYZ"),
    )
    return desk.home


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("shell", SHELLS)
def test_a_shell_completes(home: Path, tmp_path: Path, shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    program = tmp_path / "bin" / "reflect"
    program.parent.mkdir()
    command = f'exec "{sys.executable}" -m reflect_journal "$@"\n'
    program.write_text(f"#!/bin/sh\n{command}", encoding="utf-8")
    program.chmod(0o755)
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    environ = {**make_environ(home), "PATH": path, "PS1": "$ "}
    environ["TERM"] = "xterm" if shell == "fish" else "dumb"
    name, options = SHELLS[shell]
    child = pexpect.spawn(
        name,
        options,
        env=environ,
        cwd=str(tmp_path),
        encoding="utf-8",
        timeout=SECONDS,
        dimensions=(24, 120),
    )
    child.delaybeforesend = None
    try:
        child.sendline(f"{SET_UP[shell]}; echo 'rea''dy'")
        child.expect("ready\r?\n")
        for typed, expected in (
            ("reflect summ", "2 reflections: too few"),
            ("reflect show quil", "Quillon Transit"),
            ("reflect show lind", "Lindqvist"),
        ):
            child.send(f"{typed}\t\r")
            child.expect_exact(expected)
    finally:
        child.close(force=True)
    assert not (tmp_path / "owned").exists()


def test_completion_is_silent_whatever_is_wrong(home: Path) -> None:
    journal = home / "data" / "journal"
    for log in journal.glob("*.jsonl"):
        log.write_bytes(b"\xff broken\n")
    environ = {
        "_REFLECT_COMPLETE": "complete_bash",
        "COMP_WORDS": "reflect show ",
        "COMP_CWORD": "2",
    }
    ran = run(home, environ=environ)
    assert (ran.returncode, ran.stdout.strip(), ran.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("reflect s", "show\nsearch\nsummary\nschema\n"),
        ("reflect show q", "quillon\n"),
        ("reflect show QUI", "QUIllon\n"),
        ("reflect show wx", "wxYZ\n"),
        ("reflect continue tr", "transit\n"),
        ("reflect show l", "lindqvist\nlast\n"),
        ("reflect list --co", "--company\n--color\n"),
    ],
)
def test_what_begins_like_the_word_is_offered(
    home: Path, words: str, expected: str
) -> None:
    environ = {
        "_REFLECT_COMPLETE": "complete_bash",
        "COMP_WORDS": words,
        "COMP_CWORD": str(words.count(" ")),
    }
    ran = run(home, environ=environ)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, expected, "")


def test_undelete_is_offered_what_was_deleted(desk: Desk, home: Path) -> None:
    assert desk.run("delete", "quillon", "--yes").code == 0
    for words, expected in (
        ("reflect undelete ", "wxyz\nquillon\ntransit\nlast\n"),
        ("reflect show q", ""),
    ):
        environ = {
            "_REFLECT_COMPLETE": "complete_bash",
            "COMP_WORDS": words,
            "COMP_CWORD": str(words.count(" ")),
        }
        assert run(home, environ=environ).stdout.lower().strip() == expected.strip()


def test_only_letters_digits_and_hyphens_reach_a_shell(home: Path) -> None:
    environ = {
        "_REFLECT_COMPLETE": "complete_zsh",
        "_TYPER_COMPLETE_ARGS": "reflect show ",
    }
    offered = run(home, environ=environ).stdout
    assert "lindqvist" in offered
    assert not set("$`\\<>;&|") & set(offered)
