"""Asking and hearing on a terminal: their words are safe before anything else."""

import io
import json
import re
import signal
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from reflect_journal.cli import feedback_questions
from reflect_journal.errors import JournalUnusableError, NotSavedError, ReflectError
from reflect_journal.interview.single import ask_single
from reflect_journal.journal.disk import DiskJournal
from reflect_journal.terminal.output import Output
from reflect_journal.terminal.rich_prompter import RichPrompter
from tests.interactive.in_process import Outcome, read_last, reflect, type_lines
from tests.interactive.terminal_driver import ENTER, MARK, PLAIN, RICH, Terminal

ADD = ("feedback", "add", "harbour", "--plain")
ANSWERS = (
    *("We liked you.", "Talk less.", "."),
    *("I felt small.", "long", "1", "", "rapport", "1", ""),
    *("calm, short answers", "calm", "uninterested", "Lead with the result."),
    *("they ask", "answer first"),
)
HEARD = {
    "by": "recruiter",
    "words": "We liked you.\nTalk less.",
    "reaction": "I felt small.",
    "impressions": [{"intended": "calm", "came_across": "uninterested"}],
}


@pytest.fixture(autouse=True)
def harbour() -> None:
    given = ("--company", "Harbour Analytics", "--role", "Engineer", "--stage", "panel")
    assert reflect("new", *given, "--no-input").code == 0


def export() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(reflect("export").out)
    return document


def read_heard() -> dict[str, Any]:
    heard: dict[str, Any] = export()["heard"][0]
    return {key: one for key, one in heard.items() if key[-3:] != "_on"}


def hear(*typed: str) -> Outcome:
    return reflect(*ADD, "--by", "recruiter", typed=type_lines(*typed))


def test_words_first_then_ones_own_side_then_a_line_and_a_plan() -> None:
    assert reflect(*ADD, typed=type_lines("1", *ANSWERS)).code == 0
    assert read_heard() == HEARD
    stored = read_last()
    assert [one["weak_spot"] for one in stored["sightings"]] == ["rambling-answers"]
    assert {(one["by"], one["basis"]) for one in stored["sightings"]} == {
        ("recruiter", "said")
    }
    assert [one["strength"] for one in stored["strengths"]] == ["good-rapport"]
    assert stored["wants"] == ["calm", "short answers"]
    assert stored["lesson"] == "Lead with the result."
    assert stored["plan"] == {"cue": "they ask", "action": "answer first"}
    assert "reaction" not in stored["heard"][0]


@pytest.mark.parametrize("count", range(1, len(ANSWERS)))
def test_stopped_at_any_prompt_everything_said_is_saved(count: int) -> None:
    ran = hear(*ANSWERS[:count])
    assert ran.code == 130
    heard = read_heard()
    assert heard["words"] == ("We liked you.\nTalk less." if count > 1 else ANSWERS[0])
    assert {
        key: HEARD[key] for key in heard if key not in {"words", "impressions"}
    } == {key: heard[key] for key in heard if key not in {"words", "impressions"}}
    assert "reaction" in heard or count <= 3


def test_every_question_can_be_skipped_and_quit_keeps_what_was_given() -> None:
    assert hear("Too long.", ".", *[""] * 7).code == 0
    assert read_heard() == {"by": "recruiter", "words": "Too long."}
    ran = hear("Second.", ".", ":quit")
    assert (ran.code, len(export()["heard"])) == (0, 2)
    assert "What you gave is saved." in ran.err


def test_the_same_words_again_go_on_where_the_questions_stopped() -> None:
    assert hear("Too long.", ".", ":quit").code == 0
    ran = hear("Too long.", ".", "I felt small.", ":quit")
    assert "kept once" in ran.err
    assert len(export()["heard"]) == 1
    assert read_heard()["reaction"] == "I felt small."


def test_nothing_said_keeps_nothing() -> None:
    for typed in ("", ":quit", ":skip"):
        ran = hear(":help", typed)
        assert ran.code == 0
    assert "heard" not in export()
    assert reflect(*ADD, typed=type_lines("")).code == 0
    assert reflect(*ADD, typed=type_lines(":quit")).code == 0


def test_words_that_are_too_long_are_told_and_asked_again() -> None:
    ran = hear("x" * 4000, *["y" * 4000] * 5, ".", "Short.", ".", ":quit")
    assert "20,000 fit" in ran.err
    assert read_heard()["words"] == "Short."


