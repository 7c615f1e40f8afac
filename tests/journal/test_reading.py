"""Whatever became of the logs, nothing is dropped and what is odd is told."""

import gc
import io
import os
from pathlib import Path
from typing import Any

import pytest

from reflect_journal.errors import (
    JournalUnusableError,
    NewerRecordError,
    NotFoundError,
)
from reflect_journal.journal import reading, record
from reflect_journal.journal.contents import Contents
from reflect_journal.journal.reader import Reader
from reflect_journal.journal.record import seal
from reflect_journal.journal.rows import Lines
from tests.journal.worlds import (
    examine,
    list_companies,
    list_kinds,
    make_deletion,
    make_journal,
    make_places,
    make_record,
    make_version,
    write_document,
    write_log,
)

A = make_record("01A", "01RA", reflection=write_document("A"))
B = make_record("01B", "01RB", reflection=write_document("B"))
C = make_record("01C", "01RC", reflection=write_document("C"))


def companies(home: Path) -> list[str]:
    return list_companies(make_journal(home))


def kinds(home: Path) -> list[str]:
    return list_kinds(examine(home))


def places(home: Path) -> list[str]:
    return [finding.where for finding in examine(home)]


def test_every_log_of_the_folder_is_read(tmp_path: Path) -> None:
    write_log(tmp_path, A, name="a1b2c3d4e5f6")
    write_log(tmp_path, B, name="b.sync-conflict-20261121-230311-QIGPYJ5")
    write_log(tmp_path, C, name="b (conflicted copy)")
    assert companies(tmp_path) == ["A", "B", "C"]
    assert examine(tmp_path) == []


def test_a_copy_of_a_log_counts_once(tmp_path: Path) -> None:
    write_log(tmp_path, A, B, name="a")
    write_log(tmp_path, A, B, C, name="a (copy)")
    assert companies(tmp_path) == ["A", "B", "C"]
    assert examine(tmp_path) == []


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    folder = write_log(tmp_path, A).parent
    for name in ("notes.txt", "b.jsonl.bak", ".b.jsonl", ".b.partial"):
        (folder / name).write_bytes(b"not a log")
    assert companies(tmp_path) == ["A"]
    assert examine(tmp_path) == []


def test_an_unreadable_line_hides_no_other(tmp_path: Path) -> None:
    write_log(tmp_path, A, b"\x00\xff what?\n", B)
    survey = make_journal(tmp_path).survey()
    assert [outline.company for outline in survey.outlines] == ["A", "B"]
    assert survey.damaged
    [finding] = survey.findings
    assert (finding.kind, finding.where) == ("unreadable-line", "b.jsonl, line 2")


def test_many_lines_of_one_kind_are_one_finding(tmp_path: Path) -> None:
    write_log(tmp_path, A, *[b"{}\n"] * 7, B, b"[]\n")
    assert places(tmp_path) == ["b.jsonl, lines 2, 3, 4, 5, 6 and 3 more"]


def test_an_unfinished_line_is_told_and_all_before_it_is_read(tmp_path: Path) -> None:
    write_log(tmp_path, A, seal(B)[:-40])
    assert companies(tmp_path) == ["A"]
    assert kinds(tmp_path) == ["unfinished-line"]
    assert places(tmp_path) == ["b.jsonl, line 2"]


@pytest.mark.parametrize("size", [1, 4, 5, 60])
def test_a_first_save_cut_short_is_no_ruined_journal(tmp_path: Path, size: int) -> None:
    write_log(tmp_path, seal(A)[:size])
    survey = make_journal(tmp_path).survey()
    assert survey.outlines == []
    assert list_kinds(survey.findings) == ["unfinished-line"]


def test_a_last_line_without_its_end_is_read(tmp_path: Path) -> None:
    write_log(tmp_path, A, seal(B)[:-1])
    assert companies(tmp_path) == ["A", "B"]
    assert examine(tmp_path) == []


