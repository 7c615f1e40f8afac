"""What every journal promises, whatever it is kept in."""

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reflect_journal.errors import NotFoundError, NotSavedError
from reflect_journal.journal import record as record_module
from reflect_journal.journal import sealing
from reflect_journal.journal.disk import DiskJournal
from reflect_journal.journal.journal import Journal
from reflect_journal.journal.memory import MemoryJournal
from reflect_journal.journal.merging import choose_missing
from reflect_journal.journal.past import ErasedError
from reflect_journal.journal.record import make_put, seal
from reflect_journal.journal.system import System
from reflect_journal.journal.versions import KnownIdError, NewVersion, Receipt
from tests.journal.worlds import (
    DEVICE,
    START,
    list_companies,
    list_findings,
    list_kinds,
    make_clock,
    make_deletion,
    make_ids,
    make_journal,
    make_places,
    make_version,
    numbers,
)

KINDS = ("memory", "disk", "windows", "darwin")


def open_journal(kind: str, home: Path) -> Journal:
    if kind == "memory":
        return MemoryJournal(make_clock(), make_ids())
    platform = "linux" if kind == "disk" else kind.replace("windows", "win32")
    return make_journal(home, system=System(platform, patience=0))


@pytest.fixture(params=KINDS)
def journal(request: pytest.FixtureRequest, tmp_path: Path) -> Journal:
    return open_journal(request.param, tmp_path)


def save(journal: Journal, *versions: NewVersion) -> Receipt:
    return journal.save(versions)


def test_an_empty_journal_is_sound_and_has_nothing(journal: Journal) -> None:
    survey = journal.survey()
    assert survey.outlines == []
    assert survey.findings == ()
    assert not survey.damaged
    assert journal.find_latest() is None
    assert journal.get([]) == []
    assert list_findings(journal) == []


def test_what_is_saved_comes_back_whole(journal: Journal) -> None:
    version = make_version("Größe & Co", lesson="Ergebnis\u2028zuerst.", later={"x": 1})
    assert save(journal, version) == Receipt((version.id,))
    [saved] = journal.get([version.id])
    assert saved.document == version.document
    assert saved.revision == version.revision
    assert saved.created_at == saved.updated_at != ""
    assert (saved.sealed, saved.version, saved.others) == (True, 1, ())


def test_saving_nothing_does_nothing(journal: Journal) -> None:
    assert save(journal) == Receipt()
    assert journal.survey().outlines == []


def test_several_come_back_in_the_order_asked_for(journal: Journal) -> None:
    versions = [make_version(name) for name in "ABC"]
    assert save(journal, *versions) == Receipt(tuple(one.id for one in versions))
    ids = [versions[2].id, versions[0].id, versions[2].id]
    assert [one.id for one in journal.get(ids)] == ids


def test_an_unknown_id_is_not_found(journal: Journal) -> None:
    with pytest.raises(NotFoundError, match="01Q"):
        journal.get(["01Q"])


def test_a_claimed_id_that_is_unknown_is_saved(journal: Journal) -> None:
    version = make_version(claimed=True)
    assert save(journal, version) == Receipt((version.id,))


def test_a_claimed_id_with_the_same_content_is_already_there(journal: Journal) -> None:
    first = make_version("A", lesson="Ask first.")
    save(journal, first)
    again = NewVersion(
        first.id, "01RX", dict(reversed(list(first.document.items()))), claimed=True
    )
    assert save(journal, again) == Receipt((), (first.id,))
    assert [one.revision for one in journal.get([first.id])] == [first.revision]


def test_a_claimed_id_with_other_content_refuses_the_whole_save(
    journal: Journal,
) -> None:
    first = make_version("A")
    save(journal, first)
    with pytest.raises(KnownIdError) as refused:
        save(journal, make_version("B"), make_version("C", first.id, claimed=True))
    assert refused.value.identifier == first.id
    assert refused.value.exit_code == 2
    assert first.id in str(refused.value)
    assert list_companies(journal) == ["A"]


def test_an_id_given_twice_counts_once_when_equal(journal: Journal) -> None:
    first = make_version("A")
    twin = NewVersion(first.id, "01RX", first.document)
    assert save(journal, first, twin) == Receipt((first.id,))
    assert list_companies(journal) == ["A"]


def test_an_id_given_twice_is_refused_when_different(journal: Journal) -> None:
    first = make_version("A")
    with pytest.raises(KnownIdError):
        save(journal, first, make_version("B", first.id))
    assert list_companies(journal) == []


@pytest.mark.parametrize("claimed", [False, True])
def test_trying_the_same_save_again_makes_nothing_twice(
    journal: Journal, claimed: bool
) -> None:
    version = make_version("A", claimed=claimed)
    for _ in range(3):
        assert save(journal, version) == Receipt((version.id,))
    assert list_companies(journal) == ["A"]
    assert list_findings(journal) == []


