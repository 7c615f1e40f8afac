"""What is pasted stays one answer, and long lines stay whole or are spoken of."""

import pytest

from tests.interactive.dialogues import STEP_1
from tests.interactive.in_process import list_drafts, reflect, type_answers
from tests.interactive.terminal_driver import ENTER, PASTE, PLAIN, RICH, Terminal

pytestmark = pytest.mark.uncounted

MAIL = "\n".join(
    "" if number % 5 == 3 else f"line {number} of their mail, with thanks"
    for number in range(40)
)
TO_THEIR_WORDS = [("How much", "5"), ("That is raw", ""), *STEP_1[1:]]


@pytest.mark.parametrize("begins", ["", "\n", "\n\n"], ids=["", "blank", "blanks"])
@pytest.mark.parametrize("extra", [RICH, PLAIN], ids=["rich", "plain"])
def test_pasted_mail_is_one_answer(extra: dict[str, str], begins: str) -> None:
    assert reflect("new", typed=type_answers(TO_THEIR_WORDS)).code == 130
    mail = f"{begins}{MAIL}"
    with Terminal(["continue"], extra) as terminal:
        terminal.meet("Their mail or words")
        if extra is RICH:
            terminal.send(PASTE.format(mail)).wait("line 39").send(ENTER)
        else:
            terminal.send(f"{mail}\n").wait("line 39")
        terminal.send(f".{ENTER}")
        terminal.meet("Anything you do not want to forget").send(f":quit{ENTER}")
        terminal.wait("Kept")
        assert terminal.finish() == 0
    answers = list_drafts()[0].answers
    assert answers["their_words"] == MAIL
    assert "moment" not in answers


def test_plain_paste_answers_one_question_and_leaks_nowhere() -> None:
    with Terminal(["new", "--quick"], PLAIN) as terminal:
        terminal.answer_all([("How much", "3")]).meet("Which comp")
        terminal.send("Dear Anna,\nwe regret\n:quit\nand").wait("Several lines came")
        terminal.send(f"Acre{ENTER}").meet("Which role").send(ENTER)
        terminal.answer("How far", "2").meet("What worked")
        terminal.send("first\n:quit\nlast").wait("Enter ends it").send(ENTER)
        terminal.meet("Where did it slip").send(f":quit{ENTER}").wait("Kept")
        assert terminal.finish() == 0
    answers = list_drafts()[0].answers
    assert answers["company"] == "Acre"
    assert answers["what_worked"] == "first\n:quit\nlast"


def test_two_pasted_lines_are_one_answer_at_a_question_for_one_line() -> None:
    with Terminal(["new", "--quick"], RICH) as terminal:
        terminal.answer_all(
            [("How much", "3"), ("Which comp", "A"), ("Which role", "")]
        )
        terminal.answer("How far", "2").meet("What worked")
        terminal.send(PASTE.format("first\nsecond")).wait("second").send(ENTER)
        terminal.meet("Where did it slip").send(f":quit{ENTER}").wait("Kept")
        assert terminal.finish() == 0
    assert list_drafts()[0].answers["what_worked"] == "first\nsecond"


def test_rich_prompter_takes_a_very_long_line_whole() -> None:
    text = "word " * 1999 + "and here it ends."
    assert reflect("new", "--quick", typed="3\nA\n\n2\n").code == 130
    with Terminal(["continue"], RICH) as terminal:
        terminal.meet("What worked").send(PASTE.format(text)).wait(r"ends\.")
        terminal.send(ENTER).meet("Where did it slip").send(f":quit{ENTER}")
        terminal.wait("Kept")
        assert terminal.finish() == 0
    assert list_drafts()[0].answers["what_worked"] == text


def test_plain_prompter_speaks_of_a_line_that_a_terminal_cuts() -> None:
    assert reflect("new", "--quick", typed="3\nA\n\n2\n").code == 130
    with Terminal(["continue"], PLAIN) as terminal:
        terminal.meet("What worked").send(f"{'x' * 5000}\n")
        terminal.wait("That line reached the 4,095").meet("Where did it slip")
        terminal.send(f":back{ENTER}").meet("What worked").send(f":more{ENTER}")
        terminal.meet("As many lines as you like")
        terminal.send(f"{'x' * 3000}\n{'y' * 3000}\n.\n").meet("Where did it slip")
        terminal.send(f":quit{ENTER}").wait("Kept")
        assert terminal.finish() == 0
    assert list_drafts()[0].answers["what_worked"] == f"{'x' * 3000}\n{'y' * 3000}"
