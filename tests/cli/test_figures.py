"""Every figure on every page equals one counted by hand, whatever is asked for."""

import math
import re
from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

import pytest

from reflect_journal.model.days import format_month
from reflect_journal.model.terms import AREA_LABELS, STAGE_LABELS
from tests.cli.desk import Desk
from tests.insight import naive
from tests.insight.documents import STORED, Document, load_stored, write
from tests.insight.test_summary import approximately

pytestmark = pytest.mark.uncounted

Test: TypeAlias = Callable[[Document], bool]

DOCUMENTS = [one for path in STORED for one in load_stored(path)]
LINE = re.compile(r"- \*\*(.+?):\*\* (.*)")
EVERYTHING: tuple[tuple[str, ...], Test] = ((), lambda _: True)


def stages_of(one: Document) -> list[str]:
    reached = [one["stage_reached"]] if "stage_reached" in one else []
    return [*reached, *(each["stage"] for each in one.get("rounds", []))]


def touches_answers(one: Document) -> bool:
    named = [*one.get("sightings", []), *one.get("strengths", [])]
    words = [each.get("weak_spot", each.get("strength")) for each in named]
    rated = [
        review.get("rating")
        for each in one.get("rounds", [])
        for name, review in each.get("areas", {}).items()
        if name == "answers"
    ]
    return any(rated) or any(
        naive.WORDS.get(word, {}).get("area") == "answers" for word in words
    )


FILTERS: list[tuple[tuple[str, ...], Test]] = [
    EVERYTHING,
    (("--company", "TOOLS"), lambda one: "tools" in one["company"].lower()),
    (("--role", "engineer"), lambda one: "engineer" in one.get("role", "").lower()),
    (("--stage", "panel"), lambda one: "panel" in stages_of(one)),
    (("--since", "2026-06-18"), lambda one: one["rejected_on"] >= "2026-06-18"),
    (("--until", "2026-06-18"), lambda one: one["rejected_on"] <= "2026-06-18"),
    (("--tag", "Remote"), lambda one: "remote" in one.get("tags", [])),
    (
        ("--since", "6m", "--stage", "technical"),
        lambda one: (
            one["rejected_on"] >= "2026-05-22"
            and "technical-interview" in stages_of(one)
        ),
    ),
]
ONLY_CHOOSING: list[tuple[tuple[str, ...], Test]] = [
    (
        ("--spot", "rambling-answers"),
        lambda one: (
            "rambling-answers"
            in [each["weak_spot"] for each in one.get("sightings", [])]
        ),
    ),
    (("--area", "answers"), touches_answers),
]
"""What a report is made of; in a summary it narrows what is shown, not what counts."""


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = Desk(tmp_path_factory.mktemp("figures") / "desk")
    desk.save(*DOCUMENTS)
    return desk


def choose(test: Test) -> list[Document]:
    return [one for one in DOCUMENTS if test(one)]


def check_views(desk: Desk, asked: tuple[str, ...], left: list[Document]) -> None:
    """Check summary, its three views and what the page before an interview counts."""
    expected = approximately(naive.compute_summary(left))
    assert expected == drop_schema(desk.run("summary", *asked, "--json").json)

    spots = expected["weak_spots"]
    agreements = ("common-ground", "blind-spot", "my-guess")
    by_who = [
        {
            "agreement": agreement,
            "weak_spots": [one for one in spots if one["agreement"] == agreement],
        }
        for agreement in agreements
    ]
    by = {
        "stage": {"groups": approximately(naive.group_by_stage(left))},
        "month": {"groups": naive.group_by_month(left)},
        "who": {"groups": by_who, "disputed": naive.list_disputed(left)},
    }
    for view, groups in by.items():
        answer = desk.run("summary", *asked, "--by", view, "--json").json
        assert answer["by"] == view
        assert groups == {key: answer[key] for key in groups}


def drop_schema(answer: Document) -> Document:
    return {key: value for key, value in answer.items() if key != "schema"}


def check_report(desk: Desk, asked: tuple[str, ...], left: list[Document]) -> None:
    shown = desk.run("report", "-", "--markdown", *asked).out.partition("## The refl")[
        0
    ]
    expected = tell_tables(left)
    assert {caption: rows for caption, rows in expected.items() if rows} == (
        read_tables(shown.splitlines())
    )
    for sentence in tell_around(naive.compute_summary(left)):
        assert f"\n{sentence}\n" in shown


