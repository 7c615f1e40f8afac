"""A hint names a command that means the same journal when it is typed."""

import re

import pytest

from reflect_journal.cli.loading import COMMANDS
from reflect_journal.errors import JournalUnusableError, NotSavedError
from tests.cli.desk import Desk, rejection


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["list"], "reflect --journal 'my folder' new"),
        (["show", "nobody"], "reflect --journal 'my folder' list"),
        (["show", "last"], "reflect --journal 'my folder' new"),
        (["search", "word"], "reflect --journal 'my folder' new"),
        (["summary"], "reflect --journal 'my folder' new"),
        (["undelete", "nobody"], "reflect --journal 'my folder' delete --list"),
        (["new"], "reflect --journal 'my folder' new --from FILE"),
        (["restore"], "reflect --journal 'my folder' restore FILE"),
        (["restore", "nothing"], "reflect --journal 'my folder' restore"),
        (["backup"], "reflect --journal 'my folder' where"),
    ],
)
def test_a_hint_keeps_the_journal_that_was_named(
    desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    hint: str,
) -> None:
    desk.home.mkdir(exist_ok=True)
    monkeypatch.chdir(desk.home)
    assert hint in desk.run("--journal", "my folder", *arguments).err


def test_the_status_and_the_list_keep_it_too(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.home.mkdir(exist_ok=True)
    monkeypatch.chdir(desk.home)
    desk.run("new", "--no-input", "--company", "Brook", "--journal", "other")
    status = desk.run("--journal", "other").out
    assert status.startswith(
        "More of it can be told: Brook: reflect --journal other continue"
    )
    listed = desk.run("list", "--journal", "other", terminal=True).out
    assert listed.endswith("One of them: reflect --journal other show brook\n")


def test_an_edit_is_taken_back_in_the_journal_it_was_made_in(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.home.mkdir(exist_ok=True)
    monkeypatch.chdir(desk.home)
    desk.run("new", "--no-input", "--company", "Brook", "--journal", "other")
    told = desk.run("edit", "last", "--field", "role=x", "--journal", "other").err
    assert told.endswith("To take that back: reflect --journal other undo\n")
    kept = desk.run("backup", "--journal", "other").err
    assert "reflect --journal other restore FILE" in " ".join(kept.split())


def test_the_view_of_voices_keeps_it_too(example: Desk) -> None:
    journal = example.run("where", "--json").json["journal"]
    told = example.run("summary", "--by", "who", "--journal", journal, terminal=True)
    assert "more: reflect --journal" in " ".join(told.out.split())


def test_the_doctor_and_the_line_about_damage_keep_it_too(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.home.mkdir(exist_ok=True)
    monkeypatch.chdir(desk.home)
    desk.run("new", "--no-input", "--company", "Brook", "--journal", "other")
    log = next((desk.home / "other").glob("*.jsonl"))
    log.write_bytes(log.read_bytes().replace(b"Brook", b"Brick"))
    told = desk.run("doctor", "--journal", "other", "--plain").out
    assert "Look at the reflection: reflect --journal other show." in told
    assert (
        "reflect --journal other doctor" in desk.run("list", "--journal", "other").err
    )


def test_an_error_names_the_program_as_it_was_called() -> None:
    unusable = JournalUnusableError("folder", "it is not a folder")
    unsaved = NotSavedError("the disk is full", "kept.json", "reflect continue")
    for error in (unusable, unsaved):
        error.call = "reflect --journal other"
    assert str(unusable).endswith("reflect --journal other doctor")
    assert str(unsaved).endswith(
        "When that is mended: reflect --journal other continue"
    )


ASK = ("feedback", "ask", "last", "--plain")
EVERYWHERE = [
    *([], ["list"], ["list", "--company", "nobody"], ["show", "last"]),
    *(["search", "nothing"], ["search"], ["summary"], ["summary", "--by", "who"]),
    *(["summary", "--by", "month"], ["prep"], ["vocabulary"], ["doctor"], ["restore"]),
    *(["backup"], ["history", "last"], ["delete", "--list"], ["undelete", "x"]),
    *(["edit", "last", "--editor", "sting"], ["edit", "last", "--field", "role=x"]),
    *(["edit", "nobody"], ["edit"], ["edit", "last"], ["continue"], ["continue", "x"]),
    *(["continue", "--no-input"], ["new"], ["restore", "here.zip"], ["undo"]),
    *(["feedback", "show", "last"], ["feedback", "list"], [*ASK[:-1], "--sent"]),
    *(["feedback", "add", "last"], ["feedback", "read"], ["delete", "x", "--yes"]),
]
TYPED = [
    (["new", "--quick", "--plain"], [":help", ":quit"]),
    (["new", "--quick", "--plain"], ["3", "Acre", "", "", "", "", "", "n", "", ""]),
    (["new", "--plain"], ["5", ":help", "", "Brook", "", "", "", "", ".", "", ""]),
    (["new", "--plain"], ["3", ":quit"]),
    ([*ASK, "--my-name", "K"], ["", "", "", ":help", "y"]),
    (["feedback", "add", "last", "--by", "hr", "--plain"], [":quit"]),
    (
        ["feedback", "add", "last", "--by", "recruiter", "--plain"],
        ["Talk less.", ".", ":help", "", "", "", ":help", ":quit"],
    ),
    (["edit", "last", "--plain"], [":help", ":quit"]),
    (["continue", "--plain"], [":help", ":quit"]),
]
COMMAND = re.compile(r"\breflect\s([a-z]+)\b(?! --help)")
ANYWHERE = {"schema"}
"""Says the same whatever the journal."""


def list_astray(text: str) -> list[str]:
    """List the commands in a text that mean one's own journal."""
    return [one for one in COMMAND.findall(text) if one in {*COMMANDS} - ANYWHERE]


@pytest.mark.parametrize("arguments", EVERYWHERE, ids=" ".join)
@pytest.mark.parametrize("filled", [False, True], ids=["empty", "filled"])
def test_no_command_of_a_hint_means_another_journal(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, arguments: list[str], filled: bool
) -> None:
    desk.home.mkdir(exist_ok=True)
    monkeypatch.chdir(desk.home)
    if filled:
        given = ("--company", "Brook", "--journal", "other")
        desk.run("new", "--no-input", *given)
    told = desk.run(*arguments, "--journal", "other")
    assert list_astray(told.out + told.err) == []


@pytest.mark.parametrize(("arguments", "typed"), TYPED)
def test_no_question_names_a_command_that_means_another_journal(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, arguments: list[str], typed: list[str]
) -> None:
    desk.home.mkdir(exist_ok=True)
    monkeypatch.chdir(desk.home)
    desk.run("new", "--no-input", "--company", "Brook", "--journal", "other")
    lines = "".join(f"{one}\n" for one in typed)
    told = desk.run(*arguments, "--journal", "other", typed=lines)
    assert list_astray(told.out + told.err) == []


def test_a_hint_is_short_in_the_journal_of_ones_own(desk: Desk) -> None:
    desk.save(rejection())
    assert desk.run("show", "nobody").err.endswith("All of them: reflect list\n")
