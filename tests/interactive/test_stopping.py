"""However an interview is stopped, not one answer is lost and the terminal is whole."""

import signal
from collections.abc import Mapping

import pytest

from reflect_journal.interview.prompt import Prompt
from reflect_journal.terminal.plain_prompter import PlainPrompter
from tests.interactive.dialogues import (
    FULL,
    FULL_DOCUMENT,
    QUICK,
    QUICK_DOCUMENT,
    Dialogue,
)
from tests.interactive.in_process import (
    Screen,
    list_drafts,
    read_last,
    reflect,
    type_answers,
)
from tests.interactive.terminal_driver import ENTER, MARK, PLAIN, RICH, Terminal

CTRL_C = "\x03"
CTRL_D = "\x04"
WAYS = pytest.mark.parametrize("extra", [RICH, PLAIN], ids=["rich", "plain"])


def answer_one_per_life(
    arguments: list[str], dialogue: Dialogue, begin: int, end: int
) -> None:
    """Answer, and be killed as soon as the next question shows; then go on."""
    for at in range(begin, end):
        with Terminal(["continue"] if at else arguments, PLAIN) as terminal:
            terminal.answer(*dialogue[at]).meet(dialogue[at + 1][0])
            assert terminal.kill(signal.SIGKILL) == -signal.SIGKILL
        assert len(list_drafts()[0].asked) == at + 1


@pytest.mark.torture
def test_killed_after_every_answer_of_the_quick_form() -> None:
    answer_one_per_life(["new", "--quick"], QUICK, 0, len(QUICK) - 1)
    assert reflect("continue", typed=type_answers(QUICK[-1:])).code == 0
    stored = read_last()
    stored.pop("rejected_on")
    assert stored == QUICK_DOCUMENT
    assert list_drafts() == []


@pytest.mark.torture
def test_killed_after_answers_of_the_full_form() -> None:
    assert reflect("new", typed=type_answers(FULL[:18])).code == 130
    answer_one_per_life(["new"], FULL, 18, 22)
    assert reflect("continue", typed=type_answers(FULL[22:])).code == 0
    assert read_last() == FULL_DOCUMENT


