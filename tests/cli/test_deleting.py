"""`reflect delete` and `undelete`: shown, asked, hidden, listed, brought back."""

import pytest

from tests.cli.desk import Desk, rejection

NEWER = {
    "v": 2,
    "op": "put",
    "id": "01JZ000000000000000000NEWR",
    "rev": "01JZ00000000000000000000RV",
    "parents": [],
    "at": "2026-11-02T10:00:00.000Z",
    "dev": "aaaaaaaa",
    "reflection": rejection("Newer"),
}


def companies(desk: Desk) -> list[str]:
    rows = desk.run("list", "--json").json["reflections"]
    return sorted(row["company"] for row in rows)


def test_what_goes_is_shown_and_asked_before(desk: Desk) -> None:
    [identifier, _] = desk.save(rejection(lesson="Ask first."), rejection("Other"))
    ran = desk.run("delete", "acre", "--plain", typed="y\n")
    assert (ran.code, ran.out) == (0, "")
    short = identifier[-4:]
    assert f"{short}   1 Nov 2026  Acre Systems  Ask first.\n" in ran.err
    assert "Delete this reflection? " in ran.err
    assert ran.err.endswith("Deleted. To take that back: reflect undo\n")
    assert companies(desk) == ["Other"]


@pytest.mark.parametrize("typed", ["\n", "n\n", "yesterday\n", "ja\n"])
def test_anything_but_yes_means_no(desk: Desk, typed: str) -> None:
    desk.save(rejection())
    ran = desk.run("delete", "last", "--plain", typed=typed)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.endswith("Nothing was deleted.\n")
    assert companies(desk) == ["Acre Systems"]


def test_ctrl_d_stops_and_deletes_nothing(desk: Desk) -> None:
    desk.save(rejection())
    assert desk.run("delete", "last", "--plain", typed="").code == 130
    assert companies(desk) == ["Acre Systems"]


def test_without_a_terminal_or_with_no_input_it_wants_yes(desk: Desk) -> None:
    desk.save(rejection())
    ran = desk.run("delete", "last", stdin="y\n")
    assert (ran.code, ran.out) == (5, "")
    assert "--yes" in ran.err
    ran = desk.run("delete", "last", "--no-input", "--plain", typed="y\n")
    assert (ran.code, ran.out) == (2, "")
    assert "--yes" in ran.err
    assert companies(desk) == ["Acre Systems"]


def test_several_are_deleted_each_once(desk: Desk) -> None:
    ids = desk.save(rejection("A"), rejection("B"), rejection("C"))
    ran = desk.run("delete", ids[0], ids[1][-4:], ids[0], "--yes", "--json")
    assert ran.code == 0
    assert ran.json == {"schema": "reflect/delete@1", "deleted": ids[:2]}
    assert companies(desk) == ["C"]


@pytest.mark.parametrize("wrong", ["nobody", "acre"])
def test_one_wrong_reference_deletes_nothing(desk: Desk, wrong: str) -> None:
    desk.save(rejection(role="a"), rejection(role="b"), rejection("Other"))
    ran = desk.run("delete", "other", wrong, "--yes")
    assert (ran.code, ran.out) == (3, "")
    assert len(companies(desk)) == 3


def test_nothing_is_deleted_without_a_reference(desk: Desk) -> None:
    desk.save(rejection())
    assert desk.run("delete", "--yes").code == 2
    assert desk.run("delete", "--list", "last").code == 2
    assert desk.run("delete", "--company", "acre", "--yes").code == 2
    assert companies(desk) == ["Acre Systems"]


def test_a_record_of_a_newer_program_is_not_deleted(desk: Desk) -> None:
    desk.save(rejection())
    desk.append(NEWER)
    ran = desk.run("delete", "newer", "acre", "--yes")
    assert ran.code == 4
    assert companies(desk) == ["Acre Systems", "Newer"]


def test_deleted_ones_are_counted_nowhere(example: Desk) -> None:
    spots = {"sightings": [{"weak_spot": "rambling-answers"}], "lesson": "Xylophone"}
    before = example.run("summary", "--json").json
    [identifier] = example.save(rejection("Deleted Ltd", **spots))
    assert example.run("delete", identifier, "--yes").code == 0
    assert example.run("summary", "--json").json == before
    assert example.run("search", "xylophone", "--json").json["total"] == 0
    assert example.run("list", "--json").json["total"] == before["reflections"]
    assert example.run("show", identifier).code == 3
    assert "Deleted" not in example.run("export").out


def test_deleted_ones_are_listed(desk: Desk) -> None:
    ids = desk.save(rejection("A"), rejection("B", rejected_on="2026-10-02"))
    assert desk.run("delete", "--list").err == "Nothing has been deleted.\n"
    desk.run("delete", ids[1], "--yes")
    assert desk.run("delete", "--list", "--json").json == {
        "schema": "reflect/delete@1",
        "deleted": [
            {
                "id": ids[1],
                "company": "B",
                "rejected_on": "2026-10-02",
                "deleted_at": "2026-11-22T12:00:00.000Z",
            }
        ],
    }
    ran = desk.run("delete", "--list")
    assert ran.out.startswith(f"{ids[1][-4:]}   2 Oct 2026  B  deleted 22 Nov 2026, ")
    assert "reflect undelete" in ran.err


def test_a_deletion_whose_text_is_elsewhere_is_listed(desk: Desk) -> None:
    desk.save(rejection())
    desk.run("delete", "acre", "--yes")
    line = desk.log.read_bytes().splitlines()[1]
    desk.log.write_bytes(b"\n".join(desk.log.read_bytes().splitlines()[::2]) + b"\n")
    assert b'"put"' in line
    [row] = desk.run("delete", "--list", "--json").json["deleted"]
    assert (row["company"], row["rejected_on"]) == ("", "")
    assert "its text is not here" in desk.run("delete", "--list").out
    assert desk.run("undelete", row["id"]).code == 3


def test_deleted_ones_come_back_as_they_were(desk: Desk) -> None:
    ids = desk.save(rejection("A", lesson="One."), rejection("B"), rejection("C"))
    shown = desk.run("show", ids[0], "--json").json["reflection"]
    desk.run("delete", *ids, "--yes")
    ran = desk.run("undelete", ids[0][-4:], "b", "--json")
    assert (ran.code, ran.err) == (0, "Back again: A, B.\n")
    assert ran.json == {"schema": "reflect/undelete@1", "restored": ids[:2]}
    assert desk.run("show", ids[0], "--json").json["reflection"] == shown
    assert companies(desk) == ["A", "B"]


def test_last_is_what_was_deleted_last(desk: Desk) -> None:
    desk.save(rejection("A"))
    desk.run("delete", "a", "--yes")
    assert desk.run("undelete", "last").code == 0
    assert companies(desk) == ["A"]


@pytest.mark.parametrize("reference", ["last", "acre", "nobody"])
def test_only_deleted_ones_can_come_back(desk: Desk, reference: str) -> None:
    desk.save(rejection())
    ran = desk.run("undelete", reference)
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith(f'No deleted reflection called "{reference}".')
    assert "reflect delete --list" in ran.err


def test_names_of_deleted_ones_are_shown_safely(desk: Desk) -> None:
    desk.save(rejection("Red\x1b[31mCo\r\u202e"))
    deleted = desk.run("delete", "last", "--yes")
    listed = desk.run("delete", "--list", terminal=True)
    back = desk.run("undelete", "last")
    said = deleted.err + listed.out + back.err
    assert said.count("Red\u241b[31mCo\u240d\u27e8U+202E\u27e9") == 3
    assert "\x1b" not in said
