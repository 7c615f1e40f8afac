"""Changing a reflection on a real terminal, with a cursor, in lines, in an editor."""

import os
import signal
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.interactive.dialogues import QUICK
from tests.interactive.in_process import list_all, read_last, reflect, type_answers
from tests.interactive.terminal_driver import ENTER, PLAIN, RICH, Terminal

pytestmark = pytest.mark.uncounted

SCREENS = pytest.mark.parametrize("extra", [RICH, PLAIN], ids=["rich", "plain"])
MENU = "What do you want to change"
WAITING = 'echo second > "$1"; echo ready; exec sleep 600'


@pytest.fixture(autouse=True)
def one_reflection(own_home: None) -> None:
    """Begin with a reflection that was told in the short form."""
    assert own_home is None
    assert reflect("new", "--quick", typed=type_answers(QUICK)).code == 0


@SCREENS
def test_one_part_is_changed_stopped_and_saved(extra: Mapping[str, str]) -> None:
    with Terminal(["edit", "last"], extra) as terminal:
        before = terminal.modes
        terminal.answer(MENU, "2").meet("What worked, and what did you do")
        terminal.send("" if extra is PLAIN else "\x15").send(f"I waited.{ENTER}")
        terminal.meet("Which moment would you play").send("\x03")
        terminal.wait("Stopped; what you wrote is kept")
        assert terminal.finish() == 130
        assert terminal.modes == before
    assert read_last()["what_worked"] == "I asked back."
    with Terminal(["edit", "last"], extra) as terminal:
        terminal.answer("that were not saved").answer("Which moment", ":back")
        # What was changed stands there, and Enter keeps it.
        terminal.answer("What worked, and what did you do").answer(
            "Which moment", "The door."
        ).answer(MENU)
        terminal.wait("Saved: Acm")
        assert terminal.finish() == 0
    changed = read_last()
    assert (changed["what_worked"], changed["moment"]) == ("I waited.", "The door.")


@SCREENS
def test_words_are_found_and_a_weak_spot_is_taken_out(extra: Mapping[str, str]) -> None:
    with Terminal(["edit", "last"], extra) as terminal:
        terminal.answer(MENU, "5").answer("Which part", "1").answer("does it stay", "2")
        terminal.answer(MENU, "6").answer("Which one", "calm")
        terminal.answer("Which one", "1").answer("Noted: Stayed calm")
        terminal.answer("Who saw it").answer("What is it based on").answer(MENU)
        terminal.wait("Saved: Acm")
        assert terminal.finish() == 0
    changed = read_last()
    assert [one["weak_spot"] for one in changed["sightings"]] == ["no-reason-given"]
    assert [one["strength"] for one in changed["strengths"]] == ["stayed-calm"]


def test_closed_terminal_leaves_the_text_of_the_editor_behind(tmp_path: Path) -> None:
    path = tmp_path / "editor"
    path.write_text(f"#!/bin/sh\n{WAITING}\n", encoding="utf-8")
    path.chmod(0o700)
    extra = {**PLAIN, "EDITOR": str(path)}
    with Terminal(["edit", "last", "lesson", "--editor"], extra) as terminal:
        terminal.wait("ready")
        assert terminal.kill(signal.SIGHUP) == 128 + signal.SIGHUP
    with Terminal(["edit", "last", "lesson", "--editor"], extra) as terminal:
        terminal.meet("A text from your editor waits").send(f":quit{ENTER}")
        terminal.wait("Kept, nothing is lost")
        assert terminal.finish() == 0
    with Terminal(
        ["edit", "last", "--editor"], {**PLAIN, "EDITOR": "true"}
    ) as terminal:
        terminal.answer("A text from your editor waits").wait("Saved: Acm")
        assert terminal.finish() == 0
    assert read_last()["lesson"] == "second"


def test_killed_at_once_leaves_it_as_well(tmp_path: Path) -> None:
    path = tmp_path / "editor"
    path.write_text(f"#!/bin/sh\n{WAITING}\n", encoding="utf-8")
    path.chmod(0o700)
    extra = {**PLAIN, "EDITOR": str(path)}
    with Terminal(["edit", "last", "lesson", "--editor"], extra) as terminal:
        terminal.wait("ready")
        assert terminal.kill(signal.SIGKILL) == -signal.SIGKILL
    told = reflect("list").err
    assert "A text from your editor was not saved; it is kept" in told
    assert len(list_all()) == 1
    left = Path(os.environ["REFLECT_HOME"]) / "state" / "editor"
    [text] = left.glob("*/lesson.txt")
    assert text.read_text("utf-8") == "second\n"
