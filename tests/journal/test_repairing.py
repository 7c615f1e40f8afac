"""A repair keeps every word, every good line to the byte, and all bad bytes."""

import os
from collections.abc import Callable
from copy import copy
from pathlib import Path
from typing import Any

import pytest

from reflect_journal.errors import JournalUnusableError
from reflect_journal.journal import beside, repairing
from reflect_journal.journal.contents import Contents
from reflect_journal.journal.lock import Lock, find_lock
from reflect_journal.journal.mending import Remedy
from reflect_journal.journal.places import find_places
from reflect_journal.journal.reading import read_folder
from reflect_journal.journal.record import seal
from reflect_journal.journal.repairing import NotRepairedError, Repair, Treatment
from reflect_journal.journal.rows import MovedError
from reflect_journal.journal.system import System
from tests.journal.test_reading import HEAD, WHOLE
from tests.journal.worlds import (
    DEVICE,
    IMPATIENT,
    examine,
    list_companies,
    list_kinds,
    make_clock,
    make_deletion,
    make_ids,
    make_journal,
    make_places,
    make_record,
    write_document,
    write_log,
)
from tests.torture.calls import Calls, Real, between

TOP = {**HEAD, "journal": "01JOURNAL"}
A = make_record("01A", "01RA", reflection=write_document("A"))
B = make_record("01B", "01RB", reflection=write_document("B"))
EDITED = seal(A).replace(b'"A"', b'"Ant"')
RUBBISH = b"\x00\xff what?\n"
NEWER = {**A, "v": 3, "id": "01N", "rev": "01RN"}


def make_repair(home: Path, **options: Any) -> Repair:
    places = make_places(home)
    places.state.mkdir(parents=True, exist_ok=True)
    places.device.write_text(DEVICE)
    given = {"system": IMPATIENT, **options}
    return Repair(places, make_clock(), make_ids("01X"), **given)


def own_log(home: Path, *lines: bytes | dict[str, Any]) -> Path:
    return write_log(home, *lines, name=DEVICE)


def repair(home: Path) -> dict[Remedy, int]:
    treatments = make_repair(home).carry_out()
    assert make_repair(home).carry_out() == []
    return {one: count for each in treatments for one, count in each.counts.items()}


def kinds(home: Path) -> list[str]:
    return list_kinds(examine(home))


def quarantined(home: Path) -> bytes:
    folder = make_places(home).quarantine
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir()))


@pytest.mark.parametrize(
    ("bad", "kept", "remedy"),
    [
        (RUBBISH, b"", Remedy.MOVED),
        (seal(B)[:70], b"", Remedy.MOVED),
        (seal(NEWER)[:60] + seal(B), seal(B), Remedy.SALVAGED),
        (seal(A)[:-1] + seal(B), seal(B), Remedy.SALVAGED),
        (seal(B).replace(b'"sum"', b'"s"'), b"", Remedy.SEALED),
        (make_deletion("01B", "01D"), b"", Remedy.NONE),
        (
            seal(make_deletion("01B", "1")).replace(b'"1"', b'"2"'),
            b"",
            Remedy.SET_ASIDE,
        ),
        (EDITED, seal(A), Remedy.REPLACED),
        (b"\xef\xbb\xbf" + seal(B)[:-1] + b"\r\n", seal(B), Remedy.TRIMMED),
        (b"  " + seal(B), seal(B), Remedy.TRIMMED),
        (A, seal(A), Remedy.ONCE),
        (seal(B).replace(b'"reflection"', b'"reflectiom"'), b"", Remedy.MOVED),
    ],
)
def test_each_kind_of_damage_is_put_right(
    tmp_path: Path, bad: Any, kept: bytes, remedy: Remedy
) -> None:
    log = own_log(tmp_path, TOP, A, bad)
    shown = list_companies(make_journal(tmp_path))
    did = repair(tmp_path)
    assert did == ({remedy: 1} if remedy is not Remedy.NONE else {})
    assert kinds(tmp_path) == []
    assert list_companies(make_journal(tmp_path)) == shown
    assert log.read_bytes().startswith(seal(TOP) + seal(A))
    assert kept in log.read_bytes()
    if remedy not in {Remedy.NONE, Remedy.TRIMMED, Remedy.ONCE}:
        assert quarantined(tmp_path) == bad
        assert not log.parent.joinpath(f".{DEVICE}").exists()


