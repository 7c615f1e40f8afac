"""From what somebody types to the document that is saved."""

from typing import Any

import pytest

from reflect_journal.interview.session import Session, Surroundings
from tests.interview.people import PLAN, TODAY, VOCABULARY, Lines, hold, thaw

FACTS = {
    "sting": "4 flat, tired",
    "company": "Harbour Analytics",
    "role": "Data engineer",
    "date": "yesterday",
    "stage": "8",
    "ending": "1",
}
EVERYTHING: Lines = {
    **FACTS,
    "what_worked": "The schema question: I drew the tables first.",
    "strengths": ["solid", "", "2"],
    "moment": "The pipeline story. I talked for six minutes.",
    "asked": "Tell us about a pipeline that failed",
    "depth": "3",
    "answer_now": "Result first, then two steps, then stop.",
    "rating:preparation": "4",
    "rating:answers": "2",
    "rating:technical": "4",
    "rating:soft-skills": "3",
    "rating:body-language": "?",
    "balance": "1",
    "next:answers": "Result first, then two steps.",
    "spots:answers": "1 10",
    "other:answers": "No pauses",
    "next:soft-skills": "Ask one thing back.",
    "spots:soft-skills": "0",
    "earlier": "2, 5",
    "round:recruiter-screen": "Warm; ask about pay",
    "round:technical-interview": "Solved it; say more aloud",
    "around": "5",
    "around:fit": "1",
    "fit:role": "4",
    "fit:culture": "?",
    "reason": "2",
    "their_words": "Dear Kim,\n\nwe went with someone else.",
    "speaker": "2",
    "their_spots": ["impact-unclear", ""],
    "sorting": ["1", ""],
    "friend_words": "One long answer. They still liked your schema.",
    "lesson": "Lead with the result.",
    "cue": "they ask for an example",
    "action": "say the result first",
    "obstacle": "nerves: breathe once",
}
FULL: dict[str, Any] = {
    "form": "full",
    "company": "Harbour Analytics",
    "role": "Data engineer",
    "rejected_on": "2026-11-20",
    "stage_reached": "panel",
    "decided_by": "company",
    "heard_by": "email",
    "their_words": "Dear Kim,\n\nwe went with someone else.",
    "sting": 4,
    "feeling": "flat, tired",
    "what_worked": "The schema question: I drew the tables first.",
    "moment": "The pipeline story. I talked for six minutes.",
    "rounds": [
        {"stage": "recruiter-screen", "note": "Warm; ask about pay"},
        {"stage": "technical-interview", "note": "Solved it; say more aloud"},
        {
            "stage": "panel",
            "balance": "too-technical",
            "areas": {
                "preparation": {"rating": 4},
                "answers": {
                    "rating": 2,
                    "next_time": "Result first, then two steps.",
                    "note": "No pauses",
                },
                "technical": {"rating": 4},
                "soft-skills": {"rating": 3, "next_time": "Ask one thing back."},
                "body-language": {},
            },
            "questions": [
                {
                    "asked": "Tell us about a pipeline that failed",
                    "depth": "too-long",
                    "next_time": "Result first, then two steps, then stop.",
                }
            ],
        },
    ],
    "sightings": [
        {
            "weak_spot": "rambling-answers",
            "by": "self",
            "basis": "seen",
            "stage": "panel",
            "changeable": "slowly",
        },
        {
            "weak_spot": "experience-gap",
            "by": "self",
            "basis": "seen",
            "stage": "panel",
        },
        {
            "weak_spot": "impact-unclear",
            "by": "interviewer",
            "basis": "said",
            "stage": "panel",
        },
    ],
    "strengths": [{"strength": "solid-knowledge", "by": "self", "basis": "seen"}],
    "fit": {"role": 4},
    "friend_words": "One long answer. They still liked your schema.",
    "lesson": "Lead with the result.",
    "plan": {
        "cue": "they ask for an example",
        "action": "say the result first",
        "weak_spot": "impact-unclear",
        "obstacle": "nerves: breathe once",
    },
}


def test_a_whole_interview_becomes_a_whole_document() -> None:
    interview = hold(EVERYTHING)
    assert interview.ending == "complete"
    assert interview.document == FULL
    assert interview.person.told == []


def test_an_interview_of_nothing_but_enter_is_a_document_too() -> None:
    assert hold().document == {
        "form": "full",
        "company": "unnamed",
        "rejected_on": "2026-11-21",
    }
    assert hold(form="quick").document == {
        "form": "quick",
        "company": "unnamed",
        "rejected_on": "2026-11-21",
    }


