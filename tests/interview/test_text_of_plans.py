"""What a person says twice is shown once."""

from datetime import date

import pytest

from reflect_journal.interview.closing import word_tried
from reflect_journal.interview.question import OpenPlan, Situation
from reflect_journal.model.text import strip_lead
from reflect_journal.model.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("If they ask", "they ask"),
        ("if they ask", "they ask"),
        ("they ask if", "they ask if"),
        ("iffy talk", "iffy talk"),
    ],
)
def test_a_leading_word_of_the_question_is_not_repeated(typed: str, shown: str) -> None:
    assert shown == strip_lead(typed, "if")


def test_both_words_of_an_action_are_taken_off() -> None:
    assert strip_lead("Then I stop", "then", "I") == "stop"


def test_the_earlier_plan_is_told_as_far_as_it_is_known() -> None:
    def ask(plan: OpenPlan | None) -> str:
        nothing = Vocabulary({}, {})
        return word_tried(Situation({}, nothing, date(2026, 11, 20), plan))

    assert ask(None) == "Did you try your last plan?"
    whole = OpenPlan("01A", "if they ask", "then I stop.")
    assert ask(whole).endswith("if they ask, I stop. Did you try it?")
    assert ask(OpenPlan("01A", "", "stop")).startswith("Last time you planned: I stop.")
