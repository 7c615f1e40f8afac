"""Going back, skipping, asking for help or more, and stopping."""

import pytest

from reflect_journal.interview.conversation import ALL_COMMANDS, Conversation
from reflect_journal.interview.session import Session
from tests.interview.people import (
    INTERRUPT,
    PLAN,
    Interview,
    Lines,
    Person,
    begin,
    hold,
)


def test_back_asks_the_question_before_again_and_enter_keeps_what_stands() -> None:
    interview = hold({"company": "Harbor", "role": [":back", "Engineer"]})
    assert interview.person.keys[1:5] == ["company", "role", "company", "role"]
    _, again = interview.person.find("company")
    assert (again.now, again.editable) == ("Harbor", "Harbor")
    assert again.hint == "Enter keeps it, :skip empties it"
    assert interview.document["company"] == "Harbor"


def test_back_twice_goes_two_questions_back() -> None:
    interview = hold(
        {"sting": "4 flat", "company": ["Harbor", ":back"], "role": [":back", "Dev"]}
    )
    keys = interview.person.keys
    assert keys[:6] == ["sting", "company", "role", "company", "sting", "role"]
    assert interview.person.find("sting")[1].now == "4 flat"
    assert interview.person.find("sting")[1].editable == ""
    assert interview.document["feeling"] == "flat"


def test_back_at_the_first_question_says_so() -> None:
    interview = hold({"sting": [":back", "3"]})
    assert interview.person.told == ["This is the first question."]
    assert interview.document["sting"] == 3


def test_back_goes_to_a_further_move_of_a_question() -> None:
    lines: Lines = {
        "rating:answers": "2",
        "spots:answers": "10",
        "other:answers": ["I always fail", "No pauses"],
        "other:answers:which-moment": ":back",
    }
    document = hold(lines).document
    assert document["rounds"][0]["areas"]["answers"]["note"] == "No pauses"


def test_back_from_a_list_keeps_what_was_picked_in_it() -> None:
    lines: Lines = {
        "what_worked": ["The start", "The end"],
        "strengths": ["solid", ":back", ""],
    }
    document = hold(lines).document
    assert document["what_worked"] == "The end"
    assert [one["strength"] for one in document["strengths"]] == ["solid-knowledge"]


def test_picking_goes_on_from_the_words_that_stand() -> None:
    lines: Lines = {
        "stage": "1",
        "strengths": ["solid", "", "rapport", ""],
        "still": [":back", ""],
    }
    interview = hold(lines)
    assert interview.person.find("strengths")[2].now == "Solid knowledge"
    named = [one["strength"] for one in interview.document["strengths"]]
    assert named == ["solid-knowledge", "good-rapport"]


def test_a_question_that_no_longer_applies_is_not_gone_back_to() -> None:
    lines: Lines = {"sting": ["5", "3"], "gate": "g", "company": [":back", ":back", ""]}
    interview = hold({**lines, "gate": ["g", ":back"]})
    assert interview.person.keys[:4] == ["sting", "gate", "company", "gate"]
    assert "gate" not in interview.person.keys[4:]


def test_skip_leaves_a_question_empty_even_where_enter_means_something() -> None:
    lines: Lines = {
        "rating:answers": "1",
        "next:answers": "Result first",
        "lesson": ":skip",
        "date": ":SKIP",
    }
    interview = hold(lines)
    assert "lesson" not in interview.document
    assert interview.session.answers["date"] is None
    assert interview.document["rejected_on"] == "2026-11-21"


def test_skip_empties_what_was_answered_before() -> None:
    document = hold({"company": ["A", ":skip"], "role": ":back"}).document
    assert document["company"] == "unnamed"


@pytest.mark.parametrize("line", [":quit", " : Q u i t ", ":QUIT"])
def test_quit_stops_with_everything_kept(line: str) -> None:
    interview = hold({"sting": "3", "company": "A", "role": line})
    assert interview.ending == "quit"
    assert interview.kept[-1].answers["company"] == "A"
    assert interview.session.current is not None
    assert interview.session.current.key == "role"


def test_an_interrupt_keeps_all_but_the_line_being_typed() -> None:
    person, kept = Person({"company": "A", "role": INTERRUPT}), list[Session]()
    with pytest.raises(KeyboardInterrupt):
        Conversation(begin(), person, kept.append).hold()
    assert kept[-1].answers["company"] == "A"
    assert "role" not in kept[-1].answers


def test_every_answer_and_every_move_is_kept_at_once() -> None:
    interview = hold({"company": "A", "strengths": ["solid", ""]})
    kept = [(dict(one.answers), one.partial) for one in interview.kept]
    assert ({"sting": None, "company": "A"}, None) in kept
    assert any(partial and "solid" in str(partial) for _, partial in kept)


