"""Which lines of a backup are taken: every one that is not there, and none twice."""

from pathlib import Path

import pytest

from reflect_journal.journal.contents import Contents
from reflect_journal.journal.merging import choose_missing, read_lines
from reflect_journal.journal.record import make_put, seal
from tests.journal.worlds import (
    DEVICE,
    START,
    list_companies,
    make_deletion,
    make_journal,
    make_record,
    make_version,
)

VERSION = make_version("A")
LINE = seal(make_put(VERSION, START, DEVICE))
CHANGED = LINE.replace(b'"A"', b'"B"')
STRANGE = seal({"v": 2, "op": "merge", "what": "nobody knows"})
NOTHING = Contents(Path())


def choose(*lines: bytes, had: tuple[bytes, ...] = ()) -> tuple[bytes, ...]:
    return choose_missing(lines, read_lines(had)).lines


def test_a_sound_line_replaces_a_changed_one_and_not_the_other_way() -> None:
    assert choose(LINE, had=(CHANGED,)) == (LINE,)
    assert choose(CHANGED, had=(LINE,)) == ()
    assert choose(CHANGED, had=(CHANGED,)) == ()
    assert choose(CHANGED) == (CHANGED,)
    assert choose_missing([CHANGED], NOTHING, only_sound=True).lines == ()


def test_two_texts_under_one_name_are_both_taken_once() -> None:
    other = seal({**make_put(VERSION, START, DEVICE), "at": "2026-11-21"})
    assert choose(other, had=(LINE,)) == (other,)
    assert choose(other, LINE, had=(LINE, other)) == ()


def test_what_is_whole_in_a_broken_line_is_taken() -> None:
    assert choose(b'{"v":1,"op":"pu' + LINE, LINE[:-1]) == (LINE,)


def test_what_a_newer_program_wrote_goes_into_an_empty_journal() -> None:
    assert choose(STRANGE, LINE) == (LINE, STRANGE)
    assert choose(STRANGE, had=(LINE,)) == ()


def test_an_erasure_and_what_followed_it_are_taken() -> None:
    purge = make_deletion(VERSION.id, "01P", VERSION.revision)
    follows = make_record(VERSION.id, "01Q", "01P")
    lines = [seal({**purge, "op": "purge"}), seal(follows)]
    assert choose(*lines) == tuple(lines)
    assert choose(*lines, LINE, had=(lines[0],)) == (lines[1],)
    assert choose_missing([lines[0]], read_lines(lines[:1])).merged.already == 0


@pytest.mark.parametrize("journal_id", [None, "01JOURNAL"])
def test_an_empty_journal_takes_the_id_of_the_backup(
    tmp_path: Path, journal_id: str | None
) -> None:
    journal = make_journal(tmp_path)
    journal.merge(lambda contents: choose_missing([LINE], contents), journal_id)
    assert list_companies(journal) == ["A"]
    [log] = (tmp_path / "data" / "journal").iterdir()
    assert log.name.startswith("restored-")
    assert (b"01JOURNAL" in log.read_bytes()) == bool(journal_id)
