"""`reflect feedback read`: empty phrases, usable sentences, likely labels."""

from pathlib import Path

import pytest

from reflect_journal.cli.context import CommonOptions, Context
from reflect_journal.cli.likely import make_ranking
from reflect_journal.cli.world import World
from tests.cli.desk import Desk, rejection

LETTER = """\
Dear Tom,
Thank you for your interest in our company.
The panel felt your answers were too long.
We wish you all the best.
"""
EMPTY = "Dear Tom,\nWe decided to move forward with other candidates.\n"


def test_it_tells_the_usable_sentences_with_what_they_could_mean(desk: Desk) -> None:
    ran = desk.run("feedback", "read", stdin=LETTER)
    assert ran.lines[0] == "The panel felt your answers were too long."
    assert "Went on too long" in ran.lines[1]
    assert "3 sentences say nothing about you." in ran.out


def test_one_empty_sentence_is_one(desk: Desk) -> None:
    letter = "\n".join(LETTER.splitlines()[1:3])
    ran = desk.run("feedback", "read", "-", stdin=letter)
    assert "1 sentence says nothing" in ran.out


def test_it_says_when_nothing_is_usable(desk: Desk) -> None:
    ran = desk.run("feedback", "read", stdin=EMPTY)
    assert ran.out.startswith("Nothing usable here")
    assert "Worth asking" in ran.out


FORM = "Hi Tom,\nhere you are.\n> Preparation: 4\n> Answers:\n2\n> People side: ?\n"


def test_a_friends_form_is_no_standard_phrase(desk: Desk) -> None:
    ran = desk.run("feedback", "read", stdin=FORM)
    assert ran.lines == [
        "Read from the form: preparation 4, answers 2, people side ?.",
        "To keep it: reflect feedback add ID --by friend FILE",
    ]
    told = desk.run("feedback", "read", "--json", stdin=FORM).json["form"]
    assert told["ratings"] == {"preparation": 4, "answers": 2, "soft-skills": None}
    assert desk.run("feedback", "read", "--json", stdin=LETTER).json["form"] is None


def test_what_stands_beside_a_friends_form_is_read_as_ever(desk: Desk) -> None:
    text = f"{FORM}One thing to change: talk less\n\nYour answers were too long.\n"
    ran = desk.run("feedback", "read", stdin=text)
    assert ran.lines[0].endswith("people side ?; to change: talk less.")
    assert "Went on too long" in ran.out
    assert "4 sentences" not in ran.out


def test_an_empty_form_is_said_to_be_empty(desk: Desk) -> None:
    ran = desk.run("feedback", "read", stdin="> Answers:\n> People side:\n")
    assert ran.lines == ["Nothing of the form is filled in."]


def test_it_says_when_nothing_is_known(desk: Desk) -> None:
    ran = desk.run("feedback", "read", stdin="Qwertz uiop asdf.")
    assert ran.lines[0] == "Qwertz uiop asdf."
    assert "reflect vocabulary" in ran.out


def test_as_json_it_gives_every_sentence_and_all_suggestions(
    desk: Desk, tmp_path: Path
) -> None:
    file = tmp_path / "mail.txt"
    file.write_text(LETTER, encoding="utf-8")
    told = desk.run("feedback", "read", str(file), "--json").json
    assert told["schema"] == "reflect/feedback-read@1"
    kinds = [one["kind"] for one in told["sentences"]]
    assert kinds == ["boilerplate", "boilerplate", "information", "boilerplate"]
    assert told["suggestions"][0]["id"] == "rambling-answers"
    assert told["sentences"][2]["suggestions"][0].keys() == {"id", "score"}


@pytest.mark.parametrize("options", [[], ["--json"]])
def test_words_about_danger_are_answered_by_the_delicate_text_only(
    desk: Desk, options: list[str]
) -> None:
    text = "I talked too long. I want to kill myself."
    ran = desk.run("feedback", "read", *options, stdin=text)
    assert "befrienders.org" in ran.err
    assert "saved" not in ran.err
    if options:
        assert ran.json["suggestions"] == []
        assert not any(one["suggestions"] for one in ran.json["sentences"])
    else:
        assert ran.out == ""


def test_confirmed_notes_count_next_time(desk: Desk) -> None:
    note = {"weak_spot": "late-arrival", "note": "the flamingo happened"}
    strong = {"strength": "good-rapport", "note": "sang together"}
    desk.save({**rejection("Acre"), "sightings": [note], "strengths": [strong]})
    text = "Again the flamingo happened."
    ran = desk.run("feedback", "read", "--json", stdin=text)
    assert ran.json["suggestions"][0]["id"] == "late-arrival"


def test_the_group_alone_shows_its_commands(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.run("feedback", "--help")
    assert "read" in capsys.readouterr().out


def test_what_is_no_text_is_refused(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "mail.bin"
    file.write_bytes(b"\xff\xfe\x00")
    assert desk.run("feedback", "read", str(file)).code == 2
    assert desk.run("feedback", "read", stdin=" \n").code == 2


def test_a_ranking_reads_nothing_that_speaks_of_danger_or_is_empty(desk: Desk) -> None:
    world = World(environ={"REFLECT_HOME": str(desk.home)})
    rank = make_ranking(Context(world, "new", CommonOptions()))
    assert rank(" ") == rank("I want to kill myself") == ()
    assert rank("I rambled on and on")[0] == "rambling-answers"
