"""On small screens nothing is wider than the screen and a list fits into it."""

import pytest

from reflect_journal.interview.prompt import Prompt
from reflect_journal.terminal.lines import measure
from reflect_journal.terminal.plain_prompter import PlainPrompter
from reflect_journal.terminal.wording import lay_out
from tests.interactive.dialogues import FULL, QUICK
from tests.interactive.in_process import reflect, type_answers
from tests.interactive.terminal_driver import ENTER, LIST_MARK, RICH, Terminal

pytestmark = pytest.mark.uncounted


def collect_prompts(monkeypatch: pytest.MonkeyPatch) -> list[Prompt]:
    prompts: list[Prompt] = []
    ask = PlainPrompter.ask

    def collect(prompter: PlainPrompter, prompt: Prompt) -> str:
        prompts.append(prompt)
        return ask(prompter, prompt)

    monkeypatch.setattr(PlainPrompter, "ask", collect)
    assert reflect("new", typed=type_answers(FULL)).code == 0
    assert reflect("new", "--quick", typed=type_answers(QUICK)).code == 0
    return prompts


def is_of_choices(text: str) -> bool:
    return text.startswith("  ")


def test_prompts_take_two_lines_at_most_plus_choices(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for prompt in collect_prompts(monkeypatch):
        lines = ["".join(text for text, _ in one) for one in lay_out(prompt, 80)]
        own = [one for one in lines if one and not is_of_choices(one)]
        place = 1 if prompt.place else 0
        assert len(own) <= 2 + place, (prompt, lines)
        assert all(measure(one) <= 80 for one in lines)


def test_the_ends_of_a_scale_stay_together(monkeypatch: pytest.MonkeyPatch) -> None:
    scales = [one for one in collect_prompts(monkeypatch) if " ... 5 " in one.wording]
    assert len(scales) >= 7
    for prompt in scales:
        for width in (50, 80):
            lines = ["".join(text for text, _ in one) for one in lay_out(prompt, width)]
            scale = prompt.wording.split("  ")[1]
            assert any(scale in line for line in lines), lines


@pytest.mark.parametrize(("columns", "rows"), [(50, 20), (80, 24)])
def test_lists_fit_and_no_line_is_wider_than_the_screen(
    columns: int, rows: int
) -> None:
    assert reflect("new", typed=type_answers(FULL[:19])).code == 130
    with Terminal(["continue"], RICH, columns=columns, rows=rows) as terminal:
        terminal.meet("Does one of these name it").wait(LIST_MARK, stay=True)
        terminal.wait("something else", stay=True)
        shown = "\n".join(terminal.screen.display)
        assert "Does one of these name it" in shown
        assert "Went on too long" in shown
        assert "something else" in shown
        terminal.send(f":quit{ENTER}").wait("Kept")
        assert terminal.finish() == 0


def test_whole_quick_form_at_fifty_columns_breaks_no_word() -> None:
    with Terminal(["new", "--quick"], RICH, columns=50, rows=20) as terminal:
        terminal.answer_all(QUICK).wait("Saved")
        assert terminal.finish() == 0
        for line in terminal.lines:
            # A full line would mean that the terminal had to break it.
            assert len(line) < 50 or line.endswith((" ", ".", "?", ","))


def test_what_a_terminal_would_obey_is_shown_as_marks() -> None:
    hostile = "a\N{RIGHT-TO-LEFT OVERRIDE}b\x1b[31mred"
    assert reflect("new", "--quick", "--company", hostile, typed="3\nR\n").code == 130
    with Terminal(["continue"], RICH) as terminal:
        terminal.wait("Going on with a").answer("How far", ":back")
        terminal.answer("Which role", ":back").meet("How much")
        terminal.send(f":quit{ENTER}").wait("Kept")
        assert terminal.finish() == 0
    assert b"\x1b[31m" not in terminal.raw
    assert "\N{RIGHT-TO-LEFT OVERRIDE}".encode() not in terminal.raw
