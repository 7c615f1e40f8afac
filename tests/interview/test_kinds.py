"""What a typed line can mean, kind by kind."""

import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import reflect_journal
from reflect_journal.interview.choices import SLIPS, STAGE_CHOICES
from reflect_journal.interview.dates import find_day
from reflect_journal.interview.kinds import (
    Answered,
    Choice,
    Kind,
    Partly,
    Refused,
    Setting,
    list_numbers,
)
from reflect_journal.interview.moves import WHAT_THEY_SAID, FewWords
from reflect_journal.interview.typed import (
    DateLine,
    Letters,
    OneOf,
    Scale,
    Some,
    Sting,
    lines,
    name,
    text,
)
from reflect_journal.interview.under_way import UnderWay, read_under_way
from reflect_journal.interview.words import Words
from tests.interview.people import TODAY, hold

GATE = Letters(enter="facts", letters={"g": "go-on"})
STING_ONLY = "A number from 1 to 5, please. Enter skips."
RATING_ONLY = "A number from 1 to 5, ? if you cannot tell, or Enter."
STAGE_ONLY = "A number from 1 to 12, please, or Enter."
SLIP_ONLY = "A number from 1 to 7, please; Enter for none."
DAY_ONLY = "A day such as yesterday, 3 days ago or 2026-11-18, please."
TO_COME = f"That day is still to come. {DAY_ONLY}"


def rated(sting: int | None, feeling: str) -> Answered:
    return Answered({"sting": sting, "feeling": feeling})


@pytest.mark.parametrize(
    ("kind", "line", "reply"),
    [
        (Sting(), "4", rated(4, "")),
        (Sting(), "4 flat", rated(4, "flat")),
        (Sting(), "4, flat, tired", rated(4, "flat, tired")),
        (Sting(), "4: flat  and  tired", rated(4, "flat  and  tired")),
        (Sting(), "flat", rated(None, "flat")),
        (Sting(), "3pm was bad", rated(None, "3pm was bad")),
        (Sting(), "a lot, 5 even", rated(None, "a lot, 5 even")),
        (Sting(), "6", Refused(STING_ONLY)),
        (Sting(), "0 flat", Refused(STING_ONLY)),
        (Sting(), "-1", Refused(STING_ONLY)),
        (Sting(), "45", Refused(STING_ONLY)),
        (
            Sting(),
            "x" * 14_001,
            Refused("That is 14,001 characters; 14,000 fit here. Please shorten it."),
        ),
        (Scale(), "1", Answered(1)),
        (Scale(), "?", Answered("?")),
        (Scale(), "6", Refused(RATING_ONLY)),
        (Scale(), "1 2", Refused(RATING_ONLY)),
        (Scale(), "\N{ARABIC-INDIC DIGIT THREE}", Refused(RATING_ONLY)),
        (text(), "x" * 20_000, Answered("x" * 20_000)),
        (
            text(),
            "x" * 20_001,
            Refused("That is 20,001 characters; 20,000 fit here. Please shorten it."),
        ),
        (
            name(),
            "x" * 201,
            Refused("That is 201 characters; 200 fit here. Please shorten it."),
        ),
        (lines(), " a\n b", Answered(" a\n b")),
        (OneOf(), "8", Answered("panel")),
        (OneOf(), "panel", Answered("panel")),
        (OneOf(), "Interview by PH", Answered("phone-interview")),
        (OneOf(), "take-home", Answered("take-home")),
        (OneOf(), "video", Answered("video-interview")),
        (OneOf(), "by", Refused(STAGE_ONLY)),
        (OneOf(), "interview", Refused(STAGE_ONLY)),
        (OneOf(), "13", Refused(STAGE_ONLY)),
        (OneOf(), "1 2", Refused(STAGE_ONLY)),
        (GATE, "G", Answered("go-on")),
        (GATE, "x", Refused("Enter or g, please.")),
        (DateLine(), "yesterday", Answered("2026-11-20")),
        (DateLine(), "2026-11-22", Refused(TO_COME)),
        (DateLine(), "tomorrow", Refused(TO_COME)),
        (DateLine(), "1969-12-31", Refused(DAY_ONLY)),
        (FewWords(), "yes", WHAT_THEY_SAID),
        (FewWords(), "Y.", WHAT_THEY_SAID),
        (FewWords(), "n", Answered("n")),
        (FewWords(), "yes, too junior", Answered("yes, too junior")),
        (DateLine(), "soon", Refused(DAY_ONLY)),
    ],
)
def test_a_line_is_an_answer_or_is_asked_for_again(
    kind: Kind, line: str, reply: Answered | Refused
) -> None:
    assert kind.parse(line, Setting(STAGE_CHOICES, None, TODAY)) == reply


@pytest.mark.parametrize(
    ("line", "reply"),
    [
        ("1", Answered(["preparation"])),
        ("technical part", Answered(["technical"])),
        ("1, 2", Answered(["preparation", "answers"])),
        ("2 2", Answered(["answers"])),
        ("answers", Answered(["answers"])),
        ("0", Answered([])),
        (",", Answered([])),
        ("1 2 3", Refused("At most 2, please.")),
        ("8", Refused(SLIP_ONLY)),
        ("0 1", Refused(SLIP_ONLY)),
    ],
)
def test_some_of_a_list_are_named_by_their_numbers(
    line: str, reply: Answered | Refused
) -> None:
    assert Some(at_most=2).parse(line, Setting(SLIPS, None, TODAY)) == reply


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Sting(), None),
        (Scale(), None),
        (text(), None),
        (OneOf(), None),
        (Some(), []),
        (Some(suggests=True), None),
        (GATE, "facts"),
        (DateLine(), "2026-11-21"),
        (Words(), []),
    ],
)
def test_enter_means_something_for_every_kind(kind: Kind, value: Any) -> None:
    assert kind.finish(Setting((), None, TODAY)) == Answered(value)


