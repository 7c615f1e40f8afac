"""Drafts that wait: going on, starting afresh, throwing away, and changed bases."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from reflect_journal.cli.beginning import CHANGED, DELETED
from reflect_journal.cli.world import make_id, read_clock
from reflect_journal.journal.journal import DiskJournal, NewVersion
from reflect_journal.journal.places import find_places
from tests.interactive.dialogues import (
    FACTS,
    FULL,
    FULL_DOCUMENT,
    QUICK,
    QUICK_DOCUMENT,
)
from tests.interactive.in_process import (
    list_all,
    list_drafts,
    read_last,
    reflect,
    type_answers,
    type_lines,
)


def stop_after(count: int) -> None:
    assert reflect("new", typed=type_answers(FULL[:count])).code == 130


def save(document: dict[str, Any], folder: Path) -> None:
    file = folder / "document.json"
    file.write_text(json.dumps(document))
    assert reflect("new", "--from", str(file)).code == 0


def open_journal() -> DiskJournal:
    return DiskJournal(find_places(os.environ, None), read_clock, make_id)


@pytest.mark.parametrize("choice", ["", "1", " 1 ", "go on", ":SKIP"])
def test_new_goes_on_with_what_waits(choice: str) -> None:
    stop_after(3)
    typed = type_lines(choice) + type_answers(FULL[3:])
    assert reflect("new", typed=typed).code == 0
    assert read_last() == FULL_DOCUMENT


def test_new_starts_afresh_and_keeps_the_old_one_aside() -> None:
    stop_after(3)
    outcome = reflect("new", "--quick", typed=type_lines("2") + type_answers(QUICK))
    assert outcome.code == 0
    assert read_last()["company"] == QUICK_DOCUMENT["company"]
    assert len(list_drafts()) == 1
    assert reflect("continue", typed=type_answers(FULL[3:])).code == 0
    assert read_last() == FULL_DOCUMENT
    assert list_drafts() == []


def test_new_throws_away_after_asking_once_more() -> None:
    stop_after(3)
    outcome = reflect("new", typed=type_lines("3", "", "3", "y", ":quit"))
    assert outcome.code == 0
    assert outcome.err.count("It cannot be brought back") == 2
    assert list_drafts() == []


@pytest.mark.parametrize("typed", ["9", "maybe", ":help", ":nonsense"])
def test_other_lines_at_the_waiting_draft_are_met_kindly(typed: str) -> None:
    stop_after(3)
    outcome = reflect("new", typed=type_lines(typed, ": Quit"))
    assert outcome.code == 0
    assert "1, 2 or 3, please" in outcome.err
    assert len(list_drafts()) == 1


def test_continue_asks_the_rest_of_a_short_reflection() -> None:
    assert reflect("new", typed=type_answers(FACTS)).code == 0
    told = dict(FACTS[2:7])
    rest = [one for one in FULL[6:] if one[0] not in told]
    rest = [one for one in rest if not one[0].startswith("Which moment")]
    rest[2] = ("Was it one of their questions", FULL[9][1])
    outcome = reflect("continue", "harbour", typed=type_answers(rest))
    assert "only what is still empty" in outcome.err
    document = read_last()
    assert document["form"] == "full", outcome.err
    assert document["moment"] == "The blue door."
    assert document["what_worked"] == FULL_DOCUMENT["what_worked"]
    assert len(list_all()) == 1


def test_a_draft_is_found_by_its_company() -> None:
    stop_after(3)
    outcome = reflect("continue", "HARBOUR", typed=type_answers(FULL[3:]))
    assert outcome.code == 0
    assert read_last() == FULL_DOCUMENT
    assert reflect("continue", "nobody").code == 3
    assert reflect("continue", " ").code == 3


def test_several_drafts_are_named_and_each_can_be_chosen() -> None:
    stop_after(3)
    first = list_drafts()[0].id
    again = type_lines("2") + type_answers(QUICK[:2])
    assert reflect("new", "--quick", typed=again).code == 130
    for command in ("new", "continue"):
        told = reflect(command, typed="").err
        assert "1 more unfinished waits: reflect continue ID\n" in told
        assert f"\n  {first[-4:]}  Harbour Analytics, begun " in told
    outcome = reflect("continue", first[-4:].lower(), typed=type_answers(FULL[3:]))
    assert outcome.code == 0
    assert "more unfinished" not in outcome.err
    assert read_last() == FULL_DOCUMENT
    assert "more unfinished" not in reflect("continue", typed="").err


def test_of_many_drafts_only_some_are_named() -> None:
    again = type_lines("3")
    for _ in range(8):
        reflect("new", "--quick", typed=f"{'2' * bool(list_drafts())}\n{again}\n")
    told = reflect("continue", typed="").err
    assert f"{len(list_drafts()) - 1} more unfinished wait: reflect continue ID" in told
    assert told.count("no company yet, begun") == 5
    assert f"  ... and {len(list_drafts()) - 6} older" in told


def begin_to_tell_the_rest(folder: Path) -> str:
    save({"form": "facts", "company": "Acme", "rejected_on": "2026-11-01"}, folder)
    outcome = reflect("continue", typed=type_lines("4", "Chef", "8", "1", "A joke."))
    assert outcome.code == 130
    return str(list_drafts()[0].base)


def go_on_to_the_end() -> str:
    outcome = reflect("continue", typed="\n" * 40)
    assert outcome.code == 0, outcome.err
    assert list_drafts() == []
    return outcome.err


def test_base_changed_meanwhile_keeps_both_versions(tmp_path: Path) -> None:
    base = begin_to_tell_the_rest(tmp_path)
    saved = open_journal().get([base])[0]
    changed = {**saved.document, "lesson": "Changed elsewhere."}
    open_journal().save([NewVersion(base, make_id(), changed, (saved.revision,))])
    assert CHANGED in go_on_to_the_end()
    document = read_last()
    assert document["role"] == "Chef"
    assert document["lesson"] == "Changed elsewhere."
    assert len(open_journal().get([base])[0].others) == 1


def test_base_deleted_meanwhile_comes_back_with_the_answers(tmp_path: Path) -> None:
    base = begin_to_tell_the_rest(tmp_path)
    for log in find_logs():
        log.unlink()
    assert DELETED in go_on_to_the_end()
    document = read_last()
    assert document["company"] == "Acme"
    assert document["rejected_on"] == "2026-11-01"
    assert document["what_worked"] == "A joke."
    assert list_all()[0]["id"] == base


def find_logs() -> list[Path]:
    return list(Path(os.environ["REFLECT_HOME"]).rglob("journal/*.jsonl"))


def test_a_sorting_of_an_earlier_reflection_is_where_the_next_one_starts() -> None:
    answers = [one for one in FULL if one[0] != "Which of these are yours to change"]
    at = next(at for at, one in enumerate(FULL) if one not in answers)

    def tell(*moves: str) -> str:
        before, after = type_answers(FULL[:at]), type_answers(answers[at:])
        return before + type_lines(*moves) + after

    first = reflect("new", typed=tell("1 1", ""))
    assert "1 Went on too long: soon" in first.err
    skips_tried = tell("1", "").replace(
        "the rest was fine.\n", "the rest was fine.\n\n"
    )
    second = reflect("new", typed=skips_tried)
    assert "1 Went on too long: not in your hands" in second.err
    document = read_last()
    assert document["sightings"][0]["changeable"] == "soon"
    assert '"changeable": "soon"' in reflect("summary", "--json").out