def test_whenever_a_question_shows_all_answers_before_it_are_on_disk(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept: list[int] = []
    ask = PlainPrompter.ask

    def look_first(prompter: PlainPrompter, prompt: Prompt) -> str:
        kept.extend(len(draft.asked) for draft in list_drafts())
        return ask(prompter, prompt)

    monkeypatch.setattr(PlainPrompter, "ask", look_first)
    assert reflect("new", typed=type_answers(FULL)).code == 0
    assert kept == list(range(1, len(FULL)))


@pytest.mark.parametrize("answered", range(2, len(FULL), 4))
def test_full_form_goes_on_after_any_answer(answered: int) -> None:
    stopped = reflect("new", typed=type_answers(FULL[:answered]))
    assert stopped.code == 130
    assert stopped.err.endswith(
        "Stopped; what you wrote is kept. To go on: reflect continue\n"
    )
    assert reflect("continue", typed=type_answers(FULL[answered:])).code == 0
    assert read_last() == FULL_DOCUMENT


@WAYS
@pytest.mark.parametrize(
    ("keys", "sentence"),
    [(CTRL_C, "Stopped; what you"), (CTRL_D, "Stopped; what you")],
    ids=["ctrl-c", "ctrl-d"],
)
def test_keys_that_stop_at_a_question(
    extra: Mapping[str, str], keys: str, sentence: str
) -> None:
    with Terminal(["new", "--quick"], extra) as terminal:
        before = terminal.modes
        terminal.answer(*QUICK[0]).meet(QUICK[1][0]).send(keys).wait(sentence)
        assert terminal.finish() == 130
        assert terminal.modes == before
    assert "Traceback" not in terminal.text
    assert list_drafts()[0].answers["sting"] == {"sting": 3, "feeling": "flat"}


@WAYS
@pytest.mark.parametrize("keys", [CTRL_C, CTRL_D], ids=["ctrl-c", "ctrl-d"])
def test_keys_that_stop_in_a_list_and_at_a_waiting_draft(
    extra: Mapping[str, str], keys: str
) -> None:
    with Terminal(["new", "--quick"], extra) as terminal:
        before = terminal.modes
        terminal.answer_all(QUICK[:6]).meet(QUICK[6][0]).send(keys)
        terminal.wait("Stopped; what you")
        assert terminal.finish() == 130
        assert terminal.modes == before
    with Terminal(["new"], extra) as terminal:
        before = terminal.modes
        terminal.meet("An unfinished reflection waits").send(keys)
        terminal.wait("Stopped; what you")
        assert terminal.finish() == 130
        assert terminal.modes == before
    assert len(list_drafts()) == 1
    assert list_drafts()[0].answers["slip"] == ["answers"]


LINES_COME = [("How much", "5"), ("That is raw", ""), *[("", "")] * 5]


# Where lines are typed whole, a terminal drops with Ctrl-C what nobody has read yet.
@pytest.mark.parametrize(
    ("extra", "keys"),
    [(RICH, CTRL_C), (RICH, CTRL_D), (PLAIN, CTRL_D)],
    ids=["ctrl-c-rich", "ctrl-d-rich", "ctrl-d-plain"],
)
def test_lines_typed_so_far_survive_a_stop(extra: Mapping[str, str], keys: str) -> None:
    assert reflect("new", typed=type_answers(LINES_COME)).code == 130
    with Terminal(["continue"], extra) as terminal:
        before = terminal.modes
        terminal.answer("Their mail or words", f"Dear all,{ENTER}{ENTER}we are sorry")
        terminal.wait("we are sorry")
        if extra is RICH:
            terminal.wait(f"{MARK}$", stay=True)
        terminal.send(keys).wait("Stopped; what you")
        assert terminal.finish() == 130
        assert terminal.modes == before
    words = list_drafts()[0].answers["their_words"]
    assert words == "Dear all,\n\nwe are sorry"


def test_lines_typed_so_far_survive_ctrl_c_in_plain_lines() -> None:
    class Interrupted(Screen):
        def readline(self, size: int = -1, /) -> str:  # type: ignore[override]
            line = super().readline(size)
            if not line:
                raise KeyboardInterrupt
            return line

    assert reflect("new", typed=type_answers(LINES_COME)).code == 130
    stopped = reflect("continue", stdin=Interrupted("Dear all,\n\nwe are sorry\n"))
    assert stopped.code == 130
    words = list_drafts()[0].answers["their_words"]
    assert words == "Dear all,\n\nwe are sorry"


@WAYS
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_signals_at_a_question_keep_the_draft_and_the_terminal(
    extra: Mapping[str, str], number: signal.Signals
) -> None:
    with Terminal(["new", "--quick"], extra) as terminal:
        before = terminal.modes
        terminal.answer(*QUICK[0]).answer(*QUICK[1]).meet(QUICK[2][0])
        assert terminal.kill(number) == 128 + number
        assert terminal.modes == before
    assert "Traceback" not in terminal.text
    assert list_drafts()[0].answers["company"] == "Acmé 日本 🙂"


@WAYS
def test_signal_at_the_question_about_a_waiting_draft(
    extra: Mapping[str, str],
) -> None:
    assert reflect("new", "--quick", typed=type_answers(QUICK[:2])).code == 130
    with Terminal(["new"], extra) as terminal:
        before = terminal.modes
        terminal.meet("An unfinished reflection waits")
        assert terminal.kill(signal.SIGTERM) == 128 + signal.SIGTERM
        assert terminal.modes == before
    assert len(list_drafts()) == 1


@WAYS
def test_closed_terminal_keeps_the_draft(extra: Mapping[str, str]) -> None:
    with Terminal(["new", "--quick"], extra) as terminal:
        terminal.answer(*QUICK[0]).answer(*QUICK[1]).meet(QUICK[2][0])
        terminal.hang_up()
    assert list_drafts()[0].answers["company"] == "Acmé 日本 🙂"