def test_a_line_that_grows_while_it_is_read_is_read_whole() -> None:
    class Growing(io.BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            line = super().readline(size)
            if not line.endswith(b"\n") and self.tell() == 3:
                self.write(b"def\n")
                self.seek(3)
            return line

    lines = reading.split_lines(io.BufferedReader(Growing(b"abc")))
    assert b"".join(raw for _, raw in lines).startswith(b"abc")


@pytest.mark.parametrize("torn", [10, 60, 150, -3])
def test_a_whole_record_behind_a_torn_one_is_read(tmp_path: Path, torn: int) -> None:
    write_log(tmp_path, A, seal(B)[:torn] + seal(C))
    assert companies(tmp_path) == ["A", "C"]
    assert kinds(tmp_path) == ["unreadable-line"]
    journal = make_journal(tmp_path)
    assert journal.get(["01C"])[0].document == C["reflection"]


def test_lines_that_lost_their_ends_are_read(tmp_path: Path) -> None:
    write_log(tmp_path, seal(A)[:-1] + seal(B)[:-1] + b"," + seal(C))
    assert companies(tmp_path) == ["A", "B", "C"]
    ids = ["01B", "01C", "01A"]
    assert [one.id for one in make_journal(tmp_path).get(ids)] == ids


def test_a_text_changed_by_hand_is_shown_and_told(tmp_path: Path) -> None:
    write_log(tmp_path, seal(A).replace(b'"A"', b'"Ant"'), B)
    assert companies(tmp_path) == ["Ant", "B"]
    assert kinds(tmp_path) == ["changed-outside"]
    [saved] = make_journal(tmp_path).get(["01A"])
    assert not saved.sealed


def test_a_record_without_a_checksum_is_shown_and_told(tmp_path: Path) -> None:
    raw = b'{"v":1,"op":"put","id":"01A","rev":"1","reflection":{"company":"A"}}\n'
    write_log(tmp_path, raw)
    assert companies(tmp_path) == ["A"]
    assert kinds(tmp_path) == ["changed-outside"]


def test_bytes_that_are_no_text_are_replaced_and_told(tmp_path: Path) -> None:
    write_log(tmp_path, seal(A).replace(b'"A"', b'"A\xff"'))
    assert companies(tmp_path) == ["A\ufffd"]
    assert kinds(tmp_path) == ["changed-outside"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"\xef\xbb\xbf", b"\n"),
        (b"", b"\r\n"),
        (b"", b"  \n"),
        (b"\xef\xbb\xbf", b"\r\n"),
    ],
)
def test_converted_line_ends_change_no_word(
    tmp_path: Path, before: bytes, after: bytes
) -> None:
    write_log(tmp_path, before + seal(A)[:-1] + after, b"\n", b" \r\n", B)
    assert companies(tmp_path) == ["A", "B"]
    assert kinds(tmp_path) == ["changed-outside"]
    assert make_journal(tmp_path).get(["01A"])[0].sealed


def test_a_sound_copy_is_shown_before_a_changed_one(tmp_path: Path) -> None:
    changed = seal(A).replace(b'"A"', b'"Ant"')
    for lines in ((changed, seal(A)), (seal(A), changed)):
        write_log(tmp_path, *lines)
        assert companies(tmp_path) == ["A"]
        assert kinds(tmp_path) == ["changed-outside"]


def test_two_texts_under_one_revision_are_both_kept(tmp_path: Path) -> None:
    later = {**A, "at": "2027-01-01T00:00:00.000Z", "reflection": write_document("A2")}
    write_log(tmp_path, A, later, A, later)
    [saved] = make_journal(tmp_path).get(["01A"])
    assert (saved.document["company"], saved.others) == ("A2", ("01RA",))
    assert kinds(tmp_path) == ["two-versions"]


def test_one_revision_for_two_reflections_hides_neither(tmp_path: Path) -> None:
    write_log(tmp_path, A, {**B, "rev": "01RA"})
    assert companies(tmp_path) == ["A", "B"]


