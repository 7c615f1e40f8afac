"""The last lines, the outcome of an earlier plan, and what a full disk does."""

import json
import shutil
from typing import Any

import pytest

from reflect_journal.cli import ending, sitting
from reflect_journal.errors import JournalUnusableError, NotSavedError
from reflect_journal.journal.disk import DiskJournal
from reflect_journal.journal.drafts import Draft, DraftStore
from tests.interactive.dialogues import FACTS, FULL, FULL_DOCUMENT, QUICK
from tests.interactive.in_process import (
    list_all,
    list_drafts,
    read_last,
    reflect,
    type_answers,
    type_lines,
)
from tests.interactive.terminal_driver import PLAIN, Terminal

FULL_DISK = "the disk is full"


def with_answer(dialogue: list[tuple[str, str]], at: str, typed: str) -> str:
    """Type a dialogue with one other answer."""
    changed = [(asked, typed if asked == at else one) for asked, one in dialogue]
    return type_answers(changed)


@pytest.mark.parametrize(
    ("sting", "last"),
    [
        ("4", ending.ENOUGH),
        ("5\ng", ending.ENOUGH),
        ("3", "They have not said why. Asking is normal"),
        ("", "Next: say the result"),
    ],
)
def test_close_has_one_line_more_at_most(sting: str, last: str) -> None:
    outcome = reflect("new", typed=with_answer(FULL, "How much does it hurt", sting))
    _, close = outcome.err.split("Saved: Harbour Analytics, 20 Nov 2026 (")
    first, second, *rest = close.split("\n")
    assert first.endswith(").")
    assert second.startswith(last)
    assert rest == [""]


def test_close_of_a_quiet_evening_has_one_line() -> None:
    typed = with_answer(QUICK, "Did they say why", "")
    outcome = reflect("new", "--quick", typed=typed)
    assert outcome.err.rstrip().rpartition("\n")[2].startswith("> Saved: Acm")


@pytest.mark.parametrize(("sting", "asks"), [("3", True), ("", False), ("4", False)])
def test_where_no_reason_was_given_the_close_says_that_asking_is_normal(
    sting: str, asks: bool
) -> None:
    typed = with_answer(QUICK, "How much does it hurt", sting)
    outcome = reflect("new", "--quick", typed=typed)
    last = "Asking is normal, silence too: reflect feedback ask last\n"
    assert outcome.err.endswith(last) == asks
    assert reflect("feedback", "ask", "last", "--no-input").code == 0


def test_close_of_the_facts() -> None:
    outcome = reflect("new", typed=type_answers(FACTS))
    assert outcome.err.endswith(ending.FACTS_CLOSE.format(call="reflect") + "\n")


def tell_plan(*lines: str) -> str:
    """Type a full interview that is asked about an earlier plan."""
    at = next(at for at, one in enumerate(FULL) if one[0].startswith("One line"))
    return type_answers(FULL[:at]) + type_lines(*lines) + type_answers(FULL[at:])


def test_earlier_plan_is_asked_about_once_and_its_outcome_kept_there() -> None:
    assert reflect("new", typed=type_answers(FULL)).code == 0
    first = list_all()[0]["id"]
    outcome = reflect("new", typed=tell_plan("2", "1"))
    assert outcome.code == 0
    assert "if they ask for an example, I say the result first" in outcome.err
    plan = read_last(first)["plan"]
    assert (plan["tried"], plan["helped"]) == ("partly", "yes")
    second = next(one["id"] for one in list_all() if one["id"] != first)
    assert "tried" not in read_last(second)["plan"]


def test_last_is_the_new_reflection_after_an_outcome_was_told() -> None:
    assert reflect("new", typed=type_answers(FULL)).code == 0
    first = list_all()[0]["id"]
    assert reflect("new", typed=tell_plan("2", "1")).code == 0
    assert "tried" not in read_last()["plan"]
    assert read_last(first)["plan"]["tried"] == "partly"


