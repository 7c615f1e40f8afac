"""Letters say what helps, and nothing that closes a door."""

from datetime import date

import pytest

from reflect_journal.letters.facts import (
    KINDS,
    PIECES,
    QUESTIONS,
    TO,
    VIA,
    LetterFacts,
    find_missing,
)
from reflect_journal.letters.lint import check_letter
from reflect_journal.letters.waiting import add_working_days, find_nudge_day
from reflect_journal.letters.writing import TemplateRefusedError, write_letter

FULL = LetterFacts(
    "interviewer",
    name="Ms Lind",
    my_name="Kim Berg",
    company="Harbour Analytics",
    role="Data engineer",
    memory="the crane on the envelope",
    unsure=("answers", "body language"),
    pieces=PIECES,
)


def change(**values: object) -> LetterFacts:
    return LetterFacts(**{name: getattr(FULL, name) for name in FIELDS} | values)


FIELDS = tuple(LetterFacts.__slots__)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("via", VIA)
@pytest.mark.parametrize("to", TO)
def test_no_letter_of_ours_has_a_finding(to: str, via: str, kind: str) -> None:
    letter = write_letter(change(to=to, via=via, kind=kind))
    assert letter.subject
    assert check_letter(letter.body) == []
    assert "\n\n\n" not in letter.body


@pytest.mark.parametrize("to", TO[:4])
@pytest.mark.parametrize("via", VIA)
def test_a_letter_thanks_accepts_asks_openly_and_leaves_time_and_a_door(
    to: str, via: str
) -> None:
    body = write_letter(change(to=to, via=via)).body
    assert "Thank you" in body
    assert "the crane on the envelope." in body
    assert "I accept" in body
    assert all(question in body for question in QUESTIONS)
    assert "What did the" in body
    assert "answers and body language" in body
    assert "sorry that it did not work out this time, because I would enjoy" in body
    assert "I would be glad" in body
    assert "hurry" in body or via == "phone"


def test_optional_parts_can_be_left_out() -> None:
    body = write_letter(change(pieces=())).body
    for part in ("What did the", "body language", "sorry", "considered again"):
        assert part not in body


def test_recruiters_and_hr_are_told_that_asking_others_takes_its_time() -> None:
    for to in ("recruiter", "hr"):
        body = write_letter(change(to=to)).body
        assert "I know that you have to ask others first" in body


def test_a_call_sheet_has_room_for_their_words_and_none_for_an_argument() -> None:
    body = write_letter(change(via="phone")).body
    assert body.count("their words:") == 4
    assert '"Can you give me an example?":' in body
    assert "There is nothing to explain here." in body
    assert "[ ] asked one open question  [ ] said thank you" in body


def test_a_friend_gets_ten_lines_with_a_form_and_no_rating_of_ones_own() -> None:
    body = write_letter(change(to="friend", unsure=("answers",))).body
    lines = [line for line in body.splitlines() if line]
    assert len(lines) == 10
    assert [line for line in lines if line.endswith(":")] == [
        *("Preparation:", "Answers:", "Technical part:", "People side:"),
        *("Body language:", "One thing that works:", "One thing to change:"),
    ]
    assert "Harbour" not in body


@pytest.mark.parametrize("kind", ["nudge", "thanks", "used"])
def test_a_friend_is_written_to_as_a_friend_and_not_as_an_employer(kind: str) -> None:
    letter = write_letter(change(to="friend", kind=kind))
    assert letter.body.startswith("Hi Ms Lind,")
    assert letter.body.endswith("\n\nKim Berg")
    whole = letter.subject + letter.body
    for word in ("Dear", "interview", "considered", "Kind regards", "engineer"):
        assert word not in whole


@pytest.mark.parametrize("to", TO)
@pytest.mark.parametrize("kind", ["thanks", "used"])
def test_what_one_remembers_stands_in_a_sentence(to: str, kind: str) -> None:
    body = write_letter(change(to=to, kind=kind, memory="m")).body
    assert ": m." in body
    assert "  " not in write_letter(change(to=to, kind=kind, memory="")).body


def test_what_is_missing_is_named_with_its_option() -> None:
    assert [option for _, option in find_missing(LetterFacts("hr"))] == [
        *("--name", "--my-name", "--memory"),
    ]
    assert list(find_missing(FULL)) == []
    assert dict(find_missing(change(kind="used", memory=""))) == {
        "which advice you used, and what came of it": "--memory"
    }
    assert list(find_missing(change(kind="used", to="friend", memory="")))
    assert not list(find_missing(change(kind="thanks", to="friend", memory="")))
    assert list(find_missing(change(kind="nudge", memory=""))) == []


def test_a_letter_with_missing_pieces_shows_where_they_belong() -> None:
    letter = write_letter(LetterFacts("interviewer"))
    assert "Dear [their name]," in letter.body
    assert letter.body.endswith("[your name]")
    assert letter.subject == "Thank you for the talk"


def test_what_was_typed_is_never_read_as_a_template() -> None:
    body = write_letter(change(memory="{{ 7 * 7 }}{% for %}")).body
    assert "{{ 7 * 7 }}{% for %}." in body


def test_an_own_template_comes_before_the_built_in_one() -> None:
    own = {"interviewer-email.txt": "Hello {{ name }}\n{{ memory }}"}
    letter = write_letter(FULL, own)
    assert (letter.subject, letter.body) == (
        "",
        "Hello Ms Lind\nthe crane on the envelope.",
    )
    assert write_letter(change(to="hr"), own).subject


@pytest.mark.parametrize(
    "template",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ name.nothing }}",
        "{{ salary }}",
        "{% include '/etc/passwd' %}",
        "{{ 1 / 0 }}",
        "{{ range(10 ** 9) }}",
        "{% if %}",
    ],
)
def test_an_own_template_reaches_nothing_but_the_facts(template: str) -> None:
    with pytest.raises(TemplateRefusedError) as refused:
        write_letter(FULL, {"email.txt": "", "interviewer-email.txt": template})
    assert refused.value.name == "interviewer-email.txt"
    assert refused.value.problem


def test_one_reminder_is_in_order_after_ten_working_days() -> None:
    friday = date(2026, 11, 20)
    assert add_working_days(friday) == date(2026, 12, 4)
    assert add_working_days(date(2026, 11, 22), 1) == date(2026, 11, 23)
    assert find_nudge_day("2026-11-20") == "2026-12-04"
    assert [find_nudge_day(odd) for odd in ("", "soon", "9999-12-31")] == [""] * 3
