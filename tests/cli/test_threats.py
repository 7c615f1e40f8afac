"""Threats that no other test has in view; docs/reliability.md lists all of them."""

import json
import os
import shutil
import stat
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reflect_journal.cli import next_step
from reflect_journal.journal.disk import DiskJournal
from reflect_journal.journal.record import seal
from tests.cli.desk import NOON, Desk, Run, rejection
from tests.cli.test_status import keep_draft
from tests.cli.test_your_data import OWN
from tests.offline import watch
from tests.torture.leaks import fill_in, make_word
from tests.torture.session import list_session

pytestmark = pytest.mark.uncounted

READ: list[list[str]] = [
    [],
    ["list"],
    ["show", "last"],
    ["search", "acre"],
    ["summary"],
    ["history", "last"],
    ["export"],
    ["where"],
]
SAVE = ("new", "--no-input", "--company", "More")
ODD_NAMES = ("a b", "a\nb", "\udcff\udcfe", "-rf", "x" * 250, "\x1b[31m", "e\u0301")
NOBODY = 65534
posix_only = pytest.mark.skipif(os.name == "nt", reason="needs POSIX")


def list_companies(desk: Desk) -> list[str]:
    rows = desk.run("list", "--json").json["reflections"]
    return [row["company"] for row in rows]


@pytest.mark.parametrize("year", [1970, 2001, 2090, 9999])
def test_a_wrong_clock_decides_nothing_that_is_kept(desk: Desk, year: int) -> None:
    desk.save(rejection("Acre"), rejection("Brook"))
    desk.now = datetime(year, 12, 31, 12, tzinfo=UTC)
    assert desk.run(*SAVE).code == 0
    desk.now = NOON
    desk.save(rejection("Cove"))
    for command in READ:
        assert desk.run(*command).code == 0
    assert sorted(list_companies(desk)) == ["Acre", "Brook", "Cove", "More"]
    assert desk.run("doctor").out.startswith("The journal is sound.\n")
    assert desk.run("undo").err.startswith("Undone: Cove")
    assert desk.run("undo").err.startswith("Undone: Cove")


def test_a_clock_that_was_set_back_refuses_a_later_day_by_its_name(desk: Desk) -> None:
    desk.now = datetime(2001, 1, 1, tzinfo=UTC)
    ran = desk.run("new", "--from", "-", stdin=json.dumps(rejection()))
    assert (ran.code, ran.out) == (2, "")
    assert "item 1, rejected_on" in ran.err


@pytest.mark.parametrize("name", ODD_NAMES)
def test_every_place_may_have_an_odd_name(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    desk = Desk(folder / name)
    document = folder / f"{name[:200]}.json"
    document.write_text(json.dumps(rejection()))
    other = str(folder / "other" / name)
    assert desk.run("new", "--from", str(document)).code == 0
    assert desk.run("new", "--from", str(document), "--journal", other).code == 0
    for command in (*READ, ["doctor"]):
        assert desk.run(*command).code == 0
        assert desk.run(*command, "--journal", other).code == 0
    exported = folder / f"{name[:200]}.jsonl"
    assert desk.run("export", str(exported), "--journal", other).code == 0
    assert desk.run("new", "--from", str(exported)).code == 0
    assert len(list_companies(desk)) == 2


@posix_only
@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "place",
    ["config/config.toml", "state/device", "state/drafts/x.json", "state/locks"],
)
@pytest.mark.parametrize("kind", ["pipe", "device", "folder", "nowhere"])
def test_what_is_no_file_keeps_nobody_waiting(
    desk: Desk, place: str, kind: str
) -> None:
    desk.save(rejection())
    path = desk.home / place
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir():
        path.rename(path.with_name("aside"))
    path.unlink(missing_ok=True)
    make: dict[str, Callable[[], None]] = {
        "pipe": lambda: os.mkfifo(path),
        "device": lambda: path.symlink_to("/dev/zero"),
        "folder": path.mkdir,
        "nowhere": lambda: path.symlink_to("/nowhere/at/all"),
    }
    make[kind]()
    for command in (*READ, list(SAVE), ["doctor"]):
        ran = desk.run(*command)
        assert ran.code in {0, 1, 2, 75}, (command, ran)
        assert "Something unexpected" not in ran.err
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()
    assert "Acre Systems" in list_companies(desk)


