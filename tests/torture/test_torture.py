"""A fast share of every harness; `make torture` has the whole of them."""

from pathlib import Path

import pytest

from tests.torture.harnesses import HARNESSES, run_harness
from tests.torture.verdict import Bench

pytestmark = pytest.mark.torture


@pytest.mark.parametrize("name", HARNESSES)
def test_nothing_is_lost(name: str, tmp_path: Path) -> None:
    tally = run_harness(name, Bench(tmp_path, fast=True)).tally
    if tally.skipped and not tally.points:
        pytest.skip(tally.skipped)
    assert tally.points
    assert not tally.found, tally.examples
