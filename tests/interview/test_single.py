"""One question by itself takes the same commands and loses no answer."""

from datetime import date
from typing import Any

import pytest

from reflect_journal.interview.choices import number_labels
from reflect_journal.interview.delicate import DANGER_TEXT
from reflect_journal.interview.prompt import Prompt
from reflect_journal.interview.single import HELP, QuitError, Single, ask_single
from reflect_journal.interview.typed import Letters, OneOf, Some, lines
from reflect_journal.interview.words import Words

TODAY = date(2026, 11, 22)
CHOICES = number_labels(("calm", "Stayed calm"), ("cold", "Cold"), ("camel", "Camel"))


class Person:
    """Types lines, and remembers what was shown."""

    def __init__(self, *typed: str) -> None:
        self.typed = list(typed)
        self.asked: list[Prompt] = []
        self.told: list[str] = []

    def ask(self, prompt: Prompt) -> str:
        self.asked.append(prompt)
        return self.typed.pop(0)

    def say(self, text: str) -> None:
        self.told.append(text)


def put(single: Single, *typed: str) -> tuple[Any, Person]:
    person = Person(*typed)
    return ask_single(person, single, TODAY), person


PLAIN = Single("key", "What?", help="Because.")


@pytest.mark.parametrize(
    ("typed", "answer"),
    [(" a ", "a"), ("", None), (":skip", None), (": Skip", None), (":) ok", ":) ok")],
)
def test_a_line_is_an_answer_enter_and_skip_are_none(typed: str, answer: Any) -> None:
    assert put(PLAIN, typed)[0] == answer


def test_quit_stops() -> None:
    with pytest.raises(QuitError):
        put(PLAIN, ":quit")


@pytest.mark.parametrize("command", [":help", ":back"])
def test_help_explains_and_asks_again(command: str) -> None:
    answer, person = put(PLAIN, command, "a")
    assert answer == "a"
    assert person.told == [f"Because.\n{HELP}"]


def test_more_takes_several_lines() -> None:
    answer, person = put(PLAIN, ":more", "one\ntwo")
    assert answer == "one\ntwo"
    assert person.asked[1].shape == "lines"


def test_what_is_no_answer_is_refused_kindly() -> None:
    single = Single("key", "Which?", OneOf(), CHOICES)
    answer, person = put(single, ":more", "9", "cold")
    assert answer == "cold"
    assert person.told == ["A number from 1 to 3, please, or Enter."] * 2


def test_words_are_found_by_a_part_and_all_are_shown_by_more() -> None:
    single = Single("key", "Which?", Words(), CHOICES, hint="Enter = go on")
    answer, person = put(single, "c", "1", ":more", "2", "")
    assert answer == ["calm", "cold"] or answer[0] in {"calm", "cold", "camel"}
    assert len(answer) == 2
    assert person.asked[1].wording.startswith("Which one?")
    assert person.asked[0].in_rows


def test_a_pick_says_how_many_and_several_lines_stay_as_they_are() -> None:
    answer, person = put(Single("key", "Which?", Some(at_most=2), CHOICES), "1 2")
    assert (answer, person.asked[0].at_most) == (["calm", "cold"], 2)
    assert put(Single("key", "Which?", lines()), "  a\n b ")[0] == "  a\n b "


def test_each_of_several_moves_is_kept_before_it_is_said_to_be_noted() -> None:
    kept: list[tuple[Any, int]] = []
    person = Person("ca", "1", "cold", "")
    single = Single("key", "Which?", Words(), CHOICES)
    ask_single(person, single, TODAY, lambda one: kept.append((one, len(person.asked))))
    assert kept == [(["calm"], 2), (["calm", "cold"], 3)]


def test_enter_can_mean_something() -> None:
    assert put(Single("key", "Sure?", Letters(enter="y", letters={})), "")[0] == "y"


def test_words_about_danger_are_met_with_people_to_call() -> None:
    answer, person = put(PLAIN, "i want to kill myself")
    assert answer == "i want to kill myself"
    assert person.told == [DANGER_TEXT]
