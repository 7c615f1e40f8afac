"""Stages, areas and weak spots are known words, or refused with the nearest."""

import pytest

from reflect_journal.errors import InvalidOptionError
from reflect_journal.model.terms import AREA_LABELS, AREAS, STAGE_LABELS, STAGES
from reflect_journal.model.vocabulary import WeakSpot, load_built_in
from reflect_journal.query.options import parse_area, parse_spot, parse_stage


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_is_read_by_name_and_by_the_label_of_lists(stage: str) -> None:
    assert stage == parse_stage(stage) == parse_stage(f" {stage.upper()} ")
    assert stage == parse_stage(STAGE_LABELS[stage])


@pytest.mark.parametrize("area", AREAS)
def test_an_area_is_read_by_name_and_by_the_label_of_views(area: str) -> None:
    assert area == parse_area(area) == parse_area(area.title())
    assert area == parse_area(AREA_LABELS[area])


@pytest.mark.parametrize("spot", load_built_in().weak_spots)
def test_a_weak_spot_is_read_by_its_id(spot: str) -> None:
    assert spot == parse_spot(spot, load_built_in())
    assert spot == parse_spot(f" {spot.upper()}", load_built_in())


@pytest.mark.parametrize(
    "typed", ["Went on too long", " went ON too long ", "went on", "rambling"]
)
def test_a_weak_spot_is_read_by_its_label_and_by_how_only_it_begins(typed: str) -> None:
    assert parse_spot(typed, load_built_in()) == "rambling-answers"


def test_a_beginning_of_several_weak_spots_is_refused() -> None:
    with pytest.raises(InvalidOptionError):
        parse_spot("no", load_built_in())


def test_a_misspelt_label_of_a_weak_spot_leads_to_its_id() -> None:
    with pytest.raises(InvalidOptionError, match=r"mean rambling-answers\?"):
        parse_spot("wnet on to long", load_built_in())


def test_a_weak_spot_of_ones_own_is_known() -> None:
    own = WeakSpot("mumbling", "Spoke too low", "body-language", "soon", own=True)
    assert parse_spot("mumbling", load_built_in().extended([own], [])) == "mumbling"


def test_an_unknown_stage_is_refused_with_the_nearest_and_all_of_them() -> None:
    with pytest.raises(InvalidOptionError) as caught:
        parse_stage("pannel")
    assert str(caught.value) == (
        '--stage: "pannel" is not a stage.\n'
        f"Did you mean panel? All of them: {', '.join(STAGES)}"
    )
    assert caught.value.exit_code == 2


def test_a_misspelt_label_leads_to_its_name() -> None:
    with pytest.raises(InvalidOptionError, match=r"mean recruiter-screen\?"):
        parse_stage("frist call")


def test_an_unknown_area_is_refused_naming_the_option_it_was_given_to() -> None:
    with pytest.raises(InvalidOptionError) as caught:
        parse_area("zzz", "--only")
    assert str(caught.value) == (
        f'--only: "zzz" is not an area.\nAll of them: {", ".join(AREAS)}'
    )


def test_an_unknown_weak_spot_is_refused_with_the_nearest() -> None:
    with pytest.raises(InvalidOptionError) as caught:
        parse_spot("ramblin-answers", load_built_in())
    assert str(caught.value) == (
        '--spot: "ramblin-answers" is not a weak spot.\n'
        "Did you mean rambling-answers? All of them: reflect vocabulary"
    )


def test_a_strength_is_not_a_weak_spot() -> None:
    with pytest.raises(InvalidOptionError):
        parse_spot("solid-knowledge", load_built_in())
