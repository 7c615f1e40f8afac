"""The write protocol: what is on the disk after a save, and what stays as it was."""

import errno
import json
import os
import stat
from pathlib import Path

import pytest

from reflect_journal.errors import JournalUnusableError, NotSavedError
from reflect_journal.journal import log as log_module
from reflect_journal.journal.durable import sync_above
from reflect_journal.journal.record import read_line, seal
from reflect_journal.journal.system import System
from tests.journal.worlds import (
    DEVICE,
    list_companies,
    list_findings,
    make_journal,
    make_places,
    make_record,
    make_version,
    write_document,
    write_log,
)

A = make_record("01A", "01RA", reflection=write_document("A"))


def own_log(home: Path) -> Path:
    return make_places(home).journal / f"{DEVICE}.jsonl"


def lines(log: Path) -> list[bytes]:
    return log.read_bytes().splitlines(keepends=True)


def test_a_log_begins_with_a_head_and_has_one_line_for_each_version(
    tmp_path: Path,
) -> None:
    journal = make_journal(tmp_path)
    version = make_version("Ä", "01A", revision="01RA")
    journal.save([version])
    head, line = (read_line(raw) for raw in lines(own_log(tmp_path)))
    assert head == (
        {
            "v": 1,
            "op": "head",
            "journal": "01Z00000000000000000000001",
            "dev": DEVICE,
            "at": "2026-11-20T21:04:05.123Z",
            "about": "reflect journal: one line = one saved version of one "
            "reflection; change it with reflect, not by hand",
            "sum": "8fdd4e62a60de88a",
        },
        "",
    )
    assert line.record is not None
    assert " ".join(line.record) == "v op id rev parents at dev reflection sum"
    assert lines(own_log(tmp_path))[1].startswith(
        '{"v":1,"op":"put","id":"01A","rev":"01RA","parents":[],'
        '"at":"2026-11-20T21:04:05.123Z","dev":"a1b2c3d4e5f6",'
        '"reflection":{"company":"Ä","rejected_on":"2026-11-20"},"sum":"'.encode()
    )


def test_a_save_only_appends(tmp_path: Path) -> None:
    journal = make_journal(tmp_path)
    journal.save([make_version("A")])
    before = own_log(tmp_path).read_bytes()
    journal.save([make_version("B")])
    assert own_log(tmp_path).read_bytes().startswith(before)
    assert len(lines(own_log(tmp_path))) == 3


def test_a_new_log_carries_the_id_of_the_journal(tmp_path: Path) -> None:
    write_log(tmp_path, b"?\n", name="a")
    head = {"v": 1, "op": "head", "journal": "01JJ", "dev": "b", "at": "", "about": ""}
    write_log(tmp_path, head, name="b")
    make_journal(tmp_path).save([make_version()])
    assert json.loads(lines(own_log(tmp_path))[0])["journal"] == "01JJ"


def test_an_empty_log_of_ours_gets_its_head(tmp_path: Path) -> None:
    write_log(tmp_path, b"", name=DEVICE)
    make_journal(tmp_path).save([make_version()])
    assert len(lines(own_log(tmp_path))) == 2


def test_several_at_once_are_a_log_of_their_own(tmp_path: Path) -> None:
    journal = make_journal(tmp_path)
    journal.save([make_version("A")])
    before = own_log(tmp_path).read_bytes()
    journal.save([make_version("B"), make_version("C")])
    names = sorted(path.name for path in make_places(tmp_path).journal.iterdir())
    assert names == [f"{DEVICE}-01z00000000000000000000002.jsonl", f"{DEVICE}.jsonl"]
    batch = make_places(tmp_path).journal / names[0]
    heads = [json.loads(lines(log)[0])["journal"] for log in (batch, own_log(tmp_path))]
    assert heads[0] == heads[1]
    assert len(lines(batch)) == 3
    assert own_log(tmp_path).read_bytes() == before


def test_of_several_only_the_new_ones_are_written(tmp_path: Path) -> None:
    journal = make_journal(tmp_path)
    first = make_version("A", claimed=True)
    journal.save([first])
    journal.save([make_version("A", first.id, claimed=True), make_version("B")])
    assert len(lines(own_log(tmp_path))) == 3


def test_a_batch_never_replaces_a_log(tmp_path: Path) -> None:
    write_log(tmp_path, A, name=f"{DEVICE}-01z00000000000000000000001")
    with pytest.raises(NotSavedError, match="exists"):
        make_journal(tmp_path).save([make_version("B"), make_version("C")])
    assert list_companies(make_journal(tmp_path)) == ["A"]


