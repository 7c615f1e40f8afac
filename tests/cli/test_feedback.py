"""Feedback is asked for well, kept in their words, and listed with its days."""

import json
import stat
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import pytest

from reflect_journal.cli import feedback_taking
from reflect_journal.errors import JournalUnusableError, NotSavedError
from reflect_journal.journal.journal import DiskJournal, Receipt
from tests.cli.desk import Desk, Run, record, rejection

CANARY = "canary-7351"
WORDS = "We liked you.\r\nMore about your own part,\tplease. \u2028 \n"


@pytest.fixture
def harbour(desk: Desk) -> Desk:
    areas = {"answers": {"rating": 5}, "body-language": {}}
    rounds = [{"stage": "panel", "areas": areas}]
    desk.save(rejection("Harbour Analytics", role="Data engineer", rounds=rounds))
    return desk


def add(desk: Desk, *arguments: str, words: str = WORDS) -> Run:
    ran = desk.run("feedback", "add", "harbour", *arguments, "-", stdin=words)
    assert ran.code == 0, ran.err
    return ran


def read(desk: Desk) -> dict[str, Any]:
    document: dict[str, Any] = desk.run("show", "harbour", "--json").json["reflection"]
    return document


def list_rows(desk: Desk, *arguments: str) -> list[dict[str, Any]]:
    ran = desk.run("feedback", "list", *arguments, "--json")
    rows: list[dict[str, Any]] = ran.json["feedback"]
    return rows


def sleep_until(desk: Desk, day: int) -> None:
    desk.now = datetime(2026, 11, day, 12, tzinfo=UTC)


# The group


def test_the_group_lists_its_commands_and_takes_common_options(harbour: Desk) -> None:
    assert harbour.run("feedback").code == 2
    for arguments in (
        ("--json", "feedback", "list"),
        ("feedback", "--json", "list"),
        ("feedback", "list", "--json"),
    ):
        answer = harbour.run(*arguments).json
        assert answer == {"schema": "reflect/feedback-list@1", "feedback": []}
    assert harbour.run("feedback", "asq").code == 2


# Asking


def test_the_letter_is_printed_whatever_is_missing_and_says_what_is(
    harbour: Desk,
) -> None:
    ran = harbour.run("feedback", "ask", "harbour")
    assert ran.code == 0
    assert ran.lines[0] == "Subject: Thank you for the talk (Data engineer)"
    assert "body language. How did that come across?" in ran.out
    assert ran.err.count("not ready: ") == 3
    assert "Many are not answered. That is normal" in ran.err
    assert "feedback" not in read(harbour)


def test_the_json_of_a_letter_holds_what_is_not_ready(harbour: Desk) -> None:
    ran = harbour.run(
        *("feedback", "ask", "harbour", "--json", "--name", "Jo", "--my-name", "Kim"),
        *("--memory", "please reconsider", "--to", "hiring-manager"),
    )
    answer = ran.json
    assert answer["schema"] == "reflect/feedback-ask@1"
    assert answer["subject"].startswith("Thank you for considering me")
    assert answer["body"].startswith("Dear Jo,")
    assert [one["kind"] for one in answer["findings"]] == ["pleading"]
    less = harbour.run("feedback", "ask", "harbour", "--json").json
    assert {one["instead"] for one in less["findings"]} == {
        *("--name", "--my-name", "--memory"),
    }


def test_after_a_sting_of_four_tomorrow_is_early_enough(desk: Desk) -> None:
    desk.save(rejection("Sore", sting=4), rejection("Mild", sting=3))
    assert "Tomorrow is early enough" in desk.run("feedback", "ask", "sore").err
    assert "Tomorrow" not in desk.run("feedback", "ask", "mild").err


@pytest.mark.parametrize(
    ("more", "subject"),
    [
        ({"stage_reached": "applied"}, "Thank you for your message"),
        ({"stage_reached": "panel"}, "Thank you for the talk"),
        ({"rounds": [{"stage": "recruiter-screen"}]}, "Thank you, and two questions"),
    ],
)
def test_the_agency_is_asked_where_there_was_one(
    desk: Desk, more: dict[str, Any], subject: str
) -> None:
    desk.save(rejection("Acre", **more))
    assert desk.run("feedback", "ask", "acre").lines[0] == f"Subject: {subject}"


