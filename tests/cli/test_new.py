"""`reflect new` with documents or options: all of it is saved, or nothing."""

import json
import re
from pathlib import Path

import pytest

from reflect_journal.errors import JournalUnusableError
from reflect_journal.journal.disk import DiskJournal
from tests.cli.desk import Desk, rejection

GONE = "it is gone"
TWO = [rejection("Acre Systems"), rejection("Brook & Sons")]
LINES = "\n".join(json.dumps(one) for one in TWO)


def companies(desk: Desk) -> list[str]:
    rows = desk.run("list", "--json").json["reflections"]
    return sorted(row["company"] for row in rows)


@pytest.mark.parametrize(
    "text", [json.dumps(TWO), LINES, f"\ufeff{LINES}\n\n", json.dumps(TWO, indent=2)]
)
def test_an_array_or_lines_are_saved_from_a_pipe(desk: Desk, text: str) -> None:
    ran = desk.run("new", "--from", "-", stdin=text)
    assert (ran.code, ran.out, ran.err) == (0, "", "Saved: 2 reflections.\n")
    assert companies(desk) == ["Acre Systems", "Brook & Sons"]


def test_one_object_is_saved_from_a_file(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "no.json"
    file.write_text(json.dumps(rejection()), encoding="utf-8")
    ran = desk.run("new", "--from", str(file))
    assert (ran.code, ran.out, ran.err) == (0, "", "Saved: 1 reflection.\n")
    assert companies(desk) == ["Acre Systems"]


def test_what_options_say_is_saved_under_the_name_and_id_to_find_it_by(
    desk: Desk,
) -> None:
    given = ("--company", "Brook & Sons", "--on", "2026-11-20")
    ran = desk.run("new", "--no-input", *given)
    told = re.fullmatch(r"Saved: Brook & Sons, 20 Nov 2026 \((\w{4})\)\.\n", ran.err)
    assert told
    assert desk.run("show", told[1]).code == 0


def test_what_is_saved_is_said_though_the_journal_cannot_be_read_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise JournalUnusableError(str(desk.journal), GONE)

    monkeypatch.setattr(DiskJournal, "list_ids", refuse)
    ran = desk.run("new", "--no-input", "--company", "Brook")
    assert (ran.code, ran.err[:13]) == (0, "Saved: Brook,")


def test_json_names_what_was_saved_and_what_was_there(desk: Desk) -> None:
    known = rejection(id="0" * 26)
    first = desk.run("new", "--from", "-", "--json", stdin=json.dumps(known))
    expected = {"schema": "reflect/new@1", "saved": ["0" * 26], "already": []}
    assert expected == first.json
    both = [known, rejection("Brook & Sons", id="1" * 26)]
    again = desk.run("new", "--json", "--from", "-", stdin=json.dumps(both))
    expected = {"schema": "reflect/new@1", "saved": ["1" * 26], "already": ["0" * 26]}
    assert expected == again.json
    assert companies(desk) == ["Acre Systems", "Brook & Sons"]


def test_a_document_without_an_id_is_a_new_reflection_each_time(desk: Desk) -> None:
    desk.save(rejection())
    desk.save(rejection())
    assert companies(desk) == ["Acre Systems"] * 2


def test_another_content_under_a_known_id_is_refused(desk: Desk) -> None:
    desk.save(rejection(id="0" * 26))
    other = json.dumps([rejection("Brook"), rejection("Cove", id="0" * 26)])
    ran = desk.run("new", "--from", "-", stdin=other)
    assert (ran.code, ran.out) == (2, "")
    assert "Nothing was saved." in ran.err
    assert companies(desk) == ["Acre Systems"]


def test_an_empty_array_saves_nothing_and_is_done(desk: Desk) -> None:
    ran = desk.run("new", "--from", "-", "--json", stdin="[]")
    assert ran.json == {"schema": "reflect/new@1", "saved": [], "already": []}
    assert ran.code == 0
    assert not desk.journal.exists()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "standard input: is empty."),
        (" \n\n", "standard input: is empty."),
        ("{", "standard input"),
        ("[1]", "item 1"),
        ('{"company": "A"}', "rejected_on"),
        ('{"rejected_on": "2026-11-01"}', "company"),
        ('{"company": "A", "company": "B", "rejected_on": "2026-11-01"}', "company"),
        (json.dumps(rejection(rejected_on="2026-02-30")), "rejected_on"),
        (json.dumps(rejection(rejected_on="2028-01-01")), "rejected_on"),
        (json.dumps(rejection(sting=6)), "sting"),
        (json.dumps(rejection(sting=True)), "sting"),
        (json.dumps(rejection(mood="low")), "mood"),
        (json.dumps(rejection("x" * 201)), "company"),
        ("[" * 100_000, "standard input"),
        ('{"company": "A", "rejected_on": "2026-11-01", "sting": NaN}', "sting"),
    ],
)
def test_what_the_journal_cannot_keep_is_refused(
    desk: Desk, text: str, said: str
) -> None:
    ran = desk.run("new", "--from", "-", stdin=text)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert ran.err.endswith("Nothing was saved.\n")
    assert not desk.journal.exists()


