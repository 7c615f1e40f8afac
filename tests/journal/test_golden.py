"""A journal of format 1 is read for ever as it was on the day it was saved.

The files beside `expected.json` are never changed; a new format gets a folder of
its own.
"""

import json
from pathlib import Path

import pytest

from reflect_journal.journal.disk import DiskJournal
from reflect_journal.journal.record import read_line, seal
from tests.journal.worlds import make_clock, make_ids, make_places

GOLDEN = Path(__file__).parents[1] / "data" / "golden-v1"
EXPECTED = json.loads((GOLDEN / "expected.json").read_text("ascii"))
LOGS = sorted(GOLDEN.glob("*.jsonl"))


@pytest.fixture
def journal(tmp_path: Path) -> DiskJournal:
    places = make_places(tmp_path)._replace(journal=GOLDEN)
    return DiskJournal(places, make_clock(), make_ids())


def test_every_reflection_is_what_it_was(journal: DiskJournal) -> None:
    ids = sorted(outline.id for outline in journal.survey().outlines)
    found = json.loads(json.dumps([one._asdict() for one in journal.get(ids)]))
    assert found == EXPECTED["reflections"]
    assert len(found) == 5
    assert journal.find_latest() == EXPECTED["latest"]


def test_only_what_was_odd_is_odd(journal: DiskJournal) -> None:
    survey = journal.survey()
    assert [[one.kind, one.where] for one in survey.findings] == EXPECTED["findings"]
    assert not survey.damaged


def test_every_line_would_be_written_the_same_today() -> None:
    assert len(LOGS) == 4
    for log in LOGS:
        for raw in log.read_bytes().split(b"\n")[:-1]:
            line = read_line(raw)
            assert line.record is not None
            assert line.flaw == ""
            content = {key: line.record[key] for key in line.record if key != "sum"}
            assert seal(content) == raw + b"\n"