@posix_only
def test_logs_that_are_no_files_are_told_and_left_alone(desk: Desk) -> None:
    desk.save(rejection())
    os.mkfifo(desk.journal / "pipe.jsonl")
    (desk.journal / "folder.jsonl").mkdir()
    (desk.journal / "link.jsonl").symlink_to(desk.log)
    (desk.journal / "zero.jsonl").symlink_to("/dev/zero")
    found = desk.run("doctor", "--json").json["findings"]
    assert {one["where"] for one in found} == {
        *("pipe.jsonl", "folder.jsonl", "link.jsonl", "zero.jsonl")
    }
    assert desk.run(*SAVE).code == 0
    assert sorted(list_companies(desk)) == ["Acre Systems", "More"]


def test_hundreds_of_logs_are_one_journal(desk: Desk) -> None:
    desk.save(rejection())
    head, line = desk.log.read_bytes().splitlines(keepends=True)
    record = json.loads(line)
    del record["sum"]
    for number in range(300):
        named = {"id": f"01LOGS{number:020}", "rev": f"01REVS{number:020}"}
        log = desk.journal / f"{number:012x}.jsonl"
        log.write_bytes(head + seal(record | named))
    assert len(list_companies(desk)) == 301
    assert desk.run("doctor").code == 0


def test_another_configuration_changes_nothing_that_was_saved(desk: Desk) -> None:
    desk.config.write_text(OWN, encoding="utf-8")
    desk.save(rejection(sightings=[{"weak_spot": "too-quiet"}]))
    before, log = desk.run("show", "last", "--json").out, desk.log.read_bytes()
    for text in ("", "[weights]\nself = 9\n", OWN.replace("too-quiet", "other")):
        desk.config.write_text(text, encoding="utf-8")
        assert desk.run("show", "last", "--json").out == before
        assert desk.run("summary").code == 0
    assert desk.log.read_bytes() == log


@posix_only
@pytest.mark.parametrize("mask", [0, 0o777])
def test_every_file_and_every_folder_above_is_private(
    tmp_path: Path, mask: int
) -> None:
    desk = Desk(tmp_path / "deep" / "home")
    os.umask(mask)
    desk.run(*SAVE)
    desk.run("new", "--from", "-", stdin=json.dumps([rejection(), rejection("B")]))
    desk.run("new", "--plain", typed="3\nAcre\n")
    desk.run("export", str(tmp_path / "deep" / "out.jsonl"))
    desk.run("delete", "last", "--yes")
    found = [tmp_path / "deep", *(tmp_path / "deep").rglob("*")]
    modes = {(one.is_dir(), stat.S_IMODE(one.stat().st_mode)) for one in found}
    assert modes == {(True, 0o700), (False, 0o600)}


@pytest.fixture
def other_user() -> Iterator[None]:
    """Run as somebody else, who may read what is not theirs."""
    if os.name == "nt" or os.geteuid():
        pytest.skip("needs root, who can be somebody else")
    try:
        yield
    finally:
        os.seteuid(0)


def open_to_all(folder: Path) -> None:
    for one in [*folder.parents][:-2]:
        one.chmod(stat.S_IMODE(one.stat().st_mode) | 0o055)
    for one in [folder, *folder.rglob("*")]:
        one.chmod(0o755 if one.is_dir() else 0o644)