def test_the_quick_form_becomes_one_round_and_no_area_reviews() -> None:
    interview = hold(
        {
            **FACTS,
            "what_worked": "Drew the tables first.",
            "slip": "2 6",
            "slip:answers": "1",
            "slip:else": "1",
            "lesson": "Result first, when they ask for an example.",
            "few_words": "Someone closer to our stack.",
        },
        form="quick",
    )
    assert interview.document == {
        "form": "quick",
        "company": "Harbour Analytics",
        "role": "Data engineer",
        "rejected_on": "2026-11-21",
        "stage_reached": "panel",
        "their_words": "Someone closer to our stack.",
        "sting": 4,
        "feeling": "flat, tired",
        "what_worked": "Drew the tables first.",
        "rounds": [{"stage": "panel"}],
        "sightings": [
            {
                "weak_spot": "rambling-answers",
                "by": "self",
                "basis": "guess",
                "stage": "panel",
            },
            {
                "weak_spot": "cv-unclear",
                "by": "self",
                "basis": "guess",
                "stage": "panel",
            },
        ],
        "lesson": "Result first, when they ask for an example.",
    }


@pytest.mark.parametrize("line", ["n", "N", "no"])
def test_the_quick_form_takes_n_as_no_reason_given(line: str) -> None:
    document = hold({"few_words": line}, form="quick").document
    assert document["sightings"] == [
        {"weak_spot": "no-reason-given", "by": "self", "basis": "said"}
    ]
    assert "their_words" not in document


def test_what_is_not_in_their_hands_has_a_list_of_its_own_in_the_quick_form() -> None:
    interview = hold({"slip": "7", "slip:outside-control": "1"}, form="quick")
    [prompt] = interview.person.find("slip:outside-control")
    picked = prompt.choices[0].value
    assert interview.document["sightings"][0]["weak_spot"] == picked
    assert VOCABULARY_AREA[picked] == "outside-control"
    assert "no-reason-given" not in {choice.value for choice in prompt.choices}


@pytest.mark.parametrize("form", ["full", "quick"])
def test_very_raw_news_become_only_the_facts(form: str) -> None:
    interview = hold(
        {
            **FACTS,
            "sting": "5",
            "their_words": "Dear Kim,\nno.",
            "moment": "The clock on the wall",
        },
        form=form,
    )
    assert interview.document == {
        "form": "facts",
        "company": "Harbour Analytics",
        "role": "Data engineer",
        "rejected_on": "2026-11-20",
        "stage_reached": "panel",
        "decided_by": "company",
        "heard_by": "email",
        "their_words": "Dear Kim,\nno.",
        "sting": 5,
        "moment": "The clock on the wall",
    }


def test_very_raw_news_can_be_gone_into_all_the_same() -> None:
    interview = hold({"sting": "5 numb", "gate": "G", "what_worked": "The start"})
    assert interview.document["form"] == "full"
    assert interview.document["what_worked"] == "The start"


def test_an_application_only_has_no_talk_to_look_at() -> None:
    interview = hold(
        {
            "company": "A",
            "stage": "1",
            "ending": "4",
            "what_worked": "The letter",
            "still": "Two pages, not four",
            "around": "1 5",
            "around:application": "1",
            "reason": "1",
        }
    )
    assert interview.document == {
        "form": "full",
        "company": "A",
        "rejected_on": "2026-11-21",
        "stage_reached": "applied",
        "decided_by": "company",
        "heard_by": "portal",
        "what_worked": "The letter",
        "sightings": [
            {
                "weak_spot": "cv-unclear",
                "by": "self",
                "basis": "guess",
                "stage": "applied",
            },
            {
                "weak_spot": "no-reason-given",
                "by": "self",
                "basis": "said",
                "stage": "applied",
            },
        ],
        "lesson": "Two pages, not four",
    }
    steps = {prompt.place for prompt in interview.person.prompts if prompt.place}
    assert "step 3 of 7" not in steps
    [around] = interview.person.find("around")
    assert [choice.number for choice in around.choices] == [1, 5]


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("1", {"heard_by": "email", "decided_by": "company"}),
        ("2", {"heard_by": "phone", "decided_by": "company"}),
        ("3", {"heard_by": "in-person", "decided_by": "company"}),
        ("portal", {"heard_by": "portal", "decided_by": "company"}),
        ("5", {"heard_by": "silence", "decided_by": "nobody"}),
        ("6", {"decided_by": "role-closed"}),
        ("7", {"decided_by": "me"}),
        ("", {}),
    ],
)
def test_how_it_ended_decides_whether_their_side_is_asked(
    line: str, fields: dict[str, str]
) -> None:
    interview = hold({"ending": line})
    document = interview.document
    found = {key: document.get(key) for key in ("heard_by", "decided_by")}
    assert fields == {key: value for key, value in found.items() if value}
    asked = fields.get("decided_by", "company") == "company"
    assert asked == ("reason" in interview.person.keys)


