"""What `docs/advice.md` says is put to work is put to work, from the first key on."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest

from reflect_journal.model.vocabulary import load_built_in
from scripts.make_docs import EXAMPLE, House, move_in

pytestmark = pytest.mark.uncounted

WHAT_WORKED = "The printer question: I asked what had changed."
MOMENT = "They asked about escalation and I described our ticket system."
ANSWER_NOW = "After twenty minutes without a new idea."
THEIR_WORDS = ("Dear you,", "", "tell us more of your own part.  Not 'we'.")

FACTS = ("3 flat", "Larkfield Systems", "Support engineer", "yesterday", "8", "1")
WORKED = (WHAT_WORKED, "rapport", "")
REPLAY = (MOMENT, "When do you escalate?", "4", ANSWER_NOW)
LOOKS = ("4", "2", "4", "3", "?", "1")
ANSWERS = ("Ask back before I answer.", "2")
PEOPLE = ("Look up when somebody turns a page.", "0")
EARLIER = ("2", "The printer story; next time ask who sits on the panel.")
AROUND = ("3 4", "1", "1", "4", "2")
THEIR_SIDE = ("2", *THEIR_WORDS, ".", "2", "own part", "1", "")
SORTING = ("3", "")
CLOSING = ("You fixed their printer.", "", "they ask back", "", "breathe once", "")
EVENING = (
    *FACTS,
    *WORKED,
    *REPLAY,
    *LOOKS,
    *ANSWERS,
    *PEOPLE,
    *EARLIER,
    *AROUND,
    *THEIR_SIDE,
    *SORTING,
    *CLOSING,
)
QUICK = ("2", "Larkfield Systems", "", "4", WHAT_WORKED, "", "Ask back.", "n", "")


@dataclass(frozen=True)
class Evening:
    """What a terminal showed of a whole interview, and what was saved."""

    shown: str
    saved: dict[str, Any]
    status: list[str]
    listed: list[str]
    markdown: list[str]


@cache
def spend_evening() -> Evening:
    with move_in() as house:
        return Evening(
            reflect(house, *EVENING),
            read_last(house),
            house.run("reflect"),
            house.run("reflect list"),
            house.run("reflect show last --markdown"),
        )


@pytest.fixture
def evening() -> Evening:
    return spend_evening()


@pytest.fixture
def house() -> Iterator[House]:
    with move_in() as one:
        yield one


def reflect(house: House, *typed: str, form: str = "") -> str:
    return "\n".join(house.run(f"reflect new {form} --plain", typed))


def read(house: House, command: str) -> Any:
    return json.loads("\n".join(house.run(f"reflect {command} --json")))


def read_last(house: House) -> Any:
    return read(house, "show last")["reflection"]


def summarise_example(house: House) -> Any:
    house.run(f"reflect new --from {EXAMPLE}")
    return read(house, "summary")


def test_the_first_question_is_how_much_it_hurts_and_a_five_suggests_facts_only(
    house: House,
) -> None:
    shown = reflect(house, "5", "", "Larkfield Systems", "", "", "", "", ".", "")

    assert shown.index("How much does it hurt") < shown.index("Which company")
    assert "Suggested: only the facts now" in shown
    assert read_last(house)["form"] == "facts"


def test_after_a_hard_evening_nothing_more_is_asked_for(house: House) -> None:
    shown = reflect(house, "4", *EVENING[1:])

    assert "Enough for tonight." in shown


def test_a_short_form_takes_eight_questions(house: House) -> None:
    shown = reflect(house, *QUICK, form="--quick")

    assert "eight questions" in shown
    assert "Saved: Larkfield Systems" in shown


def test_what_worked_is_asked_before_anything_that_did_not(evening: Evening) -> None:
    shown = evening.shown

    worked = shown.index("Which moment went well, and what did you do")
    assert worked < shown.index("Which moment would you like to play again")
    assert worked < shown.index("Preparation. What did you have")
    assert evening.saved["what_worked"] == WHAT_WORKED


def test_after_an_application_alone_the_question_is_what_to_change_in_it(
    house: House,
) -> None:
    shown = reflect(house, *FACTS[:4], "1", "1", "The letter.", "", "The CV.", ":quit")

    assert "If you opened CV and letter again" in shown
    assert "Preparation. What did you have" not in shown


def test_preparation_is_asked_as_what_was_done(evening: Evening) -> None:
    shown = evening.shown

    assert "1 the job ad\n2 plus the company" in shown
    (*_, talk) = evening.saved["rounds"]
    assert talk["areas"]["preparation"] == {"rating": 4}


def test_a_question_that_went_wrong_gets_its_depth_and_a_better_answer(
    evening: Evening,
) -> None:
    (*_, talk) = evening.saved["rounds"]
    assert talk["questions"] == [
        {
            "asked": "When do you escalate?",
            "depth": "off-target",
            "next_time": ANSWER_NOW,
        }
    ]


def test_a_question_that_came_by_surprise_can_be_kept(house: House) -> None:
    shown = reflect(house, *FACTS, *WORKED, "", "Why us?", "5", ANSWER_NOW, ":quit")

    assert "Did one of their questions surprise you?" in shown
    assert "What would you answer now?" in shown


def test_five_looks_go_over_the_talk_and_cannot_tell_is_an_answer(
    evening: Evening,
) -> None:
    (*_, talk) = evening.saved["rounds"]
    assert list(talk["areas"]) == [
        "preparation",
        "answers",
        "technical",
        "soft-skills",
        "body-language",
    ]
    assert talk["areas"]["body-language"] == {}


def test_at_most_two_low_areas_are_gone_into_as_next_time_how(house: House) -> None:
    shown = reflect(house, *FACTS, *WORKED, *REPLAY, *("1",) * 5, "2", "", ":quit")

    assert "Which one or two do you want to look at?" in shown
    assert "Next time, how? One thing you would do." in shown


def test_whether_the_talk_was_too_technical_is_asked(evening: Evening) -> None:
    shown = evening.shown

    assert "People side. Could they see how you work with others?" in shown
    assert evening.saved["rounds"][-1]["balance"] == "too-technical"


def test_earlier_stages_get_a_line_of_their_own(evening: Evening) -> None:
    first, last = evening.saved["rounds"]
    assert first == {"stage": "recruiter-screen", "note": EARLIER[1]}
    assert last["stage"] == "panel"


def test_small_things_have_short_lists_of_their_own(evening: Evening) -> None:
    shown = evening.shown

    assert "2 clothes, looks\n3 being late, technology, follow-up" in shown
    seen = {one["weak_spot"] for one in evening.saved["sightings"]}
    assert seen >= {"late-arrival", "visible-nerves"}


def test_fit_is_asked_apart_from_ability(evening: Evening) -> None:
    shown = evening.shown

    assert "Skills aside: is that work what you want to do?" in shown
    assert evening.saved["fit"] == {"role": 4, "culture": 2}


def test_how_the_no_came_is_asked_and_silence_is_one_of_the_ways(house: House) -> None:
    shown = reflect(house, *FACTS[:5], "5", ":quit")

    assert "4 portal, 5 silence" in shown


def test_a_standard_phrase_is_no_reason(house: House) -> None:
    shown = reflect(house, *QUICK, form="--quick")

    assert "a standard phrase" in shown
    (sighting,) = read_last(house)["sightings"]
    assert sighting["weak_spot"] == "no-reason-given"


def test_their_words_are_kept_to_the_letter_and_asked_for_after_the_own_view(
    evening: Evening,
) -> None:
    shown = evening.shown

    assert shown.index("Body language: eyes") < shown.index("Their words, as exactly")
    assert evening.saved["their_words"] == "\n".join(THEIR_WORDS)


def test_what_others_said_is_filed_under_a_word_and_stays_theirs(
    evening: Evening,
) -> None:
    theirs = [one for one in evening.saved["sightings"] if one["by"] != "self"]
    assert theirs == [
        {
            "weak_spot": "impact-unclear",
            "by": "interviewer",
            "basis": "said",
            "stage": "panel",
        }
    ]


def test_a_sentence_about_the_whole_person_leads_to_a_moment(house: House) -> None:
    shown = reflect(house, "3 I am useless", "The silence.", ":quit")

    assert "Which moment made you think it?" in shown


def test_a_sentence_that_speaks_of_danger_names_people_to_call(house: House) -> None:
    shown = reflect(house, "5 I want to end my life", "")

    assert "call someone you trust" in shown
    assert "Which company" not in shown


def test_weak_spots_are_sorted_into_what_is_mine_to_change(evening: Evening) -> None:
    shown = evening.shown

    assert "Which of these are yours to change?" in shown
    sorted_otherwise = {
        one["weak_spot"]: one["changeable"]
        for one in evening.saved["sightings"]
        if "changeable" in one
    }
    assert sorted_otherwise == {"visible-nerves": "not-at-all"}


def test_what_one_would_tell_a_friend_is_asked(evening: Evening) -> None:
    assert evening.saved["friend_words"] == CLOSING[0]


def test_one_plan_with_its_obstacle_ends_the_evening_and_is_shown_until_tried(
    evening: Evening,
) -> None:
    shown = evening.shown

    assert "Next: Ask back before I answer." in shown
    assert evening.saved["plan"]["obstacle"] == "breathe once"
    plan = "Open plan: if they ask back, Ask back before I answer."
    assert plan in evening.status


def test_the_plan_of_last_time_is_asked_about(house: House) -> None:
    reflect(house, *EVENING)

    shown = reflect(house, *EVENING[:-5], "2", "1", "", "", "")

    assert "Last time you planned: if they ask back" in shown
    (older,) = [
        one["id"]
        for one in read(house, "list")["reflections"]
        if "tried" in read(house, f"show {one['id']}")["reflection"].get("plan", {})
    ]
    plan = read(house, f"show {older}")["reflection"]["plan"]
    assert (plan["tried"], plan["helped"]) == ("partly", "yes")


def test_the_list_shows_the_lesson_and_not_the_fault(evening: Evening) -> None:
    assert "Ask back before I answer." in evening.listed[0]


def test_reflect_alone_names_what_waits(house: House) -> None:
    reflect(house, *FACTS, ":quit")

    assert "reflect continue" in house.run("reflect")[0]


def test_the_summary_gives_something_to_do_for_what_keeps_coming_back(
    house: House,
) -> None:
    summarise_example(house)

    shown = "\n".join(house.run("reflect summary"))

    exercise = load_built_in().weak_spots["rambling-answers"].exercise
    assert f"Next: {exercise}" in " ".join(shown.split())


def test_the_summary_tells_what_only_others_saw_and_where_views_agree(
    house: House,
) -> None:
    spots = summarise_example(house)["weak_spots"]

    agreement = {one["id"]: one["agreement"] for one in spots}
    assert agreement["impact-unclear"] == "blind-spot"
    assert agreement["rambling-answers"] == "common-ground"


def test_the_summary_counts_what_nobody_can_change_and_missing_reasons_apart(
    house: House,
) -> None:
    summary = summarise_example(house)

    assert summary["outside_control"]["seen_in"] > 0
    assert "worth asking" in "\n".join(house.run("reflect summary"))


def test_only_what_is_in_nobodys_hands_has_no_exercise() -> None:
    for spot in load_built_in().weak_spots.values():
        assert bool(spot.closing) == (spot.changeable == "not-at-all")
        assert bool(spot.exercise) == (spot.changeable != "not-at-all")


def test_a_reflection_can_be_handed_to_somebody_as_markdown(evening: Evening) -> None:
    assert evening.markdown[0].startswith("# Larkfield")


def test_the_page_before_an_interview_holds_own_words(house: House) -> None:
    reflect(house, *EVENING)

    shown = " ".join("\n".join(house.run("reflect prep --stage panel")).split())

    assert f"{WHAT_WORKED} (Larkfield Systems," in shown
    assert "To take along Ask back before I answer. (Larkfield Systems," in shown
    assert f"They asked When do you escalate? answer now {ANSWER_NOW}" in shown


def test_what_was_missing_becomes_what_to_prepare(house: House) -> None:
    reflect(house, *EVENING)

    shown = house.run("reflect prep")

    assert "  practice aloud: done in 0 of 1 talks" in shown
    steps = read(house, "prep")["steps"]
    assert [one["seen_in"] for one in steps] == [1, 1, 1, 1, 0]


def test_prep_is_about_the_talk_that_comes(house: House) -> None:
    house.run(f"reflect new --from {EXAMPLE}")

    asked = [one["about"] for one in read(house, "prep --stage panel")["answers"]]

    assert asked == ["Tell us about a pipeline that failed"]


def test_stages_show_where_processes_ended(house: House) -> None:
    house.run(f"reflect new --from {EXAMPLE}")

    shown = house.run("reflect summary --by stage")

    assert "  first call    2 of 6  roughly between 0 and 8 in 10" in shown


def test_the_summary_adds_up_whether_the_work_was_wanted(house: House) -> None:
    assert summarise_example(house)["fit"]["role"] == {"wanted": 7, "of": 11}


def test_the_one_next_step_is_the_same_everywhere(house: House) -> None:
    house.run(f"reflect new --from {EXAMPLE}")

    (step, *_) = house.run("reflect")

    assert step.endswith("reflect continue")
    assert house.run("reflect summary")[-1] == step
    assert step in house.run("reflect report - --markdown")


def test_a_page_for_a_coach_holds_no_name(house: House) -> None:
    house.run(f"reflect new --from {EXAMPLE}")

    shown = "\n".join(house.run("reflect report - --redact"))

    assert "Went on too long" in shown
    assert "Harbour" not in shown
