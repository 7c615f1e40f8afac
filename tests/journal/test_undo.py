"""Undo takes back this device's last change, whatever it was, and itself."""

import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reflect_journal.errors import (
    NewerRecordError,
)
from reflect_journal.journal.disk import DiskJournal
from reflect_journal.journal.past import FollowedElsewhereError, TextMissingError
from tests.journal.changes import edit, list_current, list_whats, save
from tests.journal.worlds import (
    DEVICE,
    START,
    list_companies,
    list_findings,
    make_deletion,
    make_ids,
    make_journal,
    make_places,
    make_record,
    make_version,
    numbers,
    write_log,
)

OTHER = "0" * 12


@pytest.fixture
def journal(tmp_path: Path) -> DiskJournal:
    return make_journal(tmp_path)


def undo(journal: DiskJournal) -> str | None:
    undone = journal.undo(f"01U{next(numbers):023}")
    return undone.what if undone else None


KINDS: dict[str, Callable[[DiskJournal, str], object]] = {
    "edit": lambda journal, identifier: edit(journal, identifier, f"E{next(numbers)}"),
    "delete": lambda journal, identifier: journal.delete([identifier]),
    "restore": lambda journal, identifier: journal.restore([identifier]),
    "save": lambda journal, _: save(journal, f"S{next(numbers)}"),
    "save two": lambda journal, _: save(journal, "T", f"U{next(numbers)}"),
}


