"""The specification holds: its example loads, its programs run, its words are all."""

import io
import json
import shutil
import subprocess
import sys
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any, get_args

import pytest

from reflect_journal.journal.log import LOG_LIMIT
from reflect_journal.journal.reading import LINE_LIMIT
from reflect_journal.journal.record import FORMAT, make_head, make_put
from reflect_journal.journal.versions import NewVersion
from reflect_journal.model import terms
from reflect_journal.model.feedback import Channel, Heard, Impression, Later
from reflect_journal.model.plan import Plan
from reflect_journal.model.reflection import Document, Fit
from reflect_journal.model.round import AreaReview, AskedQuestion, Round
from reflect_journal.model.sighting import Sighting, StrengthSighting
from scripts.make_docs import EXAMPLE, NOON, move_in
from tests.docs.pages import (
    list_blocks,
    list_code,
    list_rows,
    read_page,
    read_section,
)

PAGE = "docs/journal-format.md"
PARTS = {
    "Reflection": Document,
    "Round": Round,
    "AreaReview": AreaReview,
    "AskedQuestion": AskedQuestion,
    "Sighting": Sighting,
    "StrengthSighting": StrengthSighting,
    "Fit": Fit,
    "Plan": Plan,
    "Channel": Channel,
    "Heard": Heard,
    "Impression": Impression,
    "Later": Later,
}
CHOICES = (
    terms.Form,
    terms.Source,
    terms.Basis,
    terms.Changeable,
    terms.DecidedBy,
    terms.HeardBy,
    terms.Format,
    terms.Balance,
    terms.Went,
    terms.Depth,
    terms.Tried,
    terms.Helped,
    terms.Addressee,
    terms.Via,
    terms.FeedbackState,
)


def read_example() -> Any:
    (example,) = list_blocks(read_page(PAGE), "json reflection")
    return json.loads(example)


def get_program(at: int) -> str:
    return list_blocks(read_page(PAGE), "python")[at]


def test_the_example_is_taken_and_given_back_as_it_is() -> None:
    example = read_example()
    with move_in() as house:
        Path("one.json").write_text(json.dumps(example), encoding="utf-8")
        shown = house.run("reflect new --from one.json")
        given = json.loads("\n".join(house.run("reflect show last --json")))

    assert shown == ["Saved: 1 reflection."]
    assert given["id"] == example.pop("id")
    assert example["heard"][0].pop("reaction")
    assert given["reflection"] == example


@pytest.mark.parametrize(("heading", "part"), PARTS.items())
def test_every_key_of_the_document_has_its_row(heading: str, part: Any) -> None:
    rows = list_rows(read_section(PAGE, heading))
    ours = [row[0].strip("`") for row in rows]

    assert sorted(ours) == sorted(part.model_fields)


def test_the_example_uses_every_key_of_a_reflection() -> None:
    example = read_example()

    assert set(example) == set(Document.model_fields)
    assert set(example["plan"]) == set(Plan.model_fields)
    assert set(example["heard"][0]) == set(Heard.model_fields)
    assert set(example["later"]) == set(Later.model_fields)
    assert set(example["rounds"][0]) == set(Round.model_fields)
    assert set(example["rounds"][0]["questions"][0]) == set(AskedQuestion.model_fields)


@pytest.mark.parametrize("choices", CHOICES)
def test_every_choice_is_named(choices: Any) -> None:
    assert set(get_args(choices)) <= list_code(read_section(PAGE, "The document"))


def test_the_keys_of_records_are_named() -> None:
    put = make_put(NewVersion("01K", "01L", {}), NOON, "8b9a5e0ded46")
    head = make_head("01M", NOON, "8b9a5e0ded46")
    section = read_section(PAGE, "A record")

    assert [row[0].strip("`") for row in list_rows(section)] == [*put, "sum"]
    assert f"`{' '.join([*head, 'sum'])}`" in section
    assert f"format {FORMAT}." in read_page(PAGE)


def test_the_seal_can_be_checked_as_described() -> None:
    (head,) = list_blocks(read_section(PAGE, "A record"), "json")
    names: dict[str, Any] = {}
    exec(get_program(1), names)  # noqa: S102 - the page's own lines

    assert names["is_sealed"](head.encode())
    assert not names["is_sealed"](head.replace("head", "tail").encode())
    with move_in() as house:
        house.run(f"reflect new --from {EXAMPLE}")
        (log,) = (house.home / "reflect" / "data" / "journal").glob("*.jsonl")
        lines = log.read_bytes().splitlines(keepends=True)
    assert [names["is_sealed"](line) for line in lines] == [True] * 15


def test_the_few_lines_of_python_read_a_journal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with move_in() as house:
        house.run(f"reflect new --from {EXAMPLE}")
        folder = house.home / "reflect" / "data" / "journal"
        monkeypatch.setattr(sys, "argv", ["read.py", str(folder)])
        with redirect_stdout(io.StringIO()) as shown:
            exec(get_program(0), {})  # noqa: S102 - the page's own lines

    assert len(shown.getvalue().splitlines()) == 14
    assert "2026-11-22T12:00:00.000Z Harbour Analytics" in shown.getvalue()


def test_the_line_of_jq_reads_a_list() -> None:
    jq = shutil.which("jq")
    if jq is None:
        pytest.skip("no jq here")
    (call,) = list_blocks(read_section(PAGE, "With other programs"), "sh")
    command, _, program = call.partition(" | jq -r ")
    with move_in() as house:
        house.run(f"reflect new --from {EXAMPLE}")
        listed = "\n".join(house.run(command))

    done = subprocess.run(
        [jq, "-r", program.strip().strip("'")],
        input=listed,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[0] == (
        "2026-11-20\tHarbour Analytics\tLead with the result."
    )


def test_limits_are_those_of_the_program() -> None:
    assert f"{LOG_LIMIT // 1024**3} GiB, a line to {LINE_LIMIT // 1024**2} MiB" in (
        read_page(PAGE)
    )
