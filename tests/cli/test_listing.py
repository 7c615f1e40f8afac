"""`reflect list`: newest first, the lesson beside each, whole where nobody watches."""

from datetime import date, timedelta
from typing import Any

import pytest

from reflect_journal.terminal.lines import measure
from tests.cli.desk import Desk, record, rejection

ROW_KEYS = [
    *("id", "company", "role", "rejected_on", "stage_reached", "form", "sting"),
    *("weak_spots", "strengths", "lesson", "tags", "created_at", "updated_at"),
]


def many(number: int) -> list[dict[str, Any]]:
    first = date(2026, 1, 1)
    return [
        rejection(
            f"Company {at:02}", rejected_on=(first + timedelta(days=at)).isoformat()
        )
        for at in range(number)
    ]


def listed(desk: Desk, *arguments: str) -> list[str]:
    rows = desk.run("list", "--json", *arguments).json["reflections"]
    return [row["company"] for row in rows]


def test_an_empty_journal_says_how_to_begin(desk: Desk) -> None:
    ran = desk.run("list")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "Nothing here yet. After a rejection: reflect new\n"
    empty = {"schema": "reflect/list@1", "total": 0, "reflections": []}
    assert empty == desk.run("list", "--json").json


def test_json_has_every_key_of_the_contract(desk: Desk) -> None:
    [identifier] = desk.save(
        rejection(
            role="Tester",
            stage_reached="panel",
            sting=4,
            lesson="Short.",
            tags=["a", "b"],
            form="quick",
            sightings=[
                {"weak_spot": "rambling-answers"},
                {"weak_spot": "rambling-answers", "by": "friend"},
                {"weak_spot": "impact-unclear"},
            ],
            strengths=[{"strength": "solid-knowledge"}],
        )
    )
    answer = desk.run("list", "--json").json
    assert list(answer) == ["schema", "total", "reflections"]
    [row] = answer["reflections"]
    assert list(row) == ROW_KEYS
    assert row == {
        "id": identifier,
        "company": "Acre Systems",
        "role": "Tester",
        "rejected_on": "2026-11-01",
        "stage_reached": "panel",
        "form": "quick",
        "sting": 4,
        "weak_spots": ["rambling-answers", "impact-unclear"],
        "strengths": ["solid-knowledge"],
        "lesson": "Short.",
        "tags": ["a", "b"],
        "created_at": "2026-11-22T12:00:00.000Z",
        "updated_at": "2026-11-22T12:00:00.000Z",
    }


def test_what_was_not_given_is_empty_or_null(desk: Desk) -> None:
    desk.save(rejection())
    [row] = desk.run("list", "--json").json["reflections"]
    assert (row["stage_reached"], row["sting"]) == (None, None)
    assert (row["role"], row["lesson"], row["form"]) == ("", "", "full")
    assert (row["weak_spots"], row["strengths"], row["tags"]) == ([], [], [])


def test_the_newest_no_comes_first(desk: Desk) -> None:
    desk.save(
        rejection("Middle", rejected_on="2026-05-01"),
        rejection("Old", rejected_on="2026-01-01"),
        rejection("New", rejected_on="2026-09-01"),
    )
    assert listed(desk) == ["New", "Middle", "Old"]


def test_a_terminal_shows_twenty_and_how_many_more(desk: Desk) -> None:
    desk.save(*many(23))
    shown = desk.run("list", terminal=True).lines
    assert len(shown) == 21
    assert "Company 22" in shown[0]
    assert shown[-1] == "20 of 23 shown. All of them: --limit 0"
    assert len(desk.run("list", "--limit", "0", terminal=True).lines) == 24


def test_a_pipe_and_json_have_all_unless_limited(desk: Desk) -> None:
    desk.save(*many(23))
    assert len(desk.run("list").lines) == 23
    assert len(listed(desk)) == 23
    assert len(desk.run("list", "--limit", "2").lines) == 2
    limited = desk.run("list", "--json", "--limit", "2", terminal=True).json
    assert (limited["total"], len(limited["reflections"])) == (23, 2)
    assert desk.run("list", "--json", terminal=True).json["total"] == 23


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--company", "ACRE"], ["Acre Systems"]),
        (["--company", "systems acre"], ["Acre Systems"]),
        (["--role", "tester"], ["Acre Systems"]),
        (["--stage", "panel"], ["Acre Systems"]),
        (["--stage", "take-home"], ["Acre Systems"]),
        (["--spot", "impact-unclear"], ["Brook"]),
        (["--area", "technical"], ["Acre Systems"]),
        (["--area", "answers"], ["Brook"]),
        (["--tag", "REMOTE"], ["Brook"]),
        (["--since", "2026-11-01"], ["Acre Systems"]),
        (["--until", "2026-10-31"], ["Brook"]),
        (["--since", "30d"], ["Acre Systems"]),
        (["--since", "3m"], ["Acre Systems", "Brook"]),
        (["--until", "2y"], []),
        (["--company", "acre", "--tag", "remote"], []),
    ],
)
def test_filters_choose(desk: Desk, arguments: list[str], expected: list[str]) -> None:
    desk.save(
        rejection(
            role="Tester",
            stage_reached="panel",
            rounds=[{"stage": "take-home", "areas": {"technical": {"rating": 3}}}],
        ),
        rejection(
            "Brook",
            rejected_on="2026-09-10",
            sightings=[{"weak_spot": "impact-unclear"}],
            tags=["Remote"],
        ),
    )
    ran = desk.run("list", "--json", *arguments)
    assert expected == [row["company"] for row in ran.json["reflections"]]
    assert (ran.code, ran.json["total"]) == (0, len(expected))