def test_a_batch_tried_again_makes_nothing_twice(journal: Journal) -> None:
    versions = [make_version("A"), make_version("B")]
    for _ in range(2):
        assert save(journal, *versions) == Receipt(tuple(one.id for one in versions))
    assert list_companies(journal) == ["A", "B"]


def test_a_retry_with_a_changed_text_follows_what_was_written(
    journal: Journal,
) -> None:
    first = make_version("A")
    save(journal, first)
    retry = make_version("A2", first.id, revision=first.revision)
    assert save(journal, retry) == Receipt((first.id,))
    [saved] = journal.get([first.id])
    assert saved.document["company"] == "A2"
    assert saved.revision != first.revision
    assert saved.others == ()


def test_a_revision_of_another_reflection_is_not_taken_over(journal: Journal) -> None:
    first = make_version("A")
    save(journal, first)
    save(journal, make_version("B", revision=first.revision, claimed=True))
    assert list_companies(journal) == ["A", "B"]


def test_a_version_follows_its_parents(journal: Journal) -> None:
    first = make_version("A")
    save(journal, first)
    second = make_version("A2", first.id, [first.revision])
    assert save(journal, second) == Receipt((first.id,))
    [saved] = journal.get([first.id])
    assert (saved.revision, saved.document["company"]) == (second.revision, "A2")
    assert saved.created_at < saved.updated_at
    assert list_companies(journal) == ["A2"]
    assert list_findings(journal) == []


def test_versions_saved_side_by_side_are_both_kept(journal: Journal) -> None:
    first = make_version("A")
    save(journal, first)
    left = make_version("left", first.id, [first.revision])
    right = make_version("right", first.id, [first.revision])
    save(journal, left)
    save(journal, right)
    [saved] = journal.get([first.id])
    assert (saved.revision, saved.others) == (right.revision, (left.revision,))
    survey = journal.survey()
    assert list_kinds(survey.findings) == ["two-versions"]
    assert first.id in survey.findings[0].where
    assert not survey.damaged


def test_one_more_version_joins_two(journal: Journal) -> None:
    first = make_version("A")
    save(journal, first)
    pair = [make_version(name, first.id, [first.revision]) for name in "BC"]
    for one in pair:
        save(journal, one)
    save(journal, make_version("D", first.id, [one.revision for one in pair]))
    assert list_companies(journal) == ["D"]
    assert list_findings(journal) == []


def test_a_version_of_an_unknown_reflection_is_kept(journal: Journal) -> None:
    version = make_version("A", None, ["01RGONE"])
    assert save(journal, version) == Receipt((version.id,))
    assert list_companies(journal) == ["A"]


def test_the_latest_is_the_one_saved_last(journal: Journal) -> None:
    first, second = make_version("A"), make_version("B")
    save(journal, first)
    save(journal, second)
    assert journal.find_latest() == second.id
    save(journal, make_version("A2", first.id, [first.revision]))
    assert journal.find_latest() == first.id


def test_the_latest_is_told_by_its_place_when_the_clock_stands_still(
    tmp_path: Path,
) -> None:
    def stand_still() -> datetime:
        return START

    for journal in (
        MemoryJournal(stand_still, make_ids()),
        DiskJournal(make_places(tmp_path), stand_still, make_ids(), lambda: DEVICE),
    ):
        begun_first, saved_first = make_version("A"), make_version("B")
        journal.save([saved_first])
        journal.save([begun_first])
        assert journal.find_latest() == begun_first.id


def test_only_what_is_held_gets_an_outline(journal: Journal) -> None:
    old, other = make_version("pear"), make_version("plum")
    save(journal, old, other)
    save(journal, make_version("apple", old.id, [old.revision]))

    def find(name: str) -> list[str]:
        survey = journal.survey(None, lambda document: document["company"] == name)
        return [outline.company for outline in survey.outlines]

    assert [find(name) for name in ("plum", "pear", "apple")] == [
        ["plum"],
        [],
        ["apple"],
    ]


def test_only_what_is_mentioned_gets_an_outline(journal: Journal) -> None:
    old, other = make_version("pear"), make_version("plum")
    save(journal, old, other)
    save(journal, make_version("apple", old.id, [old.revision]))

    def find(word: bytes) -> list[str]:
        survey = journal.survey(lambda raw: word in raw)
        return sorted(outline.company for outline in survey.outlines)

    assert find(b"plum") == ["plum"]
    assert find(b"pear") == []
    assert find(b'"company"') == ["apple", "plum"]


@pytest.mark.parametrize("value", [float("inf"), {1, 2}, {1: "a", "1": "b"}])
def test_what_a_line_cannot_carry_is_not_saved(journal: Journal, value: Any) -> None:
    with pytest.raises(NotSavedError, match="cannot carry"):
        save(journal, make_version("A", odd=value))
    with pytest.raises(NotSavedError):
        save(journal, make_version("A"), make_version("B", odd=value))
    assert list_companies(journal) == []