def test_help_explains_a_question_and_its_choices() -> None:
    interview = hold(
        {"company": ":help", "rating:answers": "1", "spots:answers": [":Help", ""]}
    )
    first, second = interview.person.told
    said = "Any name you will know it by. Without one it is called unnamed."
    assert first == f"{said}\n{ALL_COMMANDS}"
    lines = second.split("\n")
    assert lines[0].startswith("The words let the journal see")
    assert lines[1].startswith("1 Went on too long: ")
    assert lines[-1] == ALL_COMMANDS


def test_more_takes_several_lines_for_a_text() -> None:
    person = Person({"moment": [":more", "It went\n\nlike this"]})
    conversation = Conversation(begin(), person, lambda _: None)
    conversation.hold()
    several = person.find("moment")[1]
    assert several.shape == "lines"
    assert several.wording == (
        "As many lines as you like. A line with only a full stop ends it."
    )
    assert conversation.session.answers["moment"] == "It went\n\nlike this"


@pytest.mark.parametrize(
    ("line", "ending", "moment"),
    [
        (":quit", "quit", None),
        (":skip", "complete", None),
        (":)", "complete", None),
        ("", "complete", None),
    ],
)
def test_a_command_is_no_text_among_several_lines(
    line: str, ending: str, moment: str | None
) -> None:
    interview = hold({"moment": [":more", line]})
    assert interview.ending == ending
    assert interview.session.answers.get("moment") == moment


@pytest.mark.parametrize(
    "key",
    [
        *("sting", "company", "date", "stage", "ending", "rating:answers"),
        *("rating:preparation", "areas", "spots:answers", "earlier", "around"),
        *("fit:role", "reason", "their_words", "sorting", "tried", "read-back"),
    ],
)
def test_more_explains_where_there_is_no_longer_answer(key: str) -> None:
    lines = {
        "stage": "8",
        "rating:answers": "1",
        "rating:technical": "1",
        "rating:preparation": "1",
        "spots:answers": "1",
        "reason": "2",
    }
    once = [lines[key]] if key in lines else []
    interview = hold({**lines, key: [":more", *once]}, plan=PLAN)
    [explained] = interview.person.told
    assert explained.endswith(ALL_COMMANDS)
    assert interview.ending == "complete"


def test_more_shows_all_words_of_a_list() -> None:
    interview = hold({"strengths": ["solid", ":more", "3", ""]})
    first, picked, all_of_them, noted = interview.person.find("strengths")
    assert first.wording == "Was it any of these?"
    assert picked.wording == "Noted: Solid knowledge. Another word?"
    assert all_of_them.wording == "Which one? Its number, or a word."
    assert len(all_of_them.choices) == 22
    third = all_of_them.choices[2]
    assert noted.wording == f"Noted: {third.label}. Another word?"
    assert [one["strength"] for one in interview.document["strengths"]] == [
        "solid-knowledge",
        third.value,
    ]


def ask_about(answer: str) -> Interview:
    return hold({"company": [":)", "Harbor"], "colon": answer})


def test_a_line_with_an_unknown_colon_is_asked_about_and_not_stored() -> None:
    interview = ask_about("")
    [question] = interview.person.find("colon")
    assert question.wording == f":) is no command here. {ALL_COMMANDS}"
    assert question.hint == "Keep it as your answer? y = yes"
    assert interview.document["company"] == "Harbor"


def test_a_line_with_an_unknown_colon_is_kept_if_that_is_wished() -> None:
    assert ask_about("Y").document["company"] == ":)"


def test_several_lines_may_begin_with_a_colon() -> None:
    interview = hold({"reason": "2", "their_words": ":quit\nis what they said"})
    assert interview.document["their_words"] == ":quit\nis what they said"


def test_a_name_that_is_too_long_can_be_shortened_where_it_stands() -> None:
    typed = "Harbour " * 30
    interview = hold({"company": [typed, ":help", "Harbour"], "role": "Dev"})
    first, *again = interview.person.find("company")
    assert first.editable == ""
    assert [one.editable for one in again] == [typed, typed]
    assert interview.person.told[0] == (
        "That is 239 characters; 200 fit here. Please shorten it."
    )
    assert interview.person.find("role")[0].editable == ""
    assert interview.document["company"] == "Harbour"


def test_the_lists_of_words_say_how_all_of_them_are_seen() -> None:
    interview = hold({"strengths": ["good", "1", ""]})
    examples = [prompt.example for prompt in interview.person.find("strengths")]
    assert examples == [":more shows all of them", "", ""]