def test_their_words_stay_theirs_and_never_become_ones_own_view() -> None:
    document = hold(
        {"reason": "2", "their_words": "Too long", "their_spots": ["rambling", ""]}
    ).document
    assert document["sightings"] == [
        {"weak_spot": "rambling-answers", "by": "recruiter", "basis": "said"}
    ]


def test_ones_own_view_and_theirs_of_the_same_are_both_kept() -> None:
    document = hold(
        {
            "rating:answers": "1",
            "spots:answers": "1",
            "reason": "2",
            "speaker": "1",
            "their_spots": ["rambling", ""],
        }
    ).document
    named = [(one["weak_spot"], one["by"]) for one in document["sightings"]]
    assert named == [("rambling-answers", "self"), ("rambling-answers", "recruiter")]


def test_the_same_spot_from_two_lists_is_one_sighting() -> None:
    lines = {"slip": "1 2", "slip:preparation": "1", "slip:answers": "1 1"}
    document = hold(lines, form="quick").document
    assert len(document["sightings"]) == 2


@pytest.mark.parametrize(
    ("line", "stored"), [("1", "yes"), ("2", "partly"), ("3", "no")]
)
def test_an_earlier_plan_is_asked_about_once(line: str, stored: str) -> None:
    interview = hold({"tried": line, "helped": "2"}, plan=PLAN)
    assert interview.person.keys.count("tried") == 1
    assert interview.session.answers["tried"] == stored
    helped = None if stored == "no" else "unclear"
    assert interview.session.answers.get("helped") == helped
    assert interview.document == hold().document


def test_without_an_occasion_the_earlier_plan_stays_open() -> None:
    interview = hold(plan=PLAN)
    assert interview.session.answers["tried"] is None
    assert "helped" not in interview.person.keys
    assert "tried" not in hold().person.keys


def test_a_plan_may_be_a_moment_without_an_action() -> None:
    document = hold({"cue": "they ask for an example"}).document
    assert document["plan"] == {"cue": "they ask for an example"}


def test_enter_takes_the_first_next_time_as_the_lesson_and_it_as_the_action() -> None:
    interview = hold(
        {
            "rating:soft-skills": "2",
            "rating:answers": "3",
            "next:soft-skills": "Ask one thing back",
            "next:answers": "Result first",
            "cue": "they pause",
        }
    )
    [lesson], [action] = (interview.person.find(key) for key in ("lesson", "action"))
    assert lesson.hint == "Enter = Ask one thing back"
    assert action.hint == "Enter = Ask one thing back"
    assert interview.document["lesson"] == "Ask one thing back"
    assert interview.document["plan"]["action"] == "Ask one thing back"


def test_nothing_low_asks_for_one_thing_and_offers_it_as_the_lesson() -> None:
    lines: Lines = {"rating:answers": "4", "still": "Fewer slides"}
    assert hold(lines).document["lesson"] == "Fewer slides"
    kept = hold({**lines, "lesson": "Breathe"}).document
    assert kept["lesson"] == "Breathe"
    assert kept["rounds"][0]["note"] == "Fewer slides"


def test_an_answer_that_came_by_surprise_has_no_depth() -> None:
    document = hold({"asked": "Why us?", "depth": "5"}).document
    assert document["rounds"] == [
        {"stage": "other", "questions": [{"asked": "Why us?", "surprised": True}]}
    ]


def test_a_sorting_is_stored_only_where_it_differs() -> None:
    around = {"slip": "7", "slip:outside-control": "1"}
    full = {"rating:answers": "1", "spots:answers": "1 2"}
    document = hold({**full, "sorting": ["1 2", "2 2", ""]}).document
    first, second = document["sightings"]
    assert first["changeable"] == "slowly"
    assert "changeable" not in second
    assert "sorting" not in hold(around, form="quick").person.keys


VOCABULARY_AREA = {
    spot.id: spot.area
    for spot in hold().session.surroundings.vocabulary.weak_spots.values()
}


