"""Every version is told, and one of two that stand side by side can be chosen."""

from pathlib import Path

import pytest

from reflect_journal.errors import NewerRecordError, NotFoundError
from reflect_journal.journal.disk import DiskJournal
from tests.journal.changes import edit, list_current, list_whats, save
from tests.journal.worlds import (
    DEVICE,
    list_companies,
    list_findings,
    make_deletion,
    make_journal,
    make_record,
    write_document,
    write_log,
)


@pytest.fixture
def journal(tmp_path: Path) -> DiskJournal:
    return make_journal(tmp_path)


def test_every_version_is_told_in_its_order(journal: DiskJournal) -> None:
    [version] = save(journal, "A")
    second = edit(journal, version.id, "B")
    journal.delete([version.id])
    journal.restore([version.id])
    history = journal.get_history(version.id)
    whats = ["saved", "edited", "deleted", "restored"]
    assert [one.what for one in history] == whats
    assert [one.current for one in history] == [False, False, False, True]
    assert {one.device for one in history} == {DEVICE}
    documents = [version.document, second.document, None, second.document]
    assert [one.document for one in history] == documents
    assert [one.before for one in history] == [
        None,
        version.document,
        second.document,
        second.document,
    ]
    assert [one.revision for one in history[:2]] == [
        version.revision,
        second.revision,
    ]
    times = [one.at for one in history]
    assert times == sorted(times)


def test_what_follows_comes_later_whatever_the_clock_said(
    tmp_path: Path, journal: DiskJournal
) -> None:
    write_log(
        tmp_path,
        make_record("01A", "01R1", at="2030-01-01T00:00:00.000Z"),
        make_record("01A", "01R2", "01R1", at="2026-01-01T00:00:00.000Z"),
    )
    revisions = [one.revision for one in journal.get_history("01A")]
    assert revisions == ["01R1", "01R2"]


def test_versions_that_name_each_other_are_all_told(
    tmp_path: Path, journal: DiskJournal
) -> None:
    write_log(
        tmp_path,
        make_record("01A", "01R1", "01R2"),
        make_record("01A", "01R2", "01R1"),
        make_record("01A", "01R3", "01R3"),
    )
    revisions = [one.revision for one in journal.get_history("01A")]
    assert revisions == ["01R3", "01R1", "01R2"]


def test_a_circle_of_deletions_has_no_text_before(
    tmp_path: Path, journal: DiskJournal
) -> None:
    write_log(
        tmp_path,
        make_deletion("01A", "01R1", "01R2"),
        make_deletion("01A", "01R2", "01R1"),
    )
    assert [one.before for one in journal.get_history("01A")] == [None, None]


def test_a_record_that_does_not_name_its_device_is_told(
    tmp_path: Path, journal: DiskJournal
) -> None:
    record = make_record("01A", "01R1")
    del record["dev"]
    write_log(tmp_path, record)
    assert [one.device for one in journal.get_history("01A")] == [""]


def test_an_unknown_reflection_has_no_history(journal: DiskJournal) -> None:
    with pytest.raises(NotFoundError):
        journal.get_history("01Q")


def cross(home: Path, journal: DiskJournal) -> tuple[str, str, str]:
    """Change one reflection in two places; give its id and both revisions."""
    [version] = save(journal, "A")
    ours = edit(journal, version.id, "ours")
    theirs = make_record(
        version.id, "01RTHEIRS", version.revision, reflection=write_document("theirs")
    )
    write_log(home, theirs)
    return version.id, ours.revision, "01RTHEIRS"


@pytest.mark.parametrize("chosen", [0, 1, 2])
def test_any_text_can_be_chosen_to_stand_alone(
    tmp_path: Path, journal: DiskJournal, chosen: int
) -> None:
    identifier, *_ = cross(tmp_path, journal)
    history = journal.get_history(identifier)
    assert sorted(list_current(journal, identifier)) == ["ours", "theirs"]
    assert journal.keep(identifier, history[chosen].revision, "01RKEPT")
    [saved] = journal.get([identifier])
    assert (saved.document, saved.others) == (history[chosen].document, ())
    assert list_whats(journal, identifier)[-1] == "edited"
    assert list_findings(journal) == []
    assert not journal.keep(identifier, history[chosen].revision, "01RKEPT")
    assert not journal.keep(identifier, "01RKEPT", "01RAGAIN")
    assert len(journal.get_history(identifier)) == 4


def test_an_older_text_can_be_chosen_again(journal: DiskJournal) -> None:
    [version] = save(journal, "A")
    edit(journal, version.id, "B")
    assert journal.keep(version.id, version.revision, "01RKEPT")
    assert list_companies(journal) == ["A"]


def test_a_text_can_be_chosen_when_all_is_deleted(journal: DiskJournal) -> None:
    [version] = save(journal, "A")
    journal.delete([version.id])
    assert journal.keep(version.id, version.revision, "01RKEPT")
    assert list_companies(journal) == ["A"]


def test_a_deletion_can_be_chosen_while_it_stands_beside_a_text(
    tmp_path: Path, journal: DiskJournal
) -> None:
    identifier, ours, theirs = cross(tmp_path, journal)
    write_log(tmp_path, make_deletion(identifier, "01RGONE", ours), name="c")
    assert sorted(map(str, list_current(journal, identifier))) == ["None", "theirs"]
    assert journal.keep(identifier, "01RGONE", "01RKEPT")
    assert list_companies(journal) == []
    assert not journal.keep(identifier, "01RKEPT", "01RAGAIN")
    with pytest.raises(NotFoundError, match="01RGONE"):
        journal.keep(identifier, "01RGONE", "01RAGAIN")
    assert journal.keep(identifier, theirs, "01RBACK")
    assert list_companies(journal) == ["theirs"]


def test_only_a_version_of_the_reflection_can_be_chosen(journal: DiskJournal) -> None:
    one, other = save(journal, "A", "B")
    for revision in (other.revision, "01Q"):
        with pytest.raises(NotFoundError, match=revision):
            journal.keep(one.id, revision, "01RKEPT")
    with pytest.raises(NotFoundError, match="01Q"):
        journal.keep("01Q", one.revision, "01RKEPT")


def test_nothing_is_chosen_beside_a_newer_record(
    tmp_path: Path, journal: DiskJournal
) -> None:
    [version] = save(journal, "A")
    write_log(tmp_path, make_record(version.id, "01RN", version.revision, v=2))
    with pytest.raises(NewerRecordError):
        journal.keep(version.id, version.revision, "01RKEPT")
    assert list_whats(journal, version.id) == ["saved", "edited"]
