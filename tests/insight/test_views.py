"""Every number by stage, by month and by who equals one counted by hand."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from reflect_journal.insight.disputes import find_disputes
from reflect_journal.insight.months import group_by_month
from reflect_journal.insight.stages import measure_stages
from reflect_journal.insight.voices import group_by_agreement
from reflect_journal.model.outline import Outline, outline_reflection
from reflect_journal.model.vocabulary import load_built_in
from tests.insight import naive
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
from tests.insight.test_summary import approximately


def outline(documents: list[Document]) -> list[Outline]:
    return [outline_reflection(*one) for one in identify(documents)]


def count_by_hand(documents: list[Document]) -> Any:
    return approximately(
        [
            naive.group_by_stage(documents),
            naive.group_by_month(documents),
            naive.list_disputed(documents),
        ]
    )


def count(documents: list[Document]) -> Any:
    outlines, vocabulary = outline(documents), load_built_in()
    return [
        [one.to_group_json() for one in measure_stages(outlines)],
        [one.to_json() for one in group_by_month(outlines, vocabulary)],
        [one.to_json() for one in find_disputes(outlines, vocabulary)],
    ]


@pytest.mark.parametrize("path", STORED, ids=lambda path: path.parent.name)
def test_stored_reflections_give_what_is_counted_by_hand(path: Path) -> None:
    documents = load_stored(path)
    assert count_by_hand(documents) == count(documents)


@given(journals)
def test_any_reflections_give_what_is_counted_by_hand(
    documents: list[Document],
) -> None:
    assert count_by_hand(documents) == count(documents)


@given(journals)
def test_every_weak_spot_stands_under_one_agreement_in_its_order(
    documents: list[Document],
) -> None:
    findings = sum_up(documents).weak_spots
    groups = group_by_agreement(findings)
    assert [one.agreement for one in groups] == [
        "common-ground",
        "blind-spot",
        "my-guess",
    ]
    for group in groups:
        alike = [one for one in findings if one.agreement == group.agreement]
        assert list(group.weak_spots) == alike
        assert group.to_json()["weak_spots"] == [one.to_json() for one in alike]
    assert sum(len(one.weak_spots) for one in groups) == len(findings)


@pytest.mark.parametrize(
    ("rating", "named", "disputed"),
    [
        (4, ["rambling-answers"], 1),
        (3, ["rambling-answers"], 0),
        (1, ["rambling-answers"], 0),
        (1, [], 1),
        (3, [], 0),
        (5, [], 0),
    ],
)
def test_views_differ_where_one_praises_what_the_other_does_not(
    rating: int, named: list[str], disputed: int
) -> None:
    sightings = [see(one, "recruiter") for one in named]
    strengths = [{"strength": "strong-examples", "by": "interviewer"}]
    document = write(1, *sightings, rounds=rate(answers=rating), strengths=strengths)
    [found] = find_disputes(outline([document]), load_built_in())
    assert (found.area, found.of, found.count) == ("answers", 1, disputed)


def test_a_month_lists_only_the_area_that_is_asked_for() -> None:
    document = write(1, "rambling-answers", "visible-nerves", "a-forgotten-word")
    [month] = group_by_month(outline([document]), load_built_in(), "answers")
    assert [one.id for one in month.weak_spots] == ["rambling-answers"]


def test_a_reflection_without_a_readable_day_stands_in_no_month() -> None:
    [month] = group_by_month(outline([{"rejected_on": "soon"}]), load_built_in())
    assert month.to_json()["month"] is None