def read_tables(lines: Iterable[str]) -> dict[str, list[tuple[str, str]]]:
    """Give the rows below each caption."""
    tables: dict[str, list[tuple[str, str]]] = {}
    caption = ""
    for line in lines:
        row = LINE.match(line)
        if row:
            tables[caption].append((row[1].replace("\\", ""), row[2].split("; ")[0]))
        elif line.startswith("**"):
            caption = line.strip("*")
            tables[caption] = []
    return tables


def tell_tables(left: list[Document]) -> dict[str, list[tuple[str, str]]]:
    summary: Any = naive.compute_summary(left)
    told = [one for one in summary["weak_spots"] if one["id"] != "no-reason-given"]

    def tell(spots: list[Document]) -> list[tuple[str, str]]:
        return [
            (one["label"], count(one["seen_in"], one["looked_at_in"])) for one in spots
        ]

    def agree(agreement: str) -> list[tuple[str, str]]:
        return tell([one for one in told if one["agreement"] == agreement])

    return {
        "Strengths that were noted": tell(summary["strengths"]),
        "Weak spots that were noted": [
            (
                one["label"],
                count(one["seen_in"], one["looked_at_in"])
                if one["looked_at_in"]
                else f"named in {one['also_named_in']}",
            )
            for one in told
        ],
        "Common ground: two or more kinds of voices": agree("common-ground"),
        "Others said it, you did not": agree("blind-spot"),
        "Your own view": agree("my-guess"),
        "Seen differently": [
            (AREA_LABELS[one["area"]], count(one["count"], one["of"]))
            for one in naive.list_disputed(left)
        ],
        "Where processes ended": [
            (STAGE_LABELS[one["stage"]], count(one["ended_here"], one["reached"]))
            for one in naive.group_by_stage(left)
        ],
        "Month by month": [
            (
                format_month(one["month"]),
                f"{one['reflections']} reflection{'s' * (one['reflections'] != 1)}",
            )
            for one in naive.group_by_month(left)
        ],
    }


def count(seen_in: int, of: int) -> str:
    return f"{seen_in} of {of}"


def tell_around(summary: Any) -> list[str]:
    """Give the sentences about talks, fit, plans and what is in other hands."""
    balance, fit, plans = summary["balance"], summary["fit"], summary["plans"]
    talks = sum(balance.values())
    sentences = []
    tilted = [
        f"{words} in {count(balance[key], talks)}"
        for key, words in (
            ("too-technical", "too technical"),
            ("too-little-technical", "not technical enough"),
        )
        if balance[key]
    ]
    if talks >= 3 and tilted:
        sentences.append(f"Talks: {', '.join(tilted)}.")
    wanted = [
        f"{words} in {count(fit[side]['wanted'], fit[side]['of'])}"
        for side, words in (
            ("role", "the work itself was what you want"),
            ("culture", "the people and the pace would have suited you"),
        )
        if fit[side]["of"] >= 3
    ]
    if wanted:
        sentences.append(f"Fit: {', '.join(wanted)}.")
    if plans["tried"]:
        tried = count(plans["tried"], plans["made"])
        sentences.append(f"Plans: {tried} tried, {plans['helped']} of these helped.")
    outside, unsaid = summary["outside_control"], summary["no_reason"]
    last = f"Not in your hands: {count(outside['seen_in'], outside['of'])}."
    if unsaid["seen_in"]:
        reason = count(unsaid["seen_in"], unsaid["of"])
        last += f" No real reason given: {reason}, worth asking."
    return [*sentences, last]


@pytest.mark.parametrize(
    ("asked", "test"), FILTERS, ids=["-".join(asked) or "all" for asked, _ in FILTERS]
)
def test_figures_are_those_of_what_was_asked_for(
    stored: Desk, asked: tuple[str, ...], test: Test
) -> None:
    left = choose(test)
    assert left
    check_views(stored, asked, left)
    check_report(stored, asked, left)


