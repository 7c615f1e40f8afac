"""Daily backups: made after a change, kept by age, never for a smaller journal."""

import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from reflect_journal.errors import NotSavedError
from reflect_journal.journal.backup_findings import diagnose_backups
from reflect_journal.journal.daily import back_up_daily
from reflect_journal.journal.generations import (
    Generation,
    choose_old,
    describe_generations,
    keep_generation,
    list_generations,
)
from reflect_journal.journal.lock import Lock, find_lock
from tests.journal.worlds import (
    IMPATIENT,
    START,
    list_kinds,
    make_journal,
    make_places,
    make_record,
    make_version,
    write_log,
)

DAY = timedelta(days=1)


def list_names(home: Path) -> list[str]:
    return [one.name for one in list_generations(make_places(home).backups)]


def test_the_first_change_of_a_day_makes_one(tmp_path: Path) -> None:
    journal, places = make_journal(tmp_path), make_places(tmp_path)
    back_up_daily(places, lambda: START)
    assert list_names(tmp_path) == []
    assert not journal.has_changed
    journal.save([make_version("A")])
    assert journal.has_changed
    for moment in (START, START + DAY, START):
        back_up_daily(places, lambda at=moment: at)
    assert list_names(tmp_path) == ["2026-11-21", "2026-11-20"]
    [first, _] = describe_generations(places.backups)
    assert (first.reflections, first.records) == (1, 1)
    path = places.backups / "2026-11-20.zip"
    assert path.stat().st_mode & 0o777 == 0o600
    assert places.backups.stat().st_mode & 0o777 == 0o700


def test_with_age_one_of_a_week_and_one_of_a_month_are_kept() -> None:
    today = date(2026, 11, 22)
    days = [today - timedelta(days=age) for age in range(500)]
    kept = [Generation(Path(f"{day}.zip"), day) for day in days]
    old = set(choose_old(kept, today))
    left = [one.made_on for one in kept if one not in old]
    ages = [(today - day).days for day in left]
    assert ages[:8] == list(range(8))
    weeks = [age for age in ages if 7 < age <= 31]
    assert 3 <= len(weeks) <= 5
    assert 11 <= len([age for age in ages if age > 31]) <= 13
    assert max(ages) <= 366
    future = [Generation(Path("x"), today + timedelta(days=9000))]
    assert choose_old(future, today) == []


def test_day_by_day_the_old_ones_go_a_few_at_a_time(tmp_path: Path) -> None:
    journal, places = make_journal(tmp_path), make_places(tmp_path)
    journal.save([make_version("A")])
    for age in range(60, -1, -1):
        keep_generation(places, START - age * DAY, IMPATIENT)
    names = list_names(tmp_path)
    assert names[:8] == [(START - age * DAY).date().isoformat() for age in range(8)]
    assert 12 <= len(names) <= 16
    # A clock that is far ahead does not cost them all.
    keep_generation(places, START + 9999 * DAY, IMPATIENT)
    assert len(list_names(tmp_path)) == len(names) - 1


def test_a_journal_that_shrank_takes_no_backup_away(tmp_path: Path) -> None:
    journal, places = make_journal(tmp_path), make_places(tmp_path)
    journal.save([make_version("A"), make_version("B")])
    for age in (400, 399):
        keep_generation(places, START - age * DAY, IMPATIENT)
    (places.backups / "2025-01-01.zip").write_bytes(b"damaged")
    for log in places.journal.iterdir():
        log.unlink()
    journal.save([make_version("C")])
    keep_generation(places, START, IMPATIENT)
    assert len(list_names(tmp_path)) == 4
    journal.save([make_version("D")])
    keep_generation(places, START + DAY, IMPATIENT)
    # The damaged one holds nobody knows what.
    assert list_names(tmp_path) == ["2026-11-21", "2026-11-20", "2025-01-01"]


def test_whatever_goes_wrong_nobody_is_disturbed_and_doctor_knows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal, places = make_journal(tmp_path), make_places(tmp_path)
    version = make_version("A")
    journal.save([version])
    places.device.write_text("a1b2c3d4e5f6\n")
    with Lock(find_lock(places.locks, places.journal), IMPATIENT).hold():
        back_up_daily(places, lambda: START)
    places.backups.write_text("in the way")
    back_up_daily(places, lambda: START)
    assert list_kinds(diagnose_backups(places, START + DAY)) == ["no-backup"]
    places.backups.unlink()
    assert list_kinds(diagnose_backups(places, START + DAY)) == ["no-backup"]

    def press(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", press)
    back_up_daily(places, lambda: START)
    monkeypatch.undo()
    back_up_daily(places, lambda: START)
    assert diagnose_backups(places, START + DAY) == []


def test_what_is_odd_about_backups_is_found(tmp_path: Path) -> None:
    journal, places = make_journal(tmp_path), make_places(tmp_path)
    journal.save([make_version("A"), make_version("B")])
    back_up_daily(places, lambda: START)
    (places.backups / "2026-11-01.zip").write_bytes(b"damaged")
    (places.backups / "notes.zip").write_bytes(b"of somebody")
    assert list_kinds(diagnose_backups(places, START + DAY)) == ["damaged-backup"]
    for log in places.journal.iterdir():
        log.unlink()
    write_log(tmp_path, make_record("01A", "01B"))
    kinds = ["damaged-backup", "fewer-versions"]
    assert list_kinds(diagnose_backups(places, START + DAY)) == kinds


def test_a_folder_that_cannot_be_listed_is_said(tmp_path: Path) -> None:
    (tmp_path / "backups").write_text("")
    with pytest.raises(NotSavedError):
        describe_generations(tmp_path / "backups")


def test_days_are_those_of_greenwich(tmp_path: Path) -> None:
    make_journal(tmp_path).save([make_version("A")])
    places = make_places(tmp_path)
    back_up_daily(places, lambda: datetime(2026, 1, 2, tzinfo=UTC))
    assert list_names(tmp_path) == ["2026-01-02"]
