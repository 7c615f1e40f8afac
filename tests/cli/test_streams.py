"""Streams that are closed, full or read by nobody lose no save and no manners."""

import json
import sys
from pathlib import Path

import pytest

from tests.cli.desk import Desk, rejection
from tests.cli.program import run, run_in_shell

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="needs /dev/full and a POSIX shell"
)


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "no.json"
    path.write_text(json.dumps(rejection()), encoding="utf-8")
    return path


@pytest.mark.parametrize("command", ["list", "show last --json", "--help"])
def test_a_full_disk_behind_the_answer_is_told(desk: Desk, command: str) -> None:
    desk.save(rejection())
    ran = run_in_shell(desk.home, f"reflect {command} > /dev/full")
    assert ran.returncode == 1
    assert ran.stderr.startswith(
        "The answer could not be written: no space left on device.\n"
    )
    assert len(ran.stderr.splitlines()) == 2


def test_a_reader_that_goes_away_is_no_error(desk: Desk) -> None:
    desk.save(*[rejection(lesson="x" * 20_000) for _ in range(20)])
    script = "reflect list --json | head -c 9; echo ${PIPESTATUS[0]}"
    ran = run_in_shell(desk.home, script)
    assert (ran.stdout, ran.stderr) == ('{"schema"0\n', "")


@pytest.mark.parametrize(
    ("redirection", "code", "said"),
    [
        ("--json > /dev/full", 1, "Saved: 1 reflection.\nThe answer could not"),
        (">&-", 0, "Saved: 1 reflection.\n"),
        ("--json >&-", 0, "Saved: 1 reflection.\n"),
        ("2> /dev/full", 0, ""),
        ("2>&-", 0, ""),
        (">&- 2>&- <&-", 0, ""),
    ],
)
def test_a_save_that_happened_is_done_whoever_hears_of_it(
    desk: Desk, document: Path, redirection: str, code: int, said: str
) -> None:
    ran = run_in_shell(desk.home, f"reflect new --from {document} {redirection}")
    assert ran.returncode == code
    assert ran.stderr.startswith(said)
    assert "Traceback" not in ran.stderr
    assert desk.run("list", "--json").json["total"] == 1


def test_a_closed_input_is_empty(desk: Desk) -> None:
    ran = run_in_shell(desk.home, "reflect new --from - <&-")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith("standard input: is empty.")
    assert run_in_shell(desk.home, "reflect new <&-").returncode == 5


@pytest.mark.parametrize(
    "environ", [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}]
)
def test_a_terminal_without_unicode_is_no_error(
    desk: Desk, environ: dict[str, str]
) -> None:
    desk.save(rejection("東京 \u202e café", lesson="naïve"))
    for command in ("list", "show last --color always"):
        ran = run(desk.home, *command.split(), environ=environ)
        assert (ran.returncode, ran.stderr) == (0, "")


def test_colour_goes_through_a_pipe_only_when_asked_for(desk: Desk) -> None:
    desk.save(rejection())
    script = "reflect show last --color always | cat; reflect show last | cat"
    colored, plain = run_in_shell(desk.home, script).stdout.split("Acre Systems")[1:]
    assert "\x1b[0m" in colored
    assert "\x1b" not in plain