def test_a_deletion_hides_and_a_later_version_brings_back(tmp_path: Path) -> None:
    write_log(tmp_path, A, make_deletion("01A", "01RD", "01RA"))
    journal = make_journal(tmp_path)
    assert list_companies(journal) == []
    assert journal.find_latest() is None
    with pytest.raises(NotFoundError):
        journal.get(["01A"])
    journal.save([make_version("A", "01A", ["01RD"])])
    assert list_companies(journal) == ["A"]
    assert examine(tmp_path) == []


def test_a_deleted_reflection_that_is_handed_in_comes_back(tmp_path: Path) -> None:
    write_log(tmp_path, A, make_deletion("01A", "01RD", "01RA"))
    journal = make_journal(tmp_path)
    journal.save([make_version("A", "01A", claimed=True)])
    assert list_companies(journal) == ["A"]
    assert journal.get(["01A"])[0].others == ()


def test_a_version_beside_a_deletion_is_shown(tmp_path: Path) -> None:
    edit = make_record("01A", "01RE", "01RA", reflection=write_document("A2"))
    write_log(tmp_path, A, make_deletion("01A", "01RD", "01RA"), edit)
    assert companies(tmp_path) == ["A2"]
    assert kinds(tmp_path) == ["two-versions"]


def test_a_deletion_that_was_changed_hides_nothing(tmp_path: Path) -> None:
    gone = seal(make_deletion("01B", "01RD", "01RA")).replace(b'"01B"', b'"01A"')
    write_log(tmp_path, A, gone)
    assert companies(tmp_path) == ["A"]
    assert kinds(tmp_path) == ["changed-outside"]


def test_a_deletion_of_nothing_known_is_no_trouble(tmp_path: Path) -> None:
    write_log(tmp_path, make_deletion("01A", "01RD"))
    assert companies(tmp_path) == []
    assert examine(tmp_path) == []


def test_versions_that_name_each_other_are_shown(tmp_path: Path) -> None:
    one = make_record("01A", "01R1", "01R2", "01R1")
    two = make_record("01A", "01R2", "01R1", reflection=write_document("two"))
    write_log(tmp_path, one, two)
    assert companies(tmp_path) == ["two"]
    [saved] = make_journal(tmp_path).get(["01A"])
    assert saved.created_at == one["at"]


@pytest.mark.parametrize(
    "newer",
    [
        {"v": 2},
        {"v": 7, "op": "merge"},
        {"op": "merge"},
        {"op": None},
    ],
)
def test_what_a_newer_program_saved_is_shown_and_not_changed(
    tmp_path: Path, newer: dict[str, Any]
) -> None:
    second = make_record("01A", "01R2", "01RA", reflection=write_document("A2"))
    write_log(tmp_path, A, {**second, **newer})
    journal = make_journal(tmp_path)
    survey = journal.survey()
    assert list_companies(journal) == ["A2"]
    assert list_kinds(survey.findings) == ["newer-version"]
    assert not survey.damaged
    assert journal.get(["01A"])[0].version > 1
    with pytest.raises(NewerRecordError) as refused:
        journal.save([make_version("A3", "01A", ["01R2"])])
    assert refused.value.version == max(2, newer.get("v", 2))
    assert list_companies(journal) == ["A2"]


def test_a_newer_record_without_a_text_hides_none(tmp_path: Path) -> None:
    newer = {**make_deletion("01A", "01R2", "01RA"), "v": 2}
    write_log(tmp_path, A, newer, {**newer, "rev": "01R3", "id": "01X"})
    journal = make_journal(tmp_path)
    assert list_companies(journal) == ["A"]
    with pytest.raises(NewerRecordError):
        journal.save([make_version("A2", "01A", ["01RA"])])
    with pytest.raises(NewerRecordError):
        journal.save([make_version("X", "01X", claimed=True)])


def test_a_newer_line_about_no_reflection_is_told(tmp_path: Path) -> None:
    write_log(tmp_path, A, {"v": 2, "op": "seal", "about": "all"}, {"op": "x"})
    assert companies(tmp_path) == ["A"]
    assert places(tmp_path) == ["b.jsonl, lines 2, 3"]


