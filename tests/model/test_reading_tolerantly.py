"""Records that a hand or a newer program wrote are shown as far as they go."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given

from reflect_journal.model.outline import (
    Fit,
    Outline,
    PlanOutcome,
    Sighted,
    outline_reflection,
)
from reflect_journal.model.tolerance import load_reflection
from tests.model.drawing import Document, damaged_documents, json_objects

REQUIRED = {"company": "unnamed", "rejected_on": "1970-01-01"}


def nest(levels: int) -> Any:
    value: Any = "bottom"
    for _ in range(levels):
        value = [value]
    return value


@pytest.mark.parametrize(
    ("document", "shown"),
    [
        ({}, {}),
        ({"company": 5, "rejected_on": "soon", "lesson": "x"}, {"lesson": "x"}),
        ({"company": "  "}, {}),
        ({"rounds": [{}]}, {"rounds": []}),
        (
            {"rounds": [{}, {"stage": "panel"}, {"balance": "odd"}, 7]},
            {"rounds": [{"stage": "panel"}]},
        ),
        (
            {"sightings": [{"weak_spot": 1, "by": 2}, {"weak_spot": "a", "by": 2}]},
            {"sightings": [{"weak_spot": "a"}]},
        ),
        (
            {"rounds": [{"stage": "panel", "areas": {"art": 5, "answers": {}}}]},
            {"rounds": [{"stage": "panel", "areas": {"answers": {}}}]},
        ),
        ({"tags": ["a", 1, "b", None]}, {"tags": ["a", "b"]}),
        ({"sting": 9, "fit": {"role": 9, "note": "n"}}, {"fit": {"note": "n"}}),
        ({"mood": {"of": "tomorrow"}}, {"mood": {"of": "tomorrow"}}),
        ({"mood\ud800": "\ud800"}, {"mood\ufffd": "\ufffd"}),
        ({"x": [float("nan"), float("inf"), 10**5000]}, {"x": [None, None, None]}),
        ({"x": 10**300, "y": -1.5}, {"x": 10**300, "y": -1.5}),
        ({"moment": "x" * 20_001, "lesson": "y"}, {"lesson": "y"}),
        ({"deep": nest(63)}, {"deep": nest(63)}),
    ],
)
def test_what_cannot_be_understood_is_left_out_of_view(
    document: Document, shown: Document
) -> None:
    assert {**REQUIRED, **shown} == load_reflection(document).to_document()


def test_what_is_nested_without_end_is_cut_off() -> None:
    assert {
        key: value
        for key, value in load_reflection({"deep": nest(900), "lesson": "x"})
        .to_document()
        .items()
        if key != "deep"
    } == {**REQUIRED, "lesson": "x"}


def test_reading_never_changes_the_stored_document() -> None:
    document: Document = {"rounds": [{}], "sting": 9, "x": "\ud800"}
    load_reflection(document)
    assert document == {"rounds": [{}], "sting": 9, "x": "\ud800"}


@given(json_objects | damaged_documents())
def test_any_object_can_be_loaded_and_outlined(document: Document) -> None:
    shown = load_reflection(document)
    outline = outline_reflection("01J", document)
    assert date(1, 1, 1) <= shown.rejected_on
    assert outline.id == "01J"
    assert hash(outline) == hash(outline_reflection("01J", document, {}))


def test_an_outline_holds_what_is_counted_and_filtered() -> None:
    document = {
        "form": "quick",
        "company": "A",
        "role": "B",
        "rejected_on": "2026-11-20",
        "stage_reached": "panel",
        "decided_by": "me",
        "rounds": [
            {
                "stage": "recruiter-screen",
                "held_on": "2026-11-18",
                "areas": {"technical": {"rating": 2}, "mindset": {"rating": 3}},
                "balance": "right",
            },
            {
                "stage": "panel",
                "held_on": "2026-11-17",
                "areas": {"preparation": {"rating": 5}, "answers": {}},
            },
        ],
        "sightings": [
            {"weak_spot": "underprepared", "changeable": "slowly"},
            {"weak_spot": "bluffing", "by": "coach"},
        ],
        "strengths": [{"strength": "good-rapport", "by": "friend"}],
        "tags": ["data"],
        "plan": {"action": "x", "weak_spot": "underprepared"},
        "fit": {"role": 4, "culture": "very"},
    }
    expected = Outline(
        id="01J",
        form="quick",
        company="A",
        role="B",
        rejected_on="2026-11-20",
        held_on="2026-11-18",
        stage_reached="panel",
        decided_by="me",
        stages=("panel", "recruiter-screen"),
        rated=("preparation", "technical"),
        names_passes=True,
        balances=("right",),
        sightings=(
            Sighted("underprepared", "self", "slowly"),
            Sighted("bluffing", "coach", ""),
        ),
        strengths=(Sighted("good-rapport", "friend", ""),),
        tags=("data",),
        plan="open",
        rounds=2,
        ratings=(("mindset", 3), ("preparation", 5), ("technical", 2)),
        fit=Fit(4, 0),
        outcome=PlanOutcome("underprepared", "", ""),
    )
    assert expected == outline_reflection("01J", document)
    assert expected.order == ("2026-11-18", "01J")


def test_an_empty_document_is_a_full_reflection_without_anything() -> None:
    outline = outline_reflection("01J", {})
    assert (
        outline.form,
        outline.company,
        outline.stages,
        outline.names_passes,
        outline.plan,
    ) == ("full", "", (), False, "")
    assert outline.order == ("", "01J")


def test_the_day_of_the_no_stands_where_no_round_has_one() -> None:
    outline = outline_reflection("01J", {"rejected_on": "2026-11-20"})
    assert outline.order == ("2026-11-20", "01J")


@pytest.mark.parametrize(
    ("rating", "rated"),
    [(1, True), (5, True), (0, False), (6, False), (True, False), ("4", False)],
)
def test_only_a_rating_from_one_to_five_counts(rating: object, rated: bool) -> None:
    areas = {"answers": {"rating": rating}, "technical": None}
    outline = outline_reflection("01J", {"rounds": [{"areas": areas}]})
    assert (("answers",) if rated else ()) == outline.rated
    assert outline.names_passes


@pytest.mark.parametrize(
    ("plan", "state"),
    [
        (None, ""),
        ("x", ""),
        ({"cue": "x"}, ""),
        ({"action": "x"}, "open"),
        ({"action": "x", "tried": None}, "open"),
        ({"action": "x", "tried": "no"}, "tried"),
    ],
)
def test_a_plan_is_open_until_somebody_says_whether_it_was_tried(
    plan: object, state: str
) -> None:
    assert state == outline_reflection("01J", {"plan": plan}).plan


def test_a_sighting_of_nothing_is_none() -> None:
    document = {"sightings": [{"by": "coach"}, {"weak_spot": "bluffing"}]}
    [sighted] = outline_reflection("01J", document).sightings
    assert sighted.id == "bluffing"


def test_values_of_two_kinds_are_never_taken_for_each_other() -> None:
    """A list of tags can spell a sighting, letter by letter."""
    sighting = {"weak_spot": "bluffing", "by": "coach", "changeable": "soon"}
    document = {"tags": ["bluffing", "coach", "soon"], "sightings": [sighting]}
    shared: dict[Any, Any] = {}
    for _ in range(2):
        [sighted] = outline_reflection("01J", document, shared).sightings
        assert sighted.by == "coach"


def test_outlines_share_what_they_have_in_common() -> None:
    shared: dict[Any, Any] = {}
    first, second = (
        outline_reflection(
            "01J", {"company": f"{'Har'}bour", "tags": ["a", "b"]}, shared
        )
        for _ in range(2)
    )
    assert first.tags is second.tags
    assert first.company is second.company