def test_wants_that_are_too_long_are_asked_for_again() -> None:
    ran = hear("W", ".", "", "", "", "w" * 201, "calm", ":quit")
    assert "Shorter ones, please" in ran.err
    assert read_last()["wants"] == ["calm"]


def test_the_line_and_the_plan_that_stand_are_shown_before_new_ones() -> None:
    hear(*ANSWERS)
    ran = hear("W", ".", *[""] * 5, "", "a new moment", "")
    assert ran.code == 0
    assert "Now: Lead" in ran.err or "Lead with the result" in ran.err
    assert "The open plan: if they ask, answer first." in ran.err
    assert read_last()["plan"]["cue"] == "they ask"


@pytest.mark.parametrize("error", [NotSavedError("full"), JournalUnusableError("", "")])
def test_an_answer_that_cannot_be_saved_is_given_back(
    monkeypatch: pytest.MonkeyPatch, error: ReflectError
) -> None:
    save = DiskJournal.save
    saved: list[object] = []

    def refuse(*given: Any) -> Any:
        saved.append(given)
        if len(saved) > 1:
            raise error
        return save(*given)

    with monkeypatch.context() as full:
        full.setattr(DiskJournal, "save", refuse)
        ran = hear("We liked you.", ".", "I felt small.")
    assert ran.code == error.exit_code
    assert "could not be written down; please copy it:\nI felt small.\n" in ran.err
    if isinstance(error, NotSavedError):
        again = re.search(r"reflect (edit .*) --field '(.*)=...'", ran.err)
        assert again
        reflect(*again[1].split(), "--field", f"{again[2]}=I felt small.")
        assert read_heard()["reaction"] == "I felt small."


def test_stopped_behind_typed_words_it_says_so_once() -> None:
    with Terminal([*ADD[:3], "--by", "recruiter"], RICH) as terminal:
        terminal.meet("In their words").send(f"Too long.{ENTER}")
        terminal.wait("> Too long").wait(r"(?m)^> *$", stay=True)
        assert press_ctrl_c(terminal) == 130
    assert terminal.lines[-2:] == ["Saved, in their words.", "Stopped."]
    assert terminal.text.count("Stopped") == 1
    assert hear("Too short.").err.endswith("\nSaved, in their words.\nStopped.\n")


def test_a_friends_numbers_are_read_back_aloud() -> None:
    typed = type_lines("Preparation: 4", "Answers: ?", ".", ":quit")
    ran = reflect(*ADD, "--by", "friend", typed=typed)
    assert ran.err.count("Read from the form: preparation 4, answers ?.") == 1


def test_a_letter_is_asked_together_and_noted_as_sent() -> None:
    typed = type_lines("Ms Lind", "Kim", "the crane", "1 2", "y")
    ran = reflect("feedback", "ask", "harbour", "--plain", typed=typed)
    assert ran.code == 0
    assert ran.out.startswith("Subject: ")
    assert "Dear Ms Lind," in ran.out
    assert "considered again" in ran.out
    assert "not ready" not in ran.err
    (channel,) = export()["feedback"]
    assert (channel["to"], channel["who"], channel["state"]) == (
        *("interviewer", "Ms Lind"),
        "asked",
    )


@pytest.mark.parametrize("typed", [["", "", "", "", ""], [":quit", ":quit"]])
def test_every_piece_of_a_letter_can_be_skipped(typed: list[str]) -> None:
    ran = reflect("feedback", "ask", "harbour", "--plain", typed=type_lines(*typed))
    assert ran.code == 0
    assert "Dear [their name]," in ran.out
    assert "feedback" not in export()


def test_a_letter_stopped_at_its_last_question_was_printed() -> None:
    typed = type_lines("Jo", "Kim", "it", "")
    ran = reflect("feedback", "ask", "harbour", "--plain", typed=typed)
    assert (ran.code, "Dear Jo," in ran.out) == (130, True)


def test_the_rich_prompter_asks_the_same() -> None:
    with create_pipe_input() as keys:
        prompter = RichPrompter(Output(io.StringIO()), keys, DummyOutput())
        keys.send_text("my reaction\r")
        today = date(2026, 11, 22)
        asked = feedback_questions.REACTION
        assert ask_single(prompter, asked, today) == "my reaction"
        keys.send_text("2\r")
        assert ask_single(prompter, feedback_questions.SPEAKER, today) == "interviewer"