def test_parts_are_chosen_by_their_words(harbour: Desk) -> None:
    ask = ("feedback", "ask", "harbour", "--with")
    assert "sorry that it did not" in harbour.run(*ask, "sorry").out
    assert "considered again" not in harbour.run(*ask, "none").out
    assert harbour.run(*ask, "money").code == 2


def test_a_call_has_a_sheet_and_a_letter_is_a_mail_unless_asked_otherwise(
    harbour: Desk,
) -> None:
    ask = ("feedback", "ask", "harbour")
    assert harbour.run(*ask).out == harbour.run(*ask, "--via", "email").out
    sheet = harbour.run(*ask, "--via", "phone").out
    assert sheet.startswith("Subject: Call sheet: Harbour Analytics")
    assert "Before you hang up: [ ] asked one open question" in sheet


@pytest.mark.parametrize("option", ["--to", "--via", "--kind"])
def test_other_words_than_those_known_are_refused(harbour: Desk, option: str) -> None:
    ran = harbour.run("feedback", "ask", "harbour", option, "pigeon")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"{option}: it takes ")


@pytest.mark.parametrize("day", ["2026-13-45", "2026-11-23", "soon"])
def test_a_day_that_cannot_be_is_refused_before_the_letter(
    harbour: Desk, day: str
) -> None:
    eml = harbour.home / "letter.eml"
    ran = harbour.run(
        "feedback", "ask", "harbour", "--sent", "--on", day, "--eml", str(eml)
    )
    assert (ran.code, ran.out, ran.err[:5]) == (2, "", "--on:")
    assert not eml.exists()


