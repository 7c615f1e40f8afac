"""When two documents say the same, and one id for two that do not."""

import json
from datetime import date
from typing import Any

import pytest

from reflect_journal.errors import RefusedInputError
from reflect_journal.model.documents import parse_documents
from reflect_journal.model.sameness import says_the_same
from reflect_journal.model.vocabulary import load_built_in


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}, True),
        ({}, {"form": "full"}, True),
        ({}, {"form": "quick"}, False),
        ({}, {"lesson": ""}, False),
        ({"sightings": [{}]}, {"sightings": [{"by": "self", "basis": "guess"}]}, True),
        ({"strengths": [{}]}, {"strengths": [{"by": "self"}]}, True),
        ({"strengths": [{}]}, {"strengths": [{"by": "coach"}]}, False),
        ({"sightings": 5}, {"sightings": [5]}, False),
        ({"sightings": [5]}, {"sightings": [5], "form": "full"}, True),
        (None, {}, False),
        (None, None, True),
    ],
)
def test_what_is_meant_where_it_is_absent_makes_no_difference(
    one: Any, other: Any, *, same: bool
) -> None:
    assert says_the_same(one, other) is same
    assert says_the_same(other, one) is same


def parse(*ids: str, lessons: str) -> int:
    given = [
        {"company": "A", "rejected_on": "2026-11-01", "lesson": lesson}
        | ({"id": identifier * 26} if identifier else {})
        for identifier, lesson in zip(ids, lessons, strict=True)
    ]
    content = json.dumps(given).encode()
    words = load_built_in()
    return len(parse_documents(content, "a file", words, date(2026, 11, 22)))


def test_one_id_for_two_contents_is_refused_with_both_items() -> None:
    assert parse("", "0", "", "0", lessons="xyxy") == 4
    with pytest.raises(RefusedInputError) as refused:
        parse("", "0", "a", "A", lessons="xyxy")
    assert refused.value.where == "item 4, id"
    assert refused.value.problem == "item 3 has the same id and says something else."
