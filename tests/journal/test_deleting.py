"""Deleting hides a reflection and nothing else, and can always be taken back."""

import errno
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reflect_journal.errors import (
    JournalUnusableError,
    NewerRecordError,
    NotFoundError,
    NotSavedError,
)
from reflect_journal.journal import reading
from reflect_journal.journal.disk import DiskJournal
from reflect_journal.journal.past import TextMissingError
from reflect_journal.journal.record import GONE, read_line
from tests.journal.changes import edit, list_current, list_whats, save
from tests.journal.worlds import (
    DEVICE,
    list_companies,
    list_findings,
    make_deletion,
    make_journal,
    make_places,
    make_record,
    make_version,
    numbers,
    write_log,
)
from tests.torture.calls import Refusing, between

OTHER = "0" * 12


@pytest.fixture
def journal(tmp_path: Path) -> DiskJournal:
    return make_journal(tmp_path)


def read_logs(home: Path) -> dict[str, bytes]:
    folder = make_places(home).journal
    return {log.name: log.read_bytes() for log in sorted(folder.iterdir())}


@settings(
    max_examples=settings().max_examples // 2,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_deleting_leaves_every_other_one_as_it_is(
    tmp_path: Path, data: st.DataObject
) -> None:
    home = tmp_path / str(next(numbers))
    journal = make_journal(home)
    names = data.draw(st.lists(st.text(max_size=8), min_size=1, max_size=6))
    ids = [one.id for one in save(journal, *names)]
    for identifier in data.draw(st.lists(st.sampled_from(ids), max_size=3)):
        edit(journal, identifier, "edited")
    wanted = data.draw(st.lists(st.sampled_from([*ids, "01Q"]), max_size=4))
    logs, others = read_logs(home), [one for one in ids if one not in wanted]
    before = journal.get(others)
    if "01Q" in wanted:
        with pytest.raises(NotFoundError):
            journal.delete(wanted)
        assert read_logs(home) == logs
        return
    assert journal.delete(wanted) == tuple(dict.fromkeys(wanted))
    now = read_logs(home)
    assert all(now[name].startswith(content) for name, content in logs.items())
    assert make_journal(home).get(others) == before
    assert {one.id for one in make_journal(home).survey().outlines} == {*others}
    journal.restore(wanted)
    assert {one.id for one in journal.survey().outlines} == {*ids}


def test_a_deletion_is_a_record_without_a_text(
    tmp_path: Path, journal: DiskJournal
) -> None:
    [version] = save(journal, "A")
    journal.delete([version.id])
    [*_, last] = read_logs(tmp_path)[f"{DEVICE}.jsonl"].splitlines()
    line = read_line(last)
    assert line.is_sound
    assert line.record is not None
    keys = ["v", "op", "id", "rev", "parents", "at", "dev", "sum"]
    assert list(line.record) == keys
    assert line.record["op"] == GONE
    assert line.record["parents"] == [version.revision]


def test_several_are_deleted_as_one_log(tmp_path: Path, journal: DiskJournal) -> None:
    ids = [one.id for one in save(journal, "A", "B", "C")]
    before = read_logs(tmp_path)
    journal.delete(ids[:2])
    now = read_logs(tmp_path)
    [name] = now.keys() - before.keys()
    assert name.startswith(f"{DEVICE}-")
    assert now[name].count(b'"op":"gone"') == 2
    assert {key: now[key] for key in before} == before


def test_what_was_changed_elsewhere_stays_beside_its_deletion(tmp_path: Path) -> None:
    here = make_journal(tmp_path)
    there = make_journal(tmp_path, device=OTHER, ids="01Y")
    [version] = save(here, "A")
    write_log(
        tmp_path,
        make_record(version.id, "01REDITED", version.revision),
    )
    log = make_places(tmp_path).journal / "b.jsonl"
    content = log.read_bytes()
    log.unlink()
    here.delete([version.id])
    assert list_companies(there) == []
    log.write_bytes(content)
    assert list_companies(here) == ["Acre Systems"]
    assert here.list_deleted() == []
    assert list_current(here, version.id) in (
        ["Acre Systems", None],
        [None, "Acre Systems"],
    )
    there.delete([version.id])
    assert list_companies(here) == []
    assert list_findings(here) == []


def test_two_devices_may_delete_the_same(tmp_path: Path, journal: DiskJournal) -> None:
    [version] = save(journal, "A")
    journal.delete([version.id])
    write_log(tmp_path, make_deletion(version.id, "01RGONE", version.revision))
    assert [one.id for one in journal.list_deleted()] == [version.id]
    assert journal.delete([version.id]) == (version.id,)
    journal.restore([version.id])
    assert list_companies(journal) == ["A"]
    assert list_findings(journal) == []


