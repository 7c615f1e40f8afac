"""Asking and hearing move a channel on; nothing that was there is lost."""

from typing import Any

from reflect_journal.letters import channels
from reflect_journal.model.outline import Asked


def test_asking_reminding_and_hearing_is_one_channel() -> None:
    document: dict[str, Any] = {}
    asked = ("hiring-manager", "email", "Ms Lind")
    channels.note_asked(document, *asked, "2026-11-01")
    assert channels.may_nudge(document, *asked)
    for day in ("2026-11-16", "2026-11-17"):
        channels.note_nudged(document, *asked, day)
    assert not channels.may_nudge(document, *asked)
    channels.note_received(document, "interviewer", "", "", "2026-11-19")
    assert document["feedback"][0]["via"] == "email"
    document["feedback"][0]["state"] = "silent"
    channels.note_received(document, "interviewer", "phone", "", "2026-11-20")
    assert document["feedback"] == [
        {
            "to": "hiring-manager",
            "via": "phone",
            "state": "received",
            "asked_on": "2026-11-01",
            "who": "Ms Lind",
            "nudged_on": "2026-11-16",
            "received_on": "2026-11-20",
        }
    ]


def test_each_person_and_each_way_of_asking_is_a_row_that_keeps_its_first_day() -> None:
    document: dict[str, Any] = {"feedback": "odd"}
    for day, (via, who) in enumerate(
        [
            *(("email", ""), ("email", "Jo"), ("phone", "Jo")),
            *(("email", "jo lind"), ("email", "Mia"), ("email", "")),
        ],
        1,
    ):
        channels.note_asked(document, "recruiter", via, who, f"2026-11-0{day}")
    channels.note_asked(document, "hr", "email", "Jo", "2026-11-07")
    assert [
        (one["to"], one["via"], one["who"], one["asked_on"][-2:])
        for one in document["feedback"]
    ] == [
        ("recruiter", "email", "Jo", "01"),
        ("recruiter", "phone", "Jo", "03"),
        ("recruiter", "email", "Mia", "05"),
        ("hr", "email", "Jo", "07"),
    ]


def test_a_request_without_a_day_is_given_one() -> None:
    document: dict[str, Any] = {"feedback": [{"to": "friend"}]}
    assert channels.note_asked(document, "friend", "email", "", "2026-11-01") is None
    again = channels.note_asked(document, "friend", "email", "", "2026-11-02")
    assert again == document["feedback"][0]
    assert again == {"to": "friend", "state": "asked", "asked_on": "2026-11-01"}


def test_an_answer_and_a_silence_go_to_the_one_they_came_from() -> None:
    document: dict[str, Any] = {}
    for who in ("Ann", "Bob", "Cy"):
        channels.note_asked(document, "interviewer", "email", who, "2026-11-01")
    channels.note_received(document, "interviewer", "", "Ann Lee", "2026-11-02")
    channels.note_ended(document, "interviewer", "declined", "bob", "2026-11-03")
    channels.note_received(document, "interviewer", "", "Dee", "2026-11-04")
    assert [(one["who"], one["state"]) for one in document["feedback"]] == [
        *(("Ann", "received"), ("Bob", "declined"), ("Cy", "asked")),
        ("Dee", "received"),
    ]
    assert not channels.may_nudge(document, "interviewer", "email", "Bob")
    assert channels.may_nudge(document, "interviewer", "phone", "")


def test_an_answer_that_nobody_asked_for_is_a_channel_of_its_own() -> None:
    document: dict[str, Any] = {"feedback": ["odd", {"to": "friend", "state": "asked"}]}
    channels.note_received(document, "recruiter", "", "Jo", "2026-11-20")
    assert document["feedback"][2] == {
        "to": "recruiter",
        "via": "email",
        "state": "received",
        "received_on": "2026-11-20",
        "who": "Jo",
    }


def test_an_answer_after_silence_still_counts() -> None:
    document: dict[str, Any] = {}
    channels.note_ended(document, "recruiter", "closed", "", "2026-11-19")
    channels.note_ended(document, "recruiter", "silent", "", "2026-11-20")
    channels.note_received(document, "recruiter", "", "", "2026-11-21")
    (channel,) = document["feedback"]
    assert channel["state"] == "received"


def test_whoever_has_answered_or_declined_gets_no_second_row() -> None:
    document: dict[str, Any] = {}
    ended = ("interviewer", "closed")
    channels.note_received(document, "interviewer", "", "", "2026-11-19")
    assert channels.note_ended(document, *ended, "Bob", "2026-11-20")
    assert channels.note_ended(document, "interviewer", "declined", "Bob", "2026-11-21")
    assert channels.note_ended(document, *ended, "", "2026-11-22")
    channels.note_received(document, "interviewer", "", "Bob", "2026-11-23")
    assert not channels.note_ended(document, *ended, "", "2026-11-24")
    assert not channels.note_ended(document, *ended, "bob", "2026-11-24")
    assert [one["state"] for one in document["feedback"]] == ["received", "received"]


def test_words_sightings_and_wants_are_added_once_each() -> None:
    document: dict[str, Any] = {"wants": ["calm"]}
    channels.note_words(
        document, {"by": "friend", "words": "w", "who": "", "via": None}
    )
    for _ in range(2):
        channels.note_sightings(document, "friend", ["fidgeting"], ["good-rapport"])
        channels.note_wants(document, ["calm", "proof", "proof"])
    assert document == {
        "heard": [{"by": "friend", "words": "w"}],
        "sightings": [{"weak_spot": "fidgeting", "by": "friend", "basis": "said"}],
        "strengths": [{"strength": "good-rapport", "by": "friend", "basis": "said"}],
        "wants": ["calm", "proof"],
    }


def test_the_same_words_are_known_again_unless_something_new_comes_with_them() -> None:
    heard = {"by": "friend", "words": "w", "heard_on": "2026-11-20"}
    document = {"heard": ["odd", {**heard, "who": "Jo", "reaction": "oh"}]}
    again = {**heard, "heard_on": "2026-11-21", "noted_on": "2026-11-21"}
    assert channels.find_same_words(document, again) == document["heard"][1]
    for new in ({"comment": "c"}, {"who": "Mia"}, {"words": "W"}, {"by": "coach"}):
        assert channels.find_same_words(document, {**again, **new}) is None
    assert channels.find_same_words({}, heard) is None


def test_answers_are_counted_among_those_who_were_asked() -> None:
    def asked(state: str, on: str) -> Asked:
        return Asked("hr", "email", state, "", on, "", "")

    some = [asked("received", "2026-11-01"), asked("silent", "2026-11-01")]
    assert channels.count_answers([*some, asked("received", "")]) == (1, 2)
