"""Each rule by itself, at its edges."""

import ast
from pathlib import Path

import pytest

import reflect_journal.insight
from reflect_journal.insight.agreement import judge_agreement
from reflect_journal.insight.exposure import is_looked_at, measure_exposure
from reflect_journal.insight.intervals import Count
from reflect_journal.insight.naming import find_sortings
from reflect_journal.insight.recurrence import judge_recurrence
from reflect_journal.insight.stages import measure_stages
from reflect_journal.insight.trend import judge_direction
from reflect_journal.model.outline import Outline, outline_reflection
from reflect_journal.model.terms import AREAS, PASSES
from tests.insight.documents import Document, identify, rate, see, sum_up, write

FORBIDDEN = ("because", "reason for", "leads to", "chance")


def outline(**fields: object) -> Outline:
    return outline_reflection("01J", {"company": "A", **fields})


@pytest.mark.parametrize(
    ("fields", "areas"),
    [
        ({}, AREAS),
        ({"form": "quick", "stage_reached": "panel"}, AREAS),
        ({"form": "quick", "stage_reached": "applied"}, AREAS[5:]),
        ({"form": "facts"}, ()),
        ({"form": "facts", "rounds": rate(answers=2)}, ()),
        ({"rounds": rate(answers=2)}, ("answers", *AREAS[5:])),
        (
            {"rounds": rate(answers=2), "stage_reached": "applied"},
            ("answers", *AREAS[5:]),
        ),
        ({"rounds": rate(answers=None)}, AREAS[5:]),
        ({"rounds": rate(answers=None) + rate(answers=3)}, ("answers", *AREAS[5:])),
        ({"rounds": rate(mindset=3)}, AREAS),
        ({"rounds": rate()}, AREAS),
        ({"sightings": [{"weak_spot": "rambling-answers"}], "form": "facts"}, ()),
    ],
)
def test_an_area_is_looked_at_only_as_the_rule_says(
    fields: Document, areas: tuple[str, ...]
) -> None:
    looked_at = [area for area in AREAS if is_looked_at(outline(**fields), area)]
    assert list(areas) == looked_at


def test_an_area_that_nobody_knows_is_looked_at_like_the_six_others() -> None:
    assert is_looked_at(outline(stage_reached="applied"), None)
    assert is_looked_at(outline(stage_reached="applied"), "handwriting")
    assert not is_looked_at(outline(form="facts"), None)


@pytest.mark.parametrize(
    ("flags", "recent_from"),
    [("", 0), ("0", 0), ("1", 0), ("011111", 1), ("111111", 1), ("1011110100", 2)],
)
def test_the_last_five_are_counted_among_those_that_looked(
    flags: str, recent_from: int
) -> None:
    forms = {"0": "facts", "1": "full"}
    exposure = measure_exposure([outline(form=forms[one]) for one in flags], None)
    assert recent_from == exposure.recent_from
    assert flags.count("1") == exposure.total


@pytest.mark.parametrize(
    ("seen_in", "looked_at_in", "also_named_in", "verdict"),
    [
        (1, 1, 0, "anecdote"),
        (0, 9, 1, "anecdote"),
        (2, 2, 0, "lead"),
        (3, 15, 0, "pattern"),
        (3, 16, 0, "lead"),
        (0, 0, 3, "pattern"),
        (2, 14, 1, "pattern"),
        (2, 15, 1, "lead"),
    ],
)
def test_a_verdict_needs_three_and_one_in_five(
    seen_in: int, looked_at_in: int, also_named_in: int, verdict: str
) -> None:
    assert verdict == judge_recurrence(Count(seen_in, looked_at_in), also_named_in)


@pytest.mark.parametrize(
    ("sources", "agreement"),
    [
        (["self"], "my-guess"),
        (["recruiter"], "blind-spot"),
        (["recruiter", "interviewer"], "blind-spot"),
        (["friend", "coach", "colleague"], "blind-spot"),
        (["self", "coach"], "common-ground"),
        (["recruiter", "friend"], "common-ground"),
        (["neighbour"], "blind-spot"),
        (["neighbour", "self"], "common-ground"),
    ],
)
def test_only_independent_sources_agree(sources: list[str], agreement: str) -> None:
    assert agreement == judge_agreement(sources)


@pytest.mark.parametrize(
    ("recent", "earlier", "direction"),
    [
        ((0, 5), (2, 20), "too-few"),
        ((0, 4), (4, 4), "too-few"),
        ((0, 5), (5, 5), "easing"),
        ((1, 5), (7, 7), "easing"),
        ((0, 5), (8, 15), "no-clear-change"),
        ((2, 5), (3, 5), "no-clear-change"),
        ((5, 5), (0, 20), "no-clear-change"),
    ],
)
def test_easing_is_said_only_where_it_is_nearly_certain(
    recent: tuple[int, int], earlier: tuple[int, int], direction: str
) -> None:
    assert direction == judge_direction(Count(*recent), Count(*earlier))


def test_the_last_five_are_the_last_talks_not_the_last_letters() -> None:
    """A slow letter about an early talk does not make the talk recent."""
    early = write(
        300, "rambling-answers", rounds=[{"stage": "panel", "held_on": "2026-01-01"}]
    )
    (spot,) = sum_up([*(write(day) for day in range(10, 15)), early]).weak_spots
    assert not spot.trend.lately
    assert spot.trend.recent == Count(0, 5)
    assert spot.trend.earlier == Count(1, 1)


def test_what_was_never_looked_at_was_named_lately() -> None:
    (spot,) = sum_up([write(1, "rambling-answers", form="facts")]).weak_spots
    assert spot.trend.lately
    assert spot.recurrence.seen.rate is None
    assert spot.recurrence.interval is None


def test_stages_count_who_reached_them_and_whom_they_ended_for() -> None:
    screens = [{"stage": "recruiter-screen"}]
    stages = measure_stages(
        [
            outline(stage_reached="panel", rounds=screens),
            outline(stage_reached="panel", rounds=[*screens, *screens]),
            outline(stage_reached="panel", decided_by="me"),
            outline(stage_reached="recruiter-screen", form="facts"),
            outline(stage_reached="a-newer-stage"),
            outline(),
        ]
    )
    found = [(one.stage, one.ended_here, one.reached) for one in stages]
    assert found == [("recruiter-screen", 1, 3), ("panel", 2, 3)]
    assert stages[1].rate == pytest.approx(2 / 3)
    assert stages[1].interval is not None


def test_below_three_there_is_no_rate_of_a_stage() -> None:
    (stage,) = measure_stages([outline(stage_reached="offer")] * 2)
    assert (stage.ended_here, stage.reached) == (2, 2)
    assert stage.rate is None
    assert stage.interval is None


def test_no_text_of_insight_claims_a_cause_or_odds() -> None:
    (folder,) = reflect_journal.insight.__path__
    for path in Path(folder).glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                assert not [word for word in FORBIDDEN if word in node.value.lower()]


def test_the_five_passes_are_the_first_areas() -> None:
    assert AREAS[:5] == PASSES


def test_the_latest_own_sorting_is_found_for_every_weak_spot_that_has_one() -> None:
    documents = [
        write(3, see("rambling-answers")),
        write(2, see("rambling-answers", changeable="soon"), see("bluffing")),
        write(1, see("rambling-answers", changeable="slowly")),
        write(1, see("no-numbers", changeable="not-at-all")),
    ]
    outlines = [outline_reflection(*pair) for pair in identify(documents)]
    expected = {"rambling-answers": "soon", "no-numbers": "not-at-all"}
    assert find_sortings(outlines) == expected
