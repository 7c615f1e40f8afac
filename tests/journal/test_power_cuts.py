"""Saved means on the disk: nothing of it is left for the system to write later."""

import errno
import os
from pathlib import Path

import pytest

from reflect_journal.errors import NotSavedError
from reflect_journal.journal.drafts import Draft, DraftStore
from reflect_journal.journal.files import write_file
from reflect_journal.journal.system import System
from tests.journal.power import followed
from tests.journal.worlds import DEVICE, make_journal, make_places, make_version

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/fd").exists(), reason="open files have no names here"
)


def drop_locks(home: Path, unsynced: set[Path]) -> set[Path]:
    """A lock that is gone after a power cut is made again."""
    return unsynced - {make_places(home).locks}


def test_a_save_leaves_nothing_unsynced(tmp_path: Path) -> None:
    home = tmp_path / "deep" / "home"
    with followed() as unsynced:
        journal = make_journal(home)
        journal.save([make_version("A")])
        assert drop_locks(home, unsynced) == set()
        journal.save([make_version("B")])
        assert drop_locks(home, unsynced) == set()
        journal.save([make_version("C"), make_version("D")])
        assert drop_locks(home, unsynced) == set()
        log = make_places(home).journal / f"{DEVICE}.jsonl"
        log.write_bytes(log.read_bytes() + b"torn")
        journal.save([make_version("E")])
        assert drop_locks(home, unsynced) == set()


def test_the_name_of_the_device_is_synced(tmp_path: Path) -> None:
    from reflect_journal.journal.device import load_device
    from reflect_journal.journal.system import THIS_SYSTEM

    with followed() as unsynced:
        load_device(tmp_path / "state" / "device", THIS_SYSTEM)
        assert unsynced == set()


def test_what_a_killed_save_did_not_sync_is_synced_by_the_next(tmp_path: Path) -> None:
    folder = make_places(tmp_path).journal
    folder.mkdir(parents=True)
    above = {folder.parent, tmp_path}
    with followed() as unsynced:
        unsynced.update(above)
        make_journal(tmp_path).save([make_version("A")])
        assert not unsynced & above
        unsynced.add(folder)
        make_journal(tmp_path).save([make_version("B")])
        assert drop_locks(tmp_path, unsynced) == set()


@pytest.mark.parametrize(
    ("seconds", "is_synced"), [(-60, True), (0, True), (60, False)]
)
def test_the_name_of_a_log_is_synced_unless_it_was_written_well_after_it_was_given(
    tmp_path: Path, seconds: int, *, is_synced: bool
) -> None:
    make_journal(tmp_path).save([make_version("A")])
    folder = make_places(tmp_path).journal
    log = folder / f"{DEVICE}.jsonl"
    named_at = folder.stat().st_ctime_ns
    os.utime(log, ns=(named_at, named_at + seconds * 10**9))
    with followed() as unsynced:
        unsynced.add(folder)
        make_journal(tmp_path).save([make_version("B")])
    assert (folder not in unsynced) is is_synced
    assert log not in unsynced


def test_no_byte_is_written_before_the_name_of_the_log_is_synced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: System, folder: Path) -> None:
        if any(folder.glob("*.jsonl")):
            raise OSError(errno.EIO, "fault", str(folder))

    journal, version = make_journal(tmp_path), make_version("A")
    with monkeypatch.context() as patched:
        patched.setattr(System, "sync_folder", refuse)
        with pytest.raises(NotSavedError):
            journal.save([version])
    log = make_places(tmp_path).journal / f"{DEVICE}.jsonl"
    assert log.read_bytes() == b""
    with followed() as unsynced:
        unsynced.add(log.parent)
        journal.save([version])
        assert drop_locks(tmp_path, unsynced) == set()


def test_a_kept_draft_is_synced(tmp_path: Path) -> None:
    store = DraftStore(make_places(tmp_path))
    with followed() as unsynced:
        for answer in ("one", "two"):
            store.keep(Draft("01D", "full", "", "", {"moment": answer}))
            assert unsynced == set()
        store.discard("01D")
        assert unsynced == set()


def test_a_file_that_a_person_names_is_synced(tmp_path: Path) -> None:
    with followed() as unsynced:
        write_file(tmp_path / "x", b"x")
        assert unsynced == set()
        write_file(tmp_path / "x", b"y", replace=True)
        assert unsynced == set()


def test_following_sees_what_is_not_synced(tmp_path: Path) -> None:
    with followed() as unsynced:
        fd = os.open(tmp_path / "x", os.O_WRONLY | os.O_CREAT)
        os.write(fd, b"x")
        os.close(fd)
        (tmp_path / "x").replace(tmp_path / "y")
        (tmp_path / "z").mkdir()
    assert unsynced == {tmp_path, tmp_path / "y"}
