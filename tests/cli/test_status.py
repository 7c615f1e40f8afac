"""`reflect` alone: what waits, in at most three lines, never an error."""

import json

import pytest

from reflect_journal.terminal.lines import measure
from tests.cli.desk import Desk, record, rejection

PLAN = {"cue": "they ask for an example", "action": "say the result first."}


def keep_draft(
    desk: Desk, company: str, identifier: str = "0" * 26, base: str | None = None
) -> None:
    folder = desk.home / "state" / "drafts"
    folder.mkdir(parents=True, exist_ok=True)
    draft = {
        "v": 1,
        "id": identifier,
        "form": "full",
        "started_at": "2026-11-22T10:00:00.000Z",
        "updated_at": "2026-11-22T10:00:00.000Z",
        "answers": {"company": company},
        "asked": ["company"],
        "base": base,
        "revision": "1" * 26,
    }
    (folder / f"{identifier}.json").write_text(json.dumps(draft), encoding="utf-8")


def test_a_first_start_says_how_to_begin(desk: Desk) -> None:
    ran = desk.run()
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "Nothing here yet. After a rejection, `reflect new` takes about ten minutes, or"
        "\nthree with --quick. Stop at any question; what you wrote is kept.\n"
    )


def test_everything_that_waits_has_a_line(desk: Desk) -> None:
    desk.save(rejection("Brook", form="quick"), rejection("Cove", plan=PLAN))
    keep_draft(desk, "Lindqvist Freight")
    short = desk.run("list", "--company", "brook").out.split()[0]
    assert desk.run().lines == [
        "An unfinished reflection waits (Lindqvist Freight): reflect continue",
        f"More of it can be told: Brook: reflect continue {short}",
        "Open plan: if they ask for an example, say the result first.",
    ]


def test_a_short_reflection_alone_needs_no_id(desk: Desk) -> None:
    desk.save(rejection("Brook", form="facts"))
    assert desk.run().lines == ["More of it can be told: Brook: reflect continue"]


def test_a_tried_plan_is_not_open(desk: Desk) -> None:
    desk.save(rejection(plan={**PLAN, "tried": "partly"}))
    assert desk.run().lines == ["1 reflection. What they show: reflect summary"]


@pytest.mark.parametrize("columns", [40, 50, 80])
def test_names_are_cut_and_commands_are_not(desk: Desk, columns: int) -> None:
    desk.save(rejection("B" * 200, form="quick", plan={"action": "walk " * 90}))
    keep_draft(desk, "東" * 200)
    ran = desk.run(terminal=True, columns=columns)
    told = " ".join(ran.lines)
    assert len(ran.lines) <= (3 if columns == 80 else 9)
    assert max(map(measure, ran.lines)) <= columns
    assert "...): reflect continue More of it can be told: BBB" in told
    assert "...: reflect continue " in told


def test_a_short_sentence_is_folded_at_words_on_a_small_screen(desk: Desk) -> None:
    keep_draft(desk, "Lindqvist Freight")
    assert desk.run(terminal=True, columns=50).lines == [
        "An unfinished reflection waits (Lindqvist",
        "Freight): reflect continue",
    ]


def test_json_is_one_object(desk: Desk) -> None:
    [identifier] = desk.save(rejection("Brook", form="quick", plan=PLAN))
    answer = desk.run("--json").json
    assert answer["schema"] == "reflect/reflect@1"
    assert (answer["reflections"], answer["short"]) == (1, identifier)
    assert answer["plan"] == PLAN
    assert answer["draft"] is None


def test_a_journal_that_cannot_be_used_is_told_and_no_error(desk: Desk) -> None:
    desk.journal.mkdir(parents=True)
    (desk.journal / "aaaaaaaa.jsonl").write_text("no record\n" * 3, encoding="utf-8")
    ran = desk.run()
    assert ran.code == 0
    assert "reflect doctor" in ran.err
    assert desk.run("list").code == 4


def test_a_broken_configuration_is_no_error_here(desk: Desk) -> None:
    desk.config.write_text("nonsense", encoding="utf-8")
    assert desk.run().code == 0


def test_several_drafts_are_counted_and_one_that_cannot_be_saved_is_not(
    desk: Desk,
) -> None:
    desk.save(rejection("Brook"))
    desk.append(record(rejection(form="facts"), v=2))
    keep_draft(desk, "Lindqvist Freight", "0" * 26)
    keep_draft(desk, "Cove", "2" * 26, base="01JZ0000000000000000000HAND"[:26])
    waits = "An unfinished reflection waits (Lindqvist Freight): reflect continue"
    assert desk.run().lines == [waits]
    keep_draft(desk, "Dale", "1" * 26)
    waits = "2 unfinished reflections wait (last: Dale): reflect continue"
    assert desk.run().lines == [waits]