def test_a_put_without_a_text_is_not_shown(tmp_path: Path) -> None:
    write_log(tmp_path, A, {**B, "reflection": "B"}, {**C, "at": 5, "parents": 7})
    assert companies(tmp_path) == ["A", "C"]
    assert make_journal(tmp_path).get(["01C"])[0].updated_at == ""


def test_parents_of_an_odd_kind_are_passed_over(tmp_path: Path) -> None:
    second = {**A, "rev": "01R2", "parents": ["01RA", 5, None]}
    write_log(tmp_path, A, second)
    assert examine(tmp_path) == []


def test_a_folder_or_link_with_the_name_of_a_log_is_told(tmp_path: Path) -> None:
    folder = write_log(tmp_path, A).parent
    (folder / "c.jsonl").mkdir()
    (folder / "d.jsonl").symlink_to(folder / "b.jsonl")
    os.mkfifo(folder / "e.jsonl")
    assert companies(tmp_path) == ["A"]
    assert kinds(tmp_path) == ["not-a-regular-file"] * 3
    assert places(tmp_path) == ["c.jsonl", "d.jsonl", "e.jsonl"]


def test_a_log_that_cannot_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_log(tmp_path, A, name="a")
    write_log(tmp_path, B, name="b")
    opened = os.open

    def deny(path: str, *args: int) -> int:
        if str(path).endswith("b.jsonl"):
            raise PermissionError(13, "Permission denied", path)
        return opened(path, *args)

    monkeypatch.setattr(os, "open", deny)
    assert companies(tmp_path) == ["A"]
    assert kinds(tmp_path) == ["unreadable-file"]
    (make_places(tmp_path).journal / "a.jsonl").unlink()
    with pytest.raises(JournalUnusableError):
        make_journal(tmp_path).survey()


def test_a_name_that_is_no_text_can_be_told(tmp_path: Path) -> None:
    folder = write_log(tmp_path, A).parent
    try:
        (folder / os.fsdecode(b"x\xff.jsonl")).write_bytes(b"?\n")
    except OSError:
        pytest.skip("names are text here")
    assert places(tmp_path) == ["x\ufffd.jsonl, line 1"]


@pytest.mark.parametrize("content", [b"?\n", b"\x00\n", b"{}\n[]\n", b"age-v1"])
def test_a_journal_without_one_readable_line_cannot_be_used(
    tmp_path: Path, content: bytes
) -> None:
    write_log(tmp_path, content)
    journal = make_journal(tmp_path)
    for use in (
        journal.survey,
        journal.find_latest,
        lambda: journal.get(["01A"]),
        lambda: journal.save([make_version(claimed=True)]),
    ):
        with pytest.raises(JournalUnusableError) as refused:
            use()
        assert refused.value.exit_code == 4
    assert list_kinds(examine(tmp_path)) == ["unusable", "unreadable-line"]


def test_a_first_save_that_a_power_cut_left_as_nuls_stops_nothing(
    tmp_path: Path,
) -> None:
    write_log(tmp_path, b"\x00" * 500)
    journal = make_journal(tmp_path)
    assert list_companies(journal) == []
    assert kinds(tmp_path) == ["unreadable-line"]
    journal.save([make_version("A", claimed=True)])
    assert list_companies(journal) == ["A"]


def test_an_unusable_journal_still_takes_something_new(tmp_path: Path) -> None:
    write_log(tmp_path, b"?\n")
    journal = make_journal(tmp_path)
    journal.save([make_version("A")])
    assert list_companies(journal) == ["A"]


def test_an_empty_log_is_sound(tmp_path: Path) -> None:
    write_log(tmp_path, b"")
    assert companies(tmp_path) == []
    assert examine(tmp_path) == []


