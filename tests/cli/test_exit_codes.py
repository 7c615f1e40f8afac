"""Every exit code by a real situation, and never a traceback."""

import json
import resource
import subprocess
import sys
from pathlib import Path

import pytest

import reflect_journal.cli.listing
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
    assert spoken(desk.run("continue", "--no-input")).code == 2
    assert spoken(desk.run("show", "nobody")).code == 3
    assert spoken(desk.run("vocabulary", "nonsense")).code == 3
    assert spoken(desk.run("new")).code == 5
    assert spoken(desk.run("continue")).code == 5


@pytest.mark.parametrize(
    "command", ["list", "show last", "search a", "summary", "continue"]
)
def test_4_no_line_can_be_read(desk: Desk, command: str) -> None:
    desk.journal.mkdir(parents=True)
    (desk.journal / "aaaaaaaa.jsonl").write_bytes(b"\x00\xff broken\n" * 3)
    ran = spoken(desk.run(*command.split()))
    assert ran.code == (5 if command == "continue" else 4)
    if ran.code == 4:
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
