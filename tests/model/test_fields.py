"""Places by their path: every value finds its place, and nothing else moves."""

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reflect_journal.errors import ReflectError
from reflect_journal.model.changed import check_changed
from reflect_journal.model.changes import apply_changes
from reflect_journal.model.fields import is_text, parse_fields, parse_place
from reflect_journal.model.paths import Path, find_at, format_path, parse_path
from tests.model.drawing import TODAY, VOCABULARY, Document, documents, texts

LEAST = {"company": "A", "rejected_on": "2026-11-20"}
FULL: Document = {
    **LEAST,
    "lesson": "Ask.",
    "tags": ["a", "b", "c"],
    "rounds": [{"stage": "panel", "areas": {"answers": {"rating": 2, "note": "n"}}}],
    "sightings": [{"weak_spot": "rambling-answers"}, {"weak_spot": "late"}],
    "plan": {"cue": "c"},
}


def change(document: Document, *fields: str) -> Document:
    return apply_changes(document, parse_fields(fields), "--field")


def list_leaves(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    match value:
        case dict():
            for key, one in value.items():
                yield from list_leaves(one, (*path, key))
        case list():
            for at, one in enumerate(value):
                yield from list_leaves(one, (*path, at))
        case _ if value not in (None, ""):
            yield path, value


def write(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


@given(documents)
def test_a_document_can_be_told_place_by_place(document: Document) -> None:
    leaves = dict(list_leaves(document))
    # A blank entry of a list has no place that could be told, nor those behind it.
    assume(not has_blank_entries(document))
    fields = [f"{format_path(path)}={write(one)}" for path, one in leaves.items()]
    assert dict(list_leaves(change({}, *fields))) == leaves


def has_blank_entries(value: Any) -> bool:
    match value:
        case dict():
            return any(has_blank_entries(one) for one in value.values())
        case list():
            blank = any(not list(list_leaves(one)) for one in value)
            return blank or any(has_blank_entries(one) for one in value)
    return False


@given(documents, st.data())
def test_a_change_touches_its_place_alone(
    document: Document, data: st.DataObject
) -> None:
    paths = [path for path, one in list_leaves(document) if is_free_text(path, one)]
    path, text = data.draw(st.sampled_from(paths)), data.draw(texts.filter(bool))
    before = deepcopy(document)
    changed = change(document, f"{format_path(path)}={text}")
    assert document == before
    assert find_at(changed, path) == text
    assert change(changed, f"{format_path(path)}={find_at(document, path)}") == document


def is_free_text(path: Path, value: Any) -> bool:
    return isinstance(value, str) and is_text(path, "")


@pytest.mark.parametrize(
    ("fields", "path", "value"),
    [
        (["lesson=a = b"], "lesson", "a = b"),
        ([" lesson = b"], "lesson", " b"),
        (["tags[3]=d", "tags[4]=e"], "tags", ["a", "b", "c", "d", "e"]),
        (["tags[0]=", "tags[2]=C"], "tags", ["b", "C"]),
        (["sightings[0]=", "sightings[1].note=n"], "sightings[0].note", "n"),
        (["sightings[1]=", "sightings[0]="], "sightings", []),
        (["rounds[0].areas.answers.rating="], "rounds[0].areas.answers", {"note": "n"}),
        (
            ["rounds[0].areas.technical.rating= 3 "],
            "rounds[0].areas.technical.rating",
            3,
        ),
        (
            ["rounds[0].questions[0].surprised=Yes"],
            "rounds[0].questions[0].surprised",
            True,
        ),
        (["plan.cue="], "plan", None),
        (["fit.role=4"], "fit", {"role": 4}),
        (['plan={"cue": "x"}'], "plan", {"cue": "x"}),
        (['tags=["x"]'], "tags", ["x"]),
        (["rejected_on= 2026-11-19"], "rejected_on", "2026-11-19"),
        (["stage_reached=panel "], "stage_reached", "panel"),
        (["friend_words="], "friend_words", None),
    ],
)
def test_values_are_read_by_the_kind_of_their_place(
    fields: list[str], path: str, value: Any
) -> None:
    changed = change(FULL, *fields)
    assert find_at(changed, parse_path(path)) == value
    check_changed(changed, FULL, "", VOCABULARY, TODAY)


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("lesson", '--field: "lesson" has no = in it.'),
        (
            "lesso=x",
            "--field, lesso: is not a key that reflect knows.\nDid you mean lesson?",
        ),
        ("id=x", "--field, id: is not a key"),
        ("rounds[0].nte=x", "--field, rounds[0].nte: is not a key"),
        ("=x", '--field, "": is not a path.'),
        ("a..b=x", '--field, "a..b": is not a path.'),
        ("tags[9999999999]=x", '--field, "tags[9999999999]": is not a path.'),
        ("tags[4]=x", "--field, tags[4]: leaves a gap; the next one is tags[3]."),
        (
            "rounds[2].note=x",
            "--field, rounds[2]: leaves a gap; the next one is rounds[1].",
        ),
        ("rounds.stage=x", "--field, rounds: is a list, whose places are [0]"),
        ("lesson[0]=x", "--field, lesson: has no place of that kind inside it."),
        ("plan.cue.x=x", "--field, plan.cue: has no place of that kind inside it."),
        ("plan=x", "--field, plan: takes JSON, or a value for a place inside it."),
        ('plan={"a": NaN}', "--field, plan, a: NaN is not a number"),
        ("rounds[0].areas.answers.rating=9", "rating: is above 5."),
        ("rounds[0].areas.answers.rating=two", "rating: is not a whole number."),
        (
            "rounds[0].areas.nonsense.rating=2",
            "--field, rounds[0].areas.nonsense: must be",
        ),
        ("rounds[0].questions[0].surprised=maybe", "surprised: is not true or false."),
        ("rounds[1].note=x", "--field, rounds[1].stage: is missing."),
        ("company=", "--field, company: is missing."),
        ("plan.due_on=soon", "--field, plan.due_on: is not a day"),
        (
            "sightings[0].weak_spot=rambling",
            'sightings[0].weak_spot: "rambling" is not known.',
        ),
        (f"company={'x' * 201}", "--field, company: is longer than 200 characters."),
        (f"moment={'x' * 1_100_000}", "--field: is larger than 1 MiB."),
    ],
)
def test_what_cannot_be_is_refused_with_its_path(field: str, said: str) -> None:
    with pytest.raises(ReflectError) as caught:
        check_changed(change(FULL, field), FULL, "--field", VOCABULARY, TODAY)
    assert said in str(caught.value)
    assert caught.value.exit_code == 2


def test_a_path_is_given_once() -> None:
    with pytest.raises(ReflectError, match="given twice"):
        parse_fields(["lesson=a", "lesson="])


def test_an_index_keeps_its_meaning_though_a_place_is_no_list_yet() -> None:
    assert change({}, "tags[0]=a") == {"tags": ["a"]}
    assert parse_place("rounds[0].note", "") == ("rounds", 0, "note")