@pytest.mark.usefixtures("other_user")
def test_a_journal_that_may_only_be_read_is_read(desk: Desk) -> None:
    desk.save(rejection(), rejection("Brook"))
    desk.run(*SAVE)
    # What the other user may not import is imported now.
    for command in (*READ, ["delete", "last", "--yes"], ["undo"]):
        assert desk.run(*command).code == 0
    open_to_all(desk.home)
    before = {one: one.read_bytes() for one in desk.home.rglob("*") if one.is_file()}
    os.seteuid(NOBODY)
    for command in READ:
        ran = desk.run(*command)
        assert (ran.code, ran.err) == (0, "")
    for change in (list(SAVE), ["delete", "acre", "--yes"], ["undo"]):
        ran = desk.run(*change)
        assert (ran.code, ran.out) == (75, "")
        assert "Not saved: no permission to write" in ran.err
    os.seteuid(0)
    assert {one: one.read_bytes() for one in before} == before


@pytest.mark.usefixtures("other_user")
def test_a_log_of_another_owner_is_read_and_not_written(desk: Desk) -> None:
    desk.save(rejection())
    desk.run(*SAVE)
    for log in desk.journal.iterdir():
        os.chown(log, NOBODY, NOBODY)
    assert sorted(list_companies(desk)) == ["Acre Systems", "More"]
    ran = desk.run(*SAVE)
    assert ran.code == 4
    assert "it belongs to another user" in ran.err


def break_down(word: str) -> Callable[..., None]:
    def fail(*_: object, **__: object) -> None:
        text = word
        raise ZeroDivisionError(text)

    return fail


def test_no_fault_of_the_program_tells_a_word(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    word = make_word()
    desk.save(fill_in(word))
    keep_draft(desk, word)
    fail = break_down(word)
    for name in ("survey", "get", "save", "find_latest", "list_ids", "study"):
        monkeypatch.setattr(DiskJournal, name, fail)
    monkeypatch.setattr(next_step, "find_open_plan", fail)
    given = json.dumps(fill_in(word))
    for command in (*READ, ["new", "--from", "-"], ["delete", "last", "--yes"]):
        ran = desk.run(*command, stdin=given, terminal=True)
        assert ran.code in {0, 1}
        assert word not in ran.out + ran.err
        assert ran.code == 0 or "ZeroDivisionError" in ran.err


def test_no_refusal_of_a_document_repeats_more_than_finds_it(desk: Desk) -> None:
    word = make_word() * 20
    for wrong in ({"rounds": word}, {"sting": word}, {"plan": [word]}):
        given = json.dumps(rejection(lesson=word) | wrong)
        ran = desk.run("new", "--from", "-", stdin=given)
        assert ran.code == 2
        assert word not in ran.err


def test_no_command_calls_another_machine_or_program(
    desk: Desk, tmp_path: Path
) -> None:
    word = make_word()
    document = tmp_path / "document.json"
    document.write_text(json.dumps([fill_in(word)]))
    with watch() as seen:
        for arguments in list_session(str(document)):
            ran: Run = desk.run(*arguments)
            assert ran.code in {0, 3}, (arguments, ran)
        desk.run("new", "--plain", typed=f"3\n{word}\n")
        desk.run("continue", "--plain", typed="\n" * 40)
    assert seen == []


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have other places")
@pytest.mark.parametrize(
    "environ", [{}, {"HOME": ""}, {"HOME": "relative"}, {"XDG_DATA_HOME": "relative"}]
)
def test_without_a_usable_home_nothing_is_kept_in_the_working_folder(
    desk: Desk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    environ: dict[str, str],
) -> None:
    for name in [one for one in os.environ if one.startswith(("XDG_", "HOME"))]:
        monkeypatch.delenv(name)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    ran = desk.run("where", "--json", environ={"REFLECT_HOME": ""})
    assert ran.code == 0
    places = [ran.json[name] for name in ("journal", "state", "config", "cache")]
    assert [one for one in places if one.startswith(str(tmp_path))] == []
