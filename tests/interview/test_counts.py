"""How many questions there are, and that the steps only go forward."""

import itertools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.interview.people import PLAN, Interview, Lines, hold, meet_stranger

pytestmark = pytest.mark.uncounted

TALK = {
    "stage": "8",
    "moment": "The pipeline story",
    "asked": "Why us?",
    "rating:preparation": "4",
    "rating:answers": "2",
    "rating:technical": "3",
    "rating:soft-skills": "4",
    "rating:body-language": "5",
    "spots:answers": "1",
    "reason": "1",
    "cue": "they ask",
}
EVERYTHING_LOW = {f"rating:{area}": "1" for area in ("preparation", "soft-skills")}
LONGEST: Lines = {
    **TALK,
    **EVERYTHING_LOW,
    "spots:answers": "1 10",
    "earlier": "2 3 4",
    "around": "1 2 3 4 5 6",
    "reason": "2",
    "tried": "1",
    "their_spots": ["good", "1", "long", ""],
}


def count(interview: Interview) -> int:
    """Count questions; the further moves of one are one with it."""
    asked = set(interview.person.keys)
    questions = interview.session.questions
    return len({one.key for one in questions if one.key in asked and not one.follows})


def count_steps(interview: Interview) -> list[int]:
    places = [prompt.place for prompt in interview.person.prompts if prompt.place]
    return [int(place.split()[1]) for place in places]


def test_a_typical_full_interview_has_thirty_four_questions() -> None:
    interview = hold(TALK)
    assert count(interview) == 34
    assert count_steps(interview) == [1, 2, 3, 4, 5, 6, 7]


def test_the_longest_full_interview_has_forty_two_questions() -> None:
    interview = hold(LONGEST, plan=PLAN)
    assert count(interview) == 42
    assert len(interview.person.prompts) > 42


def test_nothing_low_after_a_first_call_and_no_question_is_twenty_seven() -> None:
    lines: Lines = {
        **TALK,
        "stage": "2",
        "asked": "",
        "rating:answers": "4",
        "rating:technical": "5",
    }
    assert count(hold(lines)) == 27


def test_the_quick_form_has_eight_questions_and_the_reading_back() -> None:
    interview = hold({"slip": "1 6", "slip:else": "1", "sting": "4"}, form="quick")
    assert count(interview) == 8 + 1
    assert "slip:preparation" in interview.person.keys
    assert count_steps(interview) == []


@pytest.mark.parametrize("form", ["full", "quick"])
def test_the_facts_are_seven_questions_after_the_gate(form: str) -> None:
    keys = hold({"sting": "5"}, form=form).person.keys
    assert keys[:2] == ["sting", "gate"]
    assert len(keys[2:]) == 7
    assert "read-back" not in keys


BRANCHES: dict[str, tuple[Lines, ...]] = {
    "stage": ({}, {"stage": "1"}, {"stage": "8", "earlier": "2 3 4"}),
    "ending": ({"reason": "2"}, {"ending": "5"}),
    "moment": ({}, {"moment": "I always fail", "asked": "Why us?"}),
    "looks": (
        {},
        {"rating:answers": "1", "spots:answers": "10"},
        {**EVERYTHING_LOW, "rating:technical": "2", "spots:soft-skills": "1 9"},
    ),
    "around": ({"around": "1 4", "around:mindset": "1"},),
    "plan": ({}, {"cue": "they ask"}),
}


def test_no_way_through_the_full_form_has_more_than_forty_two_questions() -> None:
    longest = 0
    for chosen in itertools.product(*BRANCHES.values()):
        lines = {key: line for branch in chosen for key, line in branch.items()}
        interview = hold({**lines, "tried": "1"}, plan=PLAN)
        longest = max(longest, count(interview))
        steps = count_steps(interview)
        assert steps == sorted(set(steps)), lines
    assert longest == 42


@settings(max_examples=settings().max_examples // 3)
@given(st.integers(min_value=0, max_value=10**9))
def test_at_random_there_are_not_more_and_the_steps_only_go_forward(seed: int) -> None:
    stranger, session = meet_stranger(seed, commands=False, form="full")
    first_time = list(dict.fromkeys(stranger.keys))
    known = {one.key: one for one in session.questions}
    real = [key for key in first_time if key in known and not known[key].follows]
    assert len(real) <= 42
    before_reading_back = itertools.takewhile(
        lambda prompt: prompt.key != "read-back", stranger.prompts
    )
    places = [one.place for one in before_reading_back if one.place]
    steps = [int(re.findall(r"\d+", place)[0]) for place in places]
    assert steps == sorted(set(steps))


@pytest.mark.parametrize(
    ("ratings", "hint", "gone_into"),
    [
        ("11111", "Enter = Answers, Technical part", ["answers", "technical"]),
        ("21122", "Enter = Answers, Technical part", ["answers", "technical"]),
        ("13233", "Enter = Preparation, Technical part", ["preparation", "technical"]),
        ("35533", "Enter = Preparation, People side", ["preparation", "soft-skills"]),
        (
            "55321",
            "Enter = Body language, People side",
            ["soft-skills", "body-language"],
        ),
        ("55511", "", ["soft-skills", "body-language"]),
        ("5551?", "", ["soft-skills"]),
        ("55555", "", []),
    ],
)
def test_two_areas_at_most_are_gone_into_the_lowest_first(
    ratings: str, hint: str, gone_into: list[str]
) -> None:
    passes = ("preparation", "answers", "technical", "soft-skills", "body-language")
    lines = {f"rating:{area}": one for area, one in zip(passes, ratings, strict=True)}
    interview = hold(lines)
    hints = [prompt.hint for prompt in interview.person.find("areas")]
    assert hints == ([hint] if hint else [])
    asked = [key for key in interview.person.keys if key.startswith("next:")]
    assert asked == [f"next:{area}" for area in gone_into]
    assert ("still" in interview.person.keys) == (not gone_into)


@pytest.mark.parametrize(
    ("line", "gone_into"), [("3", ["preparation"]), ("0", []), ("1 2", ["answers"])]
)
def test_one_may_choose_other_areas_or_none(line: str, gone_into: list[str]) -> None:
    lines: Lines = {
        "rating:answers": "1",
        "rating:technical": "2",
        "rating:preparation": "3",
        "areas": line,
    }
    asked = [key for key in hold(lines).person.keys if key.startswith("next:")]
    assert asked == [f"next:{area}" for area in gone_into] + (
        ["next:technical"] if line == "1 2" else []
    )


@pytest.mark.parametrize(
    ("stage", "asked"),
    [("", False), ("1", False), ("2", False), ("3", True), ("12", True)],
)
def test_earlier_rounds_are_asked_for_where_there_can_be_some(
    stage: str, asked: bool
) -> None:
    assert asked == ("earlier" in hold({"stage": stage}).person.keys)
