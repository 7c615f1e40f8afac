"""What goes where: questions to stderr, one JSON object to stdout, and no terminal."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.interactive.dialogues import QUICK
from tests.interactive.in_process import Outcome, Screen, list_drafts, read_last
from tests.interactive.in_process import reflect as reflect_here
from tests.interactive.terminal_driver import (
    PLAIN,
    PROGRAM,
    RICH,
    Terminal,
    make_environ,
)


@pytest.mark.parametrize("extra", [RICH, PLAIN], ids=["rich", "plain"])
def test_stdout_holds_only_the_json_object(
    tmp_path: Path, extra: dict[str, str]
) -> None:
    answer = tmp_path / "answer.json"
    shell = f"{{}} > '{answer}'; echo code $?"
    with Terminal(["new", "--quick", "--json"], extra, shell=shell) as terminal:
        terminal.answer_all(QUICK).wait("Saved").wait("code 0")
        terminal.finish()
    written = json.loads(answer.read_text())
    assert written["schema"] == "reflect/new@1"
    assert written["already"] == []
    assert read_last(written["saved"][0])["company"] == "Acmé 日本 🙂"


@pytest.mark.parametrize(
    ("command", "redirect"),
    [
        ("new", "< /dev/null"),
        ("new", "2> errors"),
        ("new", "<&-"),
        ("continue", "< /dev/null"),
    ],
)
def test_without_a_terminal_to_ask_on(
    tmp_path: Path, command: str, redirect: str
) -> None:
    reflect_here("new", "--no-input", "--company", "Harbour")
    redirect = redirect.replace("errors", str(tmp_path / "errors"))
    shell = f"{{}} {redirect}; echo code $?"
    with Terminal([command], PLAIN, shell=shell) as terminal:
        terminal.wait("code 5")
        terminal.finish()


@pytest.mark.parametrize("command", ["new", "continue"])
def test_without_input_nothing_is_asked(command: str) -> None:
    if command == "continue":
        reflect_here("new", "--no-input", "--company", "Harbour")
    outcome = reflect_here(command, "--no-input", typed="3\n")
    assert outcome.code == 2
    assert "--no-input forbids to ask" in outcome.err


def test_without_input_but_with_a_company_it_is_saved() -> None:
    outcome = reflect_here("new", "--no-input", "--company", "Harbour", "--json")
    assert outcome.code == 0
    assert read_last()["form"] == "facts"


def test_nothing_waits_to_be_continued() -> None:
    assert reflect_here("continue").code == 3


def test_quitting_says_so_once_and_is_no_failure() -> None:
    outcome = reflect_here("new", "--json", typed="3\n: QUIT \n")
    assert outcome.code == 0
    assert json.loads(outcome.out)["saved"] == []
    assert outcome.err.count("reflect continue") == 1
    assert len(list_drafts()) == 1


def test_quitting_at_the_first_question_keeps_nothing() -> None:
    outcome = reflect_here("new", typed=":quit\n")
    assert outcome.code == 0
    assert "Nothing was answered" in outcome.err
    assert list_drafts() == []


def test_piped_input_without_a_terminal_is_refused_by_a_sentence() -> None:
    run = subprocess.run(
        [*PROGRAM, "new"],
        input="3\n",
        text=True,
        capture_output=True,
        check=False,
        env=make_environ(PLAIN),
    )
    assert run.returncode == 5
    assert run.stdout == ""
    assert "--from FILE" in run.stderr


def test_stdin_of_none_is_no_terminal() -> None:
    class Nothing(Screen):
        def isatty(self) -> bool:
            return False

    outcome: Outcome = reflect_here("new", stdin=Nothing())
    assert outcome.code == 5
