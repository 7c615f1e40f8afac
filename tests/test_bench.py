"""The measurements run and tell of everything; how quick it is they tell elsewhere."""

import io
import json
import os
import sys
from datetime import date
from pathlib import Path

import pytest

from bench.__main__ import main
from bench.comparing import MIB
from bench.journals import make_home
from bench.plan import Plan, Sizes
from bench.running import REFLECT, Command, Cost, FailedError, reflect
from bench.texts import invent_reflections
from reflect_journal.cli.app import run
from reflect_journal.cli.world import World
from reflect_journal.journal.disk import DiskJournal
from reflect_journal.journal.places import find_places
from reflect_journal.model.documents import parse_documents
from reflect_journal.model.vocabulary import load_built_in

pytestmark = pytest.mark.uncounted

SOME = Cost(0.1, MIB)
ROWS = (
    "list over 20 ",
    "reflect alone over 20 ",
    "completion bash ",
    "pressing TAB ",
    "list --limit 10 over 60 ",
    "list over 60 ",
    "summary over 60 ",
    "search --limit 10 whiteboard over 60 ",
    "summary --by stage over 60 ",
    "summary --by month over 60 ",
    "summary --by who over 60 ",
    "prep over 60 ",
    "report - over 60 ",
    "save in new --from at 60 ",
    "new --from at 60 ",
    "new --from with id at 60 ",
    "list --limit 20 over 120 ",
    "summary over 120 ",
    "search --limit 10 whiteboard over 120 ",
)


def run_here(command: Command) -> Cost:
    """Run the program in this process, and anything else for a short time."""
    if tuple(command.arguments[: len(REFLECT)]) != REFLECT:
        return SOME
    asks_for_completion = "_REFLECT_COMPLETE" in command.environment
    if not asks_for_completion:
        world = World(
            environ={**os.environ, **command.environment},
            stdin=io.TextIOWrapper(io.BytesIO()),
            stdout=io.StringIO(),
            stderr=io.StringIO(),
        )
        assert run([*command.arguments[len(REFLECT) :]], world) == 0
    return SOME


def test_the_quick_bench_prints_a_row_for_everything(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(Command, "run", run_here)
    monkeypatch.setattr(sys, "argv", ["bench", "--quick", "--without-jrnl"])
    assert main() == 0
    head, *rows, end = capsys.readouterr().out.splitlines()
    assert head.startswith("what ")
    assert len(rows) == len(ROWS)
    assert all(map(str.startswith, rows, ROWS))
    assert end.startswith("Too small")


def test_a_command_is_run_and_its_cost_is_told(tmp_path: Path) -> None:
    cost = reflect(make_home(tmp_path / "home", 3), "list", "--json").run()
    assert 0 < cost.seconds < 60
    # A process begins as a copy of its parent, and this one is large: no upper end.
    assert cost.peak > MIB
    with pytest.raises(FailedError, match="list --limit x"):
        reflect(tmp_path / "home", "list", "--limit", "x").run()


def test_the_empty_command_runs_and_pressing_tab_completes(tmp_path: Path) -> None:
    plan = Plan(tmp_path, Sizes(3, 3, 3), with_jrnl=False)
    tab = next(one for one in plan.list_comparisons() if one.work == "pressing TAB")
    assert tab.run_against is not None
    assert tab.run().seconds > 0
    assert tab.run_against().seconds > 0


def test_invented_reflections_are_ones_that_can_be_handed_in() -> None:
    documents = list(invent_reflections(50))
    content = json.dumps(documents).encode()
    today = date(2026, 11, 20)
    parsed = parse_documents(content, "invented", load_built_in(), today)
    assert [one.document for one in parsed] == documents
    sizes = [len(json.dumps(one)) for one in documents]
    assert 3500 < sum(sizes) / len(sizes) < 4500


def test_a_made_journal_is_a_sound_one(tmp_path: Path) -> None:
    make_home(tmp_path / "one", 30)
    make_home(tmp_path / "two", 30)
    places = find_places({"REFLECT_HOME": str(tmp_path / "one")})
    journal = DiskJournal(places, _never, _never)  # type: ignore[arg-type]
    survey = journal.survey()
    assert (len(survey.outlines), survey.findings) == (30, ())
    logs = list(tmp_path.glob("*/data/journal/*.jsonl"))
    assert len({log.read_bytes() for log in logs}) == 1


def _never() -> None:
    raise AssertionError
