"""Intervals are those of the papers and of scipy."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest, norm

from reflect_journal.insight.intervals import (
    Z_95,
    Z_99,
    Count,
    Interval,
    compute_newcombe_interval,
    compute_wilson_interval,
)

counts = st.integers(1, 2000).flatmap(
    lambda total: st.builds(Count, st.integers(0, total), st.just(total))
)


@given(counts, st.sampled_from([Z_95, Z_99]))
def test_wilson_is_as_scipy_computes_it(count: Count, z: float) -> None:
    confidence = float(2 * norm.cdf(z) - 1)
    test = binomtest(count.seen_in, count.looked_at_in)
    expected = test.proportion_ci(confidence, method="wilson")
    interval = compute_wilson_interval(count, z)
    assert interval is not None
    assert float(expected.low) == pytest.approx(interval.low, abs=1e-12)
    assert float(expected.high) == pytest.approx(interval.high, abs=1e-12)


@given(counts)
def test_wilson_holds_the_share_and_stays_between_nought_and_one(count: Count) -> None:
    interval = compute_wilson_interval(count)
    assert interval is not None
    assert count.rate is not None
    assert 0 <= interval.low <= count.rate <= interval.high <= 1


def test_newcombes_own_example() -> None:
    """56 of 70 against 48 of 80: 0.0524 to 0.3339 (Newcombe 1998, table II)."""
    interval = compute_newcombe_interval(Count(56, 70), Count(48, 80))
    assert interval is not None
    assert (round(interval.low, 4), round(interval.high, 4)) == (0.0524, 0.3339)


@given(counts, counts, st.sampled_from([Z_95, Z_99]))
def test_newcombe_turns_round_with_its_arguments(
    first: Count, second: Count, z: float
) -> None:
    one = compute_newcombe_interval(first, second, z)
    other = compute_newcombe_interval(second, first, z)
    assert one is not None
    assert other is not None
    assert -other.high == pytest.approx(one.low, abs=1e-12)
    assert -other.low == pytest.approx(one.high, abs=1e-12)


@given(counts, counts)
def test_more_certainty_never_makes_an_interval_narrower(
    first: Count, second: Count
) -> None:
    usual = compute_newcombe_interval(first, second, Z_95)
    sure = compute_newcombe_interval(first, second, Z_99)
    assert usual is not None
    assert sure is not None
    assert sure.low <= usual.low
    assert usual.high <= sure.high


def test_nothing_looked_at_gives_no_rate_and_no_interval() -> None:
    assert Count(0, 0).rate is None
    assert compute_wilson_interval(Count(0, 0)) is None
    assert compute_newcombe_interval(Count(0, 0), Count(1, 2)) is None
    assert compute_newcombe_interval(Count(1, 2), Count(0, 0)) is None


def test_the_ends_are_exact_at_none_and_at_all() -> None:
    none = compute_wilson_interval(Count(0, 7))
    every = compute_wilson_interval(Count(7, 7))
    assert isinstance(none, Interval)
    assert isinstance(every, Interval)
    assert (none.low, every.high) == (0.0, 1.0)