def test_a_draft_for_a_mail_program_is_written_for_its_owner(
    harbour: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "letter.eml"
    ask = ("feedback", "ask", "harbour", "--name", "Zoë <z@example.org>", "--eml")
    assert harbour.run(*ask, str(path)).code == 0
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    message = message_from_bytes(path.read_bytes(), policy=default)
    assert message["To"].addresses[0].display_name == "Zoë"
    assert message["Subject"] == "Thank you for the talk (Data engineer)"
    assert harbour.run(*ask, str(path)).code == 5
    assert harbour.run(*ask, str(path), "--plain", typed="\n" * 9).code == 1
    assert harbour.run(*ask, str(path), "--yes").code == 0
    assert harbour.run(*ask, "-").code == 2


@pytest.mark.parametrize(
    ("options", "instead"),
    [
        (["--eml", "no-folder/sheet.eml"], "leave --eml out"),
        (["--kind", "thanks"], "Leave --via out."),
        (["--name", "x" * 201], "--name: has 201 characters; 200 fit."),
    ],
)
def test_what_cannot_be_done_is_refused_before_anything_is_printed(
    harbour: Desk, options: list[str], instead: str
) -> None:
    ran = harbour.run("feedback", "ask", "harbour", "--via", "phone", *options)
    assert (ran.code, ran.out) == (2, "")
    assert instead in ran.err


def test_own_templates_are_used_and_a_bad_one_is_told(harbour: Desk) -> None:
    ran = harbour.run("feedback", "ask", "harbour", "--template")
    assert "Dear {{ name }}," in ran.out
    folder = harbour.config.parent / "letters"
    assert str(folder / "interviewer-email.txt") in ran.err
    folder.mkdir()
    own = folder / "interviewer-email.txt"
    own.write_text("Subject: Hi\n\nHello {{ name }}", encoding="utf-8")
    assert harbour.run("feedback", "ask", "harbour").lines[2] == "Hello [their name]"
    own.write_text("{{ secret }}", encoding="utf-8")
    ran = harbour.run("feedback", "ask", "harbour")
    assert "interviewer-email.txt cannot be used" in ran.err
    assert "Dear [their name]," in ran.out
    own.write_bytes(b"\xff")
    assert "is not UTF-8" in harbour.run("feedback", "ask", "harbour").err


# Checking


def test_a_letter_is_checked_and_strict_fails(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Please reconsider, and answer by Friday.", encoding="utf-8")
    ran = desk.run("feedback", "check", str(path), "--json")
    assert (ran.code, ran.json["schema"]) == (0, "reflect/feedback-check@1")
    kinds = [one["kind"] for one in ran.json["findings"]]
    assert kinds == ["pleading", "pressing", "no-thanks"]
    ran = desk.run("feedback", "check", str(path), "--strict")
    assert ran.code == 1
    assert '  "Please reconsider, and answer by Friday."' in ran.lines
    ran = desk.run("feedback", "check", "-", "--strict", stdin="Thank you.")
    assert (ran.code, ran.lines[0][:14]) == (0, "Nothing found.")


@pytest.mark.parametrize(
    "content", [b"", b" \n", b"\xff\xfe", b"a\0b", b"x" * 20_001, b"\x89PNG\r\n\x1a\n"]
)
@pytest.mark.parametrize(
    ("command", "ending"),
    [
        (["check"], ""),
        (["read"], ""),
        (["add", "harbour", "--by", "friend"], "Nothing was saved.\n"),
    ],
    ids=["check", "read", "add"],
)
def test_what_is_no_text_is_refused_and_nothing_is_saved(
    harbour: Desk, command: list[str], ending: str, content: bytes
) -> None:
    before = harbour.log.read_bytes()
    ran = harbour.run("feedback", *command, "-", stdin=content)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("standard input: ")
    assert ran.err.endswith(ending)
    assert ("saved" in ran.err) is bool(ending)
    assert harbour.log.read_bytes() == before


@pytest.mark.parametrize("command", ["check", "read"])
def test_what_looks_only_does_not_speak_of_saving(desk: Desk, command: str) -> None:
    for name in (str(desk.home.parent), str(desk.home / "nowhere.txt")):
        ran = desk.run("feedback", command, name)
        assert (ran.code, "saved" in ran.err) == (2, False)


# States


def test_asked_reminded_and_heard_is_one_line_with_its_days(harbour: Desk) -> None:
    ask = ("feedback", "ask", "harbour", "--name", "Jo", "--sent")
    assert harbour.run(*ask, "--on", "2026-11-05").code == 0
    assert list_rows(harbour)[0]["nudge_from"] == "2026-11-19"
    listed = harbour.run("feedback", "list").out
    assert "one reminder is fine" in listed
    assert "You asked once; 0 of 1 answered." in listed
    assert harbour.run(*ask, "--kind", "nudge").code == 0
    again = harbour.run(*ask, "--kind", "nudge")
    assert again.err.startswith("Nobody waits for that reminder: one is enough")
    assert list_rows(harbour, "--open")[0]["state"] == "nudged"
    add(harbour, "--by", "interviewer")
    (row,) = list_rows(harbour)
    assert {key: row[key] for key in ("company", "state", "asked_on", "by")} == {
        "company": "Harbour Analytics",
        "state": "received",
        "asked_on": "2026-11-05",
        "by": "interviewer",
    }
    assert (row["nudged_on"], row["received_on"]) == ("2026-11-22", "2026-11-22")
    assert list_rows(harbour, "--open") == []
    assert "You asked once; 1 of 1 answered." in harbour.run("feedback", "list").out


def test_whom_one_asked_before_keeps_the_first_day_and_that_is_said(
    harbour: Desk,
) -> None:
    ask = ("feedback", "ask", "harbour", "--to", "interviewer", "--sent", "--name")
    harbour.run(*ask, "Ann", "--on", "2026-11-05")
    harbour.run(*ask, "Bob", "--on", "2026-11-06")
    again = harbour.run(*ask, "Ann")
    assert "Ann had been asked the same way, on 5 Nov 2026; that day stays." in (
        again.err.replace("\n", " ")
    )
    assert "Noted." not in again.err
    assert [(one["who"], one["asked_on"]) for one in list_rows(harbour)] == [
        *(("Ann", "2026-11-05"), ("Bob", "2026-11-06")),
    ]
    harbour.run(*ask, "Ann", "--kind", "nudge")
    assert "--kind nudge" not in harbour.run(*ask, "Ann").err
    add(harbour, "--by", "interviewer", "--who", "Ann")
    listed = harbour.run("feedback", "list")
    assert "You asked 2 times; 1 of 2 answered." in listed.out
    harbour.run(*ask, "Bob", "--via", "phone")
    told = harbour.run("feedback", "list").out
    for named in ("interviewer, Ann  ", "interviewer, Bob  ", "interviewer, Bob, by"):
        assert named in told


def test_on_a_narrow_screen_a_channel_takes_two_lines(harbour: Desk) -> None:
    harbour.run("feedback", "ask", "harbour", "--sent")
    narrow = harbour.run("feedback", "list", terminal=True, columns=50)
    assert narrow.lines[1] == "  asked 22 Nov 2026, remind 4 Dec 2026"
    assert len(harbour.run("feedback", "list", terminal=True).lines) == 2


def test_no_answer_is_a_state_like_any_other(harbour: Desk) -> None:
    end = ("feedback", "add", "harbour", "--by", "recruiter", "--state")
    assert harbour.run(*end, "silent", "--json").json["saved"]
    assert "says nothing about you" in harbour.run(*end, "declined").err
    assert [one["state"] for one in list_rows(harbour)] == ["declined"]
    closed = harbour.run(*end, "closed").err
    assert closed.startswith("Noted: nothing is awaited there any more.")
    assert [one["state"] for one in list_rows(harbour)] == ["closed"]
    add(harbour, "--by", "recruiter", "--who", "Ann")
    after = harbour.run(*end, "silent", "--json")
    assert (after.json["saved"], "answered already" in after.err) == (False, True)
    assert [(one["who"], one["state"]) for one in list_rows(harbour)] == [
        ("Ann", "received")
    ]
    assert harbour.run(*end, "angry").code == 2
    assert harbour.run(*end, "silent", "--who", "x" * 201).code == 2
    assert harbour.run(*end, "silent", "-", stdin="w").code == 2


def test_a_day_to_write_again_is_brought_up_until_it_is_done(harbour: Desk) -> None:
    later = ("feedback", "later", "harbour")
    ran = harbour.run(*later, "--on", "2026-11-25", "--note", "two talks given")
    assert "write to Harbour Analytics on 25 Nov 2026" in ran.err
    assert "write to" not in harbour.run().out
    sleep_until(harbour, 26)
    line = "Since 25 Nov 2026: write to Harbour Analytics again: reflect feedback show"
    assert line in harbour.run().out
    assert line in harbour.run("list").err
    assert line in harbour.run("feedback", "list").out
    assert len(harbour.run("--json").json["due"]) == 1
    assert "two talks given" in harbour.run("feedback", "show", "harbour").out
    assert harbour.run(*later, "--done", "--json").json["later"]["done_on"]
    assert "write to" not in harbour.run().out + harbour.run("list").err
    assert harbour.run(*later).code == 2


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("today", "2026-11-22"),
        ("Tomorrow", "2026-11-23"),
        ("in 3 days", "2026-11-25"),
        ("in two weeks", "2026-12-06"),
        ("in 3 months", "2027-02-22"),
        ("next tuesday", "2026-11-24"),
        ("1 March", "2027-03-01"),
        ("2027-11-22", "2027-11-22"),
    ],
)
def test_a_day_to_write_again_is_typed_as_people_say_it(
    harbour: Desk, typed: str, day: str
) -> None:
    ran = harbour.run("feedback", "later", "harbour", "--on", typed, "--json")
    assert (ran.code, ran.json["later"]) == (0, {"due_on": day})


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ("someday", "That is no day."),
        ("2026-02-30", "That is no day."),
        ("yesterday", "That day is over."),
        ("2026-11-21", "That day is over."),
        ("2027-11-23", "That day is more than a year away."),
    ],
)
def test_a_day_that_cannot_be_brought_up_is_refused_by_its_option(
    harbour: Desk, typed: str, refusal: str
) -> None:
    ran = harbour.run("feedback", "later", "harbour", "--on", typed)
    such_as = "It takes a day such as tomorrow, in 3 weeks or 2027-11-01."
    assert (ran.code, ran.err) == (2, f"--on: {refusal} {such_as}\n")
    assert "later" not in read(harbour)