def test_a_line_that_would_read_back_otherwise_is_not_saved(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        sealing, "seal", lambda record: record_module.seal({**record, "id": "01X"})
    )
    with pytest.raises(NotSavedError, match="cannot carry"):
        save(journal, make_version("A"))


def test_a_line_has_a_limit(journal: Journal) -> None:
    with pytest.raises(NotSavedError, match="16 MiB"):
        save(journal, make_version("A", note="x" * 17 * 1024 * 1024))


def test_tuples_are_kept_as_lists(journal: Journal) -> None:
    version = make_version("A", tags=("a", "b"))
    save(journal, version)
    assert journal.get([version.id])[0].document["tags"] == ["a", "b"]


def test_an_endless_nesting_is_not_saved(journal: Journal) -> None:
    endless: list[Any] = []
    endless.append(endless)
    with pytest.raises(NotSavedError):
        save(journal, make_version("A", odd=endless))


def test_deleted_reflections_are_gone_until_they_are_restored(
    journal: Journal,
) -> None:
    one, other, third = make_version("A"), make_version("B"), make_version("C")
    save(journal, one, other, third)
    assert journal.delete([one.id, other.id, one.id]) == (one.id, other.id)
    assert list_companies(journal) == ["C"]
    for identifier in (one.id, other.id):
        with pytest.raises(NotFoundError):
            journal.get([identifier])
    deleted = {item.id: item for item in journal.list_deleted()}
    assert deleted.keys() == {one.id, other.id}
    assert deleted[one.id].document == one.document
    assert deleted[one.id].deleted_at > journal.get([third.id])[0].updated_at
    assert journal.restore([one.id]) == (one.id,)
    assert list_companies(journal) == ["A", "C"]
    [saved] = journal.get([one.id])
    assert (saved.document, saved.others) == (one.document, ())
    assert list_findings(journal) == []


def test_deleting_and_restoring_again_writes_nothing(journal: Journal) -> None:
    version = make_version("A")
    save(journal, version)
    for whats in (["saved", "deleted"], ["saved", "deleted", "restored"]):
        change = journal.restore if "restored" in whats else journal.delete
        for _ in range(3):
            assert change([version.id]) == (version.id,)
        history = journal.get_history(version.id)
        assert [item.what for item in history] == whats


def test_an_unknown_id_stops_a_whole_deletion(journal: Journal) -> None:
    version = make_version("A")
    save(journal, version)
    for change in (journal.delete, journal.restore):
        with pytest.raises(NotFoundError, match="01Q"):
            change([version.id, "01Q"])
    assert list_companies(journal) == ["A"]


def test_undo_takes_back_one_change_after_the_other(journal: Journal) -> None:
    assert journal.undo("01U0") is None
    first = make_version("A")
    save(journal, first)
    save(journal, make_version("B", first.id, [first.revision]))
    journal.delete([first.id])
    for number, (what, names) in enumerate(
        [("deleted", ["B"]), ("restored", []), ("deleted", ["B"])], 1
    ):
        undone = journal.undo(f"01U{number}")
        assert undone is not None
        assert (undone.what, undone.identifiers) == (what, (first.id,))
        assert (undone.document or {})["company"] == "B"
        assert list_companies(journal) == names


def test_what_was_saved_together_is_undone_together(journal: Journal) -> None:
    save(journal, make_version("A"))
    together = [make_version("B"), make_version("C")]
    save(journal, *together)
    undone = journal.undo("01U1")
    assert undone is not None
    assert undone.identifiers == tuple(one.id for one in together)
    assert list_companies(journal) == ["A"]
    assert journal.undo("01U1") == undone
    assert list_companies(journal) == ["A"]


def test_one_of_two_versions_is_chosen(journal: Journal) -> None:
    first = make_version("A")
    save(journal, first)
    pair = [make_version(name, first.id, [first.revision]) for name in "BC"]
    for one in pair:
        save(journal, one)
    current = [one for one in journal.get_history(first.id) if one.current]
    assert [one.revision for one in current] == [one.revision for one in pair]
    assert [one.before for one in current] == [first.document] * 2
    assert journal.keep(first.id, pair[0].revision, "01RKEPT")
    assert not journal.keep(first.id, pair[0].revision, "01RKEPT")
    assert list_companies(journal) == ["B"]
    [kept] = [one for one in journal.get_history(first.id) if one.current]
    assert (kept.revision, kept.document) == ("01RKEPT", pair[0].document)


TEXTS = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from('\n\r\x00\x0b\x1c\x85\u2028\ufeff"\\{}[]:,\ud800'),
    )
)
NUMBERS = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3)
    ),
    max_leaves=8,
)


