"""What can be kept comes back as it was given."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given

from reflect_journal.model.documents import Submission, parse_documents
from reflect_journal.model.reflection import Reflection
from reflect_journal.model.tolerance import load_reflection
from reflect_journal.model.vocabulary import WeakSpot
from tests.model.drawing import TODAY, VOCABULARY, Document, documents

EXAMPLE = r"""
{
  "form": "full",
  "company": "Harbour Analytics", "role": "Data engineer",
  "rejected_on": "2026-11-20", "stage_reached": "panel", "decided_by": "company",
  "heard_by": "email",
  "their_words": "We went with someone whose examples were closer to our stack.",
  "sting": 4, "feeling": "flat",
  "what_worked": "The schema question: I drew the tables first.",
  "moment": "The pipeline story. I talked for six minutes.",
  "rounds": [
    {"stage": "panel", "held_on": "2026-11-17", "format": "fixed-questions",
     "balance": "too-technical", "note": "",
     "areas": {"preparation":  {"rating": 4, "went_well": "Knew their product",
                                "next_time": "", "note": ""},
               "answers":      {"rating": 2, "went_well": "",
                                "next_time": "One example per answer, two minutes",
                                "note": ""},
               "technical":    {"rating": 4},
               "soft-skills":  {"rating": 3},
               "body-language":{}},
     "questions": [{"asked": "Tell us about a pipeline that failed", "meant": "",
                    "my_answer": "", "went": "rough", "depth": "too-long",
                    "surprised": false,
                    "next_time": "Result first, then two steps, then stop."}]}
  ],
  "sightings": [{"weak_spot": "rambling-answers", "by": "self", "basis": "seen",
                 "stage": "panel", "note": "six minutes"},
                {"weak_spot": "impact-unclear", "by": "recruiter", "basis": "said",
                 "note": ""},
                {"weak_spot": "experience-gap", "by": "recruiter", "basis": "said",
                 "changeable": "not-at-all"}],
  "strengths": [{"strength": "solid-knowledge", "by": "interviewer", "basis": "said",
                 "note": ""}],
  "fit": {"role": 4, "culture": 3, "note": ""},
  "friend_words": "One long answer. They still liked your schema.",
  "lesson": "Lead with the result.",
  "plan": {"cue": "they ask for an example",
           "action": "say the result first, then two steps",
           "weak_spot": "rambling-answers", "obstacle": "nerves: breathe once",
           "due_on": "2026-12-01"},
  "tags": ["data", "remote"]
}
"""
ONE = {"company": "A", "rejected_on": "2026-11-20"}
TWO = {"company": "B", "rejected_on": "2026-11-21", "lesson": "x\u2028y"}


def take(content: bytes) -> list[Document]:
    taken = parse_documents(content, "notes.json", VOCABULARY, TODAY)
    return [one.document for one in taken]


def take_one(**fields: Any) -> Document:
    [taken] = take(json.dumps({**ONE, **fields}).encode())
    return taken


def test_the_example_of_the_format_comes_back_equal() -> None:
    assert [json.loads(EXAMPLE)] == take(EXAMPLE.encode())


@given(documents)
def test_a_document_comes_back_identical(document: Document) -> None:
    assert [document] == take(json.dumps(document).encode())
    assert document == load_reflection(document).to_document()


def test_what_is_absent_has_its_meaning() -> None:
    document = {
        **ONE,
        "sightings": [{"weak_spot": "rambling-answers"}],
        "strengths": [{"strength": "good-rapport"}],
    }
    reflection = load_reflection(document)
    assert reflection.form == "full"
    assert (
        reflection.sightings[0].by,
        reflection.sightings[0].basis,
    ) == ("self", "guess")
    assert (
        reflection.strengths[0].by,
        reflection.strengths[0].basis,
    ) == ("self", "guess")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (json.dumps(ONE), [ONE]),
        (json.dumps(ONE, indent=2), [ONE]),
        (f"\n\n{json.dumps(ONE, indent=0)}\n", [ONE]),
        (json.dumps([ONE, TWO]), [ONE, TWO]),
        (json.dumps([ONE, TWO], indent=2), [ONE, TWO]),
        (json.dumps([ONE, TWO]).replace("}, ", "},\n"), [ONE, TWO]),
        (f"{json.dumps(ONE)}\n{json.dumps(TWO)}\n", [ONE, TWO]),
        (f"\n{json.dumps(ONE)}\r\n\r\n  \n{json.dumps(TWO)}", [ONE, TWO]),
        (f"{json.dumps(ONE)}\n{json.dumps(TWO, ensure_ascii=False)}", [ONE, TWO]),
        ("[]", []),
    ],
)
def test_one_object_an_array_and_json_lines_are_told_apart(
    content: str, expected: list[Document]
) -> None:
    assert expected == take(content.encode())
    assert expected == take(b"\xef\xbb\xbf" + content.encode())


@pytest.mark.parametrize(
    ("field", "longest"), [("company", 200), ("role", 200), ("moment", 20_000)]
)
def test_limits_are_inclusive(field: str, longest: int) -> None:
    text = "\N{SNOWMAN}" * longest
    assert text == take_one(**{field: text})[field]


@pytest.mark.parametrize(
    ("today", "last"),
    [(date(2026, 11, 21), "2027-11-21"), (date(2028, 2, 29), "2029-03-01")],
)
def test_days_from_1970_to_one_year_ahead_are_taken(today: date, last: str) -> None:
    for day in ("1970-01-01", last):
        content = json.dumps({"company": "A", "rejected_on": day}).encode()
        [taken] = parse_documents(content, "notes.json", VOCABULARY, today)
        assert day == taken.document["rejected_on"]


def test_what_utf_8_cannot_carry_is_replaced_and_all_else_is_kept() -> None:
    content = rb'{"company": "A\ud800\u0000B\ud83d\ude00\u202e\u001b", '
    [taken] = take(content + b'"rejected_on": "2026-11-20"}')
    assert taken["company"] == "A\ufffd\ufffdB\N{GRINNING FACE}\u202e\x1b"


def test_an_id_is_kept_apart_from_the_document_in_capitals() -> None:
    content = json.dumps([{**ONE, "id": "01j9" + "z" * 22}, {**ONE, "id": None}, ONE])
    taken = parse_documents(content.encode(), "notes.json", VOCABULARY, TODAY)
    assert [
        Submission("01J9" + "Z" * 22, ONE),
        Submission(None, ONE),
        Submission(None, ONE),
    ] == taken


def test_ones_own_words_are_known_too() -> None:
    own = WeakSpot("parallel-parking", "Parked badly", "logistics", "soon", own=True)
    extended = VOCABULARY.extended([own], [])
    document = {**ONE, "sightings": [{"weak_spot": "parallel-parking"}]}
    content = json.dumps(document).encode()
    [taken] = parse_documents(content, "notes.json", extended, TODAY)
    assert document == taken.document


def test_a_loaded_reflection_is_not_judged_by_todays_words_and_days() -> None:
    document = {
        "company": "A",
        "rejected_on": "1950-01-01",
        "sightings": [{"weak_spot": "of-an-old-configuration"}],
        "strengths": [{"strength": "of-an-old-configuration"}],
    }
    assert (
        document == Reflection.model_validate_json(json.dumps(document)).to_document()
    )
