"""Every exit code by a real situation, and never a traceback."""

import json
import resource
import subprocess
import sys
from pathlib import Path

import pytest

import reflect_journal.cli.listing
from reflect_journal.cli import submitting
from reflect_journal.cli.ending import HAND_IN, HANDED_BACK
from reflect_journal.errors import NotSavedError
from reflect_journal.journal.journal import DiskJournal
from tests.cli.desk import Desk, Run, record, rejection
from tests.cli.program import make_environ


def spoken(ran: Run) -> Run:
    """Check that an error is told on standard error alone, as a sentence."""
    assert ran.out == ""
    assert ran.err.endswith("\n")
    assert "Traceback" not in ran.err
    return ran


def test_1_what_a_check_found(desk: Desk) -> None:
    desk.save(rejection())
    desk.append(b"broken")
    assert desk.run("doctor").code == 1


def test_1_a_fault_of_the_program_is_told_without_a_word_of_the_journal(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> None:
        secret = "my diary"  # noqa: S105 - what must not be told
        raise ValueError(secret)

    desk.save(rejection())
    monkeypatch.setattr(reflect_journal.cli.listing, "sort_newest_first", fail)
    ran = spoken(desk.run("list"))
    assert ran.code == 1
    assert "ValueError" in ran.err
    assert "diary" not in ran.err


def test_2_to_5_without_a_journal(desk: Desk) -> None:
    assert spoken(desk.run("list", "--nonsense")).code == 2
    for command in ("continue", "continue zzz", "continue --no-input"):
        assert spoken(desk.run(*command.split())).code == 3
    assert spoken(desk.run("show", "nobody")).code == 3
    assert spoken(desk.run("vocabulary", "nonsense")).code == 3
    assert spoken(desk.run("new")).code == 5


def test_what_continue_finds_comes_before_whether_it_can_ask(desk: Desk) -> None:
    nothing = spoken(desk.run("continue", "--no-input"))
    assert nothing.err.startswith("Nothing waits to be continued.")
    desk.save(rejection(form="facts"))
    for command in ("continue", "continue acre"):
        assert spoken(desk.run(*command.split())).code == 5
        assert spoken(desk.run(*command.split(), "--no-input")).code == 2
    assert spoken(desk.run("continue", "zzz", "--no-input")).code == 3


@pytest.mark.parametrize(
    "command", ["list", "show last", "search a", "summary", "continue"]
)
def test_4_no_line_can_be_read(desk: Desk, command: str) -> None:
    desk.journal.mkdir(parents=True)
    (desk.journal / "aaaaaaaa.jsonl").write_bytes(b"\x00\xff broken\n" * 3)
    ran = spoken(desk.run(*command.split()))
    assert ran.code == 4
    assert "reflect doctor" in ran.err
    assert desk.run("doctor").code == 1


def test_75_a_file_is_where_the_journal_should_be(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    document = tmp_path / "no.json"
    document.write_text(json.dumps(rejection()), encoding="utf-8")
    journal = str(tmp_path / "file" / "journal")
    ran = spoken(desk.run("new", "--from", str(document), "--journal", journal))
    assert ran.code == 75
    assert ran.err.startswith("Not saved: ")
    assert str(document) in ran.err


def test_75_what_was_piped_in_is_kept(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    journal = str(tmp_path / "file" / "journal")
    given = json.dumps(rejection())
    ran = spoken(desk.run("new", "--from", "-", "--journal", journal, stdin=given))
    assert ran.code == 75
    [kept] = (desk.home / "state" / "drafts").rglob("handed-in-*")
    assert str(kept) in ran.err
    assert desk.run("new", "--from", str(kept)).code == 0


def test_75_the_disk_takes_no_more(desk: Desk, tmp_path: Path) -> None:
    desk.save(rejection())
    before = desk.log.read_bytes()
    document = tmp_path / "no.json"
    document.write_text(json.dumps(rejection(lesson="x" * 9000)), encoding="utf-8")

    def forbid_growth() -> None:
        limit = (len(before) + 100,) * 2
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)

    ran = subprocess.run(
        [sys.executable, "-m", "reflect_journal", "new", "--from", document],
        env=make_environ(desk.home),
        preexec_fn=forbid_growth,
        capture_output=True,
        check=False,
        text=True,
    )
    assert (ran.returncode, ran.stdout) == (75, "")
    assert "Not saved: " in ran.stderr
    assert "Traceback" not in ran.stderr
    assert desk.run("list", "--json").json["total"] == 1


def test_130_somebody_stops_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_: object) -> None:
        raise KeyboardInterrupt

    desk.save(rejection())
    monkeypatch.setattr(reflect_journal.cli.listing, "sort_newest_first", stop)
    assert desk.run("list") == Run(130, "", "Stopped.\n")


def test_a_newer_record_is_read_and_told(desk: Desk) -> None:
    desk.save(rejection("Brook"))
    desk.append(record(rejection(), v=2))
    assert desk.run("list", "--json").json["total"] == 2


def test_what_a_newer_program_saved_is_not_offered_to_be_continued(desk: Desk) -> None:
    desk.save(rejection("Brook", form="full"))
    desk.append(record(rejection(form="facts"), v=2))
    assert desk.run().lines == ["2 reflections. What they show: reflect summary"]
    assert spoken(desk.run("continue")).code == 3
    assert spoken(desk.run("continue", "acre")).code == 4
    desk.save(rejection("Cove", form="quick"))
    assert desk.run().lines == ["More of it can be told: Cove: reflect continue"]
    assert spoken(desk.run("continue")).code == 5


def fill_every_disk(monkeypatch: pytest.MonkeyPatch, *, drafts: bool) -> None:
    """Let nothing be saved, and where wished not even a draft."""

    def refuse(*_: object, **__: object) -> None:
        reason = "the disk is full"
        raise NotSavedError(reason)

    monkeypatch.setattr(DiskJournal, "save", refuse)
    if drafts:
        monkeypatch.setattr(submitting, "keep_input", refuse)


NASTY = rejection("Acmé 日本", lesson="two\nlines\x1b[31m\N{RIGHT-TO-LEFT OVERRIDE}")


@pytest.mark.parametrize(
    "documents", [[NASTY], [rejection(id="0" * 26), NASTY]], ids=["one", "two"]
)
def test_75_what_was_piped_in_is_handed_back_where_it_cannot_be_kept(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, documents: list[dict[str, object]]
) -> None:
    fill_every_disk(monkeypatch, drafts=True)
    given = json.dumps(documents)
    ran = spoken(desk.run("new", "--from", "-", stdin=given, columns=40))
    assert ran.code == 75
    told, _, rest = ran.err.partition(f"{HANDED_BACK}\n")
    assert told == ""
    text, _, advice = rest.partition("Not saved: the disk is full.\n")
    assert advice == f"When that is mended: {HAND_IN}\n"
    assert json.loads(text) == (documents if len(documents) > 1 else documents[0])
    assert "\x1b" not in text
    assert "Acmé 日本" in text


def test_75_what_the_options_said_is_kept_or_handed_back(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    call = ("new", "--no-input", "--company", "Acmé", "--role", "Chef")
    with monkeypatch.context() as patched:
        fill_every_disk(patched, drafts=False)
        ran = spoken(desk.run(*call))
    assert ran.code == 75
    [kept] = (desk.home / "state" / "drafts").rglob("handed-in-*")
    assert f"Your text is safe in\n{kept}\n" in ran.err
    assert desk.run("new", "--from", str(kept)).code == 0
    assert desk.run("list", "--json").json["reflections"][0]["role"] == "Chef"
    fill_every_disk(monkeypatch, drafts=True)
    ran = spoken(desk.run(*call))
    assert ran.code == 75
    assert '"company": "Acmé",\n  "role": "Chef",' in ran.err


def test_4_what_was_piped_in_is_kept_where_the_journal_cannot_be_used(
    desk: Desk,
) -> None:
    desk.journal.mkdir(parents=True)
    (desk.journal / "aaaaaaaa.jsonl").write_bytes(b"\x00\xff broken\n" * 3)
    given = json.dumps(rejection(id="0" * 26))
    ran = spoken(desk.run("new", "--from", "-", stdin=given))
    assert ran.code == 4
    [kept] = (desk.home / "state" / "drafts").rglob("handed-in-*")
    assert f"What you handed in is kept in {kept}" in ran.err
