"""`reflect summary`: k of n, and not one word more than the data holds."""

import re
from typing import Any

import pytest

from reflect_journal.terminal.lines import measure
from tests.cli.desk import Desk, rejection

KEYS = [
    *("schema", "reflections", "facts_only", "enough", "weak_spots", "strengths"),
    *("outside_control", "no_reason", "balance", "stages", "fit", "plans"),
]
SPOT_KEYS = {
    *("id", "label", "area", "changeable", "seen_in", "looked_at_in"),
    *("also_named_in", "rate", "interval", "verdict", "trend", "recent", "earlier"),
    *("lately", "agreement", "sources", "weight", "first_seen_on", "last_seen_on"),
    "exercise",
}
UNSAYABLE = re.compile(r"\b(because|reason for|leads to|chance)\b|%", re.IGNORECASE)


def rambling(number: int) -> list[dict[str, Any]]:
    spot = {"weak_spot": "rambling-answers", "by": "recruiter", "basis": "said"}
    return [
        rejection(f"Company {at}", rejected_on=f"2026-0{at + 1}-01", sightings=[spot])
        for at in range(number)
    ]


def test_json_has_every_key_of_the_contract(example: Desk) -> None:
    answer = example.run("summary", "--json").json
    assert list(answer) == KEYS
    assert answer["schema"] == "reflect/summary@1"
    for spot in answer["weak_spots"]:
        assert spot.keys() == SPOT_KEYS
        assert spot["recent"].keys() == {"seen_in", "looked_at_in"}
        assert spot["earlier"].keys() == {"seen_in", "looked_at_in"}
        low, high = spot["interval"]
        assert 0 <= low <= spot["rate"] <= high <= 1
    strength_keys = {"id", "label", "area", "seen_in", "looked_at_in", "sources"}
    for strength in answer["strengths"]:
        assert strength.keys() == strength_keys
    assert answer["outside_control"].keys() == {"seen_in", "of"}
    assert answer["no_reason"].keys() == {"seen_in", "of"}
    balances = {"too-technical", "right", "too-little-technical"}
    assert answer["balance"].keys() == balances
    for stage in answer["stages"]:
        assert stage.keys() == {"stage", "ended_here"}


@pytest.mark.uncounted
@pytest.mark.parametrize("columns", [30, 50, 80, 120])
@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--all"],
        ["--area", "answers"],
        ["--spot", "rambling-answers"],
        ["--spot", "risky-remark"],
        ["--since", "3m"],
        ["--company", "harbour"],
    ],
)
def test_lines_fit_and_claim_nothing(
    example: Desk, columns: int, arguments: list[str]
) -> None:
    ran = example.run("summary", *arguments, terminal=True, columns=columns)
    assert (ran.code, ran.err) == (0, "")
    assert max(map(measure, ran.lines)) <= columns
    assert UNSAYABLE.findall(ran.out) == []


def test_what_works_comes_before_what_keeps_coming_back(example: Desk) -> None:
    shown = example.run("summary").out
    works, back = shown.index("What works\n"), shown.index("What keeps coming back\n")
    assert works < back < shown.index("they show what was noticed")
    assert "Went on too long        8 of 12" in shown
    assert "in 10." in shown


def test_counts_stand_below_each_other(example: Desk) -> None:
    shown = example.run("summary").lines
    counts = [
        one.index(" of ") for one in shown if re.match(r"  \d .+  \d+ of \d+", one)
    ]
    assert len(counts) == 3
    assert len(set(counts)) == 1


def test_all_shows_what_was_noted_once(example: Desk) -> None:
    spots = example.run("summary", "--json").json["weak_spots"]
    shown = example.run("summary", "--all").out
    assert [spot["label"] for spot in spots if spot["label"] not in shown] == []
    assert "once" in shown


def test_fewer_than_three_are_too_few(desk: Desk) -> None:
    desk.save(*rambling(2), rejection("Facts", form="facts"))
    assert desk.run("summary").out == (
        "3 reflections (1 with only facts): too few to speak of anything that keeps\n"
        "coming back.\n\n"
        "What you noted: Went on too long (Company 0, Company 1).\n\n"
        "More of it can be told: Facts: reflect continue\n"
    )
    answer = desk.run("summary", "--json").json
    assert (answer["enough"], answer["facts_only"]) == (False, 1)
    shown = desk.run("summary", "--spot", "rambling-answers").out
    assert "2 of 2, too few to tell" in shown
    assert "keeps" not in shown


