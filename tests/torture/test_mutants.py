"""The harnesses bite: whatever step of a save is taken out, one of them notices."""

from pathlib import Path
from typing import Final

import pytest

from tests.journal import test_log
from tests.torture.harnesses import run_harness
from tests.torture.mutants import MUTANTS, mutated
from tests.torture.verdict import Bench

pytestmark = pytest.mark.torture

TAIL: Final = "a torn tail is not closed"
CAUGHT_BY: Final = {
    "the log is not synced": ("power cuts on paper", "save one"),
    "the folder is not synced": ("power cuts on paper", "save the first"),
    "no lock": ("a crowd", ""),
    "the log is opened before the lock": ("a crowd", ""),
    "a short write is not continued": ("short writes", "save one"),
    "a failed write is not taken back": ("short writes", "save one"),
    "a bad line is not tolerated": ("bit rot", ""),
    "told before the sync": ("power cuts on paper", "save one"),
    "the log is not opened to append": ("a stranger appends", "save one"),
    "signals are not held back": ("Ctrl-C at every call", "save one"),
    "the lock does not close itself": ("every call refused", "save one"),
    "sums are not compared": ("bit rot", ""),
}


@pytest.mark.parametrize("mutant", CAUGHT_BY)
def test_a_harness_notices(mutant: str, tmp_path: Path) -> None:
    harness, deed = CAUGHT_BY[mutant]
    only = (deed,) if deed else ()
    bench = Bench(tmp_path, fast=True, mutant=mutant, only=only)
    assert run_harness(harness, bench).tally.found


def test_its_own_test_notices_a_torn_tail(tmp_path: Path) -> None:
    # What is glued behind it is found again, so no harness misses anything.
    test = test_log.test_an_unfinished_line_is_closed_kept_and_copied
    test(tmp_path / "whole", b"{")
    with mutated(TAIL), pytest.raises(AssertionError):
        test(tmp_path / "mutant", b"{")


def test_every_mutant_is_tried() -> None:
    assert {*CAUGHT_BY, TAIL} == set(MUTANTS)
