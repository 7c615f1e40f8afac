"""Feedback in a stored document: outlined tolerantly, reactions kept apart."""

from typing import Any

import pytest

from reflect_journal.model.outline import (
    NO_FEEDBACK,
    Asked,
    FeedbackOutline,
    outline_reflection,
)
from reflect_journal.model.private import with_private, without_private
from reflect_journal.model.tolerance import load_reflection

CANARY = "canary-7351"


def outline(**more: Any) -> FeedbackOutline:
    return outline_reflection("1", {"company": "A", **more}).feedback


def test_a_reflection_without_feedback_has_an_empty_outline() -> None:
    assert outline() is NO_FEEDBACK


def test_channels_reminders_words_and_wants_are_outlined() -> None:
    found = outline(
        feedback=[
            {"to": "hr", "via": "email", "state": "asked", "asked_on": "2026-11-01"}
        ],
        heard=[
            {"by": "hr", "noted_on": "2026-11-03"},
            {"by": "hr", "noted_on": "2026-11-02"},
            {"by": "hr", "noted_on": "2026-11-01", "pondered_on": "2026-11-02"},
        ],
        wants=["calm"],
        later={"due_on": "2027-01-01"},
    )
    assert found == FeedbackOutline(
        (Asked("hr", "email", "asked", "", "2026-11-01", "", ""),),
        "2027-01-01",
        "2026-11-02",
        ("calm",),
    )
    assert outline(later={"due_on": "2027-01-01", "done_on": "2027-01-02"}).due_on == ""


@pytest.mark.parametrize("odd", [None, 1, "text", {}, [1, None, "text"], [{"to": []}]])
def test_odd_values_count_as_absent(odd: Any) -> None:
    found = outline(feedback=odd, heard=odd, wants=odd and [odd], later=odd)
    assert (found.due_on, found.ponder_since) == ("", "")
    assert load_reflection({"feedback": odd, "heard": odd, "later": odd})


def test_reactions_are_left_out_wherever_they_stand_and_all_else_stays() -> None:
    document = {
        "heard": [{"words": "w", "reaction": CANARY}, {"by": 1, "reaction": [CANARY]}],
        "reaction": CANARY,
        "deep": [{"reaction": {"text": CANARY}, "kept": [1, None]}],
    }
    assert without_private(document) == {
        "heard": [{"words": "w"}, {"by": 1}],
        "deep": [{"kept": [1, None]}],
    }
    assert document["reaction"] == CANARY


def test_what_is_handed_in_again_keeps_the_reactions_to_words_it_still_holds() -> None:
    first, second = {"words": "a"}, {"words": "b"}
    before = {"heard": [first | {"reaction": CANARY}, second, 1]}
    assert with_private({"heard": [second, first, "odd"]}, before) == {
        "heard": [second, first | {"reaction": CANARY}, "odd"]
    }
    assert with_private({"heard": [{"words": "c"}]}, before) == {
        "heard": [{"words": "c"}]
    }
    assert with_private({"heard": "odd"}, before) == {"heard": "odd"}
    assert with_private({"heard": [first]}, {}) == {"heard": [first]}
