"""Filters choose by what a reflection says of itself and leave the order alone."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflect_journal.model.outline import Outline
from reflect_journal.model.vocabulary import load_built_in
from reflect_journal.query.filters import Filters
from reflect_journal.query.ordering import sort_newest_first
from tests.query.outlines import make_outline

HARBOUR = make_outline(
    "01J0000000000000000000000A",
    company="Harbour Analytics",
    role="Data engineer",
    rejected_on="2026-11-20",
    stage_reached="panel",
    rounds=[
        {"stage": "take-home", "areas": {"technical": {"rating": 4}, "answers": {}}},
        {"stage": "panel"},
    ],
    sightings=[{"weak_spot": "rambling-answers", "by": "recruiter"}],
    tags=["Data", "remote work"],
)
CAFE = make_outline(
    "01J0000000000000000000000B",
    company="Café Zürich Söhne",
    role="Développeur",
    rejected_on="2026-03-03",
    stage_reached="applied",
    strengths=[{"strength": "good-rapport"}],
)
UNDATED = make_outline("01J0000000000000000000000C", company="unnamed", rejected_on="")
ALL = [HARBOUR, CAFE, UNDATED]


@pytest.mark.parametrize(
    ("filters", "chosen"),
    [
        (Filters(), ALL),
        (Filters(company="harbour"), [HARBOUR]),
        (Filters(company="ANALYTICS harb"), [HARBOUR]),
        (Filters(company="harbour zurich"), []),
        (Filters(company="cafe sohne"), [CAFE]),
        (Filters(company="CAFE\u0301"), [CAFE]),
        (Filters(role="engineer data"), [HARBOUR]),
        (Filters(role="developpeur"), [CAFE]),
        (Filters(stage="panel"), [HARBOUR]),
        (Filters(stage="take-home"), [HARBOUR]),
        (Filters(stage="applied"), [CAFE]),
        (Filters(stage="offer"), []),
        (Filters(since="2026-11-20"), [HARBOUR]),
        (Filters(since="2026-11-21"), []),
        (Filters(until="2026-03-03"), [CAFE]),
        (Filters(until="2026-03-02"), []),
        (Filters(since="2026-03-03", until="2026-11-20"), [HARBOUR, CAFE]),
        (Filters(spot="rambling-answers"), [HARBOUR]),
        (Filters(spot="visible-nerves"), []),
        (Filters(area="answers"), [HARBOUR]),
        (Filters(area="technical"), [HARBOUR]),
        (Filters(area="soft-skills"), [CAFE]),
        (Filters(area="appearance"), []),
        (Filters(tag="data"), [HARBOUR]),
        (Filters(tag="REMOTE WORK"), [HARBOUR]),
        (Filters(tag="remote"), []),
        (Filters(company="a", stage="panel", tag="data"), [HARBOUR]),
        (Filters(company="a", stage="applied", tag="data"), []),
    ],
)
def test_a_filter_keeps_what_answers_to_all_of_it(
    filters: Filters, chosen: list[Outline]
) -> None:
    assert chosen == filters.apply(ALL, load_built_in())


@given(
    st.builds(
        Filters,
        company=st.sampled_from(["", "a", "zurich"]),
        stage=st.sampled_from(["", "panel"]),
        since=st.sampled_from(["", "2026-03-03"]),
        area=st.sampled_from(["", "answers", "soft-skills"]),
    )
)
def test_filtering_twice_changes_nothing_more(filters: Filters) -> None:
    once = filters.apply(ALL, load_built_in())
    assert once == filters.apply(once, load_built_in())


def test_lists_begin_with_the_newest_no_and_the_later_id() -> None:
    twin = make_outline("01J0000000000000000000000D", rejected_on="2026-03-03")
    for mixed in permutations([*ALL, twin]):
        assert [HARBOUR, twin, CAFE, UNDATED] == sort_newest_first(mixed)