def test_good_lines_stay_to_the_byte_and_in_their_order(tmp_path: Path) -> None:
    good = [seal(TOP), seal(B), seal(NEWER), b"\n", seal(A)]
    log = own_log(tmp_path, *good[:3], RUBBISH, *good[3:], seal(B)[:-30])
    repair(tmp_path)
    assert log.read_bytes() == b"".join(good)
    assert quarantined(tmp_path) == RUBBISH + seal(B)[:-30]
    modes = [
        one.stat().st_mode & 0o777
        for one in (log, *make_places(tmp_path).quarantine.iterdir())
    ]
    assert modes == [0o600, 0o600]


def test_a_line_changed_by_hand_is_sealed_word_for_word(tmp_path: Path) -> None:
    later = make_record("01A", "01R2", "01RA", reflection=write_document("A2"))
    spaced = EDITED.replace(b'"company":', b'"company" : ')
    log = own_log(tmp_path, TOP, spaced, later, make_deletion("01A", "01D", "01R2"), B)
    assert repair(tmp_path) == {Remedy.SEALED: 1}
    assert spaced[: spaced.index(b',"sum"')] in log.read_bytes()
    assert spaced == quarantined(tmp_path)
    journal = make_journal(tmp_path)
    assert list_companies(journal) == ["B"]
    assert [one.document for one in journal.get_history("01A")][:1] == [
        write_document("Ant")
    ]


@pytest.mark.parametrize(
    "change",
    [
        (b'"Ant"', b'"A\xff"'),
        (b'"sum":"', b'"more":1,"sum":"'),
        (b'"}\n', b'","more":1}\n'),
    ],
)
def test_what_cannot_be_sealed_as_it_stands_keeps_its_content(
    tmp_path: Path, change: tuple[bytes, bytes]
) -> None:
    own_log(tmp_path, TOP, EDITED.replace(*change), B)
    assert [one.counts for one in make_repair(tmp_path).plan(DEVICE)] == [
        {Remedy.SEALED: 1}
    ]
    shown = list_companies(make_journal(tmp_path))
    assert repair(tmp_path) == {Remedy.SEALED: 1}
    assert kinds(tmp_path) == []
    assert list_companies(make_journal(tmp_path)) == shown


@pytest.mark.parametrize(
    "line",
    [
        EDITED.replace(b'"Ant"', b"NaN").replace(b'"}\n', b'","more":1}\n'),
        seal(NEWER).replace(b'"A"', b'"Ant"'),
    ],
)
def test_what_json_cannot_carry_and_what_is_newer_stays(
    tmp_path: Path, line: bytes
) -> None:
    log = own_log(tmp_path, TOP, line, RUBBISH)
    assert repair(tmp_path) == {Remedy.MOVED: 1}
    assert log.read_bytes() == seal(TOP) + line
    assert "changed-outside" in kinds(tmp_path)


@pytest.mark.parametrize("journal", ["01JOURNAL", "01OTHER"])
def test_a_damaged_beginning_is_written_anew(tmp_path: Path, journal: str) -> None:
    if journal == "01OTHER":
        write_log(tmp_path, {**TOP, "journal": journal}, name="b")
    broken = seal(TOP)[:-9] + b"\n"
    log = own_log(tmp_path, broken, A)
    repair(tmp_path)
    assert f'"journal":"{journal}"'.encode() in log.read_bytes()
    log.write_bytes(seal(TOP).replace(b'"b"', b'"c"') + seal(A))
    assert repair(tmp_path) == {Remedy.BEGUN_ANEW: 1}
    assert kinds(tmp_path) == []


def test_a_log_of_nothing_but_zeros_begins_anew(tmp_path: Path) -> None:
    log = own_log(tmp_path, bytes(400))
    repair(tmp_path)
    assert log.read_bytes().count(b"\n") == 1
    assert (kinds(tmp_path), quarantined(tmp_path)) == ([], bytes(400))


def test_a_copy_as_saved_is_fetched_from_another_log(tmp_path: Path) -> None:
    other = write_log(tmp_path, A, RUBBISH, name="b").read_bytes()
    log = own_log(tmp_path, TOP, EDITED)
    assert repair(tmp_path) == {Remedy.REPLACED: 1}
    assert log.read_bytes() == seal(TOP) + seal(A)
    assert make_places(tmp_path).journal.joinpath("b.jsonl").read_bytes() == other