def test_of_several_that_were_not_saved_none_remains(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = make_journal(tmp_path)
    journal.save([make_version("A")])
    folder = make_places(tmp_path).journal

    def refuse(_: System, synced: Path) -> None:
        if len(list(folder.glob("*.jsonl"))) == 2:
            raise OSError(5, "Input/output error", str(synced))

    monkeypatch.setattr(System, "sync_folder", refuse)
    with pytest.raises(NotSavedError, match="fault"):
        journal.save([make_version("B"), make_version("C")])
    assert [one.name for one in folder.iterdir()] == [f"{DEVICE}.jsonl"]


def test_what_a_killed_batch_left_is_swept_by_the_next_save(tmp_path: Path) -> None:
    journal = make_journal(tmp_path)
    journal.save([make_version("A")])
    folder = make_places(tmp_path).journal
    ours = folder / f".{DEVICE}-01x.partial"
    others = folder / ".000000000000-01x.partial"
    for temp in (ours, others):
        temp.write_bytes(b"half a batch")
    assert list_companies(journal) == ["A"]
    assert list_findings(journal) == []
    journal.save([make_version("B")])
    assert not ours.exists()
    assert others.exists()


@pytest.mark.parametrize("torn", [b"{", b'{"v":1,"op":"put","id":', b"x" * 9000])
def test_an_unfinished_line_is_closed_kept_and_copied(
    tmp_path: Path, torn: bytes
) -> None:
    journal = make_journal(tmp_path)
    journal.save([make_version("A")])
    before = own_log(tmp_path).read_bytes() + torn
    own_log(tmp_path).write_bytes(before)
    journal.save([make_version("B")])
    assert own_log(tmp_path).read_bytes().startswith(before + b"\n")
    assert list_companies(journal) == ["A", "B"]
    [copy] = make_places(tmp_path).quarantine.iterdir()
    assert copy.read_bytes() == torn
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600


def test_a_whole_line_without_its_end_is_only_closed(tmp_path: Path) -> None:
    write_log(tmp_path, A, seal({**A, "id": "01B", "rev": "01RB"})[:-1], name=DEVICE)
    journal = make_journal(tmp_path)
    journal.save([make_version("C")])
    assert len(lines(own_log(tmp_path))) == 3
    assert list_findings(journal) == []


def test_a_head_cut_short_is_written_again(tmp_path: Path) -> None:
    write_log(tmp_path, b'{"v":1,"op":"he', name=DEVICE)
    make_journal(tmp_path).save([make_version("A")])
    torn, head, line = lines(own_log(tmp_path))
    assert torn == b'{"v":1,"op":"he\n'
    assert json.loads(head)["op"] == "head"
    assert json.loads(line)["op"] == "put"


def test_a_quarantine_that_cannot_be_written_keeps_nobody_from_saving(
    tmp_path: Path,
) -> None:
    write_log(tmp_path, A, b"torn", name=DEVICE)
    state = make_places(tmp_path).state
    state.mkdir()
    (state / "quarantine").write_bytes(b"no folder")
    journal = make_journal(tmp_path)
    journal.save([make_version("B")])
    assert list_companies(journal) == ["A", "B"]


def test_a_log_of_two_gigabytes_takes_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = make_journal(tmp_path)
    journal.save([make_version("A")])
    before = own_log(tmp_path).read_bytes()
    monkeypatch.setattr(log_module, "LOG_LIMIT", len(before) + 100)
    with pytest.raises(NotSavedError, match="beyond 2 GiB"):
        journal.save([make_version("B")])
    assert own_log(tmp_path).read_bytes() == before


def make_folder_log(log: Path) -> None:
    log.mkdir()


def make_link_log(log: Path) -> None:
    (log.parent / "other").write_bytes(seal(A))
    log.symlink_to(log.parent / "other")


@pytest.mark.parametrize("make", [make_folder_log, make_link_log, os.mkfifo])
def test_a_log_that_is_no_regular_file_is_left_alone(
    tmp_path: Path, make: "object"
) -> None:
    own_log(tmp_path).parent.mkdir(parents=True)
    assert callable(make)
    make(own_log(tmp_path))
    with pytest.raises(JournalUnusableError, match="not a regular file") as refused:
        make_journal(tmp_path).save([make_version()])
    assert refused.value.path == str(own_log(tmp_path))


def test_where_the_log_cannot_be_opened_nothing_is_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))

    monkeypatch.setattr(log_module, "open_file", refuse)
    with pytest.raises(NotSavedError):
        make_journal(tmp_path).save([make_version()])