@pytest.mark.parametrize("failing", [1, 2], ids=["outcome", "reflection"])
def test_where_one_of_two_saves_fails_nothing_is_lost_or_saved_twice(
    monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    assert reflect("new", typed=type_answers(FULL)).code == 0
    first = list_all()[0]["id"]
    with monkeypatch.context() as patched:
        fill_disk(patched, after=len(FULL) + 1 + failing, until=10_000)
        outcome = reflect("new", typed=tell_plan("1", "2"))
    assert outcome.code == 75
    assert "Not saved: the disk is full. Your text is safe in" in outcome.err
    assert outcome.err.endswith("When that is mended: reflect continue\n")
    assert ("tried" in read_last(first)["plan"]) == (failing == 2)
    continued = reflect("continue")
    assert continued.code == 0
    assert "Did you try it" not in continued.err
    assert len(list_all()) == 2
    plan = read_last(first)["plan"]
    assert (plan["tried"], plan["helped"]) == ("yes", "unclear")
    versions = json.loads(reflect("history", first, "--json").out)["versions"]
    assert len(versions) == 2


def test_an_outcome_that_cannot_be_kept_is_handed_back_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert reflect("new", typed=type_answers(FULL)).code == 0
    first = list_all()[0]["id"]
    fill_disk(monkeypatch, after=3, until=10_000)
    outcome = reflect("new", typed=tell_plan("1", "2"))
    said = " ".join(outcome.err.replace("\n", " ").split())
    assert f'reflection {first} you said: "tried": "yes", "helped": "unclear"' in said


@pytest.mark.parametrize("interrupted", ["outcome", "reflection", "discard"])
def test_outcome_of_a_plan_survives_a_kill_between_the_saves(
    monkeypatch: pytest.MonkeyPatch, interrupted: str
) -> None:
    assert reflect("new", typed=type_answers(FULL)).code == 0
    first = list_all()[0]["id"]

    stand_in, save = object(), DiskJournal.save

    def stop(*_: Any) -> None:
        raise SystemExit(9)

    def stop_at_stand_in(journal: DiskJournal, versions: Any) -> Any:
        return stop() if versions == [stand_in] else save(journal, versions)

    with monkeypatch.context() as patched:
        if interrupted == "outcome":
            patched.setattr(sitting, "tell_outcome", stop)
        elif interrupted == "reflection":
            patched.setattr(sitting, "NewVersion", lambda *_: stand_in)
            patched.setattr(DiskJournal, "save", stop_at_stand_in)
        else:
            patched.setattr(DraftStore, "discard", stop)
        assert reflect("new", typed=tell_plan("1", "2")).code == 9
    assert len(list_all()) == (2 if interrupted == "discard" else 1)
    assert reflect("continue").code == 0
    assert len(list_all()) == 2
    assert list_drafts() == []
    told = [read_last(one["id"])["plan"].get("tried") for one in list_all()]
    assert sorted(map(str, told)) == ["None", "yes"]
    assert read_last(first)["plan"]["helped"] == "unclear"


def fill_disk(patched: pytest.MonkeyPatch, *, after: int, until: int) -> None:
    """Let the disk refuse some of the attempts to keep a draft, and the journal."""
    keep, save = DraftStore.keep, DiskJournal.save
    attempts: list[int] = []

    def is_full() -> bool:
        attempts.append(1)
        return after < len(attempts) <= until

    def keep_or_not(store: DraftStore, draft: Draft) -> None:
        if is_full():
            raise NotSavedError(FULL_DISK)
        keep(store, draft)

    def save_or_not(journal: DiskJournal, versions: Any) -> Any:
        if is_full():
            raise NotSavedError(FULL_DISK)
        return save(journal, versions)

    patched.setattr(DraftStore, "keep", keep_or_not)
    patched.setattr(DiskJournal, "save", save_or_not)


def test_full_disk_is_said_once_and_at_the_end_the_text_is_handed_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fill_disk(monkeypatch, after=3, until=10_000)
    outcome = reflect("new", typed=type_answers(FULL))
    assert outcome.code == 75
    assert outcome.err.count("could not be written down yet") == 1
    before, _, after = outcome.err.rpartition(ending.HANDED_BACK)
    assert before
    text, _, advice = after.partition("\n}\n")
    assert json.loads(f"{text}\n}}") == FULL_DOCUMENT
    assert "Not saved: the disk is full." in advice
    assert "reflect new --from FILE" in advice


def test_full_disk_that_gets_space_again_loses_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fill_disk(monkeypatch, after=3, until=20)
    outcome = reflect("new", typed=type_answers(FULL))
    assert outcome.code == 0
    assert outcome.err.count("could not be written down yet") == 1
    assert read_last() == FULL_DOCUMENT


def test_full_disk_at_saving_only_keeps_the_draft(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as patched:
        fill_disk(patched, after=len(FULL), until=10_000)
        outcome = reflect("new", typed=type_answers(FULL))
    assert outcome.code == 75
    assert "When that is mended: reflect continue" in outcome.err
    assert reflect("continue").code == 0
    assert read_last() == FULL_DOCUMENT


@pytest.mark.parametrize("keys", ["", "\n:quit\n"])
def test_stopping_on_a_full_disk_hands_the_text_back(
    monkeypatch: pytest.MonkeyPatch, keys: str
) -> None:
    fill_disk(monkeypatch, after=0, until=10_000)
    outcome = reflect("new", "--quick", typed=type_lines("3", "Acmé 日本") + keys)
    assert outcome.code == 75
    assert '"company": "Acmé 日本"' in outcome.err


def test_handed_back_text_can_be_handed_in_again_whatever_it_holds() -> None:
    document = {"company": 'A "b" \\ \x1b[31m\N{RIGHT-TO-LEFT OVERRIDE}\u2028 é日\n'}
    text = ending.hand_back(document)
    assert json.loads(text) == document
    assert "\x1b" not in text
    assert "é日" in text


SMALL_DISK = (
    'mkdir "$REFLECT_HOME" && mount -t tmpfs -o size=16k,mode=700 none "$REFLECT_HOME" '
    '&& head -c 16384 /dev/zero > "$REFLECT_HOME/ballast"; '
)


def test_really_full_disk_on_a_terminal() -> None:
    unshare = shutil.which("unshare")
    if unshare is None:
        pytest.skip("a small disk of its own needs unshare")
    shell = f"unshare -Urm sh -c '{SMALL_DISK} echo disk $?; {{}}'; echo code $?"
    with Terminal(["new", "--quick"], PLAIN, shell=shell) as terminal:
        if "disk 0" not in terminal.wait("disk|denied|not permitted|code").text:
            pytest.skip("this system gives no small disk to a person without rights")
        terminal.answer(*QUICK[0]).wait("could not be written down yet")
        terminal.answer(*QUICK[1]).meet(QUICK[2][0]).send(":quit\r")
        terminal.wait("Not saved: the disk is full").wait("code 75")
        terminal.finish()
        assert terminal.text.count("could not be written down yet") == 1
        assert '"company": "Acmé 日本 🙂"' in terminal.text


NO_FOLDER = "it is not a folder"


def refuse_to_save(*_: object) -> None:
    raise JournalUnusableError(path="journal", problem=NO_FOLDER)


def test_journal_that_cannot_be_used_keeps_the_interview_and_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(DiskJournal, "save", refuse_to_save)
        outcome = reflect("new", "--quick", typed=type_answers(QUICK))
    assert outcome.code == 4
    assert "Kept, nothing is lost. To go on: reflect continue" in outcome.err
    assert len(list_drafts()) == 1
    assert reflect("continue").code == 0
    assert len(list_all()) == 1


def test_words_come_back_where_neither_draft_nor_journal_takes_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse_to_keep(*_: object) -> None:
        raise NotSavedError(FULL_DISK, "")

    monkeypatch.setattr(DiskJournal, "save", refuse_to_save)
    monkeypatch.setattr(DraftStore, "keep", refuse_to_keep)
    outcome = reflect("new", "--quick", typed=type_answers(QUICK))
    assert outcome.code == 75
    assert ending.HANDED_BACK in outcome.err
    assert '"company"' in outcome.err
