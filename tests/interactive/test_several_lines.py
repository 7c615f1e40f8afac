"""Lines of a longer answer are told as they come, and the delicate text stays lines."""

from io import StringIO

from reflect_journal.interview.delicate import DANGER_HINT, DANGER_TEXT
from reflect_journal.interview.prompt import Prompt
from reflect_journal.terminal.output import Output
from reflect_journal.terminal.plain_prompter import PlainPrompter
from reflect_journal.terminal.wording import speak


def test_every_line_is_told_before_the_next_is_read() -> None:
    waiting = iter(["Dear all,\n", "we are sorry\n", ".\n"])
    told: list[str] = []
    prompter = PlainPrompter(Output(StringIO()), lambda: next(waiting), lambda: False)
    prompter.watch(told.append)
    answer = prompter.ask(Prompt(key="their_words", wording="Words.", shape="lines"))
    assert answer == "Dear all,\nwe are sorry"
    assert told == ["Dear all,", "Dear all,\nwe are sorry"]


def test_the_middle_of_a_paste_is_not_told() -> None:
    waiting = iter(["Dear all,\n", "we are sorry\n", ".\n"])
    told: list[str] = []
    prompter = PlainPrompter(Output(StringIO()), lambda: next(waiting), lambda: True)
    prompter.watch(told.append)
    prompter.ask(Prompt(key="their_words", wording="Words.", shape="lines"))
    assert told == []


def test_the_delicate_text_is_spoken_in_its_lines() -> None:
    spoken = speak(Prompt(key="rest", wording=DANGER_TEXT, hint=DANGER_HINT))
    assert spoken[:3] == DANGER_TEXT.split("\n")[:3]
    assert all("\n" not in line for line in spoken)