@settings(
    max_examples=settings().max_examples // 3,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(kinds=st.lists(st.sampled_from([*KINDS]), min_size=1, max_size=6))
def test_undo_brings_back_what_was_and_undo_again_what_is(
    tmp_path: Path, kinds: list[str]
) -> None:
    journal = make_journal(tmp_path / str(next(numbers)))
    [version] = save(journal, "A")
    for kind in kinds:
        gone = version.id in {one.id for one in journal.list_deleted()}
        if gone == (kind == "restore") or kind.startswith("save"):
            before = list_companies(journal)
            KINDS[kind](journal, version.id)
            after = list_companies(journal)
            for expected in (before, after, before, after):
                assert undo(journal)
                assert list_companies(journal) == expected
    assert list_findings(journal) == []


def test_nothing_can_be_undone_where_nothing_was_done(
    tmp_path: Path, journal: DiskJournal
) -> None:
    assert journal.undo("01U") is None
    write_log(tmp_path, make_record("01A", "01R"))
    assert journal.undo("01U") is None
    assert list_companies(journal) == ["Acre Systems"]


def test_what_was_saved_together_is_undone_together(journal: DiskJournal) -> None:
    versions = save(journal, "A", "B", "C")
    undone = journal.undo("01U1")
    assert undone is not None
    assert undone.what == "saved"
    assert undone.identifiers == tuple(one.id for one in versions)
    assert undone.document == versions[-1].document
    assert list_companies(journal) == []
    again = journal.undo("01U2")
    assert again is not None
    assert again.what == "deleted"
    assert list_companies(journal) == ["A", "B", "C"]


def test_an_undo_that_is_tried_again_is_done_once(journal: DiskJournal) -> None:
    [version] = save(journal, "A")
    edit(journal, version.id, "B")
    first = journal.undo("01U1")
    assert list_companies(journal) == ["A"]
    assert journal.undo("01U1") == first
    assert list_companies(journal) == ["A"]
    save(journal, "C", "D")
    both = journal.undo("01U2")
    assert journal.undo("01U2") == both
    assert list_companies(journal) == ["A"]


def test_the_edit_of_one_in_a_batch_is_undone_alone(journal: DiskJournal) -> None:
    versions = save(journal, "A", "B")
    edit(journal, versions[0].id, "A2")
    assert undo(journal) == "edited"
    assert list_companies(journal) == ["A", "B"]


def test_a_clock_that_was_wrong_does_not_bring_up_an_older_change(
    tmp_path: Path,
) -> None:
    late, right = make_journal(tmp_path), make_journal(tmp_path, ids="01Y")
    late._now = lambda: START + timedelta(days=9999)
    versions = save(late, "A", "B")
    edit(right, versions[0].id, "A2")
    assert undo(right) == "edited"
    assert list_companies(right) == ["A", "B"]


def test_changes_of_other_devices_are_not_undone(tmp_path: Path) -> None:
    here = make_journal(tmp_path)
    there = make_journal(tmp_path, device=OTHER, ids="01Y")
    save(here, "A")
    save(there, "B")
    assert undo(here) == "saved"
    assert list_companies(here) == ["B"]
    assert undo(there) == "saved"
    assert list_companies(here) == []


def test_what_another_device_went_on_from_is_left_alone(tmp_path: Path) -> None:
    here = make_journal(tmp_path)
    there = make_journal(tmp_path, device=OTHER, ids="01Y")
    [version] = save(here, "A")
    edit(there, version.id, "B")
    with pytest.raises(FollowedElsewhereError) as refused:
        undo(here)
    assert refused.value.exit_code == 2
    assert f"reflect history {version.id}" in str(refused.value)
    assert list_companies(here) == ["B"]


def test_a_version_saved_beside_stays_when_ours_is_undone(
    tmp_path: Path, journal: DiskJournal
) -> None:
    [version] = save(journal, "A")
    edit(journal, version.id, "ours")
    write_log(tmp_path, make_record(version.id, "01RT", version.revision))
    assert undo(journal) == "edited"
    assert sorted(list_current(journal, version.id)) == ["A", "Acre Systems"]
    assert undo(journal) == "edited"
    assert sorted(list_current(journal, version.id)) == ["Acre Systems", "ours"]


def test_a_batch_is_undone_whole_or_not_at_all(tmp_path: Path) -> None:
    here = make_journal(tmp_path)
    there = make_journal(tmp_path, device=OTHER, ids="01Y")
    versions = save(here, "A", "B")
    edit(there, versions[1].id, "B2")
    with pytest.raises(FollowedElsewhereError):
        undo(here)
    assert list_companies(here) == ["A", "B2"]


def test_a_newer_record_is_not_undone(tmp_path: Path, journal: DiskJournal) -> None:
    record = make_record("01A", "01R", v=2, dev=DEVICE)
    write_log(tmp_path, record, name=DEVICE)
    with pytest.raises(NewerRecordError):
        undo(journal)


def test_an_earlier_text_of_a_newer_program_is_not_copied(
    tmp_path: Path, journal: DiskJournal
) -> None:
    write_log(tmp_path, make_record("01A", "01R1", v=2))
    edited = make_record("01A", "01R2", "01R1", dev=DEVICE)
    write_log(tmp_path, edited, name=DEVICE)
    with pytest.raises(NewerRecordError, match="format 2"):
        undo(journal)
    write_log(tmp_path, make_deletion("01A", "01R3", "01R1"), name=DEVICE)
    with pytest.raises(NewerRecordError):
        journal.restore(["01A"])


def test_an_edit_whose_text_before_is_elsewhere_stays(
    journal: DiskJournal,
) -> None:
    version = make_version("A", None, ["01RAWAY"])
    journal.save([version])
    with pytest.raises(TextMissingError):
        undo(journal)
    assert list_companies(journal) == ["A"]
    assert list_whats(journal, version.id) == ["edited"]


def test_a_copy_that_a_syncing_program_made_is_still_our_log(
    tmp_path: Path, journal: DiskJournal
) -> None:
    save(journal, "A")
    save(journal, "B", "C")
    folder = make_places(tmp_path).journal
    for log in list(folder.iterdir()):
        copy = log.with_name(f"{log.stem}.sync-conflict-20261121-AB.jsonl")
        shutil.move(log, copy)
    assert undo(make_journal(tmp_path, ids="01Y")) == "saved"
    assert list_companies(journal) == ["A"]


def test_a_log_with_records_of_others_is_not_our_change(
    tmp_path: Path, journal: DiskJournal
) -> None:
    save(journal, "A")
    foreign = make_record("01F", "01RF", at="2027-01-01T00:00:00.000Z")
    write_log(tmp_path, foreign, name=f"{DEVICE}-{make_ids('01q')()}")
    assert undo(journal) == "saved"
    assert list_companies(journal) == ["Acre Systems"]
