"""The vocabulary, days, texts and places inside documents."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflect_journal.model.days import format_day
from reflect_journal.model.identity import SHORT_LENGTH
from reflect_journal.model.paths import (
    Path,
    find_at,
    format_path,
    parse_path,
    put_at,
    remove_at,
    walk_texts,
)
from reflect_journal.model.saved import SavedReflection
from reflect_journal.model.terms import AREAS, CHANGEABLES
from reflect_journal.model.text import fold_text, normalise_text, shorten
from reflect_journal.model.vocabulary import Strength, WeakSpot, load_built_in
from tests.model.drawing import json_values


def test_the_built_in_vocabulary_is_whole() -> None:
    # Loaded here: where it was loaded before, its lines may not have been counted.
    words = load_built_in.__wrapped__()
    assert (len(words.weak_spots), len(words.strengths)) == (61, 22)
    assert set(AREAS) == {spot.area for spot in words.weak_spots.values()}
    for spot in words.weak_spots.values():
        assert spot.changeable in CHANGEABLES
        assert bool(spot.exercise) != bool(spot.closing), spot.id
        assert spot.label
        assert spot.description
        assert not spot.own
    for strength in words.strengths.values():
        assert strength.area in AREAS
        assert strength.label
        assert strength.keep


def test_the_vocabulary_finds_labels_areas_and_what_is_spelt_alike() -> None:
    words = load_built_in()
    assert words.get_label("rambling-answers") == "Went on too long"
    assert words.strengths["good-rapport"].label == words.get_label("good-rapport")
    assert words.get_label("gone-by-now") == "gone-by-now"
    assert words.find_nearest("RAMBLING_ANSWER") == "rambling-answers"
    assert words.find_nearest_strength("good-raport") == "good-rapport"
    assert None is words.find_nearest("qqqq")
    assert {"answers"} == {spot.area for spot in words.list_in_area("answers")}


def test_ones_own_words_come_last_and_may_replace_built_in_ones() -> None:
    own = WeakSpot("mumbling", "Mumbled", "body-language", "soon", own=True)
    other = WeakSpot("rambling-answers", "Rambled", "answers", "soon", own=True)
    strength = Strength("juggling", "Juggles", "mindset", own=True)
    words = load_built_in().extended([own, other], [strength])
    assert own == words.list_in_area("body-language")[-1]
    assert words.get_label("rambling-answers") == "Rambled"
    assert strength == list(words.strengths.values())[-1]
    assert len(load_built_in().weak_spots) == 61


@pytest.mark.parametrize(
    ("text", "shown"),
    [("2026-11-20", "20 Nov 2026"), ("2026-01-05", "5 Jan 2026"), ("soon", "soon")],
)
def test_a_day_is_written_as_people_read_it(text: str, shown: str) -> None:
    assert shown == format_day(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Harbour", "harbour"), ("Grüße", "grusse"), ("Éclair ①", "eclair 1")],
)
def test_case_and_accents_do_not_count_when_folded(text: str, folded: str) -> None:
    assert folded == fold_text(text)


@given(st.text())
def test_normalised_text_can_be_written_as_utf_8(text: str) -> None:
    normal = normalise_text(text)
    assert normal == normal.encode().decode()
    assert "\0" not in normal
    assert len(text) == len(normal)


def test_a_text_is_quoted_only_in_part() -> None:
    assert shorten("short") == '"short"'
    assert shorten("x" * 41) == '"' + "x" * 40 + '..."'


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ((), ""),
        (("plan", "cue"), "plan.cue"),
        (("sightings", 0, "weak_spot"), "sightings[0].weak_spot"),
        (
            ("rounds", 12, "areas", "soft-skills", "note"),
            "rounds[12].areas.soft-skills.note",
        ),
        ((3,), "[3]"),
    ],
)
def test_a_place_is_written_and_read_the_same(path: Path, text: str) -> None:
    assert text == format_path(path)
    assert path == parse_path(text)


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("a.b[1]", 2),
        ("a.b[2]", None),
        ("a.c", None),
        ("a.b.c", None),
        ("a.d[0]", None),
        ("a.d.x", None),
    ],
)
def test_a_value_is_found_at_its_place_or_not_at_all(path: str, found: Any) -> None:
    assert found == find_at({"a": {"b": [1, 2], "d": "text"}}, parse_path(path))


@pytest.mark.parametrize(
    ("before", "path", "after"),
    [
        ({}, "a", {"a": "x"}),
        ({}, "plan.cue", {"plan": {"cue": "x"}}),
        ({"plan": None}, "plan.cue", {"plan": {"cue": "x"}}),
        ({"plan": "later"}, "plan.cue", {"plan": {"cue": "x"}}),
        ({"plan": {"b": 1}}, "plan.cue", {"plan": {"b": 1, "cue": "x"}}),
        ({}, "a[1].b", {"a": [{}, {"b": "x"}]}),
        ({"a": [None]}, "a[0].b", {"a": [{"b": "x"}]}),
        ({"a": [{"c": 1}, 5]}, "a[0].b", {"a": [{"c": 1, "b": "x"}, 5]}),
        ({"a": {}}, "a[0].b[0].c", {"a": [{"b": [{"c": "x"}]}]}),
    ],
)
def test_a_value_is_put_at_its_place_with_all_on_the_way(
    before: Any, path: str, after: Any
) -> None:
    put_at(before, parse_path(path), "x")
    assert after == before


@pytest.mark.parametrize(
    ("path", "after"),
    [
        ("a", {"b": 3}),
        ("a[0]", {"a": [{"d": 2}], "b": 3}),
        ("a[1].d", {"a": [{"c": 1}, {}], "b": 3}),
        ("a[2].d", {"a": [{"c": 1}, {"d": 2}], "b": 3}),
        ("b.c.d", {"a": [{"c": 1}, {"d": 2}], "b": 3}),
    ],
)
def test_a_value_is_removed_from_its_place(path: str, after: Any) -> None:
    document = {"a": [{"c": 1}, {"d": 2}], "b": 3}
    remove_at(document, parse_path(path))
    assert after == document


@given(json_values)
def test_every_text_of_a_document_is_walked_with_its_place(value: Any) -> None:
    for path, text in walk_texts(value):
        assert text == find_at(value, path)


def test_texts_are_walked_in_their_order() -> None:
    document = {"a": "one", "b": [{"c": "two"}, 3, "four"]}
    expected = [(("a",), "one"), (("b", 0, "c"), "two"), (("b", 2), "four")]
    assert expected == list(walk_texts(document))


def test_a_saved_reflection_is_sound_and_alone_unless_told_otherwise() -> None:
    saved = SavedReflection("01J", "01K", "then", "now", {})
    assert (saved.sealed, saved.version, saved.others) == (True, 1, ())


def test_the_end_of_an_id_is_short_enough_to_type() -> None:
    assert SHORT_LENGTH == 4
