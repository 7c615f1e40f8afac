"""Whatever a text holds, a terminal is told nothing but what is to be read."""

import json
import shutil
from pathlib import Path

import pytest

from reflect_journal.terminal.lines import measure
from tests.cli.desk import Desk, Run, record, rejection
from tests.cli.test_status import keep_draft
from tests.cli.test_your_data import OWN
from tests.hostile import FORBIDDEN, HOSTILE, OWN_COLOR, fill

pytestmark = pytest.mark.uncounted

COMMANDS: list[list[str]] = [
    [],
    ["list"],
    ["list", "--plain"],
    ["show", "last"],
    ["show", "last", "--markdown"],
    ["search", "needle"],
    ["summary"],
    ["summary", "--all"],
    ["summary", "--spot", "rambling-answers"],
    ["summary", "--by", "who"],
    ["prep"],
    ["report", "-"],
    ["report", "-", "--markdown"],
    ["history", "last"],
    ["restore"],
    ["export", "--markdown"],
    ["doctor"],
]


def check(ran: Run) -> None:
    for text in (ran.out, ran.err):
        assert FORBIDDEN.findall(text) == []


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_nothing_is_obeyed_and_nothing_is_changed(desk: Desk, text: str) -> None:
    given = fill(text)
    desk.save(given)
    for command in COMMANDS:
        for terminal in (False, True):
            ran = desk.run(*command, terminal=terminal)
            assert ran.code == 0
            check(ran)
            if terminal and not {"--plain", "--markdown", "report"} & {*command}:
                assert max(map(measure, ran.lines)) <= 80
    stored = desk.run("show", "last", "--json")
    check(stored)
    assert stored.out.isascii()
    assert stored.json["reflection"] == given


@pytest.mark.parametrize(
    "name", ["escape", "title", "c1", "bidi", "zero width", "tags", "markup"]
)
def test_errors_that_quote_are_safe_as_well(desk: Desk, name: str) -> None:
    text = HOSTILE[name]
    desk.save(*[rejection(f"Acre {text}{at}"[:200]) for at in range(2)])
    wrong = rejection(sightings=[{"weak_spot": text}], **{text: text})
    for command in (
        ["show", f"nobody {text}"],
        ["show", "acre"],
        ["vocabulary", text],
        ["list", "--stage", text],
        ["list", "--since", text],
        ["list", "--limit", text],
        ["list", f"--{text}"],
        ["list", "--color", text],
        ["search", f"nowhere{text}"],
        ["new", "--from", f"{text}.json"],
        ["new", "--from", "-"],
        [f"x{text}"],
    ):
        ran = desk.run(*command, stdin=json.dumps(wrong), terminal=True)
        assert ran.code in {0, 2, 3}, command
        check(ran)


def test_what_is_changed_and_what_waits_is_told_safely(desk: Desk) -> None:
    text = "".join(HOSTILE.values())
    quoted = json.dumps(text, ensure_ascii=False)[1:-1].replace("\x7f", "\\u007f")
    desk.config.write_text(OWN.replace("Too quiet", quoted), "utf-8")
    desk.save(fill(text[:150]))
    keep_draft(desk, text)
    for command in (
        [],
        ["vocabulary"],
        ["vocabulary", "too-quiet"],
        ["delete", "last", "--yes"],
        ["delete", "--list"],
        ["undelete", "last"],
        ["undo"],
        ["new", "--no-input", "--company", text[:200]],
        ["continue", "--plain"],
        ["new", "--plain"],
    ):
        ran = desk.run(*command, terminal=True, typed="")
        assert ran.code in {0, 130}, command
        check(ran)


def test_what_stands_there_is_offered_safely(desk: Desk) -> None:
    text = "".join(HOSTILE.values())
    desk.save(fill(text[:150]), fill(text[150:]))
    for reference in ("last", "last", "acre"):
        # Every part in turn; then what waits is told, and gone on with.
        typed = "".join(f"{part}\n" + "\n" * 40 for part in range(1, 12))
        for given in (f"1\n{text[:40]}\n", typed):
            check(desk.run("edit", reference, "--plain", terminal=True, typed=given))
    check(desk.run(terminal=True))
    check(desk.run("doctor", terminal=True))
    check(desk.run("history", "last", terminal=True))


