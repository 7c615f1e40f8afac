"""Drafts: an interview that was broken off is never lost and never hidden."""

import os
import stat
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reflect_journal.errors import NotSavedError
from reflect_journal.journal.drafts import (
    Draft,
    DraftStore,
    format_draft,
    parse_draft,
)
from tests.journal.worlds import make_places

FIRST = Draft(
    id="01DA",
    form="full",
    started_at="2026-11-20T21:04:05.123Z",
    updated_at="2026-11-20T21:05:00.000Z",
    answers={"company": "Acre Systems", "moment": None, "areas": {"answers": 2}},
    asked=("company", "moment", "areas"),
    base="01A",
    base_revision="01RA",
    revision="01RB",
    partial="I talked for six min",
)
SECOND = Draft("01DB", "quick", "2026-11-21", "2026-11-21", revision="01RC")


@pytest.fixture
def store(tmp_path: Path) -> DraftStore:
    return DraftStore(make_places(tmp_path))


def test_without_a_folder_there_are_no_drafts(store: DraftStore) -> None:
    assert store.load_all() == []
    assert store.unreadable() == []
    assert store.find_newest() is None


def test_a_draft_comes_back_as_it_was_kept(store: DraftStore) -> None:
    store.keep(FIRST)
    assert store.load_all() == [FIRST]
    assert list(store.load_all()[0].answers) == ["company", "moment", "areas"]


def test_a_draft_takes_the_place_of_its_last_state(store: DraftStore) -> None:
    store.keep(FIRST)
    further = replace(FIRST, partial=None, updated_at="2026-11-20T21:06:00.000Z")
    store.keep(further)
    assert store.load_all() == [further]
    assert [path.name for path in store.path_of("01DA").parent.iterdir()] == [
        "01DA.json"
    ]


def test_drafts_come_oldest_first_and_the_newest_is_the_one_kept_last(
    store: DraftStore,
) -> None:
    store.keep(SECOND)
    store.keep(FIRST)
    assert [one.id for one in store.load_all()] == ["01DA", "01DB"]
    assert store.find_newest() == SECOND
    later = replace(FIRST, updated_at="2026-11-22")
    store.keep(later)
    assert store.find_newest() == later


def test_what_a_newer_program_wrote_beside_survives(store: DraftStore) -> None:
    store.keep(FIRST)
    path = store.path_of("01DA")
    path.write_text(path.read_text().replace('"v": 1', '"v": 1, "mood": ["x"]'))
    [draft] = store.load_all()
    assert draft.extra == {"mood": ["x"]}
    store.keep(replace(draft, partial=None))
    assert store.load_all()[0].extra == {"mood": ["x"]}


def test_nobody_else_may_read_a_draft(store: DraftStore) -> None:
    before = os.umask(0)
    try:
        store.keep(FIRST)
    finally:
        os.umask(before)
    path = store.path_of("01DA")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_discarded_draft_is_gone_with_all_its_leftovers(store: DraftStore) -> None:
    store.keep(FIRST)
    store.keep(SECOND)
    folder = store.path_of("01DA").parent
    (folder / ".01DA.12ab34cd.tmp").write_bytes(b"half")
    store.discard("01DA")
    assert [path.name for path in folder.iterdir()] == ["01DB.json"]
    store.discard("01DA")
    assert store.load_all() == [SECOND]


def test_a_draft_that_cannot_be_removed_is_no_failure(
    store: DraftStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.keep(FIRST)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", refuse)
    store.discard("01DA")
    assert store.load_all() == [FIRST]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff",
        b"[" * 100_000,
        b'{"v":1}',
        format_draft(FIRST).replace(b'"v": 1', b'"v": 2'),
        format_draft(FIRST).replace(b'"asked"', b'"Asked"'),
        format_draft(FIRST).replace(b'"base": "01A"', b'"base": 7'),
        format_draft(FIRST).replace(b'"01DA"', b'"../01DA"'),
        format_draft(replace(FIRST, asked=(1,))),  # type: ignore[arg-type]
        format_draft(replace(FIRST, answers=[])),  # type: ignore[arg-type]
        format_draft(replace(FIRST, base_revision=[])),  # type: ignore[arg-type]
    ],
)
def test_a_file_that_is_no_draft_is_told_and_stays(
    store: DraftStore, content: bytes
) -> None:
    store.keep(SECOND)
    path = store.path_of("01DA")
    path.write_bytes(content)
    assert store.load_all() == [SECOND]
    assert store.unreadable() == [path]
    assert path.read_bytes() == content


