"""`reflect prep`: one page before an interview, in the person's own words."""

import pytest

from reflect_journal.terminal.lines import measure
from tests.cli.desk import Desk, rejection

HEADINGS = [
    "They asked you in for",
    "To take along",
    "At most three things to do",
    "Your own answers now",
    "To prepare",
    "If it is a no",
]


@pytest.mark.parametrize("columns", [30, 50, 80, 120])
def test_the_page_has_its_parts_in_order_and_fits(example: Desk, columns: int) -> None:
    ran = example.run("prep", "--stage", "technical", terminal=True, columns=columns)
    assert (ran.code, ran.err) == (0, "")
    assert [one for one in ran.lines if one in HEADINGS] == HEADINGS
    assert max(map(measure, ran.lines)) <= columns


def test_where_an_item_of_several_goes_on_below_it_hangs(example: Desk) -> None:
    told = example.run("prep", terminal=True).out
    assert "\n  The schema question. I asked" in told
    assert "\n    argued with the drawing" in told


def test_lines_name_their_reflection(example: Desk) -> None:
    shown = example.run("prep").out
    assert "  Lead with the result. (Harbour Analytics, 20 Nov 2026)\n" in shown
    assert "practice aloud: done in" in shown


def test_markdown_has_the_same_headings(example: Desk) -> None:
    shown = example.run("prep", "--stage", "technical", "--markdown").out
    assert [one[3:] for one in shown.splitlines() if one[:3] == "## "] == HEADINGS


def test_json_has_whole_texts_and_says_for_what(desk: Desk) -> None:
    story = "It went well. " * 90
    desk.save(rejection(role="Data engineer", what_worked=story, fit={"culture": 1}))
    answer = desk.run("prep", "--role", "data", "--json").json
    assert (answer["schema"], answer["role"]) == ("reflect/prep@1", "data")
    assert (answer["stage"], answer["reflections"]) == (None, 1)
    assert answer["worked"][0]["text"] == story
    shown = desk.run("prep").out
    assert "..." in shown
    assert len(shown) < len(story)
    assert "it would not have suited you, 1 of 5 (" in shown


def test_where_nothing_is_about_it_everything_is_taken(desk: Desk) -> None:
    desk.save(rejection(role="Data engineer", lesson="Breathe."))
    ran = desk.run("prep", "--role", "pilot", "--stage", "panel")
    assert ran.err.startswith("No reflection is about that yet")
    assert ran.out.startswith("Before the interview\n")
    assert "Breathe." in ran.out


def test_an_empty_journal_has_nothing_to_prepare_from(desk: Desk) -> None:
    ran = desk.run("prep")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith("Nothing here yet.")
    assert desk.run("prep", "--json").json["lessons"] == []