@pytest.mark.parametrize("name", HOSTILE)
def test_names_of_files_and_folders_are_shown_safely(
    desk: Desk, tmp_path: Path, name: str
) -> None:
    odd = f"{HOSTILE[name]} \n\udcff".replace("/", "|")[:60]
    folder = tmp_path / odd
    desk.save(rejection())
    shutil.copytree(desk.journal, folder)
    (folder / f"{odd}.jsonl").mkdir()
    (folder / f"b{odd}.jsonl").write_bytes(b"{}\n")
    desk.home = folder
    for command, codes in (
        (["where"], {0}),
        (["where", "--json"], {0}),
        (["list", "--journal", str(folder)], {0}),
        (["doctor", "--journal", str(folder)], {1}),
        (["doctor", "--journal", str(folder / f"b{odd}.jsonl")], {1}),
        (["export", str(folder / "out"), "--journal", str(folder)], {0}),
        (["export", str(folder)], {2}),
        (["export", str(folder / "nowhere" / "out")], {75}),
        (["new", "--from", str(folder)], {2}),
        (["new", "--from", str(folder / "out")], {0}),
        (["new", "--no-input", "--company", "A", "--journal", "/dev/null/x"], {75}),
    ):
        ran = desk.run(*command, terminal=True)
        assert ran.code in codes, (command, ran)
        check(ran)
    assert json.loads((folder / "out").read_text())["company"] == "Acre Systems"


def test_only_own_colours_are_escapes(desk: Desk) -> None:
    desk.save(fill(HOSTILE["escape"]), fill(HOSTILE["link"]))
    for command in COMMANDS:
        ran = desk.run(*command, "--color", "always")
        assert FORBIDDEN.findall(OWN_COLOR.sub("", ran.out)) == []
        assert FORBIDDEN.findall(OWN_COLOR.sub("", ran.err)) == []


@pytest.mark.parametrize(
    ("encoding", "color"),
    [("ascii", "always"), ("latin-1", "never"), ("cp1252", "always")],
)
def test_what_a_stream_cannot_carry_is_replaced(
    desk: Desk, encoding: str, color: str
) -> None:
    desk.save(*map(fill, HOSTILE.values()))
    for command in COMMANDS:
        ran = desk.run(*command, "--color", color, encoding=encoding)
        assert ran.code == 0
    ran = desk.run("show", "nobody 東京", encoding=encoding)
    assert (ran.code, ran.out) == (3, "")


def test_a_line_of_a_megabyte_is_shown(desk: Desk) -> None:
    desk.save(rejection("Brook"))
    desk.append(record(rejection(lesson="東 " * 20_000 + "x" * 900_000)))
    for command in (["list"], ["show", "acre"], ["search", "東"]):
        assert desk.run(*command, terminal=command == ["list"]).code == 0


def test_lone_surrogates_and_nul_in_the_log_are_shown(desk: Desk) -> None:
    desk.save(rejection("Brook"))
    odd = rejection(lesson="a\ud800b\x00c", what_worked="needle \udc80")
    desk.append(record(odd))
    for command in (*COMMANDS[:-1], ["list", "--json"], ["show", "acre", "--json"]):
        ran = desk.run(*command)
        assert ran.code == 0
        check(ran)


def test_surrogates_handed_in_are_replaced_before_they_are_stored(desk: Desk) -> None:
    given = '{"company": "A\\ud800B", "rejected_on": "2026-11-01", "lesson": "\\u0000"}'
    assert desk.run("new", "--from", "-", stdin=given).code == 0
    [row] = desk.run("list", "--json").json["reflections"]
    assert (row["company"], row["lesson"]) == ("A\ufffdB", "\ufffd")
