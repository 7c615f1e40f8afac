"""`reflect report`: one page, for its owner alone, that overwrites nothing unasked."""

import re
import stat
from pathlib import Path

import pytest

from tests.cli.desk import Desk, record, rejection


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "here"
    place.mkdir()
    monkeypatch.chdir(place)
    return place


def test_a_page_is_written_for_its_owner_alone(example: Desk, folder: Path) -> None:
    ran = example.run("report")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "Written: reflect-report-2026-11-22.html\n"
    [page] = folder.iterdir()
    assert stat.S_IMODE(page.stat().st_mode) == 0o600
    text = page.read_text(encoding="utf-8")
    assert text.startswith("<!doctype html>")
    assert text.count("<details>") == 14
    assert "Harbour Analytics" in text


def test_a_page_that_is_there_is_replaced_only_after_a_yes(
    desk: Desk, folder: Path
) -> None:
    page = folder / "page.html"
    page.write_text("mine", encoding="utf-8")
    desk.save(rejection())
    assert desk.run("report", str(page), "--plain", typed="\n").code == 1
    assert desk.run("report", str(page), "--no-input").code == 2
    assert page.read_text(encoding="utf-8") == "mine"
    assert desk.run("report", str(page), "--yes").code == 0
    assert page.read_text(encoding="utf-8") != "mine"


def test_markdown_goes_to_the_screen_where_that_is_asked(example: Desk) -> None:
    ran = example.run("report", "-", "--markdown")
    assert ran.out.startswith("# What the reflections show\n")
    assert "- **Went on too long:** 8 of 12" in ran.out
    assert "## The reflections" in ran.out


def test_what_is_left_out_is_nowhere_on_the_page(example: Desk) -> None:
    ran = example.run("report", "-", "--redact")
    saved = example.run("export").out
    for name in ("Harbour", "Lindqvist", "engineer", "Ines", "bakeries"):
        assert name in saved
        assert name not in ran.out
    assert "8 of 12" in ran.out
    assert "Company 14" in ran.out
    assert "Names and texts are left out" in ran.out


def test_own_words_are_left_out_with_their_labels(desk: Desk) -> None:
    desk.config.write_text(
        '[[weak_spots]]\nid = "argued-with-hendrik"\nlabel = "Argued with Hendrik"\n'
        'area = "mindset"\nchangeable = "soon"\ndescription = "x"\nexercise = "y"\n',
        encoding="utf-8",
    )
    desk.save(rejection(sightings=[{"weak_spot": "argued-with-hendrik"}]))
    assert "Argued with Hendrik" in desk.run("report", "-").out
    assert "endrik" not in desk.run("report", "-", "--redact").out


NAME = "Zqxhendrik"
BY_HAND = {
    **dict.fromkeys(("rejected_on", "stage_reached", "decided_by", "form"), NAME),
    **dict.fromkeys(("role", "feeling", "lesson", "friend_words", "sting"), NAME),
    NAME: NAME,
    "tags": [NAME],
    "rounds": [
        {"stage": NAME, "note": NAME},
        {
            "stage": "panel",
            **dict.fromkeys(("held_on", "format", "balance"), NAME),
            "areas": {"answers": {"rating": 2, "note": NAME}, NAME: {"rating": 3}},
            "questions": [{"asked": NAME, "went": NAME, "surprised": NAME}],
        },
    ],
    "sightings": [
        {**dict.fromkeys(("weak_spot", "by", "basis", "stage", "note"), NAME)},
        {"weak_spot": "rambling-answers", "by": NAME, "changeable": NAME},
    ],
    "strengths": [{"strength": NAME, "by": NAME, "note": NAME}],
    "fit": {"role": NAME, "note": NAME},
    "plan": dict.fromkeys(("cue", "action", "weak_spot", "due_on", "tried"), NAME),
}


@pytest.mark.parametrize("form", [[], ["--markdown"]])
def test_a_name_gets_through_by_no_way(desk: Desk, form: list[str]) -> None:
    desk.save(rejection(NAME, plan={"cue": NAME, "action": NAME}))
    desk.append(record({**BY_HAND, "company": NAME}))
    desk.append(record({"company": NAME}, id=f"01J{NAME}", rev=NAME, v=9))
    desk.config.write_text(
        f'[[weak_spots]]\nid = "own"\nlabel = "{NAME}"\narea = "mindset"\n'
        f'changeable = "soon"\ndescription = "{NAME}"\nexercise = "{NAME}"\n',
        encoding="utf-8",
    )
    desk.save(rejection(sightings=[{"weak_spot": "own"}]))
    assert NAME in desk.run("report", "-", *form).out
    for filters in ([], ["--company", NAME], ["--tag", NAME]):
        shown = desk.run("report", "-", "--redact", *filters, *form).out.lower()
        assert "made on 22 nov 2026" in shown
        # The end of an id would be shown as well.
        assert not re.search("zqx|hendrik|drik", shown)


def test_figures_stay_the_same_without_the_texts(example: Desk) -> None:
    page, _, _ = example.run("report", "-", "--markdown").out.partition("## The refl")
    told = example.run("report", "-", "--markdown", "--redact").out
    counted = [one for one in page.splitlines() if one.startswith("- **")]
    assert counted
    assert [one for one in counted if one not in told] == []


def test_json_names_the_file(example: Desk, folder: Path) -> None:
    answer = example.run("report", "page.html", "--redact", "--json").json
    assert answer == {
        "schema": "reflect/report@1",
        "file": str(folder / "page.html"),
        "reflections": 14,
        "redacted": True,
    }


def test_deleted_reflections_are_not_on_the_page(example: Desk) -> None:
    example.run("delete", "harbour", "--yes")
    shown = example.run("report", "-").out
    assert "Harbour" not in shown
    assert shown.count("<details>") == 13


def test_an_empty_journal_makes_an_empty_page(desk: Desk) -> None:
    ran = desk.run("report", "-")
    assert ran.code == 0
    assert "Nothing noted." in ran.out


def test_open_needs_a_file_and_a_browser(desk: Desk) -> None:
    assert desk.run("report", "-", "--open").code == 2
    assert desk.run("report", "-", "--json").code == 2
    shown: list[str] = []
    ran = desk.run("report", "page.html", "--open", browser=shown)
    assert (ran.code, len(shown)) == (0, 1)
    assert shown[0].startswith("file:///")
    assert shown[0].endswith("/page.html")
    ran = desk.run("report", "other.html", "--open")
    assert (ran.code, "open the file yourself" in ran.err) == (0, True)
