"""`reflect history`: every version, what it changed, and which one stands."""

import json
from typing import Any

import pytest

from reflect_journal.journal.record import seal
from tests.cli.desk import Desk, record, rejection


def follow(desk: Desk, reflection: dict[str, Any], **more: Any) -> None:
    """Add a version as another device would have saved it."""
    line = seal(record(reflection, **{"v": 1, **more}))
    with desk.log.open("ab") as file:
        file.write(line)


def cross(desk: Desk) -> str:
    """Save one reflection, and follow it in two places."""
    [identifier] = desk.save(rejection(lesson="Old.", tags=["a"]))
    first = json.loads(desk.log.read_bytes().splitlines()[1])["rev"]
    for name, at in [("LEFT", "2026-11-23"), ("RGHT", "2026-11-24")]:
        follow(
            desk,
            rejection(lesson=f"{name}.", tags=["b", "a"]),
            id=identifier,
            rev=f"01JZ{name:0>22}",
            parents=[first],
            at=f"{at}T10:00:00.000Z",
            dev=f"{name.lower()}00000000",
        )
    return identifier


def test_json_tells_every_version(desk: Desk) -> None:
    [identifier] = desk.save(rejection())
    desk.run("delete", identifier, "--yes")
    answer = desk.run("history", identifier, "--json").json
    assert list(answer) == ["schema", "id", "versions"]
    assert (answer["schema"], answer["id"]) == ("reflect/history@1", identifier)
    keys = ["revision", "at", "device", "what", "current"]
    assert [list(one) for one in answer["versions"]] == [keys, keys]
    assert [one["what"] for one in answer["versions"]] == ["saved", "deleted"]
    assert [one["current"] for one in answer["versions"]] == [False, True]


def test_people_read_what_each_version_changed(desk: Desk) -> None:
    [identifier] = desk.save(rejection(lesson="Old.", moment="x" * 200, tags=["a"]))
    first = json.loads(desk.log.read_bytes().splitlines()[1])["rev"]
    changed = rejection(lesson="New.", moment="x" * 199 + "y", tags=["a", "b"], sting=3)
    edited = {"id": identifier, "rev": "01JZ00000000000000000000EE"}
    follow(desk, changed, **edited, parents=[first])
    follow(desk, changed, id=identifier, rev="01JZFF", parents=[edited["rev"]])
    ran = desk.run("history", "acre")
    assert (ran.code, ran.err) == (0, "")
    assert ran.lines[0] == "Acre Systems"
    assert ran.lines[1].startswith(first[-4:])
    assert " saved  on " in ran.lines[1]
    assert ran.lines[2].startswith("00EE  ")
    assert ran.lines[3:7] == [
        "    lesson: Old. -> New.",
        f"    moment: ...{'x' * 17} -> ...{'x' * 16}y",
        "    tags[1]: (nothing) -> b",
        "    sting: (nothing) -> 3",
    ]
    assert "stands now" in ran.lines[7]
    assert ran.lines[8] == "    says the same as before"


def test_a_deleted_one_has_a_history_too(desk: Desk) -> None:
    [identifier] = desk.save(rejection())
    desk.run("delete", identifier, "--yes")
    ran = desk.run("history", "acre")
    assert ran.code == 0
    assert "deleted  stands now" in ran.lines[-1]
    assert desk.run("history", "nobody").code == 3


def test_two_versions_are_shown_side_by_side(desk: Desk) -> None:
    identifier = cross(desk)
    assert f"reflect history {identifier[-4:]}" in desk.run("show", "acre").out
    answer = desk.run("history", "acre", "--json").json
    assert [one["current"] for one in answer["versions"]] == [False, True, True]
    lines = desk.run("history", "acre").lines
    assert "stands beside another" in lines[2]
    assert lines[-4:] == [
        "",
        "Side by side, LEFT -> RGHT",
        "    lesson: LEFT. -> RGHT.",
        "All are kept. To let one of them stand alone: --keep LEFT or RGHT",
    ]


@pytest.mark.parametrize("chosen", ["left", "LEFT", "0000LEFT"])
def test_one_of_two_is_kept(desk: Desk, chosen: str) -> None:
    identifier = cross(desk)
    ran = desk.run("history", "acre", "--keep", chosen, "--json")
    assert (ran.code, ran.err) == (0, "It stands alone now.\n")
    versions = ran.json["versions"]
    assert [one["current"] for one in versions] == [False, False, False, True]
    shown = desk.run("show", identifier, "--json").json["reflection"]
    assert shown["lesson"] == "LEFT."
    ran = desk.run("history", "acre", "--keep", chosen)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "It stands alone already.\n"
    assert desk.run("doctor").code == 0


@pytest.mark.parametrize("chosen", ["GHT", "ZZZZ", "00000"])
def test_an_ending_that_names_no_one_version_is_refused(
    desk: Desk, chosen: str
) -> None:
    cross(desk)
    ran = desk.run("history", "acre", "--keep", chosen)
    assert (ran.code, ran.out) == (3, "")
    assert "LEFT" in ran.err


def test_a_whole_revision_may_be_the_end_of_another(desk: Desk) -> None:
    [identifier] = desk.save(rejection())
    follow(desk, rejection("A"), id=identifier, rev="B", parents=[])
    follow(desk, rejection("B"), id=identifier, rev="AB", parents=[])
    assert desk.run("history", identifier, "--keep", "B").code == 0
    assert desk.run("show", identifier, "--json").json["reflection"]["company"] == "A"


def test_odd_times_and_texts_are_shown_safely(desk: Desk) -> None:
    [identifier] = desk.save(rejection())
    odd = rejection(lesson="\x1b[31m\u202e", more={"\x1b": "\x07"})
    line = record(odd, id=identifier, rev="01JZODD", parents=[], at="long ago\x1b")
    desk.append(line)
    ran = desk.run("history", identifier, terminal=True)
    assert ran.code == 0
    assert "long ago\u241b" in ran.out
    assert "\x1b" not in ran.out