def test_a_note_that_is_too_long_is_refused_by_its_option(harbour: Desk) -> None:
    later = ("feedback", "later", "harbour", "--on", "tomorrow", "--note")
    ran = harbour.run(*later, "x" * 20_001)
    assert (ran.code, ran.err[:7]) == (2, "--note:")


# Hearing


def test_their_words_are_kept_to_the_letter_and_can_be_undone(harbour: Desk) -> None:
    ran = add(harbour, "--by", "recruiter", "--who", "Jo", "--via", "phone", "--json")
    assert ran.json["saved"] is True
    (heard,) = read(harbour)["heard"]
    assert heard["words"] == WORDS
    assert (heard["by"], heard["who"], heard["via"]) == ("recruiter", "Jo", "phone")
    assert harbour.run("undo").code == 0
    assert "heard" not in read(harbour)


def test_of_a_mail_file_only_their_words_are_kept(harbour: Desk) -> None:
    head = "From: Jo <jo@example.org>\nMIME-Version: 1.0\nContent-Type: text/"
    coded = "; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
    file = harbour.home / "a.eml"
    file.write_text(f"{head}plain{coded}Answers: 2=\n, caf=C3=A9\n", encoding="utf-8")
    take = ("feedback", "add", "harbour", "--by", "friend")
    heard = harbour.run(*take, str(file), "--json").json["heard"]
    assert heard["words"] == "Answers: 2, caf\N{LATIN SMALL LETTER E WITH ACUTE}\n"
    assert heard["ratings"] == {"answers": 2}
    ran = harbour.run(*take, "-", stdin=f"{head}html{coded}<p>Hm.</p>")
    assert (ran.code, "without a plain text" in ran.err) == (2, True)
    assert "Copy the text" in ran.err