def test_an_unknown_id_is_refused_with_its_place_and_the_nearest(desk: Desk) -> None:
    wrong = rejection("Brook", sightings=[{"weak_spot": "ramblin-answers"}])
    ran = desk.run("new", "--from", "-", stdin=json.dumps([rejection(), wrong]))
    assert ran.code == 2
    assert "item 2, sightings[0].weak_spot" in ran.err
    assert "Did you mean rambling-answers?" in ran.err
    assert companies(desk) == []


def test_one_refused_document_saves_none_of_the_others(desk: Desk) -> None:
    ran = desk.run("new", "--from", "-", stdin=f"{LINES}\n{{}}")
    assert ran.code == 2
    assert "item 3" in ran.err
    assert companies(desk) == []


@pytest.mark.parametrize(
    ("name", "said"), [("nowhere.json", "does not exist"), (".", "is a folder")]
)
def test_a_file_that_cannot_be_read_is_named(desk: Desk, name: str, said: str) -> None:
    ran = desk.run("new", "--from", name)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"{name}: {said}")


def test_no_input_with_a_company_saves_the_facts(desk: Desk) -> None:
    ran = desk.run(
        *("new", "--no-input", "--company", "Acre Systems", "--role", "Tester"),
        *("--on", "2026-11-18", "--stage", "panel", "--json"),
    )
    assert ran.code == 0
    shown = desk.run("show", ran.json["saved"][0], "--json").json["reflection"]
    expected = {
        "form": "facts",
        "company": "Acre Systems",
        "role": "Tester",
        "rejected_on": "2026-11-18",
        "stage_reached": "panel",
    }
    assert expected == shown


def test_no_input_without_a_company_says_which_option_gives_it(desk: Desk) -> None:
    ran = desk.run("new", "--no-input", "--role", "Tester")
    assert (ran.code, ran.out) == (2, "")
    assert "--company" in ran.err


def test_options_beside_a_document_are_refused(desk: Desk) -> None:
    ran = desk.run("new", "--from", "-", "--company", "A", stdin="[]")
    assert (ran.code, ran.out) == (2, "")


@pytest.mark.parametrize("day", ["soon", "2027-01-01", ""])
def test_a_day_that_is_none_or_ahead_is_refused(desk: Desk, day: str) -> None:
    ran = desk.run("new", "--no-input", "--company", "A", f"--on={day}")
    assert (2 if day else 0) == ran.code


def test_nothing_else_than_the_answer_is_on_standard_output(desk: Desk) -> None:
    ran = desk.run("new", "--from", "-", stdin=LINES)
    assert not ran.out
    ran = desk.run("new", "--from", "-", "--json", stdin=LINES)
    assert len(ran.lines) == 1


def hand_in(desk: Desk, *documents: dict[str, object]) -> str:
    ran = desk.run("new", "--from", "-", stdin=json.dumps(documents))
    assert (ran.code, ran.out) == (2, "")
    return ran.err


def test_an_id_given_twice_is_refused_with_both_items(desk: Desk) -> None:
    twin = rejection("Brook", id="0" * 26)
    said = hand_in(desk, rejection(id="1" * 26), twin, {**twin, "lesson": "Breathe"})
    assert said == (
        "standard input, item 3, id: item 2 has the same id and says something else.\n"
        "To keep both, take the id out of this one.\nNothing was saved.\n"
    )
    assert companies(desk) == []


def test_an_id_of_another_content_is_refused_with_its_item(desk: Desk) -> None:
    desk.save(rejection(id="0" * 26))
    said = hand_in(desk, rejection("Brook"), rejection("Cove", id="0" * 26))
    assert said.startswith(
        f"standard input, item 2, id: the journal has {'0' * 26} already, "
    )
    assert f"reflect show {'0' * 26}" in said


def test_what_is_meant_where_it_is_absent_is_the_same_written_out(desk: Desk) -> None:
    short = rejection(id="0" * 26, sightings=[{"weak_spot": "bluffing"}])
    desk.save(short)
    spot = {"weak_spot": "bluffing", "by": "self", "basis": "guess"}
    whole = {**short, "form": "full", "sightings": [spot]}
    again = desk.run("new", "--from", "-", "--json", stdin=json.dumps([whole, short]))
    assert again.json["already"] == ["0" * 26]
    assert "item 1, id" in hand_in(desk, {**whole, "form": "quick"})