def test_too_few_tell_what_worked_first_and_a_company_once(desk: Desk) -> None:
    noted = ["rambling-answers", "impact-unclear", "no-reason-given"]
    outside = {"weak_spot": "experience-gap", "changeable": "not-at-all"}
    desk.save(
        rejection(
            sightings=[*({"weak_spot": one} for one in noted), outside],
            strengths=[{"strength": "solid-knowledge"}],
        )
    )
    count, blank, *told = desk.run("summary", "--plain").lines
    assert (count[:12], blank) == ("1 reflection", "")
    assert told == [
        "What worked: Solid knowledge.",
        "What you noted: Own part not clear, Went on too long.",
        "Not in your hands: Too little experience yet.",
    ]
    desk.save(rejection("Brook", sightings=[{"weak_spot": "question-not-answered"}]))
    assert desk.run("summary", "--plain").lines[3] == (
        "What you noted: Own part not clear, Went on too long (Acre Systems); "
        "Missed the question (Brook)."
    )


def test_a_few_times_is_no_coming_back(desk: Desk) -> None:
    desk.save(*rambling(3), *(rejection(f"More {one}") for one in range(2)))
    seen = [{"weak_spot": "impact-unclear", "by": "recruiter"}]
    desk.save(*(rejection(f"Other {one}", sightings=seen) for one in range(2)))
    shown = desk.run("summary").out
    back, few = (
        shown.index("What keeps coming back"),
        shown.index("came up a few times"),
    )
    assert back < shown.index("1 Went on too long") < few
    assert few < shown.index("2 Own part not clear")
    assert "7 means roughly" in shown[few:]


def test_an_empty_journal_and_an_empty_choice_are_no_errors(desk: Desk) -> None:
    assert desk.run("summary").err.startswith("Nothing here yet.")
    desk.save(rejection())
    ran = desk.run("summary", "--company", "nobody")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith("No reflection fits that.")
    assert desk.run("summary", "--company", "nobody", "--json").json["reflections"] == 0


def test_area_and_spot_narrow_findings_and_leave_the_counts(example: Desk) -> None:
    whole = example.run("summary", "--json").json
    area = example.run("summary", "--area", "answers", "--json").json
    expected = [spot for spot in whole["weak_spots"] if spot["area"] == "answers"]
    assert area["weak_spots"] == expected
    assert area["reflections"] == whole["reflections"]
    spot = example.run("summary", "--spot", "impact-unclear", "--json").json
    assert [one["id"] for one in spot["weak_spots"]] == ["impact-unclear"]


def test_a_spot_is_shown_with_where_and_who(example: Desk) -> None:
    shown = example.run("summary", "--spot", "rambling-answers").out
    assert "20 Nov 2026  Harbour Analytics, you saw it: six minutes" in shown
    assert "recruiter said it: well past the slot, twice" in " ".join(shown.split())


def test_a_date_that_is_none_stops_no_summary(desk: Desk) -> None:
    desk.save(*rambling(4))
    content = desk.log.read_text(encoding="utf-8").replace("2026-01-01", "a Monday")
    desk.log.write_text(content, encoding="utf-8")
    ran = desk.run("summary")
    assert ran.code == 0
    assert ran.lines[0] == "4 reflections, Feb to Apr 2026"


def test_own_words_and_weights_count(desk: Desk) -> None:
    desk.config.write_text(
        '[[weak_spots]]\nid = "own-spot"\nlabel = "Sprach zu leise größer"\n'
        'area = "answers"\nchangeable = "soon"\nexercise = "Speak up."\n'
        "[weights]\nself = 9\n",
        encoding="utf-8",
    )
    own = {"weak_spot": "own-spot"}
    desk.save(*[{**one, "sightings": [*one["sightings"], own]} for one in rambling(3)])
    first, second = desk.run("summary", "--json").json["weak_spots"]
    assert (first["id"], first["weight"]) == ("own-spot", 27)
    assert second["id"] == "rambling-answers"
    assert "Sprach zu leise größer" in desk.run("summary").out


