"""A changed document is checked strictly; what stood there before is not judged."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflect_journal.errors import RefusedInputError
from reflect_journal.model.changed import check_changed
from reflect_journal.model.documents import parse_document
from reflect_journal.model.unspoken import keep_unspoken
from tests.model.drawing import (
    TODAY,
    VOCABULARY,
    Document,
    any_keys,
    documents,
    json_values,
)

LEAST = {"company": "A", "rejected_on": "2026-11-20"}
objects = st.dictionaries(any_keys, json_values, max_size=5)


def find_refused(document: Document, before: Document) -> str:
    try:
        check_changed(document, before, "x", VOCABULARY, TODAY)
    except RefusedInputError as error:
        return error.where
    return ""


def is_refused_when_handed_in(document: Document) -> bool:
    try:
        parse_document(document, "x", "", VOCABULARY, TODAY)
    except RefusedInputError:
        return True
    return False


@given(objects)
def test_what_stands_there_already_is_never_refused(document: Document) -> None:
    assert find_refused(document, document) == ""


@given(documents | objects)
def test_without_anything_before_it_is_as_strict_as_for_new_ones(
    document: Document,
) -> None:
    json.dumps(document)
    if find_refused(document, LEAST):
        assert is_refused_when_handed_in(document)


@pytest.mark.parametrize(
    ("before", "after", "refused"),
    [
        ({"mood": 3}, {"mood": 3, "lesson": "x"}, ""),
        ({"mood": 3}, {"lesson": "x"}, ""),
        ({"mood": 3}, {"mood": 4}, "mood"),
        ({"mood": 3}, {"mod": 3}, "mod"),
        ({"sting": 9}, {"sting": 9, "lesson": "x"}, ""),
        ({"sting": 9}, {"sting": 8}, "sting"),
        ({"tags": ["a", 3]}, {"tags": [3]}, ""),
        ({"tags": ["a", 3]}, {"tags": ["a", 3, 3]}, "tags[2]"),
        ({"lesson": "y" * 2_000_000}, {"lesson": "y" * 1_900_000}, "lesson"),
    ],
)
def test_only_new_flaws_are_refused(
    before: Document, after: Document, refused: str
) -> None:
    assert find_refused({**LEAST, **after}, {**LEAST, **before}) == refused


@given(objects)
def test_a_document_put_in_its_own_place_is_the_same(document: Document) -> None:
    assert keep_unspoken(document, document) == document


@given(documents, documents, objects)
def test_no_key_that_reflect_does_not_know_is_lost(
    new: Document, old: Document, more: Document
) -> None:
    unknown = {f"x-{key}": value for key, value in more.items()}
    assert keep_unspoken(new, {**old, **unknown}) == {**new, **unknown}


ROUND = {
    "stage": "panel",
    "areas": {"answers": {"rating": 2, "x": 1}, "aura": {"y": 2}},
}


@pytest.mark.parametrize(
    ("new", "old", "kept"),
    [
        ({"fit": {"role": 2}}, {"fit": {"x": 1}}, {"fit": {"role": 2, "x": 1}}),
        ({"fit": {"x": 2}}, {"fit": {"x": 1}}, {"fit": {"x": 2}}),
        ({"lesson": "b"}, {"lesson": "a"}, {"lesson": "b"}),
        ({"fit": None}, {"fit": {"x": 1}}, {"fit": None}),
        ({}, {"fit": {"x": 1}}, {}),
        (
            {"rounds": [{"stage": "panel", "areas": {"answers": {"rating": 3}}}]},
            {"rounds": [ROUND]},
            {
                "rounds": [
                    {
                        "stage": "panel",
                        "areas": {"answers": {"rating": 3, "x": 1}, "aura": {"y": 2}},
                    }
                ]
            },
        ),
        (
            {"rounds": [{"stage": "panel", "areas": {"answers": 3}}]},
            {"rounds": [{"stage": "panel", "areas": {"answers": {"x": 1}}}]},
            {"rounds": [{"stage": "panel", "areas": {"answers": 3}}]},
        ),
        (
            {"sightings": [{"weak_spot": "b"}, {"weak_spot": "a", "note": "n"}, 3]},
            {"sightings": [{"weak_spot": "a", "x": 1}, 3, {"weak_spot": "b", "x": 2}]},
            {
                "sightings": [
                    {"weak_spot": "b", "x": 2},
                    {"weak_spot": "a", "note": "n", "x": 1},
                    3,
                ]
            },
        ),
        (
            {"sightings": [{"weak_spot": "c"}]},
            {"sightings": [{"weak_spot": "a", "x": 1}]},
            {"sightings": [{"weak_spot": "c"}]},
        ),
    ],
)
def test_unknown_keys_stay_with_what_they_were_about(
    new: dict[str, Any], old: dict[str, Any], kept: dict[str, Any]
) -> None:
    assert keep_unspoken(new, old) == kept
