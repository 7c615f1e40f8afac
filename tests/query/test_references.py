"""One reflection is named by `last`, by an id or its end, or by its company."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflect_journal.errors import AmbiguousError, NotFoundError
from reflect_journal.query.references import build_short_ids, find_reflection
from tests.query.outlines import make_outline

HARBOUR = make_outline(
    "01JAAAAAAAAAAAAAAAAAAA7K2F",
    company="Harbour Analytics",
    rejected_on="2026-11-20",
)
OLD_HARBOUR = make_outline(
    "01JAAAAAAAAAAAAAAAAAAAP0QX",
    company="Harbour Analytics Europe",
    rejected_on="2026-03-03",
)
ACRE = make_outline("01JAAAAAAAAAAAAAAAAAA17M8D", company="Acre Systems")
SIMILAR = make_outline("01JAAAAAAAAAAAAAAAAAA27M8D", company="Söhne & Co")
ALL = [HARBOUR, OLD_HARBOUR, ACRE, SIMILAR]

ids = st.lists(st.text("AB", min_size=4, max_size=8), unique=True, max_size=30)


@pytest.mark.parametrize(
    ("reference", "found"),
    [
        ("last", ACRE),
        ("LAST", ACRE),
        ("01JAAAAAAAAAAAAAAAAAAA7K2F", HARBOUR),
        ("01jaaaaaaaaaaaaaaaaaaa7k2f", HARBOUR),
        ("7K2F", HARBOUR),
        (" 7k2f ", HARBOUR),
        ("A7K2F", HARBOUR),
        ("17m8d", ACRE),
        ("europe", OLD_HARBOUR),
        ("harbour analytics", HARBOUR),
        ("ANALYTICS euro", OLD_HARBOUR),
        ("sohne", SIMILAR),
        ("acre", ACRE),
        ("2F", None),
    ],
)
def test_a_reference_finds_the_one_it_means(reference: str, found: object) -> None:
    try:
        identifier = find_reflection(reference, ALL, ACRE.id)
    except NotFoundError:
        assert found is None
    else:
        assert [found] == [one for one in ALL if one.id == identifier]


def test_several_matches_are_listed_with_what_tells_them_apart() -> None:
    with pytest.raises(AmbiguousError) as caught:
        find_reflection("harbour", ALL, None)
    assert caught.value.candidates == (
        "7K2F  20 Nov 2026  Harbour Analytics",
        "P0QX   3 Mar 2026  Harbour Analytics Europe",
    )
    assert caught.value.exit_code == 3


def test_an_end_that_two_ids_share_is_ambiguous() -> None:
    with pytest.raises(AmbiguousError) as caught:
        find_reflection("7M8D", ALL, None)
    assert caught.value.candidates == (
        "27M8D   3 Mar 2026  Söhne & Co",
        "17M8D   3 Mar 2026  Acre Systems",
    )


def test_two_of_exactly_the_same_name_are_ambiguous_with_all_that_hold_it() -> None:
    twin = make_outline("01JAAAAAAAAAAAAAAAAAAATW1N", company="harbour analytics")
    with pytest.raises(AmbiguousError) as caught:
        find_reflection("Harbour Analytics", [*ALL, twin], None)
    assert len(caught.value.candidates) == 3


def test_of_very_many_matches_the_newest_are_listed_and_the_rest_counted() -> None:
    many = [make_outline(f"01J{number:023}") for number in range(30)]
    with pytest.raises(AmbiguousError) as caught:
        find_reflection("acre", many, None)
    assert len(caught.value.candidates) == 21
    assert caught.value.candidates[0] == "0029   3 Mar 2026  Acre Systems"
    assert caught.value.candidates[-1] == "... and 10 more"


@pytest.mark.parametrize(
    ("reference", "closest"),
    [
        ("acme", "Acre Systems (3 Mar 2026)"),
        ("harbor", "Harbour Analytics (20 Nov 2026)"),
        ("Harbour Analytics Europa", "Harbour Analytics Europe (3 Mar 2026)"),
        ("söhnke", "Söhne & Co (3 Mar 2026)"),
        ("qqqqqqq", ""),
        ("", ""),
        ("   ", ""),
        ("x" * 10_000, ""),
    ],
)
def test_what_is_not_there_is_answered_with_the_closest_company(
    reference: str, closest: str
) -> None:
    with pytest.raises(NotFoundError) as caught:
        find_reflection(reference, ALL, None)
    assert closest == caught.value.closest


def test_there_is_no_last_one_in_an_empty_journal() -> None:
    with pytest.raises(NotFoundError) as caught:
        find_reflection("last", [], None)
    assert str(caught.value) == (
        "The journal is still empty.\nThe first one: reflect new"
    )


def test_short_ids_are_four_characters_and_more_only_where_two_would_be_equal() -> None:
    assert build_short_ids(one.id for one in ALL) == {
        HARBOUR.id: "7K2F",
        OLD_HARBOUR.id: "P0QX",
        ACRE.id: "17M8D",
        SIMILAR.id: "27M8D",
    }


@given(ids)
def test_short_ids_are_different_ends_of_their_ids(ids: list[str]) -> None:
    short = build_short_ids(ids)
    assert set(ids) == set(short)
    assert len(ids) == len(set(short.values()))
    assert all(one.endswith(end) and len(end) >= 4 for one, end in short.items())


@given(ids)
def test_no_short_id_is_longer_than_it_must_be(ids: list[str]) -> None:
    for one, end in build_short_ids(ids).items():
        alike = [other for other in ids if other.endswith(end[1:])]
        assert len(end) == 4 or len(alike) > 1, one


@given(ids.map(lambda ids: [one.rjust(26, "0") for one in ids]))
def test_every_short_id_finds_its_own_reflection(ids: list[str]) -> None:
    outlines = [make_outline(identifier) for identifier in ids]
    for identifier, short in build_short_ids(ids).items():
        assert identifier == find_reflection(short, outlines, None)