def test_filters_that_nothing_fits_are_no_error(desk: Desk) -> None:
    desk.save(rejection())
    ran = desk.run("list", "--company", "nobody")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "No reflection fits that. All of them: reflect list\n"


@pytest.mark.parametrize("columns", [20, 50, 69, 70, 80, 120])
def test_rows_never_are_wider_than_the_terminal(example: Desk, columns: int) -> None:
    wide = rejection("株式会社" * 40, lesson="東京で面接 " * 30, tags=["x"])
    example.save(wide, rejection("L" * 200, lesson="word " * 80))
    shown = example.run("list", terminal=True, columns=columns).lines
    assert len(shown) >= 17
    assert max(map(measure, shown)) <= columns


def test_columns_stay_aligned_behind_wide_letters(desk: Desk) -> None:
    desk.save(
        rejection("東京面接会社", lesson="LESSON"),
        rejection("Émile e\u0301tude", lesson="LESSON"),
        rejection("Acre Systems", lesson="LESSON"),
    )
    shown = desk.run("list").lines
    assert len({measure(row[: row.index("LESSON")]) for row in shown}) == 1


@pytest.mark.parametrize("arguments", [[], ["--plain"]])
def test_a_pipe_and_plain_cut_nothing(desk: Desk, arguments: list[str]) -> None:
    long = rejection("L" * 200, lesson="word " * 80 + "end")
    desk.save(long)
    ran = desk.run("list", *arguments, terminal=bool(arguments), columns=40)
    assert "L" * 200 in ran.lines[0]
    assert ran.lines[0].endswith("word end")


def test_reflect_plain_in_the_environment_is_plain_everywhere(desk: Desk) -> None:
    desk.save(rejection("L" * 200))
    environ = {"REFLECT_PLAIN": "1"}
    ran = desk.run("list", terminal=True, columns=40, environ=environ)
    assert "L" * 200 in ran.lines[0]
    assert "\x1b" not in ran.out


def test_a_lesson_stands_beside_and_a_short_form_is_named(desk: Desk) -> None:
    desk.save(
        rejection("A", lesson="Two\nlines"),
        rejection("B", form="facts"),
        rejection("C", form="quick"),
    )
    shown = desk.run("list").out
    assert "Two lines" in shown
    assert "facts only" in shown
    assert "short form" in shown


def test_short_ids_are_longer_only_where_two_are_equal(desk: Desk) -> None:
    desk.save(
        rejection("A", id="AAAAAAAAAAAAAAAAAAAAA1WXYZ"),
        rejection("B", id="AAAAAAAAAAAAAAAAAAAAA2WXYZ"),
        rejection("C", id="AAAAAAAAAAAAAAAAAAAAA2WXYQ"),
    )
    firsts = {row.split()[0] for row in desk.run("list").lines}
    assert firsts == {"1WXYZ", "2WXYZ", "WXYQ"}


@pytest.mark.parametrize("day", ["zzz, last autumn", 5, None, "2026-13-45"])
def test_a_day_that_cannot_be_read_is_shown_as_it_is_and_sorted_last(
    desk: Desk, day: object
) -> None:
    desk.save(rejection("Brook", rejected_on="1980-01-01"))
    odd = {**rejection("Acre", lesson="Breathe"), "rejected_on": day}
    if day is None:
        del odd["rejected_on"]
    desk.append(record(odd))
    first, second = desk.run("list").lines
    assert "Brook" in first
    shown = str(day) if isinstance(day, str) else "no date"
    assert shown[:7] in second
    rows = desk.run("list", "--json").json["reflections"]
    assert [row["rejected_on"] for row in rows] == ["1980-01-01", day or ""]
    for command in ("show acre", "search breathe", "show acre --markdown"):
        ran = desk.run(*command.split())
        assert shown in ran.out, command
        assert "1970" not in ran.out
    document = desk.run("show", "acre", "--json").json["reflection"]
    assert document == odd
    assert "1970" not in desk.run("summary", "--json").out
