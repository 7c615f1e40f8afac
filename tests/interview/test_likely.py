"""What was typed puts likely spots first; nothing is chosen for anybody."""

from collections.abc import Sequence
from dataclasses import replace

from reflect_journal.interview.choices import offer_spots
from reflect_journal.interview.session import Session
from reflect_journal.model.terms import AREAS
from tests.interview.people import begin, surround

HEARD: list[str] = []


def rank(text: str) -> Sequence[str]:
    HEARD.append(text)
    return ("vague-answers", "late-arrival", "rambling-answers") if text else ()


def answer(**answers: str) -> Session:
    return Session("full", replace(surround(), rank=rank), answers)


def list_values(session: Session, *areas: str) -> list[str]:
    return [one.value for one in offer_spots(session.situation, areas, other=True)]


def test_likely_spots_stand_first_and_all_others_stay_in_order() -> None:
    before = list_values(begin(), "answers")
    now = list_values(answer(moment="no example came to me"), "answers")
    likely = ["vague-answers", "rambling-answers"]
    assert now == [*likely, *(one for one in before if one not in likely)]
    assert now[-1] == before[-1]


def test_names_and_what_worked_speak_of_no_weak_spot() -> None:
    before = list_values(begin(), "answers")
    assert (
        list_values(answer(company="Too Late", what_worked="I was early"), "answers")
        == before
    )


def test_in_the_list_of_all_only_their_words_speak() -> None:
    HEARD.clear()
    session = answer(moment="what I typed myself", their_words="what they said")
    assert list_values(session, *AREAS)[0] == "vague-answers"
    assert HEARD == ["what they said"]


def test_without_a_ranking_the_order_is_that_of_the_vocabulary() -> None:
    assert list_values(begin(), "answers")[0] == "rambling-answers"
