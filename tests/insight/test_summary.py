"""The summary says what the rules allow, to the number."""

import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflect_journal.insight.summary import summarise
from reflect_journal.model.outline import outline_reflection
from reflect_journal.model.vocabulary import WeakSpot, load_built_in
from tests.insight.documents import (
    STORED,
    Document,
    identify,
    journals,
    load_stored,
    rate,
    see,
    sum_up,
    write,
)
from tests.insight.naive import compute_summary

RAMBLING, NERVES, GAP = "rambling-answers", "visible-nerves", "knowledge-gap"


def approximately(value: Any) -> Any:
    """Allow floats the last digits; everything else stays as it is."""
    match value:
        case float():
            return pytest.approx(value, rel=1e-9, abs=1e-9)
        case dict():
            return {key: approximately(one) for key, one in value.items()}
        case list():
            return [approximately(one) for one in value]
        case _:
            return value


@pytest.mark.parametrize("path", STORED, ids=lambda path: path.parent.name)
def test_stored_reflections_give_what_the_rules_give_by_hand(path: Path) -> None:
    documents = load_stored(path)
    assert approximately(compute_summary(documents)) == sum_up(documents).to_json()


@given(journals)
def test_any_reflections_give_what_the_rules_give_by_hand(
    documents: list[Document],
) -> None:
    assert approximately(compute_summary(documents)) == sum_up(documents).to_json()


@given(journals)
def test_keys_stand_in_the_order_of_the_contract(documents: list[Document]) -> None:
    expected, given_back = compute_summary(documents), sum_up(documents).to_json()
    assert list(expected) == list(given_back)
    for kind in ("weak_spots", "strengths"):
        pairs = zip(expected[kind], given_back[kind], strict=True)
        assert all(list(one) == list(other) for one, other in pairs)


@given(journals, st.randoms(use_true_random=False))
def test_the_order_in_which_reflections_come_changes_nothing(
    documents: list[Document], chance: random.Random
) -> None:
    outlines = [outline_reflection(*one) for one in identify(documents)]
    expected = summarise(outlines, load_built_in())
    chance.shuffle(outlines)
    assert expected == summarise(outlines, load_built_in())


@given(journals)
def test_what_was_seen_does_not_decide_what_was_looked_at(
    documents: list[Document],
) -> None:
    bare = [{**one, "sightings": []} for one in documents]
    for one in sum_up(documents).weak_spots:
        # One sighting has to stay, or nothing is said of the spot at all.
        (alone,) = sum_up([*bare, write(400, one.id, form="facts")]).weak_spots
        expected = one.recurrence.seen.looked_at_in
        assert expected == alone.recurrence.seen.looked_at_in


@given(journals)
def test_the_first_lines_hold_at_most_three_that_recur_lately_and_can_change(
    documents: list[Document],
) -> None:
    summary = sum_up(documents)
    assert len(summary.headline) <= 3
    for one in summary.headline:
        assert one.recurrence.verdict in ("lead", "pattern")
        assert one.trend.lately
        assert one.changeable in ("soon", "slowly")
    assert len(summary.headline_strengths) <= max(len(summary.headline), 3)
    first, apart = summary.headline, summary.not_lately
    assert not {one.id for one in first} & {one.id for one in apart}


def test_an_empty_journal_says_nothing() -> None:
    assert sum_up([]).to_json() == {
        "reflections": 0,
        "facts_only": 0,
        "enough": False,
        "weak_spots": [],
        "strengths": [],
        "outside_control": {"seen_in": 0, "of": 0},
        "no_reason": {"seen_in": 0, "of": 0},
        "balance": {"too-technical": 0, "right": 0, "too-little-technical": 0},
        "stages": [],
    }


def test_two_written_reflections_are_too_few_whatever_they_hold() -> None:
    documents = [
        write(1, RAMBLING),
        write(2, RAMBLING),
        write(3, RAMBLING, form="facts"),
    ]
    summary = sum_up(documents)
    assert not summary.enough
    assert summary.headline == ()
    assert summary.headline_strengths == ()
    assert summary.weak_spots[0].recurrence.named_in == 3
    assert sum_up([*documents, write(4)]).enough


def test_a_quick_reflection_looks_at_everything_and_facts_look_at_nothing() -> None:
    summary = sum_up(
        [
            write(1, RAMBLING, form="quick"),
            write(2, form="quick", stage_reached="applied"),
            write(3, RAMBLING, form="facts"),
            write(4, rounds=rate(technical=3)),
            write(5, RAMBLING, rounds=rate(answers=None)),
            write(6, rounds=rate(answers=2)),
        ]
    )
    (spot,) = summary.weak_spots
    assert (spot.recurrence.seen.seen_in, spot.recurrence.seen.looked_at_in) == (1, 2)
    assert spot.recurrence.also_named_in == 2
    assert summary.facts_only == 1


def test_the_first_lines_are_ordered_by_who_said_it() -> None:
    summary = sum_up(
        [
            write(1, see(NERVES, "self"), see(GAP, "recruiter"), RAMBLING),
            write(2, see(NERVES, "friend"), see(GAP, "interviewer"), RAMBLING),
            write(3, see("experience-gap", "recruiter", changeable="not-at-all")),
            write(4, see("experience-gap", "recruiter", changeable="not-at-all")),
            write(5, "low-energy", "little-company-research"),
        ]
    )
    assert [one.id for one in summary.headline] == [GAP, NERVES, RAMBLING]
    assert summary.noted_once == 2
    assert summary.outside_control.seen_in == 2