def test_a_copy_of_a_draft_is_told_and_takes_no_place(store: DraftStore) -> None:
    store.keep(FIRST)
    copy = store.path_of("01DB")
    copy.write_bytes(format_draft(replace(FIRST, updated_at="2027")))
    assert store.load_all() == [FIRST]
    assert store.unreadable() == [copy]


def test_a_folder_in_place_of_a_draft_is_told(store: DraftStore) -> None:
    store.keep(SECOND)
    store.path_of("01DA").mkdir()
    assert store.unreadable() == [store.path_of("01DA")]


def test_other_files_beside_drafts_are_left_alone(store: DraftStore) -> None:
    store.keep(FIRST)
    (store.path_of("01DA").parent / "handed-in-0.txt").write_bytes(b"{}")
    (store.path_of("01DA").parent / ".01DA.json").write_bytes(b"{}")
    assert store.load_all() == [FIRST]
    assert store.unreadable() == []


def test_a_folder_of_drafts_that_cannot_be_listed_is_told(tmp_path: Path) -> None:
    places = make_places(tmp_path)
    places.state.mkdir(parents=True)
    places.drafts.write_bytes(b"")
    store = DraftStore(places)
    assert store.load_all() == []
    assert store.unreadable() == [places.drafts]
    with pytest.raises(NotSavedError):
        store.keep(FIRST)


@pytest.mark.parametrize("identifier", ["", "../x", "a/b", ".x", "x" * 65, "a\0b"])
def test_an_id_cannot_lead_out_of_the_folder(
    store: DraftStore, identifier: str
) -> None:
    with pytest.raises(ValueError, match=r".*"):
        store.path_of(identifier)
    with pytest.raises(ValueError, match=r".*"):
        store.keep(replace(FIRST, id=identifier))


def test_what_json_has_no_kind_for_is_kept_as_text(store: DraftStore) -> None:
    store.keep(replace(FIRST, answers={"rejected_on": date(2026, 11, 20)}))
    assert store.load_all()[0].answers == {"rejected_on": "2026-11-20"}


TEXTS = st.text(st.characters() | st.sampled_from("\0\u2028\ud800"))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXTS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3)
    ),
    max_leaves=8,
)
ANSWERS = st.dictionaries(TEXTS, VALUES, max_size=4)
DRAFTS = st.builds(
    Draft,
    id=st.from_regex(r"[0-9A-Z]{26}", fullmatch=True),
    form=TEXTS,
    started_at=TEXTS,
    updated_at=TEXTS,
    answers=ANSWERS,
    asked=st.lists(TEXTS, max_size=3).map(tuple),
    base=st.none() | TEXTS,
    base_revision=st.none() | TEXTS,
    revision=TEXTS,
    partial=VALUES,
)


@given(DRAFTS)
def test_every_draft_survives_its_file(draft: Draft) -> None:
    back = parse_draft(format_draft(draft))
    assert back == draft
    assert list(back.answers) == list(draft.answers)


@settings(
    max_examples=settings().max_examples // 2,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(DRAFTS, st.dictionaries(st.sampled_from(["later", "more"]), VALUES))
def test_every_draft_survives_the_disk(
    store: DraftStore, draft: Draft, extra: dict[str, Any]
) -> None:
    draft = replace(draft, extra=extra)
    store.keep(draft)
    assert draft in store.load_all()
    store.discard(draft.id)
    assert store.load_all() == []


def test_the_day_on_which_a_draft_was_begun_is_told_where_it_can_be_read() -> None:
    noon = replace(FIRST, started_at="2026-11-20T12:00:00.000Z")
    assert noon.begun_on == date(2026, 11, 20)
    assert replace(FIRST, started_at="some day").begun_on is None