def test_the_same_words_are_kept_once_and_that_is_said(harbour: Desk) -> None:
    add(harbour, "--by", "recruiter")
    sleep_until(harbour, 23)
    again = add(harbour, "--by", "recruiter", "--json")
    assert "These words are there already, noted 22 Nov 2026; kept once." in again.err
    assert (again.json["saved"], again.json["heard"]) == (False, None)
    assert len(read(harbour)["heard"]) == len(list_rows(harbour)) == 1


def test_a_remark_stands_beside_the_words(harbour: Desk) -> None:
    add(harbour, "--by", "coach", "--comment", "second talk")
    shown = harbour.run("feedback", "show", "harbour").out
    assert "They said: coach, 22 Nov 2026" in shown
    assert "your remark" in shown
    assert read(harbour)["heard"][0]["words"] == WORDS


def test_without_a_terminal_speaker_and_words_have_to_be_given(harbour: Desk) -> None:
    for arguments in ([], ["--by", "friend"]):
        add = ("feedback", "add", "harbour", *arguments)
        ran = harbour.run(*add)
        assert (ran.code, ran.out) == (5, "")
        assert "no terminal" in ran.err
        assert "Without one: reflect feedback add" in ran.err
        ran = harbour.run(*add, "--no-input")
        assert (ran.code, "--no-input forbids" in ran.err) == (2, True)
    assert harbour.run("feedback", "add", "harbour", "--by", "self", "-").code == 2
    assert harbour.run("feedback", "add", "nobody", "--by", "friend", "-").code == 3
    ran = harbour.run(
        "feedback", "add", "harbour", "--by", "hr", "--who", "x" * 201, "-", stdin="w"
    )
    assert ran.code == 2


@pytest.mark.parametrize("more", [[], ["--no-input"]])
def test_words_in_the_pipe_are_taken_as_they_are(
    harbour: Desk, more: list[str]
) -> None:
    add = ("feedback", "add", "harbour", "--by", "interviewer", *more)
    assert harbour.run(*add, stdin=WORDS).code == 0
    assert read(harbour)["heard"][0]["words"] == WORDS
    assert harbour.run(*add, stdin=b"\xff").code == 2


@pytest.mark.parametrize("typed", ["\n", ":quit\n"])
def test_nobody_named_as_speaker_is_no_error(harbour: Desk, typed: str) -> None:
    ran = harbour.run("feedback", "add", "harbour", "--plain", "--json", typed=typed)
    assert (ran.code, ran.json["saved"]) == (0, False)
    assert "Nothing was noted." in ran.err


