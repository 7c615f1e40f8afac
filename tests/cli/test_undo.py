"""`reflect undo`: takes back the last change, says which, and undoes itself."""

import json
from pathlib import Path

from tests.cli.desk import Desk, rejection


def test_where_nothing_was_changed_nothing_is_undone(desk: Desk) -> None:
    ran = desk.run("undo")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith("There is nothing to undo")
    answer = desk.run("undo", "--json").json
    assert answer == {"schema": "reflect/undo@1", "undone": None}


def test_a_first_save_is_deleted_and_comes_back(desk: Desk) -> None:
    [identifier] = desk.save(rejection())
    for what, count in [("saved", 0), ("deleted", 1), ("restored", 0)]:
        answer = desk.run("undo", "--json").json["undone"]
        assert answer == {"id": identifier, "what": what, "ids": [identifier]}
        assert desk.run("list", "--json").json["total"] == count


def test_every_kind_of_change_is_undone_or_refused(desk: Desk, tmp_path: Path) -> None:
    [one, gone] = desk.save(rejection(lesson="One."), rejection("Gone"))
    backup = str(tmp_path / "backup.zip")
    assert desk.run("backup", backup).code == 0

    def look() -> tuple[object, ...]:
        shown = desk.run("show", one, "--json")
        listed = desk.run("list", "--json").json["total"]
        return shown.code, shown.code or shown.json["reflection"], listed

    for change in (
        ["edit", one, "--field", "lesson=Two."],
        ["delete", one, "--yes"],
        ["undelete", one],
        ["undo"],
    ):
        before = look()
        assert desk.run(*change).code == 0
        after = look()
        assert after != before
        assert desk.run("undo").code == 0
        assert look() == before
        assert desk.run("undo").code == 0
        assert look() == after
    # What a restore brings is no change of today: the one before it is undone.
    desk.run("delete", "--forever", gone, "--yes")
    before = look()
    refused = desk.run("undo")
    assert (refused.code, refused.out) == (3, "")
    assert "cannot be undone" in refused.err
    assert look() == before
    desk.save(rejection("Later"))
    restored = desk.run("restore", backup, "--yes", "--erased", "--json")
    assert restored.json["restored"] == [gone]


def test_it_says_what_it_did(desk: Desk) -> None:
    desk.save(rejection())
    for said in (
        "Undone: Acre Systems, 1 Nov 2026 was saved; deleted now.",
        "Undone: Acre Systems, 1 Nov 2026 was deleted; back now.",
        "Undone: Acre Systems, 1 Nov 2026 was brought back; deleted again now.",
    ):
        ran = desk.run("undo")
        assert (ran.code, ran.out) == (0, "")
        assert ran.err == f"{said}\nTo undo this too: reflect undo\n"


def test_what_one_command_changed_is_undone_at_once(desk: Desk) -> None:
    ids = desk.save(rejection("A"), rejection("B"), rejection("C"))
    desk.run("delete", *ids[:2], "--yes")
    ran = desk.run("undo")
    assert ran.err.startswith("Undone: 2 reflections were deleted; back now.")
    assert desk.run("list", "--json").json["total"] == 3


def test_another_device_that_went_on_is_respected(desk: Desk) -> None:
    [identifier] = desk.save(rejection())
    other = Desk(desk.home.with_name("other"), desk.ids)
    other.journal.mkdir(parents=True)
    (other.journal / desk.log.name).write_bytes(desk.log.read_bytes())
    other.run("delete", identifier, "--yes")
    [log] = [one for one in other.journal.iterdir() if one.name != desk.log.name]
    (desk.journal / log.name).write_bytes(log.read_bytes())
    ran = desk.run("undo")
    assert (ran.code, ran.out) == (2, "")
    assert f"reflect history {identifier}" in ran.err
    assert other.run("undo", "--json").json["undone"]["what"] == "deleted"


def test_a_document_that_is_handed_in_again_brings_back(desk: Desk) -> None:
    [identifier] = desk.save(rejection())
    document = json.dumps({**rejection(), "id": identifier})
    desk.run("delete", identifier, "--yes")
    desk.run("new", "--from", "-", stdin=document)
    assert desk.run("undo", "--json").json["undone"]["what"] == "restored"
    assert desk.run("list", "--json").json["total"] == 0