def test_a_file_in_place_of_the_folder_cannot_be_used(tmp_path: Path) -> None:
    folder = make_places(tmp_path).journal
    folder.parent.mkdir(parents=True)
    folder.write_bytes(b"")
    journal = make_journal(tmp_path)
    with pytest.raises(JournalUnusableError, match="not a folder"):
        journal.survey()
    with pytest.raises(JournalUnusableError, match="not a folder"):
        journal.save([make_version()])
    assert list_kinds(examine(tmp_path)) == ["unusable"]


def test_a_link_to_a_drive_that_is_away_is_no_empty_journal(tmp_path: Path) -> None:
    folder = make_places(tmp_path).journal
    folder.parent.mkdir(parents=True)
    folder.symlink_to(tmp_path / "away")
    journal = make_journal(tmp_path)
    with pytest.raises(JournalUnusableError, match="not there"):
        journal.survey()
    with pytest.raises(JournalUnusableError, match="not there"):
        journal.save([make_version()])


def test_a_folder_that_cannot_be_listed_cannot_be_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def deny(path: str) -> None:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "scandir", deny)
    with pytest.raises(JournalUnusableError, match="Permission denied"):
        make_journal(tmp_path).survey()


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read every journal as a large one, whose records are not kept in memory."""
    monkeypatch.setattr(reading, "FEW_BYTES", -1)
    monkeypatch.setattr(record, "FEW_BYTES", -1)


@pytest.mark.usefixtures("large")
def test_rows_are_found_again_after_the_logs_changed(tmp_path: Path) -> None:
    journal = make_journal(tmp_path)
    write_log(tmp_path, A, B)
    journal.survey()
    write_log(tmp_path, C, B, A)
    assert [one.id for one in journal.get(["01A", "01B"])] == ["01A", "01B"]
    write_log(tmp_path, B).rename(make_places(tmp_path).journal / "z.jsonl")
    assert journal.get(["01B"])[0].document == B["reflection"]
    with pytest.raises(NotFoundError):
        journal.get(["01A"])


def test_rows_of_several_logs_are_read(tmp_path: Path) -> None:
    for name, one in (("a", A), ("b", B), ("c", C)):
        write_log(tmp_path, one, name=name)
    journal = make_journal(tmp_path)
    ids = ["01B", "01A", "01B", "01C"]
    assert [one.id for one in journal.get(ids)] == ids


def test_a_small_journal_is_read_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_log(tmp_path, A, B)
    journal = make_journal(tmp_path)
    journal.survey()
    monkeypatch.setattr(os, "pread", lambda *_: b"")
    assert journal.get(["01B"])[0].document == B["reflection"]


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("odd", [b"\xef\xbb\xbf", b"  ", b""])
def test_a_large_journal_is_read_alike(tmp_path: Path, odd: bytes) -> None:
    path = write_log(tmp_path, A)
    path.write_bytes(path.read_bytes() + odd + seal(B) + b"{]\n")
    journal = make_journal(tmp_path)
    assert len(journal.survey().outlines) == 2
    assert journal.get(["01B"])[0].document == B["reflection"]


@pytest.mark.usefixtures("large")
def test_a_journal_that_never_holds_still_cannot_be_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_log(tmp_path, A, B)
    journal = make_journal(tmp_path)
    monkeypatch.setattr(os, "pread", lambda *_: b"")
    with pytest.raises(JournalUnusableError, match="changing"):
        journal.get(["01A"])
    with pytest.raises(JournalUnusableError, match="changing"):
        journal.save([make_version("A", "01A", claimed=True)])


@pytest.mark.parametrize("is_on", [True, False])
def test_the_garbage_collector_is_left_as_it_was(tmp_path: Path, is_on: bool) -> None:
    write_log(tmp_path, A)
    try:
        if not is_on:
            gc.disable()
        companies(tmp_path)
        assert gc.isenabled() == is_on
    finally:
        gc.enable()


def test_a_changed_version_does_not_hide_a_sound_one(tmp_path: Path) -> None:
    changed = seal({**B, "at": "2027"}).replace(b"01B", b"01A")
    write_log(tmp_path, A, changed)
    assert companies(tmp_path) == ["A"]
    assert make_journal(tmp_path).get(["01A"])[0].others == ("01RB",)


def test_a_line_without_any_end_is_read_in_pieces(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "LINE_LIMIT", 1000)
    write_log(tmp_path, A, b"\x00" * 9_000, B)
    assert companies(tmp_path) == ["A", "B"]
    assert set(kinds(tmp_path)) == {"unreadable-line"}


def test_no_finding_holds_a_word_of_a_text(tmp_path: Path) -> None:
    words = "I cried in the car"
    text = make_record("01A", "01RA", reflection=write_document(words))
    other = {**text, "rev": "01R2"}
    write_log(
        tmp_path,
        text,
        other,
        seal({**text, "id": "01D"}).replace(b"cried", b"wept."),
        seal({**text, "id": "01E"})[20:],
        {**text, "id": "01F", "v": 3},
        seal({**text, "id": "01G"})[:-9],
    )
    findings = examine(tmp_path)
    assert len(findings) == 5
    for finding in findings:
        assert "car" not in f"{finding.where}{finding.means}{finding.do}".split()
        assert finding.means.endswith(".")
        assert finding.do.endswith(".") or "reflect" in finding.do


SMALL = [
    make_record(f"01A{i}", f"01R{i}", reflection={"company": f"C{i}", "lesson": "é"})
    for i in range(4)
]
HEAD = {"v": 1, "op": "head", "journal": "01J", "dev": "b", "at": "", "about": ""}


WHOLE = b"".join(seal(record) for record in (HEAD, *SMALL))


def read(content: bytes) -> Contents:
    contents = Contents(Path(), logs=("a.jsonl",))
    reader = Reader(contents)
    reader.read_lines(0, reading.split_lines(io.BufferedReader(io.BytesIO(content))))
    reader.finish()
    return contents


@pytest.mark.uncounted
def test_every_flipped_bit_is_told_and_hurts_one_line_only() -> None:
    assert not read(WHOLE).findings
    for place in range(len(WHOLE)):
        for bit in range(8):
            flipped = bytearray(WHOLE)
            flipped[place] ^= 1 << bit
            contents = read(bytes(flipped))
            assert any(finding.is_damage for finding in contents.findings)
            as_saved = [one for one in contents.list_shown() if one.is_sound]
            assert len(as_saved) >= 3, (place, bit)


@pytest.mark.uncounted
def test_cut_anywhere_all_whole_lines_are_read() -> None:
    ends = [at for at, byte in enumerate(WHOLE) if byte == 0x0A]
    for size in range(len(WHOLE)):
        contents = read(WHOLE[:size])
        complete = sum(1 for end in ends[1:] if end <= size)
        assert len(list(contents.list_shown())) == complete, size
        assert not contents.problem
        in_a_line = size and size not in ends and size - 1 not in ends
        assert bool(contents.findings) == bool(in_a_line), size


@pytest.mark.uncounted
def test_zeros_anywhere_stop_nothing() -> None:
    for start in range(0, len(WHOLE), 7):
        for length in (1, 13, 200):
            end = start + length
            contents = read(WHOLE[:start] + b"\0" * length + WHOLE[end:])
            assert contents.findings
            hurt = WHOLE[start:end].count(b"\n") + 1
            assert len(list(contents.list_shown())) >= 4 - hurt


@pytest.mark.parametrize("few", [-1, reading.FEW_BYTES])
def test_the_keys_that_are_asked_for_are_read_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(reading, "FEW_BYTES", few)
    journal = make_journal(tmp_path)
    a, b = make_version("A"), make_version("B")
    journal.save([a])
    journal.save([b])
    journal.delete([b.id])
    whole = journal.get([a.id])
    assert [one.id for one in journal.survey(keys=["company", "sting"]).outlines] == [
        a.id
    ]
    with monkeypatch.context() as patched:
        patched.setattr(Lines, "_open", None)
        kept = journal.get([a.id])
    assert kept[0].document["company"] == "A"
    assert kept[0]._replace(document=whole[0].document) == whole[0]
    journal.survey()
    assert journal.get([a.id]) == whole
