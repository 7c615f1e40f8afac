"""What was typed puts likely spots first; nothing is chosen for anybody."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from reflect_journal.interview.choices import (
    offer_all_spots,
    offer_spots,
    offer_strengths,
)
from reflect_journal.interview.kinds import Answered, Partly, Setting
from reflect_journal.interview.session import Session
from reflect_journal.interview.words import LIKELY_AT_ONCE, Words
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


def rank_many(text: str) -> Sequence[str]:
    spots = ("rambling-answers", "mind-blank", "bluffing", "late-arrival", "fidgeting")
    return (*spots, "stayed-calm", "too-eager") if text else ()


def test_likely_words_of_a_long_list_stand_there_at_once_and_none_is_chosen() -> None:
    session = Session("full", replace(surround(), rank=rank_many), {})
    told = replace(session.situation, answers={"their_words": "you went on"})
    setting = Setting(offer_all_spots(told), None, date(2026, 11, 22))
    words = Words()
    shown = [(one.number, one.value) for one in words.show(setting)]
    assert shown == [*enumerate(rank_many("x")[:LIKELY_AT_ONCE], 1)]
    assert words.finish(setting) == Answered([])
    picked = words.parse("4", setting)
    assert isinstance(picked, Partly)
    assert picked.value["picked"] == ["late-arrival"]
    after = replace(setting, partial=picked.value)
    assert [(one.number, one.value) for one in words.show(after)] == shown


def test_what_worked_puts_likely_strengths_in_sight() -> None:
    session = Session("full", replace(surround(), rank=rank_many), {})
    told = replace(session.situation, answers={"what_worked": "I kept calm"})
    first, second, *_ = offer_strengths(told)
    assert (first.value, first.likely, second.likely) == ("stayed-calm", True, False)
    assert not any(one.likely for one in offer_strengths(begin().situation))