def test_a_friends_form_is_read_and_shown(harbour: Desk) -> None:
    form = (
        "> Preparation: 4\n> Answers: 2\n> People side: ?\nOne thing that works: ears"
    )
    answer = add(harbour, "--by", "friend", "--json", words=form).json
    assert answer["heard"]["ratings"] == {
        "preparation": 4,
        "answers": 2,
        "soft-skills": None,
    }
    shown = harbour.run("feedback", "show", "harbour").out
    assert "preparation 4, answers 2, people side cannot tell" in shown
    assert "ears" in shown


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("Answers: 2", "Read from the form: answers 2."),
        ("> Answers:\n> People side:", "Nothing of the form is filled in."),
        ("Talk less.", ""),
    ],
)
def test_what_was_read_of_a_form_is_said_without_a_terminal_too(
    harbour: Desk, words: str, read: str
) -> None:
    said = add(harbour, "--by", "friend", words=words).err.splitlines()
    assert said == ["Saved, in their words.", *filter(None, [read])]


def test_words_that_cannot_be_saved_are_kept_where_they_can_be_handed_in_again(
    harbour: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise NotSavedError(reason)

    reason = "the disk is full"
    monkeypatch.setattr(DiskJournal, "save", refuse)
    add = ("feedback", "add", "harbour", "--by", "friend")
    ran = harbour.run(*add, "-", stdin=WORDS)
    assert ran.code == 75
    path = next(line for line in ran.err.splitlines() if "handed-in" in line)
    assert Path(path).read_bytes().decode() == WORDS
    file = harbour.home / "words.txt"
    file.write_text("w", encoding="utf-8")
    assert str(file) in harbour.run(*add, str(file)).err
    monkeypatch.setattr(feedback_taking, "keep_input", refuse)
    ran = harbour.run(*add, "-", stdin="the only copy")
    assert (ran.code, "the only copy" in ran.err) == (75, True)


def test_what_is_saved_is_told_though_nothing_can_be_read_any_more(
    harbour: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise JournalUnusableError(str(harbour.journal), "it is gone")

    def save_and_lose(*given: Any) -> Receipt:
        monkeypatch.setattr(DiskJournal, "get", refuse)
        return save(*given)

    save = DiskJournal.save
    monkeypatch.setattr(DiskJournal, "save", save_and_lose)
    later = ("feedback", "later", "harbour", "--on", "2026-12-01")
    assert harbour.run(*later).err == (
        "Noted: write to Harbour Analytics on 1 Dec 2026.\n"
    )


def test_sightings_by_others_feed_agreement_and_what_is_seen_differently(
    harbour: Desk,
) -> None:
    typed = "\nlong\n1\n\n\n\n\n\n"
    file = harbour.home / "words.txt"
    file.write_text("You talk a lot.", encoding="utf-8")
    by = ("feedback", "add", "harbour", "--by", "friend", "--plain")
    ran = harbour.run(*by, str(file), typed=typed)
    assert ran.code == 0, ran.err
    assert read(harbour)["sightings"] == [
        {"weak_spot": "rambling-answers", "by": "friend", "basis": "said"}
    ]
    who = harbour.run("summary", "--by", "who", "--json").json
    assert who["disputed"] == [{"area": "answers", "of": 1, "count": 1}]
    blind = {group["agreement"]: group["weak_spots"] for group in who["groups"]}
    assert [one["id"] for one in blind["blind-spot"]] == ["rambling-answers"]


def hear(desk: Desk, by: str, words: str, *answers: str) -> None:
    """Hand in somebody's words, and answer what is asked about them."""
    file = desk.home / "words.txt"
    file.write_text(words, encoding="utf-8")
    ran = desk.run(
        *("feedback", "add", "last", "--by", by, "--plain", str(file)),
        typed="".join(f"{one}\n" for one in answers),
    )
    assert ran.code == 0, ran.err


def test_what_several_see_is_common_ground_and_comes_with_an_exercise(
    desk: Desk,
) -> None:
    spot = [{"weak_spot": "rambling-answers"}]
    desk.save(*(rejection(sightings=spot, form="quick") for _ in range(3)))
    hear(desk, "friend", "You talk a lot.", "", "long", "1", *[""] * 6)
    who = desk.run("summary", "--by", "who", "--json").json
    (group,) = (one for one in who["groups"] if one["agreement"] == "common-ground")
    assert [one["id"] for one in group["weak_spots"]] == ["rambling-answers"]
    (seen,) = desk.run("summary", "--json").json["weak_spots"]
    assert seen["agreement"] == "common-ground"
    assert f"Next: {seen['exercise'][:30]}" in desk.run("summary").out


def test_criticism_of_an_application_is_filed_with_what_to_do_about_the_cv(
    desk: Desk,
) -> None:
    desk.save(rejection(stage_reached="applied"))
    hear(desk, "recruiter", "The CV was too general.", "", "cv", "1", *[""] * 7)
    (seen,) = desk.run("summary", "--area", "application", "--json").json["weak_spots"]
    assert (seen["id"], seen["sources"]) == ("cv-unclear", {"recruiter": 1})
    assert seen["exercise"].startswith("Give your CV to someone")


def test_an_answer_to_another_question_is_filed_with_how_it_came_across(
    harbour: Desk,
) -> None:
    words = "Nice stories, but not what we asked."
    pair = ("thorough", "off the point")
    hear(harbour, "interviewer", words, "", "missed", "1", "", "", "", *pair, "", "")
    (seen,) = read(harbour)["sightings"]
    assert (seen["weak_spot"], seen["by"]) == ("question-not-answered", "interviewer")
    shown = harbour.run("feedback", "show", "last").out
    assert "thorough; came across: off the point" in shown


def test_a_rejection_is_no_feedback_until_somebody_has_said_more(desk: Desk) -> None:
    phrase = "We decided to move forward with other candidates."
    desk.save(rejection("Harbour", their_words=phrase))
    assert list_rows(desk) == []
    told = desk.run("feedback", "read", stdin=phrase).out
    assert told.startswith("Nothing usable here")
    assert "Worth asking" in told
    desk.run("feedback", "ask", "last", "--sent")
    assert "0 of 1 answered" in desk.run("feedback", "list").out
    add(desk, "--by", "recruiter", words="More about your own part.")
    assert "1 of 1 answered" in desk.run("feedback", "list").out


def test_what_employers_want_and_opposites_stand_in_the_summary(desk: Desk) -> None:
    spots = ["overconfident-manner", "low-confidence"]
    desk.save(
        rejection(wants=["calm"], sightings=[{"weak_spot": spots[0]}]),
        rejection(wants=["Calm", "proof"], sightings=[{"weak_spot": spots[1]}]),
    )
    who = desk.run("summary", "--by", "who", "--json").json
    assert who["wants"] == [
        {"want": "Calm", "count": 2},
        {"want": "proof", "count": 1},
    ] or who["wants"][0] == {"want": "calm", "count": 2}
    assert [[one["id"] for one in pair["sides"]] for pair in who["opposites"]] == [
        spots
    ]
    shown = desk.run("summary", "--by", "who").out
    assert "What they said they want" in shown
    assert "Came across as too sure 1 <-> Sold yourself short 1" in shown


# One's own reaction


def test_no_view_but_one_shows_a_reaction(harbour: Desk) -> None:
    document = read(harbour)
    heard = {"by": "recruiter", "words": "Hm.", "noted_on": "2026-11-22"}
    heard["reaction"] = CANARY
    odd = {"heard": [heard], "future": [{"reaction": CANARY}]}
    identifier = harbour.run("list", "--json").json["reflections"][0]["id"]
    parent = json.loads(harbour.log.read_text("utf-8").splitlines()[-1])["rev"]
    harbour.append(
        record(
            document | odd,
            id=identifier,
            parents=[parent],
            at="2026-11-22T12:00:01.000Z",
        )
    )
    assert "future" in read(harbour)
    for arguments in (
        *([], ["--json"], ["list"], ["list", "--json"], ["show", "harbour"]),
        *(["show", "harbour", "--json"], ["show", "harbour", "--markdown"]),
        *(["search", CANARY], ["search", CANARY, "--json"], ["search", "canary"]),
        *(["summary"], ["summary", "--json"], ["summary", "--by", "who", "--json"]),
        *(["report", "-"], ["report", "-", "--markdown"], ["report", "-", "--redact"]),
        *(["export", "--markdown"], ["export", "--redact"], ["prep"]),
        *(["export", "--redact", "--markdown"], ["history", "harbour"]),
        *(["history", "harbour", "--json"], ["feedback", "list"]),
        *(["feedback", "show", "harbour"], ["feedback", "show", "harbour", "--json"]),
        *(["feedback", "ask", "harbour"], ["feedback", "ask", "harbour", "--json"]),
    ):
        ran = harbour.run(*arguments)
        assert CANARY not in (ran.out + ran.err).replace("holds " + CANARY, ""), (
            arguments
        )
    for arguments in (["feedback", "show", "harbour", "--reaction"], ["export"]):
        assert CANARY in harbour.run(*arguments).out


def test_a_word_of_a_reaction_is_searched_like_one_that_is_nowhere(
    harbour: Desk,
) -> None:
    hear(harbour, "recruiter", "Hm.", CANARY, *[""] * 7)
    for arguments in ([], ["--json"]):
        held, nowhere = (
            harbour.run("search", word, *arguments) for word in (CANARY, "zebrafish")
        )
        assert held.out == nowhere.out
        assert held.err == nowhere.err.replace("zebrafish", CANARY)


def test_a_night_later_is_asked_once_what_could_be_true(harbour: Desk) -> None:
    add(harbour, "--by", "recruiter")
    assert "could be true" not in harbour.run("--plain", typed="").err
    sleep_until(harbour, 23)
    assert "could be true" not in harbour.run().err
    asked = harbour.run("--plain", typed="the second line\n")
    assert asked.code == 0
    assert "We liked you." in asked.err
    assert "could be true" not in harbour.run("--plain", typed="").err
    assert read(harbour)["heard"][0]["could_be_true"] == "the second line"
    assert "the second line" in harbour.run("feedback", "show", "harbour").out


@pytest.mark.parametrize(("typed", "code"), [("\n", 0), (":quit\n", 0), ("", 130)])
def test_what_could_be_true_can_be_left_and_is_not_asked_again(
    harbour: Desk, typed: str, code: int
) -> None:
    add(harbour, "--by", "recruiter")
    sleep_until(harbour, 23)
    assert harbour.run("--plain", typed=typed).code == code
    assert "could be true" not in harbour.run("--plain", typed="").err
    assert read(harbour)["heard"][0]["pondered_on"] == "2026-11-23"


def test_what_a_newer_reflect_saved_is_shown_and_not_added_to(harbour: Desk) -> None:
    newer = record(rejection("Newer", heard=[{"by": "hr"}]), v=2)
    harbour.append(newer)
    assert harbour.run("feedback", "show", "newer").code == 0
    assert harbour.run("feedback", "later", "newer", "--on", "2026-12-01").code == 4


def test_without_anything_the_views_say_how_to_begin(harbour: Desk) -> None:
    assert "feedback ask" in harbour.run("feedback", "show", "harbour").err
    assert "feedback ask" in harbour.run("feedback", "list").out


def test_words_under_way_are_erased_with_their_reflection(harbour: Desk) -> None:
    identifier = harbour.run("list", "--json").json["reflections"][0]["id"]
    drafts = harbour.home / "state" / "drafts"
    drafts.mkdir(parents=True, exist_ok=True)
    words = f"feedback-{identifier}"
    for name in (f"{words}.txt", f".{words}.0a1b.tmp", "feedback-other.txt"):
        (drafts / name).write_text("what they said so far", encoding="utf-8")
    assert harbour.run("delete", "--forever", "harbour", "--yes").code == 0
    assert [one.name for one in drafts.iterdir()] == ["feedback-other.txt"]


def test_a_document_edited_by_hand_keeps_the_reaction(harbour: Desk) -> None:
    heard = {"by": "recruiter", "words": "Hm.", "reaction": CANARY}
    harbour.run(
        *("edit", "harbour", "--from", "-"),
        stdin=json.dumps(read(harbour) | {"heard": [heard]}),
    )
    shown = read(harbour)
    assert "reaction" not in shown["heard"][0]
    ran = harbour.run(
        "edit", "harbour", "--from", "-", stdin=json.dumps(shown | {"lesson": "Ask."})
    )
    assert ran.code == 0
    assert CANARY in harbour.run("feedback", "show", "harbour", "--reaction").out
