"""A draft that was changed so that no question fits it is told, and stays."""

import json
from typing import Any

import pytest

from tests.cli.desk import Desk
from tests.cli.test_status import keep_draft


@pytest.mark.parametrize(
    "change",
    [
        {"form": "odd"},
        {"asked": ["odd"]},
        {"started_at": "yesterday"},
        {"answers": {"company": "Acre", "stage": []}},
        {"answers": {"company": "Acre", "sting": 3}},
    ],
)
def test_what_fits_no_question_is_refused_before_the_first(
    desk: Desk, change: dict[str, Any]
) -> None:
    keep_draft(desk, "Acre")
    path = desk.home / "state" / "drafts" / f"{'0' * 26}.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | change))
    before = path.read_bytes()
    for command, typed in (("continue", "\n"), ("new", "1\n\n")):
        ran = desk.run(command, "--plain", typed=typed)
        assert ran.code == 2
        assert str(path) in ran.err
        assert "reflect new" in ran.err
    assert path.read_bytes() == before
    assert desk.run("continue", "--plain", typed="").code == 2
    assert desk.run("new", "--plain", typed="2\n3\nBrook\n").code == 130
