"""`reflect search`: every word as literal text, with the place it stands at."""

from typing import Any

import pytest

from reflect_journal.terminal.lines import measure
from tests.cli.desk import Desk, rejection


def search(desk: Desk, *arguments: str) -> list[str]:
    hits = desk.run("search", "--json", *arguments).json["hits"]
    return [hit["company"] for hit in hits]


@pytest.fixture
def two(desk: Desk) -> Desk:
    desk.save(
        rejection(lesson="Naïve plan.", what_worked="The whiteboard was calm (a.b)."),
        rejection("Brook", rejected_on="2026-09-01", lesson="Whiteboard and silence."),
    )
    return desk


def test_json_has_every_key_of_the_contract(two: Desk) -> None:
    answer = two.run("search", "silence", "--json").json
    assert list(answer) == ["schema", "total", "hits"]
    assert answer["schema"] == "reflect/search@1"
    [hit] = answer["hits"]
    assert hit == {
        "id": hit["id"],
        "company": "Brook",
        "rejected_on": "2026-09-01",
        "field": "lesson",
        "snippet": "Whiteboard and silence.",
    }


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["WHITEBOARD"], ["Acre Systems", "Brook"]),
        (["whiteboard", "silence"], ["Brook"]),
        (["whiteboard silence"], ["Brook"]),
        (["naive"], ["Acre Systems"]),
        (["NAÏVE"], ["Acre Systems"]),
        (["(a.b)"], ["Acre Systems"]),
        (["a.*b"], []),
        (["acre", "calm"], ["Acre Systems"]),
        (["nothing"], []),
    ],
)
def test_words_are_found(two: Desk, words: list[str], expected: list[str]) -> None:
    assert expected == search(two, *words)


def test_filters_and_limit_hold_and_total_counts_all(two: Desk) -> None:
    assert search(two, "whiteboard", "--until", "2026-10-01") == ["Brook"]
    answer = two.run("search", "whiteboard", "--limit", "1", "--json").json
    assert (answer["total"], len(answer["hits"])) == (2, 1)


def test_a_terminal_says_how_many_more(two: Desk) -> None:
    shown = two.run("search", "whiteboard", "--limit", "1", terminal=True).lines
    assert shown[-1] == "1 of 2 shown. All of them: --limit 0"


def test_nothing_found_is_no_error(two: Desk) -> None:
    ran = two.run("search", "nothing", "there")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == (
        "No reflection holds nothing and there.\n"
        "Fewer words find more; all reflections: reflect list\n"
    )


def test_nothing_is_found_in_an_empty_journal(desk: Desk) -> None:
    assert desk.run("search", "whiteboard").err.startswith("Nothing here yet.")


@pytest.mark.parametrize(
    ("more", "place"),
    [
        ({"lesson": "Ask first."}, "to take along"),
        ({"rounds": [{"areas": {"answers": {"note": "Ask"}}}]}, "Answers, note"),
        ({"rounds": [{}, {"note": "Ask"}]}, "round 2, note"),
        ({"rounds": [{"note": "Ask"}]}, "note"),
        ({"rounds": [{"questions": [{"asked": "Ask"}]}]}, "they asked"),
        (
            {"rounds": [{}, {"questions": [{"next_time": "Ask", "asked": "Why"}]}]},
            "round 2, they asked, next time",
        ),
        (
            {"sightings": [{"weak_spot": "internal-candidate", "note": "Ask"}]},
            "weak spot, note",
        ),
        ({"plan": {"action": "Ask"}}, "plan, then"),
        ({"tags": ["a", "ask"]}, "tag"),
    ],
)
def test_a_place_is_told_in_peoples_words(
    desk: Desk, more: dict[str, Any], place: str
) -> None:
    for one in more.get("rounds", []):
        one["stage"] = "panel"
    desk.save(rejection(**more))
    assert desk.run("search", "ask").lines[0].endswith(f"Acre Systems  {place}")


def test_no_word_is_refused(two: Desk) -> None:
    for words in ([], [" "]):
        ran = two.run("search", *words)
        assert (ran.code, ran.out) == (2, "")


@pytest.mark.parametrize("columns", [20, 50, 80])
def test_hits_fit_the_terminal(desk: Desk, columns: int) -> None:
    desk.save(
        rejection("東" * 100, rounds=[{"stage": "panel", "note": "silence " * 9}])
    )
    shown = desk.run("search", "silence", terminal=True, columns=columns).lines
    assert max(map(measure, shown)) <= columns
