"""Luck alone hardly ever looks as if something were getting rarer."""

from collections.abc import Iterator
from itertools import compress, islice

import numpy as np

from reflect_journal.insight.exposure import LAST, Exposure
from reflect_journal.insight.naming import Naming
from reflect_journal.insight.trend import Direction, measure_trend
from reflect_journal.model.vocabulary import load_built_in
from tests.insight.documents import sum_up, write

YEARS, REFLECTIONS = 2000, 24
SPOTS = list(load_built_in().weak_spots)[:12]
LOOKED_AT = Exposure(bytes([1] * REFLECTIONS), REFLECTIONS, REFLECTIONS - LAST)
"""Every reflection looks at every weak spot."""
NAMINGS = [Naming(place, "", ("self",), "") for place in range(REFLECTIONS)]


def simulate_years() -> Iterator[list[list[bool]]]:
    """Give for each year and weak spot where it was seen: as often all the year."""
    luck = np.random.default_rng(2026)
    while True:
        chance = luck.random((REFLECTIONS, len(SPOTS)))
        seen = chance < luck.uniform(0.1, 0.8, len(SPOTS))
        yield seen.T.tolist()


def find_direction(seen: list[bool]) -> Direction:
    return measure_trend(list(compress(NAMINGS, seen)), LOOKED_AT).direction


def test_stable_years_hardly_ever_look_as_if_something_were_easing() -> None:
    easing = sum(
        any(find_direction(seen) == "easing" for seen in year if any(seen))
        for year in islice(simulate_years(), YEARS)
    )
    assert 0 < easing <= 0.12 * YEARS


def test_a_summary_says_the_same_of_a_stable_year() -> None:
    for year in islice(simulate_years(), 60):
        summary = sum_up(
            write(day, *compress(SPOTS, seen))
            for day, seen in enumerate(zip(*year, strict=True))
        )
        told = {one.id: one.trend.direction for one in summary.weak_spots}
        assert told == {
            spot: find_direction(seen)
            for spot, seen in zip(SPOTS, year, strict=True)
            if any(seen)
        }