def test_a_log_of_another_user_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = make_journal(tmp_path)
    journal.save([make_version("A")])
    monkeypatch.setattr(os, "getuid", lambda: tmp_path.stat().st_uid + 1)
    with pytest.raises(JournalUnusableError, match="another user"):
        journal.save([make_version("B")])


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o777])
def test_nobody_else_may_read_what_is_written(tmp_path: Path, umask: int) -> None:
    home = tmp_path / "deep" / "down"
    before = os.umask(umask)
    try:
        journal = make_journal(home)
        journal.save([make_version("A")])
        journal.save([make_version("B"), make_version("C")])
        own_log(home).write_bytes(own_log(home).read_bytes() + b"torn")
        journal.save([make_version("D")])
    finally:
        os.umask(before)
    found = [tmp_path / "deep", *(tmp_path / "deep").rglob("*")]
    assert len(found) == 11
    for path in found:
        expected = 0o700 if path.is_dir() else 0o600
        assert stat.S_IMODE(path.stat().st_mode) == expected, path


def test_a_folder_behind_a_link_is_written_where_it_is(tmp_path: Path) -> None:
    cloud = tmp_path / "cloud"
    cloud.mkdir()
    folder = make_places(tmp_path).journal
    folder.parent.mkdir()
    folder.symlink_to(cloud)
    journal = make_journal(tmp_path)
    journal.save([make_version("A")])
    assert [path.name for path in cloud.iterdir()] == [f"{DEVICE}.jsonl"]
    assert list_companies(journal) == ["A"]
    [lock] = make_places(tmp_path).locks.iterdir()
    straight = make_places(tmp_path / "x")
    assert not straight.locks.exists()
    assert len(lock.name) == 16


def test_a_foreign_tail_is_not_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = make_journal(tmp_path)
    journal.save([make_version("A")])
    foreign = seal({**A, "id": "01B", "reflection": write_document("B")})

    def fail(_: int) -> None:
        with own_log(tmp_path).open("ab") as outsider:
            outsider.write(foreign)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(NotSavedError, match="full"):
        journal.save([make_version("C")])
    monkeypatch.undo()
    assert own_log(tmp_path).read_bytes().endswith(foreign)
    assert "B" in list_companies(journal)


def test_a_line_split_by_an_outsider_is_not_called_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = make_journal(tmp_path)
    journal.save([make_version("A")])
    foreign = seal({**A, "id": "01B", "reflection": write_document("B")})
    write = os.write

    def write_half(fd: int, content: bytes) -> int:
        half = write(fd, bytes(content)[: len(content) // 2])
        write(fd, foreign)
        monkeypatch.setattr(os, "write", write)
        return half

    monkeypatch.setattr(os, "write", write_half)
    version = make_version("C")
    with pytest.raises(NotSavedError, match="something else"):
        journal.save([version])
    assert list_companies(journal) == ["A", "B"]
    journal.save([version])
    assert list_companies(journal) == ["A", "B", "C"]


def test_folders_above_that_are_not_ours_are_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "home" / "journal"
    folder.mkdir(parents=True, exist_ok=True)
    synced: list[Path] = []
    monkeypatch.setattr(System, "sync_folder", lambda _, one: synced.append(one))
    monkeypatch.setattr(System, "is_ours", lambda *_: not synced)
    sync_above(folder, System())
    assert synced == [tmp_path / "home"]


def test_a_device_gets_its_name_once(tmp_path: Path) -> None:
    from reflect_journal.journal.disk import DiskJournal
    from tests.journal.worlds import make_clock, make_ids

    places = make_places(tmp_path)
    for _ in range(2):
        journal = DiskJournal(places, make_clock(), make_ids())
        journal.save([make_version()])
    [log] = places.journal.iterdir()
    assert log.name == f"{places.device.read_text().strip()}.jsonl"
    assert len(log.stem) == 12


@pytest.mark.parametrize("content", [b"", b"../../x", b"\xff\xfe", b"A1B2C3D4E5F6"])
def test_a_device_without_a_usable_name_gets_one(
    tmp_path: Path, content: bytes
) -> None:
    from reflect_journal.journal.device import load_device
    from reflect_journal.journal.system import THIS_SYSTEM

    path = tmp_path / "device"
    path.write_bytes(content)
    name = load_device(path, THIS_SYSTEM)
    assert len(name) == 12
    assert load_device(path, THIS_SYSTEM) == name


def test_a_device_whose_name_cannot_be_read_gets_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reflect_journal.journal import device
    from reflect_journal.journal.system import THIS_SYSTEM

    path = tmp_path / "device"
    path.write_text("a1b2c3d4e5f6\n")

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "no")

    with monkeypatch.context() as patched:
        patched.setattr(device, "read_whole", refuse)
        with pytest.raises(PermissionError):
            device.load_device(path, THIS_SYSTEM)
        assert device.find_device(path) is None
    assert device.find_device(path) == "a1b2c3d4e5f6"


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX")
def test_what_is_no_file_holds_no_name_of_a_device(tmp_path: Path) -> None:
    from reflect_journal.journal.device import find_device, load_device
    from reflect_journal.journal.system import THIS_SYSTEM

    path = tmp_path / "device"
    os.mkfifo(path)
    assert find_device(path) is None
    assert len(load_device(path, THIS_SYSTEM)) == 12
