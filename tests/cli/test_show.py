"""`reflect show`: one reflection, whole, whatever is in it."""

import json
import re
from collections.abc import Iterator
from importlib import resources
from typing import Any

import pytest

from reflect_journal.terminal.lines import measure
from tests.cli.desk import Desk, record, rejection

CODES = {
    *("form", "rejected_on", "stage_reached", "decided_by", "heard_by", "stage"),
    *("held_on", "format", "balance", "went", "depth", "weak_spot", "strength", "by"),
    *("basis", "changeable", "due_on", "tried", "helped"),
}


def example_documents() -> list[dict[str, Any]]:
    source = resources.files("reflect_journal.example") / "reflections.jsonl"
    return [json.loads(line) for line in source.read_text("utf-8").splitlines()]


def walk_own_texts(value: Any, key: str = "") -> Iterator[str]:
    match value:
        case dict():
            for name, one in value.items():
                yield from walk_own_texts(one, name)
        case list():
            for one in value:
                yield from walk_own_texts(one, key)
        case str() if key not in CODES:
            yield value


def squeeze(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("more", "columns"), [([], 50), ([], 80), (["--plain"], 50), (["--markdown"], 80)]
)
def test_every_text_that_was_given_is_shown(
    example: Desk, more: list[str], columns: int
) -> None:
    for document in example_documents():
        ran = example.run("show", document["company"], *more, columns=columns)
        assert (ran.code, ran.err) == (0, "")
        text = squeeze(re.sub(r"\\(?=\W)|\\$", "", ran.out))
        missing = [one for one in walk_own_texts(document) if squeeze(one) not in text]
        assert missing == []
        if not more:
            assert max(map(measure, ran.lines)) <= min(columns, 80)


def test_json_has_what_was_given_and_when(desk: Desk) -> None:
    given = example_documents()[0]
    [identifier] = desk.save(given)
    expected = {
        "schema": "reflect/show@1",
        "id": identifier,
        "created_at": "2026-11-22T12:00:00.000Z",
        "updated_at": "2026-11-22T12:00:00.000Z",
        "reflection": given,
    }
    answer = desk.run("show", identifier, "--json").json
    assert list(answer) == list(expected)
    assert answer == expected


@pytest.mark.parametrize("reference", ["last", "LAST", "acre", "ACRE sys", "systems"])
def test_words_and_last_name_one(desk: Desk, reference: str) -> None:
    desk.save(rejection("Brook"))
    desk.save(rejection())
    assert "Acre Systems" in desk.run("show", reference).lines[0]


def test_whole_and_short_ids_name_one_in_any_case(desk: Desk) -> None:
    desk.save(rejection("Brook"), rejection(id="AAAAAAAAAAAAAAAAAAAAAAWXYZ"))
    for reference in ("AAAAAAAAAAAAAAAAAAAAAAWXYZ", "WXYZ", "wxyz", "AWXYZ"):
        assert "Acre Systems" in desk.run("show", reference).lines[0]


def test_an_unknown_reference_names_the_closest(desk: Desk) -> None:
    desk.save(rejection())
    ran = desk.run("show", "acme systems")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err == (
        'No reflection called "acme systems". Closest: Acre Systems (1 Nov 2026).\n'
        "All of them: reflect list\n"
    )


def test_several_matches_are_listed(desk: Desk) -> None:
    desk.save(rejection("Acre North"), rejection("Acre South"))
    ran = desk.run("show", "acre")
    assert (ran.code, ran.out) == (3, "")
    assert "Acre North" in ran.err
    assert "Acre South" in ran.err


def test_an_empty_journal_has_no_last_one(desk: Desk) -> None:
    ran = desk.run("show", "last")
    assert (ran.code, ran.out) == (3, "")
    assert "reflect new" in ran.err


def test_keys_of_a_newer_program_are_shown(desk: Desk) -> None:
    desk.save(rejection("Brook"))
    odd = rejection(
        mood="sunny",
        heard_by="pigeon",
        rounds=[{"stage": "panel", "weather": "rain", "areas": {"voice": {"x": 1}}}],
        sightings=[{"weak_spot": "own-idea", "by": "mentor"}],
        plan={"action": "walk", "cost": [1, 2]},
    )
    desk.append(record(odd))
    shown = squeeze(desk.run("show", "acre").out)
    for text in (
        *("mood sunny", "heard_by pigeon", "rounds[0].weather rain"),
        *('rounds[0].areas.voice {"x": 1}', "own-idea", "sightings[0].by mentor"),
        "plan.cost [1, 2]",
    ):
        assert text in shown
    assert desk.run("show", "acre", "--json").json["reflection"] == odd


def test_a_record_changed_outside_is_shown_and_flagged(desk: Desk) -> None:
    desk.save(rejection(lesson="Lead with the result."))
    content = desk.log.read_text(encoding="utf-8")
    desk.log.write_text(content.replace("Lead with", "Hide"), encoding="utf-8")
    ran = desk.run("show", "acre")
    assert ran.code == 0
    assert "Hide the result." in ran.out
    assert "changed outside" in ran.out
    assert len(ran.err.splitlines()) == 1
    assert "reflect doctor" in ran.err


def test_a_record_of_a_newer_program_says_so(desk: Desk) -> None:
    desk.save(rejection("Brook"))
    desk.append(record(rejection(), v=2))
    ran = desk.run("show", "acre")
    assert "A newer reflect saved this" in ran.out


MARKDOWN = """\
# heading
- item
1. first
=====
-----
> quote
    code
<script>alert(1)</script>
[link](https://example.org) ![image](x) `code` *bold* _it_ ~~gone~~ | cell | &amp;"""
LIVE = re.compile(r"(?<!\\)[\[\]()<>`*_!#|~&]")


def test_markdown_obeys_nothing_in_a_text(desk: Desk) -> None:
    desk.save(rejection("*A* [b](c)", what_worked=MARKDOWN, lesson=MARKDOWN))
    shown = desk.run("show", "last", "--markdown").out
    body = shown[shown.index("## What worked") + len("## What worked") :]
    body = body.replace("## To take along", "")
    assert LIVE.findall(body) == []
    assert not re.search(r"(?m)^(\s{4,}|[-+=]+$|\d+[.)]\s|[-+]\s)", body)
    assert shown.startswith("# \\*A\\* \\[b\\]\\(c\\)\n")


def test_markdown_keeps_lines_apart(desk: Desk) -> None:
    desk.save(rejection(what_worked="one\ntwo\n\nthree"))
    shown = desk.run("show", "last", "--markdown").out
    assert "\none\\\ntwo\n\nthree\n" in shown


def test_plain_folds_no_line(desk: Desk) -> None:
    long = "word " * 100 + "end"
    desk.save(rejection(what_worked=long))
    assert f"  {long}" in desk.run("show", "last", "--plain", columns=50).lines


def test_what_nobody_can_work_on_stands_apart_from_weak_spots(desk: Desk) -> None:
    noted = ["rambling-answers", "internal-candidate", "no-reason-given"]
    own = {"weak_spot": "experience-gap", "changeable": "not-at-all", "by": "recruiter"}
    said = [{"weak_spot": one, "basis": "said"} for one in noted]
    desk.save(rejection(sightings=[*said, {**own, "basis": "said"}]))
    assert desk.run("show", "last").lines[3:] == [
        "Weak spots noted",
        "  Went on too long (you)",
        "",
        "Not in your hands",
        "  Filled from inside (you)",
        "  Too little experience yet (recruiter said it)",
        "",
        "Also noted",
        "  No real reason given (you)",
    ]