def test_the_newest_of_the_last_texts_comes_back(
    tmp_path: Path, journal: DiskJournal
) -> None:
    [version] = save(journal, "A")
    record = make_record(version.id, "01RB", version.revision, at="2027-01-01T")
    write_log(tmp_path, record)
    edit_elsewhere = make_record(version.id, "01RC", version.revision, at="2026-01-01T")
    write_log(tmp_path, edit_elsewhere, name="c")
    journal.delete([version.id])
    journal.restore([version.id])
    [saved] = journal.get([version.id])
    assert saved.document == record["reflection"]
    assert saved.others == ()


def test_a_record_of_a_newer_program_is_not_deleted(
    tmp_path: Path, journal: DiskJournal
) -> None:
    [version] = save(journal, "A")
    write_log(tmp_path, make_record("01ANEWER", "01RN", v=2))
    before = read_logs(tmp_path)
    with pytest.raises(NewerRecordError):
        journal.delete([version.id, "01ANEWER"])
    assert read_logs(tmp_path) == before
    deletion = make_deletion("01ANEWER", "01RG", "01RN")
    write_log(tmp_path, deletion, name="c")
    with pytest.raises(NewerRecordError):
        journal.restore(["01ANEWER"])


def test_a_deletion_whose_text_is_elsewhere_is_listed_and_stays(
    tmp_path: Path, journal: DiskJournal
) -> None:
    [version] = save(journal, "A")
    journal.delete([version.id])
    write_log(tmp_path, make_deletion("01AAWAY", "01RG", "01RAWAY"))
    assert [(one.id, one.document) for one in journal.list_deleted()] == [
        (version.id, version.document),
        ("01AAWAY", None),
    ]
    before = read_logs(tmp_path)
    with pytest.raises(TextMissingError, match="01AAWAY"):
        journal.restore([version.id, "01AAWAY"])
    assert read_logs(tmp_path) == before
    assert list_whats(journal, "01AAWAY") == ["deleted"]


def test_lines_that_move_while_they_are_read_change_nothing(
    tmp_path: Path, journal: DiskJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    [version] = save(journal, "A")
    journal.delete([version.id])
    log = make_places(tmp_path).journal / f"{DEVICE}.jsonl"
    content = log.read_bytes()
    look = journal._look

    def look_and_move() -> object:
        contents = look()
        log.write_bytes(content.replace(b"\n", b"\n\n", 1))
        return contents

    # Only the records of a large journal are read again from their place.
    monkeypatch.setattr(reading, "FEW_BYTES", -1)
    monkeypatch.setattr(journal, "_look", look_and_move)
    with pytest.raises(JournalUnusableError, match="keeps changing"):
        journal.list_deleted()
    log.write_bytes(content)
    with pytest.raises(JournalUnusableError, match="keeps changing"):
        journal.restore([version.id])


def test_deleting_nothing_writes_nothing(tmp_path: Path) -> None:
    journal = make_journal(tmp_path)
    assert journal.delete([]) == ()
    assert journal.restore([]) == ()
    assert not make_places(tmp_path).journal.exists()


def prepare(home: Path, template: Path) -> DiskJournal:
    shutil.rmtree(home, ignore_errors=True)
    shutil.copytree(template, home)
    return make_journal(home, ids="01Y")


CHANGES: dict[str, Callable[[DiskJournal, list[str]], object]] = {
    "delete one": lambda journal, ids: journal.delete(ids[:1]),
    "delete two": lambda journal, ids: journal.delete(ids[:2]),
    "restore": lambda journal, ids: journal.restore(ids[2:]),
    "undo": lambda journal, _: journal.undo("01UNDO"),
    "keep": lambda journal, ids: journal.keep(ids[0], "01RFIRST", "01KEEP"),
}


@pytest.mark.uncounted
@pytest.mark.torture
@pytest.mark.parametrize("kind", CHANGES)
@pytest.mark.parametrize("for_good", [False, True])
def test_whatever_call_fails_a_change_is_whole_or_nothing(
    tmp_path: Path, kind: str, for_good: bool
) -> None:
    change, template, home = CHANGES[kind], tmp_path / "template", tmp_path / "home"
    journal = make_journal(template)
    first = make_version("A", revision="01RFIRST")
    journal.save([first])
    ids = [first.id, *(one.id for one in save(journal, "B", "C"))]
    edit(journal, first.id, "A2")
    journal.delete(ids[2:])
    before = list_companies(journal)
    whole = prepare(home, template)
    change(whole, ids)
    after = list_companies(whole)
    assert after != before
    number, failed = 0, True
    while failed:
        number += 1
        journal = prepare(home, template)
        try:
            with between(Refusing(number, errno.EIO, for_good=for_good)) as calls:
                change(journal, ids)
            failed = calls.count >= number
            expected = [after]
        except (NotSavedError, JournalUnusableError):
            # What cannot be taken back any more either may be there, unacknowledged.
            expected = [before, after] if for_good else [before]
        found = make_journal(home)
        assert list_companies(found) in expected
        change(found, ids)
        assert list_companies(found) == after
        assert not any(one.is_damage for one in list_findings(found))
    assert number > 15