def test_another_devices_log_is_left_alone_until_it_is_said_to_be_gone(
    tmp_path: Path,
) -> None:
    names = ["b", f"{DEVICE} (conflicted copy)", f"{DEVICE}-short"]
    logs = [write_log(tmp_path, TOP, A, RUBBISH, name=name) for name in names]
    before = [log.read_bytes() for log in logs]
    assert make_repair(tmp_path).carry_out() == []
    assert [log.read_bytes() for log in logs] == before
    [done] = make_repair(tmp_path, gone=["b.jsonl"]).carry_out()
    assert done == Treatment("b.jsonl", {Remedy.MOVED: 1})
    assert logs[0].read_bytes() == seal(TOP) + seal(A)


def test_a_batch_of_this_device_is_mended_too(tmp_path: Path) -> None:
    name = f"{DEVICE}-{'01x'.ljust(26, '0')}"
    log = write_log(tmp_path, TOP, A, RUBBISH, B, name=name)
    repair(tmp_path)
    assert log.read_bytes() == seal(TOP) + seal(A) + seal(B)


def test_sealing_may_bring_the_newer_of_two_versions_to_the_front(
    tmp_path: Path,
) -> None:
    newer = {**A, "rev": "01R9", "at": "2026-11-21T00:00:00.000Z"}
    own_log(tmp_path, TOP, A, seal(newer).replace(b'"A"', b'"Ant"'))
    assert list_companies(make_journal(tmp_path)) == ["A"]
    repair(tmp_path)
    assert list_companies(make_journal(tmp_path)) == ["Ant"]
    assert kinds(tmp_path) == ["two-versions"]


def test_a_journal_without_one_readable_line_is_not_emptied(tmp_path: Path) -> None:
    log = own_log(tmp_path, b"something else\n")
    assert make_repair(tmp_path).plan(DEVICE) == []
    with pytest.raises(JournalUnusableError):
        make_repair(tmp_path).carry_out()
    assert log.read_bytes() == b"something else\n"


