"""`reflect delete --forever`: asked by name, gone, and plain about what is not."""

from datetime import timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.cli.desk import Desk, rejection
from tests.torture.leaks import fill_in, make_word


def companies(desk: Desk) -> list[str]:
    rows = desk.run("list", "--json").json["reflections"]
    return sorted(row["company"] for row in rows)


def test_it_asks_for_the_name_and_says_what_it_cannot_reach(desk: Desk) -> None:
    [identifier, _] = desk.save(rejection(lesson="Xylophone."), rejection("Other"))
    ran = desk.run("delete", "--forever", "acre", "--plain", typed="acre  systems\n")
    assert (ran.code, ran.out) == (0, "")
    said = " ".join(ran.err.split())
    assert f"{identifier[-4:]} 1 Nov 2026 Acre Systems" in said
    assert f"To erase it, type the company's name ({identifier[-4:]})." in said
    assert "cannot be undone" in said
    for word in ("backups and exports", "sync", "other devices", "disk keeps"):
        assert word in said
    assert said.endswith("Erased for good: 1 reflection.")
    held = [path for path in desk.home.rglob("*") if path.is_file()]
    assert [path for path in held if b"Xylophone" in path.read_bytes()] == []
    assert companies(desk) == ["Other"]


@pytest.mark.parametrize("typed", ["\n", "y\n", "Acre\n", "Other\n"])
def test_any_other_name_erases_nothing(desk: Desk, typed: str) -> None:
    desk.save(rejection(), rejection("Other"))
    before = desk.log.read_bytes()
    ran = desk.run("delete", "--forever", "acre", "--plain", typed=typed)
    assert ran.code == 1
    assert ran.err.endswith("Nothing was erased.\n")
    assert desk.log.read_bytes() == before


def test_without_a_terminal_it_wants_yes(desk: Desk) -> None:
    ids = desk.save(rejection("A"), rejection("B"))
    assert desk.run("delete", "--forever", "a", stdin="A\n").code == 5
    assert desk.run("delete", "--forever", "a", "--no-input").code == 2
    assert companies(desk) == ["A", "B"]
    ran = desk.run("delete", "--forever", "a", "b", "--yes", "--json")
    assert ran.json == {"schema": "reflect/delete@1", "erased": ids, "may_hold": []}
    assert "Erased for good: 2 reflections." in ran.err


def test_a_deleted_one_is_erased_by_its_name_or_its_short_id(desk: Desk) -> None:
    ids = desk.save(rejection("A"), rejection("B"))
    desk.run("delete", *ids, "--yes")
    [row, _] = desk.run("delete", "--list").lines
    assert desk.run("delete", "--forever", row[:4], "--yes").code == 0
    assert len(desk.run("delete", "--list").lines) == 1
    assert desk.run("delete", "--forever", "a", "b", "--yes").code == 3
    assert desk.run("delete", "--forever", "nobody", "--yes").code == 3


def test_what_was_erased_is_said_to_be(desk: Desk) -> None:
    [identifier] = desk.save(rejection())
    desk.run("delete", "--forever", "acre", "--yes")
    assert desk.run("delete", "--list").err == "Nothing has been deleted.\n"
    assert desk.run("show", "acre").code == 3
    for command in (["undo"], ["undelete", identifier[-4:]]):
        ran = desk.run(*command)
        assert ran.code == 3
        assert "was erased for good on 2026-11-22" in ran.err
    [row] = desk.run("history", identifier, "--json").json["versions"]
    assert row["what"] == "erased"
    assert "erased" in desk.run("history", identifier[-4:]).out
    assert desk.run("undelete", "last").code == 3
    ran = desk.run("delete", "--forever", identifier, "--plain", typed=identifier[-4:])
    assert ran.code == 0


def test_lines_that_cannot_be_read_stop_it(desk: Desk) -> None:
    desk.save(rejection())
    desk.append(b"neither this nor that")
    ran = desk.run("delete", "--forever", "acre", "--yes")
    assert ran.code == 4
    assert str(desk.log) in ran.err
    ran = desk.run("delete", "--forever", "acre", "--yes", "--keep-bad", "--json")
    assert ran.json["may_hold"] == [str(desk.log)]
    assert f"  {desk.log}\n" in ran.err


def test_options_that_do_not_go_together_are_refused(desk: Desk) -> None:
    desk.save(rejection())
    for options in (["--list", "--forever"], ["acre", "--keep-bad"], ["--forever"]):
        assert desk.run("delete", *options, "--yes").code == 2
    assert companies(desk) == ["Acre Systems"]


def find_word(desk: Desk, word: str) -> list[str]:
    """Find the files below the home that hold a word, packed or not."""
    found = []
    for path in (one for one in desk.home.rglob("*") if one.is_file()):
        parts = [path.read_bytes(), str(path).encode()]
        if path.suffix == ".zip":
            with ZipFile(path) as packed:
                parts += [packed.read(name) for name in packed.namelist()]
        if any(word.encode() in part for part in parts):
            found.append(path.relative_to(desk.home).parts[1])
    return sorted({*found})


def find_log(desk: Desk) -> Path:
    """The log that every command of this desk appends to."""
    device = (desk.home / "state" / "device").read_text().strip()
    return desk.journal / f"{device}.jsonl"


def test_a_word_is_erased_wherever_a_command_puts_it(desk: Desk) -> None:
    word = make_word()
    [kept] = desk.save(rejection("Other"))
    desk.run("new", "--no-input", "--company", "Torn")
    desk.now += timedelta(days=1)
    [identifier] = desk.save(fill_in(word))
    # Another one asks about its plan; its own edits wait, and so does an editor's file.
    desk.run("new", "--plain", typed="3\nElsewhere\n")
    desk.run("edit", identifier, "--plain", typed=f"1\n\nmore {word}\n")
    editor = {"EDITOR": f"sh -c 'echo {word} >> $1; exit 1' sh"}
    desk.run("edit", identifier, "--editor", "--plain", typed="", environ=editor)
    # A torn line, one changed outside, and a draft that a repair puts aside.
    [line] = [one for one in desk.log.read_bytes().splitlines() if word.encode() in one]
    with find_log(desk).open("ab") as log:
        log.write(line.replace(b'"quick"', b'"Quick"') + b"\n" + line[:-30])
    desk.run("new", "--no-input", "--company", "Behind")
    draft = desk.home / "state" / "drafts" / f"{identifier}.json"
    draft.write_text(f'{{"v":1,"answers":"{word}')
    draft.chmod(0o600)
    assert desk.run("doctor", "--repair", "--yes").code == 0
    places = ["backups", "drafts", "editor", "edits", "journal", "quarantine"]
    assert find_word(desk, word) == places
    ran = desk.run("delete", "--forever", identifier, "--yes", "--json")
    assert (ran.code, ran.json["may_hold"]) == (0, [])
    assert find_word(desk, word) == []
    assert companies(desk) == ["Behind", "Other", "Torn"]
    assert len([*(desk.home / "state" / "drafts").glob("*.json")]) == 1
    assert desk.run("show", kept).code == 0
    assert desk.run("doctor").code == 0
