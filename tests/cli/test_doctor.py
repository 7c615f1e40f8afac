"""`reflect doctor --repair`: says what it would do, asks, does it, and is quiet."""

import json
from pathlib import Path

import pytest

from tests.cli.desk import Desk, record, rejection

RUBBISH = b"\x00\xff rubbish"


@pytest.fixture
def damaged(desk: Desk) -> Desk:
    desk.save(rejection("Acre"))
    desk.save(rejection("Brook"))
    desk.append(RUBBISH)
    log = desk.log
    log.write_bytes(log.read_bytes().replace(b'"Brook"', b'"Brock"'))
    return desk


def quarantine(desk: Desk) -> bytes:
    folder = desk.home / "state" / "quarantine"
    return b"".join(path.read_bytes() for path in folder.iterdir())


def test_a_repair_is_shown_asked_for_and_done(damaged: Desk) -> None:
    before = damaged.log.read_bytes()
    ran = damaged.run("doctor", "--repair", "--plain", typed="\n")
    assert (ran.code, ran.out) == (1, "")
    assert "1 line: unreadable, moved to the quarantine" in ran.err
    assert "Nothing was changed." in ran.err
    assert damaged.log.read_bytes() == before
    ran = damaged.run("doctor", "--repair", "--plain", typed="y\n")
    assert ran.code == 0
    assert ran.out.startswith("Repaired:\n")
    assert ran.out.endswith("The journal is sound.\n")
    assert str(damaged.home / "state" / "quarantine") in ran.out.replace("\n", "")
    assert RUBBISH in quarantine(damaged)
    assert damaged.run("list").err == ""
    assert "Brock" in damaged.run("show", "brock").out
    again = damaged.run("doctor", "--repair")
    assert (again.code, again.err) == (0, "")
    assert again.out.startswith("There is nothing that reflect can repair.\n")


def test_a_script_says_yes_beforehand(damaged: Desk) -> None:
    ran = damaged.run("doctor", "--repair", "--no-input")
    assert (ran.code, ran.out) == (2, "")
    assert "--yes" in ran.err
    assert damaged.run("doctor", "--repair").code == 5
    answer = damaged.run("doctor", "--repair", "--yes", "--json").json
    assert list(answer) == ["schema", "ok", "findings", "repaired"]
    assert (answer["ok"], answer["findings"]) == (True, [])
    kinds = ["unreadable-line", "changed-outside"]
    assert [one["kind"] for one in answer["repaired"]] == kinds
    assert {tuple(one) for one in answer["repaired"]} == {("kind", "where", "did")}
    again = damaged.run("doctor", "--repair", "--no-input", "--json")
    assert (again.code, again.json["repaired"]) == (0, [])


def test_what_is_only_worth_knowing_is_no_alarm(desk: Desk) -> None:
    desk.save(rejection("Acre"))
    (desk.journal / "notes.jsonl.bak").write_bytes(b"")
    (desk.journal / "notes.jsonl.bak").chmod(0o600)
    ran = desk.run("doctor")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("The journal is sound.\n\nOnly worth knowing:\n")
    answer = desk.run("doctor", "--json").json
    assert (answer["ok"], len(answer["findings"])) == (True, 1)


def test_two_versions_name_the_command_that_settles_them(desk: Desk) -> None:
    [identifier] = desk.save(rejection("Acre"))
    desk.append(record(rejection("Acres"), id=identifier))
    assert desk.run("doctor", "--repair", "--yes").code == 1
    finding = desk.run("doctor", "--json").json["findings"][0]
    assert finding["kind"] == "two-versions"
    assert "reflect history ID --keep REV" in finding["do"]
    row = desk.run("history", identifier, "--json").json["versions"][0]["revision"]
    assert desk.run("history", identifier, "--keep", row).code == 0
    assert desk.run("doctor").code == 0


def test_a_log_that_no_device_writes_any_more_is_named(damaged: Desk) -> None:
    other = damaged.log.rename(damaged.journal / "old laptop.jsonl")
    finding = damaged.run("doctor", "--json").json["findings"][0]
    assert "reflect doctor --repair --gone 'old laptop.jsonl'" in finding["do"]
    assert damaged.run("doctor", "--repair", "--yes").code == 1
    gone = ["--gone", other.name]
    assert damaged.run("doctor", *gone).code == 2
    assert damaged.run("doctor", "--repair", "--gone", "else").code == 2
    assert damaged.run("doctor", "--repair", *gone, "--yes").code == 0
    assert damaged.run("doctor").out == "The journal is sound.\n"


def test_no_finding_and_no_step_holds_a_word_of_the_texts(damaged: Desk) -> None:
    told = [
        damaged.run("doctor", "--json").out,
        damaged.run("doctor", "--repair", "--yes", "--json").out,
    ]
    assert not any(word in one for one in told for word in ("Acre", "Brock", "rubbish"))


def test_deleted_stays_deleted_and_doctor_changes_nothing(damaged: Desk) -> None:
    assert damaged.run("delete", "acre", "--yes").code == 0
    before = {path: path.read_bytes() for path in list_files(damaged.home)}
    damaged.run("doctor")
    assert {path: path.read_bytes() for path in list_files(damaged.home)} == before
    assert damaged.run("doctor", "--repair", "--yes").code == 0
    names = damaged.run("list", "--json").json["reflections"]
    assert [one["company"] for one in names] == ["Brock"]
    deleted = json.loads(damaged.run("delete", "--list", "--json").out)["deleted"]
    assert [one["company"] for one in deleted] == ["Acre"]


def list_files(home: Path) -> list[Path]:
    return [path for path in home.rglob("*") if path.is_file()]