@pytest.mark.uncounted
@pytest.mark.parametrize("columns", [50, 80, 120])
@pytest.mark.parametrize("view", ["stage", "month", "who"])
def test_each_view_fits_and_claims_nothing(
    example: Desk, view: str, columns: int
) -> None:
    ran = example.run("summary", "--by", view, terminal=True, columns=columns)
    assert (ran.code, ran.err) == (0, "")
    assert max(map(measure, ran.lines)) <= columns
    assert UNSAYABLE.findall(ran.out) == []


def test_by_stage_tells_how_many_came_there_and_ended_there(example: Desk) -> None:
    assert "  technical     3 of 5  roughly between" in (
        example.run("summary", "--by", "stage").out
    )
    answer = example.run("summary", "--by", "stage", "--json").json
    assert list(answer) == ["schema", "by", "groups"]
    keys = {"stage", "reached", "ended_here", "rate", "interval"}
    assert all(one.keys() == keys for one in answer["groups"])


def test_by_month_has_every_reflection_once(example: Desk) -> None:
    answer = example.run("summary", "--by", "month", "--json").json
    assert sum(one["reflections"] for one in answer["groups"]) == 14
    shown = example.run("summary", "--by", "month").out
    assert "  Mar 2026  2 reflections  2 talks  ==\n" in shown
    assert "=" not in example.run("summary", "--by", "month", "--plain").out


def test_by_month_names_the_rest_with_all(example: Desk) -> None:
    shown = example.run("summary", "--by", "month").out
    everything = example.run("summary", "--by", "month", "--all").out
    assert ", 1 more\n" in shown
    assert "All of it: reflect summary --by month --all" in shown
    assert "more (--all)" not in everything


def test_by_who_tells_common_ground_from_blind_spots(example: Desk) -> None:
    answer = example.run("summary", "--by", "who", "--json").json
    assert list(answer) == ["schema", "by", "groups", "disputed", "wants", "opposites"]
    shown = example.run("summary", "--by", "who").out
    common, others = shown.index("Common ground"), shown.index("Others said it")
    assert common < shown.index("Went on too long") < others
    assert others < shown.index("Own part not clear") < shown.index("Your own view")
    assert "  Answers         3 of 5\n" in shown
    assert "reflect summary --by who --all" in shown


def test_a_view_of_nothing_says_so(desk: Desk) -> None:
    assert desk.run("summary", "--by", "who").err.startswith("Nothing here yet.")
    desk.save(rejection())
    assert "No stage was noted." in desk.run("summary", "--by", "stage").out
    shown = desk.run("summary", "--by", "who").out
    assert "Nothing noted." in shown
    assert "Nothing to compare yet." in shown


@pytest.mark.parametrize(
    "arguments",
    [
        ["--by", "year"],
        ["--by", "who", "--spot", "rambling-answers"],
        ["--by", "stage", "--all"],
        ["--by", "stage", "--area", "answers"],
    ],
)
def test_a_view_that_cannot_be_is_refused(desk: Desk, arguments: list[str]) -> None:
    ran = desk.run("summary", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("--by: ")


def test_what_talks_fit_and_plans_show_has_a_line_each(example: Desk) -> None:
    shown = example.run("summary").out
    assert "Talks: too technical in 3 of 9, not technical enough in 1 of 9.\n" in shown
    assert "Fit: the work itself was what you want in 7 of 11," in shown
    assert "Plans: 8 of 10 tried, 5 of these helped.\n" in shown


def test_one_weak_spot_brings_its_plans_and_whether_they_helped(desk: Desk) -> None:
    plan = {"cue": "If they ask", "action": "stop.", "weak_spot": "rambling-answers"}
    tried = plan | {"tried": "partly", "helped": "unclear"}
    desk.save(
        rejection(rejected_on="2026-03-01", plan=tried),
        rejection(rejected_on="2026-04-01", plan=plan),
        rejection(rejected_on="2026-05-01", plan=plan | {"weak_spot": "bluffing"}),
    )
    shown = desk.run("summary", "--spot", "rambling-answers").out
    assert shown.partition("Plans\n")[2].splitlines()[:2] == [
        "   1 Apr 2026  if they ask, stop: open",
        "   1 Mar 2026  if they ask, stop: tried in part, unclear whether it helped",
    ]