LATELY = {"rambling-answers": "slowly"}
RAMBLED: Lines = {"rating:answers": "1", "spots:answers": "1"}


@pytest.mark.parametrize(
    ("lines", "stored"),
    [
        ([""], "slowly"),
        (["1", ""], "not-at-all"),
        (["1 1", ""], "soon"),
        (["1 1 1", ""], "slowly"),
        ([":skip"], None),
    ],
)
def test_sorting_starts_from_ones_latest_own_and_can_go_back_to_the_vocabularys(
    lines: list[str], stored: str | None
) -> None:
    session = Session("full", Surroundings(VOCABULARY, TODAY, sorted_lately=LATELY))
    interview = hold({**RAMBLED, "sorting": lines}, session=session)
    assert interview.person.find("sorting")[0].choices[0].description == "slowly"
    assert interview.document["sightings"][0].get("changeable") == stored


def test_a_sorting_like_the_vocabularys_is_not_stored_where_one_never_differed() -> (
    None
):
    document = hold({**RAMBLED, "sorting": ["1 1 1", ""]}).document
    assert "changeable" not in document["sightings"][0]


PASSES = ("preparation", "answers", "technical", "soft-skills", "body-language")


@pytest.mark.parametrize(
    ("line", "areas"), [("?", {area: {} for area in PASSES}), ("", None)]
)
def test_a_talk_in_which_no_area_was_rated_is_a_round_all_the_same(
    line: str, areas: dict[str, Any] | None
) -> None:
    looks = {f"rating:{area}": line for area in PASSES}
    document = hold({"stage": "8", "ending": "5", **looks}).document
    named = {"areas": areas} if areas else {}
    assert document["rounds"] == [{"stage": "panel", **named}]


def test_an_unrated_talk_stands_behind_the_earlier_ones() -> None:
    lines: Lines = {"stage": "8", "earlier": "2", "round:recruiter-screen": "Warm"}
    document = hold(lines).document
    stages = [one["stage"] for one in document["rounds"]]
    assert stages == ["recruiter-screen", "panel"]


def test_a_bare_yes_asks_what_they_said() -> None:
    interview = hold({"few_words": ["Yes", "Too junior."]}, form="quick")
    asked = [(one.wording, one.hint) for one in interview.person.find("few_words")]
    assert asked[1] == ("What did they say?", "Enter = nothing")
    assert interview.document["their_words"] == "Too junior."


@pytest.mark.parametrize("line", ["", "no", "Nothing."])
def test_a_bare_yes_without_words_stores_nothing(line: str) -> None:
    document = hold({"few_words": ["yes", line]}, form="quick").document
    assert document.keys() == {"form", "company", "rejected_on"}


def test_what_they_said_is_asked_on_after_a_break() -> None:
    asked = hold({"few_words": ["yes", ":quit"]}, form="quick")
    again = hold({"few_words": "Too junior"}, session=thaw(asked.session))
    assert again.person.prompts[0].wording == "What did they say?"
    assert again.document["their_words"] == "Too junior"


APPLIED: Lines = {"stage": "1", "applied": "1 2", "applied:application": "1"}


def test_the_quick_form_asks_of_an_application_what_fits_one() -> None:
    interview = hold({**APPLIED, "applied:fit": "1", "lesson": "Two pages"}, "quick")
    by_key = {prompt.key: prompt for prompt in interview.person.prompts}
    worked = "Which part of your application do you stand behind?"
    change = "If you opened CV and letter again: what would you change first?"
    assert by_key["what_worked"].wording == worked
    assert by_key["lesson"].wording == change
    labels = [choice.label for choice in by_key["applied"].choices]
    assert labels == ["application or CV", "level, fit, pay", "not in my hands"]
    assert "slip" not in by_key
    sightings = interview.document["sightings"]
    areas = [VOCABULARY_AREA[one["weak_spot"]] for one in sightings]
    assert areas == ["application", "fit"]


def test_another_stage_in_the_quick_form_asks_where_it_slipped_anew() -> None:
    lines: Lines = {
        **APPLIED,
        "stage": ["1", "8"],
        "applied:fit": "0",
        "slip": "2",
        "slip:answers": "1",
        "read-back": ["4", "4", ""],
    }
    interview = hold(lines, form="quick")
    assert interview.person.keys[-3:] == ["slip", "slip:answers", "read-back"]
    [sighting] = interview.document["sightings"]
    assert sighting["weak_spot"] == "rambling-answers"