@pytest.mark.parametrize("kind", ["memory", "disk"])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(documents=st.lists(st.dictionaries(TEXTS, VALUES, max_size=4), max_size=3))
def test_whatever_is_typed_comes_back(
    kind: str, tmp_path: Path, documents: list[dict[str, Any]]
) -> None:
    journal = open_journal(kind, tmp_path / str(next(numbers)))
    versions = [
        NewVersion(one.id, one.revision, document)
        for document in documents
        for one in [make_version()]
    ]
    journal.save(versions)
    back = journal.get([one.id for one in versions])
    assert [one.document for one in back] == documents
    assert list_findings(journal) == []


@pytest.mark.parametrize("kind", ["memory", "disk"])
def test_all_ids_are_listed_whatever_the_last_survey_gave(
    kind: str, tmp_path: Path
) -> None:
    journal = open_journal(kind, tmp_path)
    versions = [make_version(), make_version()]
    journal.save(versions)
    assert journal.survey(lambda _: False).outlines == []
    assert sorted(one.id for one in versions) == sorted(journal.list_ids())


def test_what_was_erased_is_gone_and_said_to_be(journal: Journal) -> None:
    one, other = make_version("A"), make_version("B")
    save(journal, one)
    save(journal, other)
    journal.delete([one.id])
    assert journal.erase([one.id, one.id]).identifiers == (one.id,)
    assert list_companies(journal) == ["B"]
    [row] = journal.list_deleted()
    assert (row.id, row.document, row.erased) == (one.id, None, True)
    [version] = journal.get_history(one.id)
    assert (version.what, version.document, version.current) == ("erased", None, True)
    for attempt in (lambda: journal.restore([one.id]), lambda: journal.undo("01U")):
        with pytest.raises(ErasedError, match="erased for good"):
            attempt()
    assert list_findings(journal) == []


def test_erasing_again_changes_nothing_more(journal: Journal) -> None:
    version = make_version("A")
    save(journal, version)
    for _ in range(2):
        assert journal.erase([version.id]).identifiers == (version.id,)
        assert len(journal.get_history(version.id)) == 1
    with pytest.raises(NotFoundError):
        journal.erase(["01Q"])


def test_an_erased_reflection_comes_back_only_when_handed_in(journal: Journal) -> None:
    version = make_version("A", claimed=True)
    save(journal, version)
    journal.erase([version.id])
    again = make_version("A again", version.id, claimed=True)
    assert save(journal, again).saved == (version.id,)
    assert list_companies(journal) == ["A again"]
    journal.erase([version.id])
    assert list_companies(journal) == []
    assert list_findings(journal) == []


def test_what_follows_an_erased_text_is_refused_and_not_hidden(
    journal: Journal,
) -> None:
    version = make_version("A")
    save(journal, version)
    journal.erase([version.id])
    for parents in ([version.revision], ["01ELSEWHERE"]):
        late = make_version("A again", version.id, parents)
        with pytest.raises(NotSavedError, match="was erased for good on 2026"):
            save(journal, late)
    journal.erase([version.id])
    assert list_companies(journal) == []
    assert list_findings(journal) == []


def test_a_union_adds_what_is_missing_and_removes_nothing(journal: Journal) -> None:
    here, gone, new = make_version("here"), make_version("gone"), make_version("new")
    for version in (here, gone):
        save(journal, version)
    journal.delete([gone.id])
    deletion = make_deletion(here.id, "01D", here.revision)
    lines = [seal(make_put(one, START, DEVICE)) for one in (gone, new)]
    lines += [lines[1], seal(deletion), b"broken\n", b"\n"]
    merged = journal.merge(partial(choose_missing, lines))
    assert list_companies(journal) == ["here", "new"]
    assert (merged.restored, merged.already) == ((new.id,), 1)
    assert (merged.deleted, merged.kept) == ((gone.id,), (here.id,))
    assert (merged.erased, merged.unreadable) == ((), 1)
    assert journal.merge(partial(choose_missing, lines)).restored == ()


def test_a_union_leaves_erased_texts_out_unless_asked(journal: Journal) -> None:
    version = make_version("A")
    save(journal, version)
    journal.erase([version.id])
    lines = [seal(make_put(version, START, DEVICE))]
    assert journal.merge(partial(choose_missing, lines)).erased == (version.id,)
    assert journal.list_deleted()[0].document is None
    choose = partial(choose_missing, lines, with_erased=True)
    assert journal.merge(choose).erased == (version.id,)
    assert list_companies(journal) == []
    assert list_kinds(list_findings(journal)) == ["erased-text"]
    assert not journal.survey().damaged
    assert journal.list_deleted()[0].document == version.document
    journal.restore([version.id])
    assert list_companies(journal) == ["A"]
    assert list_findings(journal) == []