@pytest.mark.parametrize(("asked", "test"), ONLY_CHOOSING, ids=["spot", "area"])
def test_a_report_holds_only_what_was_chosen(
    stored: Desk, asked: tuple[str, ...], test: Test
) -> None:
    left = choose(test)
    assert 0 < len(left) < len(DOCUMENTS)
    check_report(stored, asked, left)


def test_an_area_narrows_a_view_and_changes_no_count(stored: Desk) -> None:
    everything = approximately(naive.compute_summary(DOCUMENTS))
    wanted = [one for one in everything["weak_spots"] if one["area"] == "answers"]
    assert wanted
    answer = stored.run("summary", "--area", "answers", "--json").json
    assert wanted == answer["weak_spots"]
    groups = stored.run("summary", "--by", "who", "--area", "answers", "--json").json
    assert len(wanted) == sum(len(one["weak_spots"]) for one in groups["groups"])
    spot = stored.run("summary", "--spot", wanted[0]["id"], "--json").json
    assert wanted[:1] == spot["weak_spots"]


SMALL = {
    "none": [],
    "one": [write(1, "rambling-answers")],
    "one with facts": [write(1, "rambling-answers", form="facts")],
    "short ones": [
        write(day, "visible-nerves", form="quick", stage_reached="panel")
        for day in range(4)
    ],
    "ties": [
        write(1, "visible-nerves", "rambling-answers", company="Acre"),
        write(1, "rambling-answers", "visible-nerves", company="Bolt"),
        write(1, "pay-mismatch", "knowledge-gap", company="Coil"),
    ],
}


@pytest.mark.parametrize("name", SMALL)
def test_figures_of_a_small_journal(desk: Desk, name: str) -> None:
    documents = SMALL[name]
    if documents:
        desk.save(*documents)
    check_views(desk, (), documents)
    check_report(desk, (), documents)


def test_what_is_deleted_counts_nowhere(desk: Desk) -> None:
    documents = load_stored(STORED[1])
    desk.save(*documents)
    for company in ("Harbour Analytics", "Lindqvist Freight"):
        assert desk.run("delete", company, "--yes").code == 0
        documents = [one for one in documents if one["company"] != company]
    check_views(desk, (), documents)
    check_report(desk, (), documents)
    shown = "".join(
        desk.run(*view).out
        for view in (
            ("summary", "--all"),
            ("summary", "--spot", "rambling-answers"),
            ("prep",),
            ("report", "-"),
            ("report", "-", "--redact"),
            ("list",),
        )
    )
    assert "Harbour" not in shown
    assert "Lindqvist" not in shown
    assert "Company 13" not in shown
    check_prep(desk, "", documents)


@pytest.mark.parametrize("stage", ["", "technical-interview"])
def test_what_prep_counts_is_counted_by_hand(stored: Desk, stage: str) -> None:
    check_prep(stored, stage, choose(lambda one: stage in ("", *stages_of(one))))


def check_prep(desk: Desk, stage: str, left: list[Document]) -> None:
    asked = ("--stage", stage) if stage else ()
    answer = desk.run("prep", *asked, "--json").json
    summary: Any = naive.compute_summary(left)
    seen = [one for one in summary["strengths"] if one["seen_in"]]
    assert answer["strengths"] == seen[:5]
    assert answer["reflections"] == len(left)
    ratings = [
        rating
        for one in left
        for each in one.get("rounds", [])
        if stage in ("", each["stage"])
        and (rating := each.get("areas", {}).get("preparation", {}).get("rating"))
    ]
    assert answer["steps"] == [
        {"seen_in": sum(one >= step for one in ratings), "of": len(ratings)}
        for step in range(1, 6)
    ]


def test_how_sure_one_can_be_is_counted_by_hand(stored: Desk) -> None:
    shown = stored.run("summary", "--by", "stage").out
    report = stored.run("report", "-", "--markdown").out
    for one in naive.group_by_stage(DOCUMENTS):
        counted = count(one["ended_here"], one["reached"])
        sure = "too few to tell"
        if one["interval"]:
            low, high = one["interval"]
            tenths = f"{math.floor(low * 10)} and {math.ceil(high * 10)} in 10"
            sure = f"roughly between {tenths}"
        label = STAGE_LABELS[one["stage"]]
        assert re.search(rf"^  {label} +{counted} +{sure}$", shown, re.MULTILINE)
        assert f"- **{label}:** {counted}; {sure}\n" in report