def test_what_was_not_seen_in_the_last_five_stands_apart() -> None:
    old = [write(day, RAMBLING, GAP) for day in range(2)]
    new = [write(day, GAP) for day in range(10, 15)]
    summary = sum_up([*old, *new])
    assert [one.id for one in summary.headline] == [GAP]
    assert [one.id for one in summary.not_lately] == [RAMBLING]


def test_missing_information_is_counted_apart() -> None:
    lost = see("no-reason-given", changeable="soon")
    summary = sum_up([write(day, lost) for day in range(3)])
    assert summary.no_reason.seen_in == 3
    assert summary.outside_control.seen_in == 0
    assert summary.headline == ()
    assert sum_up([write(1, lost)]).noted_once == 0
    assert [one.id for one in summary.weak_spots] == ["no-reason-given"]


def test_as_many_strengths_as_weak_spots_stand_in_the_first_lines() -> None:
    good = [
        {"strength": one, "by": "self"}
        for one in ("solid-knowledge", "good-rapport", "well-prepared", "clear-answers")
    ]
    spots = [write(day, RAMBLING, strengths=good) for day in range(3)]
    plain = [write(day, strengths=good) for day in range(3)]
    assert len(sum_up(spots).headline_strengths) == 1
    assert len(sum_up(plain).headline_strengths) == 3


def test_a_strength_in_facts_alone_is_kept_but_not_counted() -> None:
    facts = write(1, form="facts", strengths=[{"strength": "good-rapport"}])
    summary = sum_up([facts, write(2), write(3), write(4)])
    (strength,) = summary.to_json()["strengths"]
    assert (strength["seen_in"], strength["looked_at_in"]) == (0, 3)
    assert strength["sources"] == {"self": 1}
    assert summary.headline_strengths == ()


def test_the_persons_latest_sorting_counts_before_the_vocabulary() -> None:
    documents = [
        write(1, see(RAMBLING, changeable="not-at-all")),
        write(2, see(RAMBLING, changeable="slowly"), see(RAMBLING, "friend")),
        write(3, RAMBLING),
    ]
    (spot,) = sum_up(documents).weak_spots
    assert spot.changeable == "slowly"
    assert spot.exercise
    (spot,) = sum_up(documents[:1]).weak_spots
    assert (spot.changeable, spot.exercise) == ("not-at-all", None)


def test_a_word_that_is_not_known_any_more_keeps_its_id_and_its_counts() -> None:
    documents = [write(day, "mumbling") for day in range(3)]
    summary = sum_up(documents)
    (spot,) = summary.weak_spots
    assert (spot.label, spot.area, spot.changeable) == ("mumbling", None, None)
    assert spot.exercise is None
    assert summary.headline == ()
    documents[1] = write(1, see("mumbling", changeable="soon"))
    assert [one.id for one in sum_up(documents).headline] == ["mumbling"]


def test_a_word_of_ones_own_has_its_label_and_its_exercise() -> None:
    own = WeakSpot(
        "mumbling", "Spoke too low", "body-language", "soon", exercise="Read aloud."
    )
    outline = outline_reflection("01J", write(1, "mumbling", stage_reached="applied"))
    vocabulary = load_built_in().extended([own], [])
    (spot,) = summarise([outline], vocabulary).weak_spots
    assert (spot.label, spot.exercise) == ("Spoke too low", "Read aloud.")
    assert spot.recurrence.seen.looked_at_in == 0


def test_weights_can_be_set_and_the_rest_keeps_its_own() -> None:
    outlines = [outline_reflection("01J", write(1, see(RAMBLING, "friend"), GAP))]
    summary = summarise(outlines, load_built_in(), {"self": 4})
    assert [(one.id, one.recurrence.weight) for one in summary.weak_spots] == [
        (GAP, 4),
        (RAMBLING, 1.5),
    ]


def test_of_equal_weight_the_one_seen_last_comes_first_and_then_the_id() -> None:
    summary = sum_up([write(1, RAMBLING), write(2, NERVES, GAP)])
    assert [one.id for one in summary.weak_spots] == [GAP, NERVES, RAMBLING]


def test_a_reflection_without_a_readable_day_is_counted_all_the_same() -> None:
    summary = sum_up([write(1, RAMBLING, rejected_on=None)])
    (spot,) = summary.to_json()["weak_spots"]
    assert (spot["first_seen_on"], spot["last_seen_on"]) == (None, None)
    assert spot["seen_in"] == 1


def test_narrowing_keeps_findings_and_leaves_every_count_alone() -> None:
    summary = sum_up(load_stored(STORED[1]))
    answers = summary.narrow(area="answers")
    assert {one.area for one in answers.weak_spots} == {"answers"}
    assert {one.area for one in answers.strengths} <= {"answers"}
    assert answers.reflections == summary.reflections
    (only,) = summary.narrow(spot=RAMBLING).weak_spots
    assert only in summary.weak_spots
    assert summary.narrow(spot=RAMBLING).strengths == ()
    assert summary == summary.narrow()
