"""What a person says twice is shown once."""

import pytest

from reflect_journal.model.text import strip_lead


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
