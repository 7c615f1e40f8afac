"""An edit: a menu of what stands, Enter keeps it, and only what changed is stored."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from reflect_journal.interview.conversation import Conversation, Ending
from reflect_journal.interview.edit_menu import Entry
from reflect_journal.interview.editing import (
    MENU,
    EditSession,
    assemble_edited,
    begin_edit,
    list_changed,
)
from reflect_journal.interview.session import Session, Surroundings
from tests.interview.people import INTERRUPT, TODAY, VOCABULARY, Person
from tests.model.drawing import Document, damaged_documents, documents, json_objects

AROUND = Surroundings(VOCABULARY, TODAY)
SAVED: Document = {
    "form": "full",
    "company": "Harbour",
    "role": "Engineer",
    "rejected_on": "2026-11-01",
    "stage_reached": "panel",
    "decided_by": "company",
    "heard_by": "email",
    "sting": 3,
    "feeling": "flat",
    "rounds": [
        {
            "stage": "panel",
            "held_on": "2026-10-30",
            "areas": {"answers": {"rating": 2, "note": "long"}, "fit": {}},
            "questions": [{"asked": "Why us?", "surprised": True}],
            "mood": "kept",
        }
    ],
    "sightings": [
        {"weak_spot": "rambling-answers", "by": "self", "note": "six minutes"},
        {"weak_spot": "impact-unclear", "by": "recruiter"},
    ],
    "strengths": [{"strength": "good-rapport"}],
    "fit": {"role": 4},
    "lesson": "Stop.",
    "plan": {"cue": "they ask", "due_on": "2026-12-01"},
    "tags": ["data", "remote"],
    "weather": "kept",
}
ROUND = "rounds[0]"


class Editor(Person):
    """Goes by the menu: a label, or two with a slash between, opens a part."""

    def ask(self, prompt: Any) -> str:
        line = super().ask(prompt)
        if prompt.key != MENU.key or not line or line.startswith(":"):
            return line
        numbers = {one.label: one.number for one in prompt.choices}
        return str(numbers.get(line, line))


def edit(
    document: Document, menu: Sequence[str] = (), **lines: str | Sequence[str]
) -> tuple[EditSession, Editor, Ending | None]:
    """Walk through the menu; where it ends Enter saves."""
    return edit_with(document, menu, lines)


def edit_with(
    document: Document, menu: Sequence[str], lines: Mapping[str, str | Sequence[str]]
) -> tuple[EditSession, Editor, Ending | None]:
    walk = [step for label in menu for step in label.split("/")]
    editor = Editor({**lines, MENU.key: walk})
    conversation = Conversation(begin_edit(document, AROUND), editor, lambda _: None)
    try:
        ending: Ending | None = conversation.hold()
    except KeyboardInterrupt:
        ending = None
    assert isinstance(conversation.session, EditSession)
    return conversation.session, editor, ending


def change(
    menu: str, lines: Mapping[str, str | Sequence[str]], document: Document = SAVED
) -> Document:
    session, _, ending = edit_with(document, [menu], lines)
    assert ending == "complete"
    return assemble_edited(session)


def list_doors(menu: Sequence[Entry]) -> Iterator[list[str]]:
    """Give the ways to every part, by numbers."""
    for number, entry in enumerate(menu, 1):
        if entry.inside:
            yield from ([str(number), str(at)] for at, _ in enumerate(entry.inside, 1))
        else:
            yield [str(number)]


@settings(max_examples=10)
@given(documents | damaged_documents() | json_objects)
def test_whoever_only_presses_enter_changes_nothing(document: Document) -> None:
    session = begin_edit(document, AROUND)
    # Each part on its own: all of them together are too long an evening.
    for door in list_doors(session.menu):
        person = Person({MENU.key: door})
        conversation = Conversation(session, person, lambda _: None)
        assert conversation.hold() == "complete"
        assert isinstance(conversation.session, EditSession)
        assert list_changed(conversation.session) == []
        assert assemble_edited(conversation.session) == document


@pytest.mark.parametrize(
    ("menu", "lines", "changed"),
    [
        ("facts", {"company": "Acre"}, {"company": "Acre"}),
        ("facts", {"company": ":skip"}, {"company": "unnamed"}),
        ("facts", {"date": "yesterday"}, {"rejected_on": "2026-11-20"}),
        ("facts", {"date": ":skip"}, {}),
        ("facts", {"role": ":skip"}, {"role": None}),
        ("facts", {"stage": "10"}, {"stage_reached": "final"}),
        ("facts", {"ending": "5"}, {"decided_by": "nobody", "heard_by": "silence"}),
        ("facts", {"sting": "5 sad"}, {"sting": 5, "feeling": "sad"}),
        ("facts", {"sting": ":skip"}, {"sting": None, "feeling": None}),
        ("what worked", {"moment": "The clock."}, {"moment": "The clock."}),
        ("what worked", {"moment": [":more", ""], "": "a"}, {}),
        ("lesson and plan", {"lesson": ":skip"}, {"lesson": None}),
        (
            "lesson and plan",
            {"plan.due_on": "2027-01-02", "plan.tried": "2"},
            {"plan": {"cue": "they ask", "due_on": "2027-01-02", "tried": "partly"}},
        ),
        (
            "lesson and plan",
            {"plan.cue": ":skip", "plan.due_on": ":skip"},
            {"plan": None},
        ),
        ("fit and words", {"fit.role": "2"}, {"fit": {"role": 2}}),
        ("fit and words", {"fit.role": ":skip"}, {"fit": None}),
        (
            "fit and words",
            {"their_words": "No,\nthanks."},
            {"their_words": "No,\nthanks."},
        ),
        ("tags", {"tags": "data, , far away"}, {"tags": ["data", "far away"]}),
        ("tags", {"tags": ":skip"}, {"tags": None}),
        (
            "strengths/another one",
            {"more-strengths": ["stayed calm", ""]},
            {
                "strengths": [
                    *SAVED["strengths"],
                    {"strength": "stayed-calm", "by": "self", "basis": "guess"},
                ]
            },
        ),
    ],
)
def test_what_is_typed_takes_the_place_of_what_stood_there(
    menu: str, lines: dict[str, Any], changed: Document
) -> None:
    expected = {**SAVED, **changed}
    assert change(menu, lines) == {k: v for k, v in expected.items() if v is not None}


@pytest.mark.parametrize(
    ("menu", "lines", "changed"),
    [
        ("panel/the round", {f"{ROUND}.balance": "1"}, {"balance": "too-technical"}),
        ("panel/the round", {f"{ROUND}.held_on": ":skip"}, {"held_on": None}),
        (
            "panel/answers",
            {f"{ROUND}.areas.answers.rating": "?"},
            {"areas": {"answers": {"note": "long"}, "fit": {}}},
        ),
        (
            "panel/answers",
            {f"{ROUND}.areas.answers.rating": ":skip"},
            {"areas": {"answers": {"note": "long"}, "fit": {}}},
        ),
        (
            "panel/answers",
            {f"{ROUND}.areas.answers.rating": "4"},
            {"areas": {"answers": {"rating": 4, "note": "long"}, "fit": {}}},
        ),
        (
            "panel/fit",
            {f"{ROUND}.areas.fit.rating": ":skip"},
            {"areas": {"answers": {"rating": 2, "note": "long"}}},
        ),
        (
            "panel/technical part",
            {f"{ROUND}.areas.technical.rating": "?"},
            {
                "areas": {
                    "answers": {"rating": 2, "note": "long"},
                    "fit": {},
                    "technical": {},
                }
            },
        ),
        (
            "panel/question 1",
            {f"{ROUND}.questions[0].surprised": "2", f"{ROUND}.questions[0].went": "3"},
            {"questions": [{"asked": "Why us?", "surprised": False, "went": "rough"}]},
        ),
        (
            "panel/question 1",
            {f"{ROUND}.questions[0].surprised": ":skip"},
            {"questions": [{"asked": "Why us?"}]},
        ),
        (
            "panel/another question",
            {f"{ROUND}.questions[1].asked": "Why now?"},
            {
                "questions": [
                    {"asked": "Why us?", "surprised": True},
                    {"asked": "Why now?"},
                ]
            },
        ),
    ],
)
def test_parts_of_a_round_are_changed_where_they_are(
    menu: str, lines: dict[str, Any], changed: Document
) -> None:
    entry = {**SAVED["rounds"][0], **changed}
    entry = {key: value for key, value in entry.items() if value is not None}
    assert change(menu, lines) == {**SAVED, "rounds": [entry]}


def test_another_round_is_added_with_its_stage() -> None:
    added = change("another round", {"rounds[1].stage": "10", "rounds[1].note": "n"})
    assert added["rounds"] == [*SAVED["rounds"], {"stage": "final", "note": "n"}]
    assert change("another round", {}) == SAVED


def test_a_weak_spot_is_taken_out_and_the_others_keep_what_was_said() -> None:
    session, editor, _ = edit_with(
        SAVED,
        ["weak spots/Went on too long", "weak spots/Own part not clear"],
        {"sightings[0]": "2", "sightings[1].note": "theirs", "sightings[1].by": "3"},
    )
    assert "sightings[0].note" not in editor.keys
    [left] = assemble_edited(session)["sightings"]
    assert left == {
        "weak_spot": "impact-unclear",
        "by": "interviewer",
        "note": "theirs",
    }
    rows = {one.label: one.description for one in session.list_rows(">4")}
    assert rows["Went on too long"] == "take it out"


def test_another_weak_spot_has_its_own_witness_and_is_noted_once() -> None:
    lines = {
        "more-sightings": ["went on too long", "own part not clear", ""],
        "more-sightings:by": "2",
        "more-sightings:basis": "1",
    }
    changed = change("weak spots/another one", lines)
    added = {"weak_spot": "rambling-answers", "by": "recruiter", "basis": "said"}
    assert changed["sightings"] == [*SAVED["sightings"], added]
    first = change(
        "weak spots", {"more-sightings": ["own part not clear", ""]}, {"company": "A"}
    )
    assert first["sightings"] == [
        {"weak_spot": "impact-unclear", "by": "self", "basis": "guess"}
    ]


def test_what_stands_is_shown_and_can_be_edited() -> None:
    _, editor, _ = edit(SAVED, ["facts", "lesson and plan"])
    [lesson] = editor.find("lesson")
    assert (lesson.now, lesson.editable) == ("Stop.", "Stop.")
    assert "Enter keeps it, :skip empties it" in lesson.hint
    menu = editor.find(MENU.key)[0]
    described = {one.label: one.description for one in menu.choices}
    assert described["facts"].startswith("Harbour, Engineer, 1 Nov 2026, panel, mail")
    assert described["weak spots"] == "Went on too long, Own part not clear"
    assert described["panel"] == "2026-10-30"


def test_back_goes_through_a_part_and_out_of_it() -> None:
    lines = {"lesson": ["", ":back", ""], "plan.cue": [":back", ":back", INTERRUPT]}
    session, editor, _ = edit_with(
        SAVED,
        ["lesson and plan", "weak spots", ":back", ":back", "lesson and plan"],
        lines,
    )
    assert editor.told == ["This is the first question."]
    assert editor.keys == [
        *(MENU.key, "lesson", "plan.cue", "lesson", MENU.key, MENU.key, MENU.key),
        *(MENU.key, "lesson", "plan.cue", "lesson", "plan.cue"),
    ]
    assert list_changed(session) == []


def test_stopping_keeps_what_was_changed() -> None:
    session, _, ending = edit_with(
        SAVED, ["facts"], {"company": "Acre", "role": ":quit"}
    )
    assert ending == "quit"
    assert [one.key for one in list_changed(session)] == ["company"]
    resumed = begin_edit(SAVED, AROUND, session.answers)
    resumed = replace(resumed, asked=session.asked, partial=session.partial)
    assert resumed.current is not None
    assert resumed.current.key == "role"
    assert assemble_edited(resumed) == {**SAVED, "company": "Acre"}


def test_not_yet_leaves_it_for_another_day() -> None:
    assert edit(SAVED, ["n"])[2] == "not-yet"
    assert edit(SAVED, ["weak spots", "", "n"])[2] == "not-yet"


def test_words_that_must_not_go_unheard_are_kept() -> None:
    line = "I want to kill myself"
    session, _, ending = edit_with(SAVED, ["facts"], {"date": line})
    assert ending == "rest"
    assert assemble_edited(session)["feeling"] == f"flat\n\n{line}"


def test_a_day_ahead_is_taken_where_it_may_lie_ahead() -> None:
    lines = {"plan.due_on": ["2028-01-01", "nonsense", "yesterday"]}
    _, editor, _ = edit_with(SAVED, ["lesson and plan"], lines)
    assert [one for one in editor.told if "at most a year ahead" in one] == editor.told
    assert len(editor.told) == 2


def test_a_session_is_replaced_and_never_changed() -> None:
    session = begin_edit(SAVED, AROUND)
    assert isinstance(session.go_back(), Session | None)
    assert session.document == SAVED
