"""The measurements run and tell of everything; how quick it is they tell elsewhere."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

from bench.journals import make_home
from bench.texts import invent_reflections
from reflect_journal.journal.disk import DiskJournal
from reflect_journal.journal.places import find_places
from reflect_journal.model.documents import parse_documents
from reflect_journal.model.vocabulary import load_built_in

PROJECT = Path(__file__).parents[1]
ROWS = (
    "list over 20 ",
    "reflect alone over 20 ",
    "completion bash ",
    "pressing TAB ",
    "list --limit 10 over 60 ",
    "list over 60 ",
    "summary over 60 ",
    "search --limit 10 whiteboard over 60 ",
    "save in new --from at 60 ",
    "new --from at 60 ",
    "new --from with id at 60 ",
    "list --limit 20 over 120 ",
    "summary over 120 ",
    "search --limit 10 whiteboard over 120 ",
)


def test_the_quick_bench_prints_a_row_for_everything() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bench", "--quick", "--without-jrnl"],
        cwd=PROJECT,
        env={**os.environ, "PYTHONPATH": str(PROJECT / "src")},
        capture_output=True,
        text=True,
        check=True,
    )
    head, *rows, end = done.stdout.splitlines()
    assert head.startswith("what ")
    assert len(rows) == len(ROWS)
    assert all(map(str.startswith, rows, ROWS))
    assert end.startswith("Too small")


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
    assert journal.diagnose() == []
    assert len(journal.survey().outlines) == 30
    logs = list(tmp_path.glob("*/data/journal/*.jsonl"))
    assert len({log.read_bytes() for log in logs}) == 1


def _never() -> None:
    raise AssertionError
