"""A short reflection continued asks for the rest and loses nothing."""

import copy
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from reflect_journal.interview.assembly import recall_answers
from reflect_journal.interview.sightings import store_reason
from tests.interview.people import Interview, Lines, Person, assemble, begin, hold
from tests.interview.test_documents import FACTS, FULL
from tests.model.drawing import damaged_documents, documents, json_objects

Document = dict[str, Any]


def go_on(base: Document, lines: Lines | None = None) -> tuple[Person, Document]:
    session = begin()
    session = replace(session, answers=recall_answers(session, base))
    before = copy.deepcopy(base)
    interview: Interview = hold(lines, session=session)
    document = assemble(interview.session, base)
    assert base == before
    return interview.person, document


QUICK: Document = {
    "form": "quick",
    "company": "Harbour Analytics",
    "rejected_on": "2026-11-20",
    "stage_reached": "panel",
    "sting": 4,
    "feeling": "flat",
    "what_worked": "The tables",
    "their_words": "Too long",
    "lesson": "Result first",
    "rounds": [{"stage": "panel", "mood": "of tomorrow"}],
    "sightings": [{"weak_spot": "rambling-answers", "by": "self", "basis": "guess"}],
    "mood": {"of": "tomorrow"},
}


def test_only_what_is_empty_is_asked() -> None:
    person, document = go_on(QUICK, {"role": "Dev", "moment": "Six minutes"})
    assert person.keys[:4] == ["role", "ending", "strengths", "moment"]
    known = {"sting", "gate", "company", "date", "stage", "what_worked", "lesson"}
    assert not known & set(person.keys)
    assert "reason" not in person.keys
    assert "their_words" not in person.keys
    assert document == {
        **QUICK,
        "form": "full",
        "role": "Dev",
        "moment": "Six minutes",
    }


def test_a_whole_reflection_has_few_questions_left() -> None:
    person, document = go_on(FULL)
    assert person.keys == [
        *("spots:answers", "spots:soft-skills", "earlier", "around", "fit:culture"),
        *("speaker", "their_spots", "sorting", "read-back"),
    ]
    assert document == FULL