def test_words_survive_a_kill_in_the_middle_and_are_offered_again() -> None:
    with Terminal([*ADD[:3], "--by", "recruiter"], RICH) as terminal:
        terminal.meet("In their words").send(f"First line{ENTER}")
        # The next line is asked for when the one before it is on the disk.
        terminal.wait("> First line").wait(r"(?m)^> *$", stay=True)
        assert terminal.kill(signal.SIGKILL) == -signal.SIGKILL
    ran = hear("", ":quit")
    assert "First line" in ran.err
    assert read_heard()["words"] == "First line"
    assert "were not saved" not in hear(":quit").err


def test_words_wait_when_the_terminal_goes_away() -> None:
    with Terminal([*ADD[:3], "--by", "recruiter"], RICH) as terminal:
        terminal.meet("In their words").send(f"First line{ENTER}")
        terminal.wait("> First line").wait(r"(?m)^> *$", stay=True)
        assert terminal.kill(signal.SIGHUP) == 128 + signal.SIGHUP
    assert "were not saved yet: reflect feedback add" in reflect("--plain").err
    assert hear("", ":quit").code == 0
    assert read_heard() == {"by": "recruiter", "words": "First line"}
    assert "not saved yet" not in reflect("--plain").err


def press_ctrl_c(terminal: Terminal) -> int:
    return terminal.send("\x03").finish()


def kill(terminal: Terminal) -> int:
    return terminal.kill(signal.SIGKILL)


SIGHTED = {"weak_spot": "rambling-answers", "by": "recruiter", "basis": "said"}
LIKED = {"strength": "good-rapport", "by": "recruiter", "basis": "said"}


@pytest.mark.parametrize("stop", [kill, press_ctrl_c])
@pytest.mark.parametrize(
    ("typed", "shown", "kept"),
    [
        (["", "long", "1"], "Noted: ", {"sightings": [SIGHTED]}),
        (["", "", "rapport", "1"], "Noted: ", {"strengths": [LIKED]}),
        ([*[""] * 6, "they ask"], "then I", {"plan": {"cue": "they ask"}}),
    ],
    ids=["spot", "strength", "cue"],
)
def test_what_was_noted_is_saved_at_the_very_next_moment(
    tmp_path: Path,
    stop: Callable[[Terminal], int],
    typed: list[str],
    shown: str,
    kept: dict[str, Any],
) -> None:
    words = tmp_path / "words.txt"
    words.write_text("Fine.", encoding="utf-8")
    with Terminal([*ADD, "--by", "recruiter", str(words)], PLAIN) as terminal:
        for line in typed:
            terminal.wait(MARK).send(f"{line}{ENTER}")
        terminal.wait(shown, stay=True)
        assert stop(terminal) in {-signal.SIGKILL, 130}
    assert export() | kept == export()
    assert export()["heard"][0]["words"] == "Fine."
    assert "not saved yet" not in reflect("--plain").err


def test_what_was_picked_and_then_skipped_is_taken_back() -> None:
    hear("W", ".", "", "long", "1", ":skip", "rapport", "1", "", ":quit")
    assert "sightings" not in export()
    assert export()["strengths"] == [LIKED]


def test_a_reaction_in_several_lines_is_kept_and_never_taken_for_their_words() -> None:
    hear("W", ".", ":more", "I felt", "small.")
    assert read_heard() == {
        "by": "recruiter",
        "words": "W",
        "reaction": "I felt\nsmall.",
    }
    ran = hear(":quit")
    assert "I felt" not in ran.err


def test_a_whole_evening_on_a_real_terminal() -> None:
    with Terminal([*ADD[:3], "--by", "interviewer"], RICH) as terminal:
        terminal.wait("In their words").send(f"Too long.{ENTER}.{ENTER}")
        terminal.wait("your own reaction").send(f"Ouch.{ENTER}")
        terminal.wait("Which weak spots").send(f"long{ENTER}")
        terminal.wait("Which one").send(f"1{ENTER}").wait("Noted").send(ENTER)
        terminal.wait("what did they like").send(f":quit{ENTER}")
        assert terminal.finish() == 0
    assert read_heard() == {
        "by": "interviewer",
        "words": "Too long.",
        "reaction": "Ouch.",
    }
