"""A friend's reply is read with the form or without, quoted or not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflect_journal.letters.facts import LetterFacts
from reflect_journal.letters.friend_reply import FriendReply, read_reply
from reflect_journal.letters.writing import write_letter

FILLED = """\
Preparation: 4
Answers: 2/5
Technical part: ?
People side: 5
Body language: 3 I think
One thing that works: calm voice
One thing to change: shorter answers,
one example each

More another day!
"""
READ = FriendReply(
    {
        "preparation": 4,
        "answers": 2,
        "technical": None,
        "soft-skills": 5,
        "body-language": 3,
    },
    "calm voice",
    "shorter answers, one example each",
)


@pytest.mark.parametrize("mark", ["", "> ", ">> ", "> > ", "| ", ">"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_form_is_read_however_it_is_quoted(mark: str, end: str) -> None:
    text = "".join(f"{mark}{line}{end}" for line in FILLED.splitlines())
    assert read_reply(text) == READ


def test_answers_above_an_empty_quoted_form_count() -> None:
    form = write_letter(LetterFacts("friend")).body
    quoted = "".join(f"> {line}\n" for line in form.splitlines())
    assert read_reply(f"Answers 4\n\nOn Monday you wrote:\n{quoted}") == FriendReply(
        {"answers": 4}
    )
    assert read_reply(quoted) == FriendReply()


@pytest.mark.parametrize("gap", ["", "\n"])
@pytest.mark.parametrize("depth", ["", "> "])
def test_answers_below_each_quoted_line_count(gap: str, depth: str) -> None:
    told = ("4", "2/5", "?", "5", "3 I think", "calm voice", "short answers,\neach one")
    form = write_letter(LetterFacts("friend")).body.splitlines()
    lines = [f"{depth}> {line}\n" for line in form]
    begin = next(at for at, line in enumerate(form) if line.startswith("Prep"))
    for at, answer in enumerate(told, begin):
        below = "".join(f"{depth}{line}\n" for line in answer.splitlines())
        lines[at] += f"{gap}{below}{gap}"
    assert read_reply("".join(lines)) == FriendReply(
        READ.ratings, "calm voice", "short answers, each one"
    )


def test_numbers_below_a_form_that_nothing_quotes_count() -> None:
    assert read_reply("Answers:\n2\nPeople side:\nLovely\n4") == FriendReply(
        {"answers": 2}
    )


def test_a_greeting_below_a_line_that_was_left_empty_is_no_answer() -> None:
    form = write_letter(LetterFacts("friend")).body
    quoted = "".join(f"> {line}\n" for line in form.splitlines())
    assert read_reply(f"{quoted}\nBest, Kim") == FriendReply()
    assert read_reply("Answers: 2\nOne thing to change:\n\nBest, Kim") == (
        FriendReply({"answers": 2})
    )


def test_without_the_form_there_are_only_words() -> None:
    assert read_reply("You were great, 5 of 5! Preparation is overrated.") == (
        FriendReply()
    )
    assert read_reply("") == FriendReply()


@pytest.mark.parametrize("value", ["0", "6", "55", "4.5x", "-3", "four", "1000"])
def test_only_one_to_five_is_a_rating(value: str) -> None:
    read = read_reply(f"Preparation: {value}")
    assert set(read.ratings.values()) <= {4}
    assert read.ratings == {} or value == "4.5x"


@given(st.text(), st.text())
def test_any_text_can_be_read(before: str, after: str) -> None:
    read = read_reply(f"{before}\n> Preparation: {after}\n{FILLED}")
    assert set(read.ratings.values()) <= {1, 2, 3, 4, 5, None}