@settings(max_examples=settings().max_examples // 2)
@given(documents)
def test_answering_nothing_changes_nothing_but_the_form(base: Document) -> None:
    _, document = go_on(base, {"lesson": ":skip", "action": ":skip"})
    assert document == {**base, "form": "full"}


@settings(max_examples=settings().max_examples // 2)
@given(damaged_documents() | json_objects)
def test_whatever_a_hand_made_of_it_new_words_find_their_place(base: Document) -> None:
    lines: Lines = {
        "what_worked": "word-1",
        "moment": "word-2",
        "asked": "word-3",
        "rating:answers": "1",
        "next:answers": "word-4",
        "spots:answers": "1",
        "strengths": ["solid", ""],
        "round:recruiter-screen": "word-5",
        "earlier": "2",
        "fit:role": "3",
        "reason": "2",
        "their_spots": ["bluff", ""],
        "sorting": ["1", ""],
        "cue": "word-6",
        "action": "word-7",
    }
    person, document = go_on(base, lines)
    answered = {prompt.key for prompt in person.prompts}
    for key in ("what_worked", "moment", "asked", "next:answers", "cue", "action"):
        line = lines[key]
        assert key not in answered or str(line) in repr(document)


def test_new_answers_join_what_was_there() -> None:
    base = {
        **QUICK,
        "plan": None,
        "fit": {"culture": 2, "note": "loud"},
        "rounds": [
            {"stage": "panel", "note": "main"},
            {"stage": "recruiter-screen", "note": "before"},
        ],
    }
    lines: Lines = {
        "fit:role": "3",
        "earlier": "2 3",
        "round:recruiter-screen": "after",
        "round:phone-interview": "short",
        "rating:answers": "2",
        "spots:answers": "1 2",
        "cue": "they ask",
        "action": "stop",
    }
    _, document = go_on(base, lines)
    assert document["fit"] == {"role": 3, "culture": 2, "note": "loud"}
    assert document["rounds"] == [
        {"stage": "phone-interview", "note": "short"},
        {"stage": "panel", "note": "main", "areas": {"answers": {"rating": 2}}},
        {"stage": "recruiter-screen", "note": "before\n\nafter"},
    ]
    assert [one["weak_spot"] for one in document["sightings"]] == [
        "rambling-answers",
        "question-not-answered",
    ]
    assert document["plan"]["weak_spot"] == "rambling-answers"


def test_the_round_of_the_stage_reached_is_the_one_that_is_told() -> None:
    base = {
        **QUICK,
        "rounds": [{"stage": "recruiter-screen", "areas": {"answers": {}}}],
    }
    person, document = go_on(base, {"rating:answers": "4"})
    assert "rating:answers" in person.keys
    assert document["rounds"] == [
        {"stage": "recruiter-screen", "areas": {"answers": {}}},
        {"stage": "panel", "areas": {"answers": {"rating": 4}}},
    ]


def test_without_a_stage_the_last_round_tells_it() -> None:
    base = {
        "company": "A",
        "rejected_on": "2026-11-20",
        "rounds": [{"stage": "panel"}, {"stage": "final"}],
    }
    person, document = go_on(base, {"rating:answers": "4"})
    assert "stage" not in person.keys
    assert document["rounds"][1]["areas"] == {"answers": {"rating": 4}}
    assert "stage_reached" not in document


def test_an_unnamed_company_is_asked_for_again() -> None:
    base = {"form": "facts", "company": "unnamed", "rejected_on": "2026-11-20"}
    assert go_on(base)[1]["company"] == "unnamed"
    assert go_on(base, {"company": "A"})[1]["company"] == "A"


def test_very_raw_news_do_not_make_it_shorter_again() -> None:
    base = {"form": "quick", "company": "A", "rejected_on": "2026-11-20"}
    person, document = go_on(base, {"sting": "5"})
    assert "gate" not in person.keys
    assert document["form"] == "full"


def test_a_feeling_without_a_number_is_known_too() -> None:
    base = {"company": "A", "rejected_on": "2026-11-20", "feeling": "flat"}
    person, document = go_on(base)
    assert "sting" not in person.keys
    assert document["feeling"] == "flat"


@pytest.mark.parametrize(
    ("fields", "asked"),
    [
        ({}, True),
        ({"their_words": "x"}, True),
        ({"form": "quick", "their_words": "x"}, False),
        ({"sightings": [{"weak_spot": "no-reason-given"}]}, False),
        ({"sightings": [{"weak_spot": "bluffing", "by": "coach"}]}, True),
        ({"sightings": [{"weak_spot": "bluffing", "by": "recruiter"}]}, False),
    ],
)
def test_whether_they_gave_a_reason_is_asked_where_it_is_not_known(
    fields: Document, asked: bool
) -> None:
    person, _ = go_on({"company": "A", "rejected_on": "2026-11-20", **fields})
    assert asked == ("reason" in person.keys)


def change(base: Document, row: str, lines: Lines) -> Document:
    """Change one known answer from the list of all the rest."""
    person, _ = go_on(base, {"read-back": ["4", ":quit"]})
    rows = {one.label: str(one.number) for one in person.prompts[-1].choices}
    return go_on(base, {**lines, "read-back": ["4", rows[row], ""]})[1]


KNOWN: Document = {
    **FULL,
    "strengths": [
        {"strength": "solid-knowledge", "by": "self", "note": "said so"},
        {"strength": "good-rapport", "by": "coach"},
    ],
    "sightings": [
        {"weak_spot": "no-reason-given", "by": "self"},
        {"weak_spot": "rambling-answers", "changeable": "slowly"},
    ],
}


def look(document: Document, area: str) -> Any:
    return document["rounds"][2]["areas"].get(area)


@pytest.mark.parametrize(
    ("row", "lines", "places"),
    [
        ("hurts", {"sting": "3"}, {"sting": 3, "feeling": None}),
        ("hurts", {"sting": ":skip"}, {"sting": None, "feeling": None}),
        ("role", {"role": ":skip"}, {"role": None}),
        ("ended by", {"ending": "7"}, {"decided_by": "me", "heard_by": None}),
        ("ended by", {"ending": ":skip"}, {"decided_by": None, "heard_by": None}),
        ("the work itself", {"fit:role": "?"}, {"fit": {}}),
        ("to a friend", {"friend_words": "Rest"}, {"friend_words": "Rest"}),
        (
            "strengths",
            {"strengths": "rapport"},
            {
                "strengths": [
                    *KNOWN["strengths"],
                    {"strength": "good-rapport", "by": "self", "basis": "seen"},
                ]
            },
        ),
        ("strengths", {"strengths": ":skip"}, {"strengths": KNOWN["strengths"][1:]}),
        ("they said why", {"reason": "2"}, {"sightings": KNOWN["sightings"][1:]}),
        ("they said why", {"reason": "1"}, {"sightings": KNOWN["sightings"]}),
    ],
)
def test_a_known_answer_can_be_changed_or_emptied(
    row: str, lines: Lines, places: Document
) -> None:
    changed = change(KNOWN, row, lines)
    assert {key: changed.get(key) for key in places} == places
    assert {**changed, **places} == {**KNOWN, **places}


@pytest.mark.parametrize(
    ("line", "review"),
    [
        ("5", {"rating": 5}),
        ("?", {}),
        (":skip", None),
    ],
)
def test_a_known_look_can_be_changed_or_emptied(line: str, review: Any) -> None:
    changed = change(KNOWN, "preparation", {"rating:preparation": line})
    assert look(changed, "preparation") == review
    skipped = change(KNOWN, "answers", {"rating:answers": ":skip"})
    assert look(skipped, "answers") == {
        "next_time": "Result first, then two steps.",
        "note": "No pauses",
    }


@pytest.mark.parametrize(
    ("line", "question"),
    [
        ("1", {"depth": "too-thin"}),
        ("5", {"surprised": True}),
        (":skip", {}),
    ],
)
def test_a_known_depth_can_be_changed_or_emptied(line: str, question: Any) -> None:
    [before] = FULL["rounds"][2]["questions"]
    told = {key: before[key] for key in ("asked", "next_time")}
    changed = change(FULL, "the answer was", {"depth": line})
    assert changed["rounds"][2]["questions"] == [{**told, **question}]


def test_a_surprise_can_be_taken_back() -> None:
    question = {"asked": "Why us?", "surprised": True}
    base = {**QUICK, "rounds": [{"stage": "panel", "questions": [question]}]}
    changed = change(base, "the answer was", {"depth": "2"})
    assert changed["rounds"][0]["questions"] == [
        {"asked": "Why us?", "surprised": False, "depth": "right"}
    ]


def test_another_stage_is_told_to_the_round_as_well() -> None:
    changed = change(QUICK, "got to", {"stage": "10"})
    assert changed["stage_reached"] == "final"
    assert changed["rounds"] == [{"stage": "final", "mood": "of tomorrow"}]


def test_a_sorting_of_another_day_is_shown_and_can_be_moved_back() -> None:
    person, document = go_on(KNOWN, {"sorting": ["1", "1", ""]})
    rows = [prompt.choices[0].description for prompt in person.find("sorting")]
    assert rows == ["slowly", "not in your hands", "soon"]
    assert document["sightings"][1] == {"weak_spot": "rambling-answers"}


def test_an_emptied_plan_keeps_its_weak_spot() -> None:
    lines: Lines = {"read-back": ["3", ""], "cue": ":skip", "action": ":skip"}
    plan = go_on(FULL, {**lines, "obstacle": ":skip"})[1]["plan"]
    assert plan == {"weak_spot": FULL["plan"]["weak_spot"]}


def test_a_word_that_is_no_longer_known_is_not_sorted() -> None:
    base = {**QUICK, "sightings": [{"weak_spot": "of-an-old-configuration"}]}
    assert "sorting" not in go_on(base)[0].keys


def test_facts_go_on_with_the_talk() -> None:
    facts = hold({**FACTS, "sting": "5", "moment": "The clock"}).document
    person, document = go_on(facts, {"what_worked": "The start"})
    assert person.keys[0] == "what_worked"
    assert "moment" not in person.keys
    assert document == {**facts, "form": "full", "what_worked": "The start"}


def test_a_reason_that_was_never_missing_stays() -> None:
    document: Document = {"sightings": [{"weak_spot": "bluffing"}]}
    store_reason(document, "yes", begin().situation)
    assert document == {"sightings": [{"weak_spot": "bluffing"}]}
