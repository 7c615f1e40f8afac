"""What can be typed anywhere, the read-back, and the list that a colon leaves."""

import pytest

from tests.interactive.dialogues import FULL, QUICK
from tests.interactive.in_process import (
    list_drafts,
    read_last,
    reflect,
    type_answers,
    type_lines,
)
from tests.interactive.terminal_driver import (
    DOWN,
    ENTER,
    LIST_MARK,
    RICH,
    ROW_PICKED,
    Terminal,
)

pytestmark = pytest.mark.uncounted

TO_THE_LIST = type_answers(QUICK[:6])


@pytest.mark.parametrize("form", ["{}", " {} ", ": {}"])
@pytest.mark.parametrize("change", [str.lower, str.upper, str.title])
def test_commands_in_any_case_and_with_blanks(form: str, change: str) -> None:
    def command(name: str) -> str:
        text = form.format(name if ": " in form else f":{name}")
        return str(getattr(str, change.__name__)(text))  # type: ignore[attr-defined]

    typed = type_lines(
        "3", "Akme", command("back"), "Acme", command("skip"), command("help")
    )
    outcome = reflect("new", "--quick", typed=typed + type_lines(command("quit")))
    assert outcome.code == 0
    answers = list_drafts()[0].answers
    assert answers["company"] == "Acme"
    assert answers["role"] is None
    assert ":back :skip :help :more :quit work at every question" in outcome.err


def test_more_takes_several_lines_at_a_question_for_one() -> None:
    typed = type_lines("3", "A", "", "2", ":MORE", "one", "", "two", ".", ":quit")
    assert reflect("new", "--quick", typed=typed).code == 0
    assert list_drafts()[0].answers["what_worked"] == "one\n\ntwo"


def test_more_than_two_are_refused_kindly_in_the_plain_list() -> None:
    typed = TO_THE_LIST + type_lines("1 2 3", "2 1", ":quit")
    outcome = reflect("new", "--quick", typed=typed)
    assert "At most 2, please." in outcome.err
    assert len(list_drafts()[0].answers["slip:answers"]) == 2


def test_rich_list_refuses_three_and_lets_a_colon_out() -> None:
    assert reflect("new", "--quick", typed=TO_THE_LIST).code == 130
    with Terminal(["continue"], RICH) as terminal:
        terminal.meet("Answers: which of these")
        for picked in (1, 2, 3):
            terminal.send(" ").wait(rf"(?s)({ROW_PICKED}.*){{{picked}}}", stay=True)
            terminal.send(DOWN)
        terminal.send(ENTER).wait("At most 2, please", stay=True)
        terminal.send(":").wait("> :", stay=True).send(f"HELP{ENTER}")
        terminal.wait("work at every question").meet("Answers: which of these")
        # An emptied command line leads back to the list, it answers nothing.
        terminal.send(":").wait("> :", stay=True).send(f"\x7f{ENTER}")
        terminal.wait(LIST_MARK, stay=True).send(" ").wait(ROW_PICKED, stay=True)
        terminal.send(ENTER).wait("> Went on too long").meet("Next time, how")
        terminal.send(f":Back{ENTER}").meet("Answers: which of these")
        terminal.wait("now: Went on too long", stay=True).send(ENTER)
        terminal.meet("Next time, how").send(f":quit{ENTER}").wait("Kept")
        assert terminal.finish() == 0
    assert list_drafts()[0].answers["slip:answers"] == ["rambling-answers"]


def test_command_behind_a_text_to_edit_is_a_command() -> None:
    assert reflect("new", "--quick", typed=type_answers(QUICK[:3])).code == 130
    with Terminal(["continue"], RICH) as terminal:
        terminal.answer("How far", ":back").meet("Which role").wait("> Chef", stay=True)
        terminal.send(f":quit{ENTER}").wait("Kept")
        assert terminal.finish() == 0
    assert list_drafts()[0].answers["role"] == "Chef"


def test_read_back_changes_every_row() -> None:
    changes = [
        *("1", "Another moment."),
        *("2", "Another lesson."),
        *("3", "they smile", "smile back", "my nerves"),
        *("4", "1", "2 tired"),
        "",
    ]
    outcome = reflect("new", typed=type_answers(FULL[:-1]) + type_lines(*changes))
    assert outcome.code == 0, outcome.err
    document = read_last()
    assert document["what_worked"] == "Another moment."
    assert document["lesson"] == "Another lesson."
    plan = {key: document["plan"][key] for key in ("cue", "action", "obstacle")}
    assert list(plan.values()) == ["they smile", "smile back", "my nerves"]
    assert (document["sting"], document["feeling"]) == (2, "tired")


def test_not_yet_keeps_it_for_another_day() -> None:
    typed = type_answers(FULL[:-1]) + type_lines("n")
    outcome = reflect("new", typed=typed)
    assert outcome.code == 0
    assert len(list_drafts()) == 1
    assert "To go on: reflect continue" in outcome.err
    assert reflect("continue", typed="\n").code == 0
    assert list_drafts() == []


def test_line_that_only_looks_like_a_command_is_asked_about() -> None:
    typed = type_lines("3", ":-) Ltd", "y", ":wq", "n", "Chef", ":quit")
    outcome = reflect("new", "--quick", typed=typed)
    assert ":wq is no command here" in outcome.err
    answers = list_drafts()[0].answers
    assert (answers["company"], answers["role"]) == (":-) Ltd", "Chef")