def test_numbers_with_gaps_are_listed() -> None:
    gaps = [Choice(1, "a", "A"), Choice(5, "b", "B")]
    assert list_numbers(gaps) == "One of the numbers 1, 5, please"


WORDS = [
    Choice(1, "solid-knowledge", "Solid knowledge", more="knew my stuff"),
    Choice(2, "good-rapport", "Good rapport", "They liked the talk"),
    Choice(3, "knew-limits", "Knew the limits"),
]


@pytest.mark.parametrize(
    ("line", "picked", "found", "note"),
    [
        ("solid", ["solid-knowledge"], [], "Noted: Solid knowledge. Another word?"),
        ("KNOW sol", ["solid-knowledge"], [], "Noted: Solid knowledge. Another word?"),
        ("talk", ["good-rapport"], [], "Noted: Good rapport. Another word?"),
        (
            "knew",
            [],
            ["knew-limits", "solid-knowledge"],
            "Which one? Its number, or another word.",
        ),
    ],
)
def test_a_part_of_a_word_finds_it_in_labels_first(
    line: str, picked: list[str], found: list[str], note: str
) -> None:
    state = {"picked": picked, "found": found}
    reply = Words().parse(line, Setting(WORDS, None, TODAY))
    assert reply == Partly(state, note, "Enter = go on")


def test_what_was_found_is_picked_by_its_number() -> None:
    setting = Setting(
        WORDS,
        {"picked": [], "found": ["knew-limits", "gone", "solid-knowledge"]},
        TODAY,
    )
    shown = [(one.number, one.value) for one in Words().show(setting)]
    assert shown == [(1, "knew-limits"), (2, "solid-knowledge")]
    assert Words().parse("2", setting) == Partly(
        {"picked": ["solid-knowledge"], "found": []},
        "Noted: Solid knowledge. Another word?",
        "Enter = go on",
    )
    assert Words().parse("3", setting) == Refused(
        "A number from 1 to 2, or another word."
    )
    assert Words().parse("zebra", setting) == Refused(
        "Nothing fits that. Another word, :more for all, or Enter."
    )


def test_many_that_fit_are_shown_in_part() -> None:
    many = [Choice(at, f"word-{at}", f"Word {at}") for at in range(1, 12)]
    reply = Words().parse("word", Setting(many, None, TODAY))
    assert isinstance(reply, Partly)
    assert len(reply.value["found"]) == 9
    assert reply.note == (
        "Which one? Its number, or another word. 2 more fit; a longer word shows them."
    )


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-11-18", "2026-11-18"),
        ("today", "2026-11-21"),
        (" Yesterday ", "2026-11-20"),
        ("3 days ago", "2026-11-18"),
        ("1 day", "2026-11-20"),
        ("a week ago", "2026-11-14"),
        ("two weeks ago", "2026-11-07"),
        ("last tuesday", "2026-11-17"),
        ("friday", "2026-11-20"),
        ("18 Nov", "2026-11-18"),
        ("Nov 18, 2026", "2026-11-18"),
        ("18.11.2026", "2026-11-18"),
        ("25 Dec", "2025-12-25"),
        ("1970-01-01", "1970-01-01"),
        ("1969-12-31", None),
        ("2026-13-01", None),
        ("2026-2-30", None),
        ("2026-2-3", "2026-02-03"),
        ("tomorrow", None),
        ("2026-11-22", None),
        ("9999 weeks ago", None),
        ("may", None),
        ("2025", None),
        ("12", None),
        ("harbour", None),
        ("yesterday" + " ago" * 10_000, None),
    ],
)
def test_a_day_is_found_however_it_is_said(typed: str, day: str | None) -> None:
    assert find_day(typed, TODAY) == (date.fromisoformat(day) if day else None)


def test_what_a_draft_does_not_mean_is_nothing_under_way() -> None:
    drafts: tuple[Any, ...] = (None, {}, [], "x", {"moves": 1, "revisit": []})
    for strange in drafts:
        assert read_under_way(strange) == UnderWay()


def test_ends_of_interviews_are_refused_with_what_fits() -> None:
    interview = hold({"company": "x" * 201, "stage": ["99", "8"]})
    assert interview.person.told == [
        "That is 201 characters; 200 fit here. Please shorten it.",
        "A number from 1 to 12, please, or Enter.",
    ]


def test_asking_does_not_need_pydantic() -> None:
    code = (
        "import sys, reflect_journal.interview.conversation as _;"
        "import reflect_journal.interview.assembly;"
        "sys.exit('pydantic' in sys.modules)"
    )
    source = Path(reflect_journal.__file__).parents[1]
    ran = subprocess.run([sys.executable, "-c", code], check=False, cwd=source)
    assert ran.returncode == 0