def test_a_part_that_cannot_be_read_stops_the_repair(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = own_log(tmp_path, TOP, A, RUBBISH)
    before = log.read_bytes()
    monkeypatch.setattr(Contents, "is_partial", True)
    with pytest.raises(NotRepairedError, match="a part of the journal"):
        make_repair(tmp_path).carry_out()
    assert log.read_bytes() == before


def test_what_would_lose_or_hide_something_is_not_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = own_log(tmp_path, TOP, A, EDITED.replace(b"01RA", b"01RX"), B)
    before = log.read_bytes()
    sealed_wrongly = seal({**A, "rev": "01RX"})
    gone = seal(make_deletion("01A", "01D", "01RA", "01RX"))
    for wrong in (b"", sealed_wrongly, gone):
        monkeypatch.setattr(
            "reflect_journal.journal.mending.seal_anew",
            lambda *_, wrong=wrong: wrong or seal(B),
        )
        with pytest.raises(NotRepairedError, match="another program"):
            make_repair(tmp_path).carry_out()
        assert log.read_bytes() == before
        assert [path.name for path in log.parent.iterdir()] == [log.name]


def test_a_version_that_would_vanish_from_sight_stops_the_repair(
    tmp_path: Path,
) -> None:
    def read(*lines: dict[str, Any]) -> Any:
        own_log(tmp_path, *lines)
        return read_folder(make_places(tmp_path).journal)

    before, after = read(A), read(A)
    # Only what is shown: every version is still there.
    after.known["01A"] = copy(before.known["01A"])
    after.known["01A"].state = 0
    with pytest.raises(MovedError):
        repairing.compare(before, after, IMPATIENT)


class Once(Calls):
    """Does something before the calls of a name, from one of them on."""

    def __init__(self, name: str, act: Callable[[], object], times: int) -> None:
        super().__init__()
        self.name, self.act, self.times = name, act, times

    def reach(self, name: str, real: Real, /, *args: Any, **kwargs: Any) -> Any:
        if name == self.name and self.times:
            self.times -= 1
            self.act()
        return super().reach(name, real, *args, **kwargs)


def test_lines_that_are_added_at_the_last_moment_are_kept(tmp_path: Path) -> None:
    log = own_log(tmp_path, TOP, A, RUBBISH)

    def append() -> None:
        with log.open("ab") as file:
            file.write(seal(B))

    # The second name that is changed is the log's; the first is the quarantine's.
    def append_at_last() -> None:
        if not calls.times:
            append()

    calls = Once("replace", append_at_last, 2)
    with between(calls):
        make_repair(tmp_path).carry_out()
    assert log.read_bytes() == seal(TOP) + seal(A) + seal(B)
    assert list_companies(make_journal(tmp_path)) == ["A", "B"]


@pytest.mark.parametrize("times", [1, 9])
def test_a_log_that_is_replaced_meanwhile_is_read_again(
    tmp_path: Path, times: int
) -> None:
    log = own_log(tmp_path, TOP, A, RUBBISH)
    aside = tmp_path / "aside"

    def replace() -> None:
        aside.write_bytes(seal(TOP) + seal(A) + seal(B) + RUBBISH)
        aside.rename(log)

    calls = Once("replace", replace, times)
    with between(calls):
        if times == 1:
            make_repair(tmp_path).carry_out()
        else:
            with pytest.raises(NotRepairedError, match="another program"):
                make_repair(tmp_path).carry_out()
    assert list_companies(make_journal(tmp_path)) == ["A", "B"]


def test_a_disk_that_gives_back_something_else_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = own_log(tmp_path, TOP, A, RUBBISH)
    before = log.read_bytes()
    monkeypatch.setattr(beside, "write_all", lambda *_: None)
    with pytest.raises(NotRepairedError, match="gave back something else"):
        make_repair(tmp_path).carry_out()
    assert log.read_bytes() == before
    assert "reflect doctor --repair" in str(NotRepairedError("x"))


def test_a_long_log_is_written_piece_by_piece(tmp_path: Path) -> None:
    long = {**A, "reflection": write_document("A", lesson="y" * beside.PIECE)}
    log = own_log(tmp_path, TOP, long, B, RUBBISH)
    repair(tmp_path)
    assert log.read_bytes() == seal(TOP) + seal(long) + seal(B)


def test_a_file_beside_that_is_there_already_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "there"
    path.write_bytes(b"mine")
    with pytest.raises(FileExistsError), beside.write_beside(path, IMPATIENT):
        pass
    assert path.read_bytes() == b"mine"


def test_where_open_files_cannot_be_replaced_they_are_closed_first(
    tmp_path: Path,
) -> None:
    log = own_log(tmp_path, TOP, A, RUBBISH)
    make_repair(tmp_path, system=System("win32", patience=0.0)).carry_out()
    assert log.read_bytes() == seal(TOP) + seal(A)


def test_the_device_keeps_its_name_when_it_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_log(tmp_path, TOP, A, RUBBISH)

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, os.strerror(13))

    making = make_repair(tmp_path)
    monkeypatch.setattr("reflect_journal.journal.device.read_whole", refuse)
    with pytest.raises(NotRepairedError):
        making.carry_out()
    assert make_places(tmp_path).device.read_text() == DEVICE


def test_a_new_home_has_nothing_to_repair(tmp_path: Path) -> None:
    places = find_places({"REFLECT_HOME": str(tmp_path / "new")})
    assert Repair(places, make_clock(), make_ids("01X")).carry_out() == []


def test_a_repair_waits_for_a_save(tmp_path: Path) -> None:
    own_log(tmp_path, TOP, A, RUBBISH)
    making = make_repair(tmp_path)
    places = make_places(tmp_path)
    lock = Lock(find_lock(places.locks, places.journal), IMPATIENT)
    with lock.hold(), pytest.raises(NotRepairedError, match="another reflect"):
        making.carry_out()


def test_any_damage_is_put_right_once_and_for_all(tmp_path: Path) -> None:
    """A share of all flipped bits, cut lengths and blocks of zeros."""
    log = own_log(tmp_path, WHOLE)
    damaged = [WHOLE[:at] + b"\x15" + WHOLE[at + 1 :] for at in range(0, 900, 53)]
    damaged += [WHOLE[:at] for at in range(1, len(WHOLE), 101)]
    damaged += [WHOLE[:at] + bytes(90) + WHOLE[at + 90 :] for at in range(0, 800, 97)]
    for content in damaged:
        log.write_bytes(content)
        shown = list_companies(make_journal(tmp_path))
        repair(tmp_path)
        assert list_companies(make_journal(tmp_path)) == shown
        assert set(kinds(tmp_path)) <= {"newer-version", "changed-outside"}
