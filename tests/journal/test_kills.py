"""Killed at any moment, a save is there or it is not, and nothing else is touched."""

import os
import random
import signal
from multiprocessing.connection import wait
from pathlib import Path

import pytest

from reflect_journal.journal.drafts import DraftStore
from tests.journal.worlds import (
    DEVICE,
    list_companies,
    list_findings,
    make_journal,
    make_places,
    make_version,
)
from tests.journal.writers import (
    keep_drafts,
    make_own_version,
    receive_all,
    save_batch,
    save_for_ever,
    save_some,
    save_until_killed,
    start,
)

pytestmark = pytest.mark.torture


def measure(folder: Path) -> int:
    try:
        return sum(one.stat().st_size for one in folder.iterdir())
    except FileNotFoundError:
        return 0


def kill(process_id: int | None) -> None:
    assert process_id is not None
    os.kill(process_id, signal.SIGKILL)


def test_forty_kills_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    folder = make_places(tmp_path).journal
    acknowledged: set[str] = set()
    chance = random.Random(4)  # noqa: S311 - always the same
    for writer in range(40):
        size = chance.choice([50, 9000, 200_000])
        before = measure(folder)
        process, pipe = start(save_for_ever, tmp_path, writer, size)
        for _ in range(chance.randrange(4)):
            acknowledged.add(pipe.recv())
            before = measure(folder)
        if writer % 2:
            while process.is_alive() and measure(folder) <= before:
                pass
        kill(process.pid)
        process.join()
        acknowledged.update(receive_all(pipe))
        found = {one.id for one in make_journal(tmp_path).survey().outlines}
        assert acknowledged <= found
    assert len(acknowledged) > 40
    journal = make_journal(tmp_path)
    last = make_version("last")
    journal.save([last])
    [saved] = journal.get([last.id])
    assert saved.document == last.document
    kinds = {one.kind for one in list_findings(journal)}
    assert kinds <= {"unreadable-line", "unfinished-line"}


@pytest.mark.parametrize("many", [False, True], ids=["one", "several"])
def test_killed_before_any_call_a_save_is_whole_or_nothing(
    tmp_path: Path, many: bool
) -> None:
    old = make_version("old")
    new = [make_own_version(1, number, 500) for number in range(5 if many else 1)]
    whole = sorted(one.document["company"] for one in [old, *new])
    process, pipe = start(save_until_killed, tmp_path, old, new)
    process.join()
    killed = receive_all(pipe)
    assert killed == [True] * (len(killed) - 1) + [False]
    assert len(killed) > 20
    for number, was_killed in enumerate(killed, 1):
        journal = make_journal(tmp_path / str(number), ids="01Y")
        assert list_companies(journal) in ([["old"], whole] if was_killed else [whole])
        journal.save(new)
        assert list_companies(journal) == whole


def test_a_batch_killed_in_the_middle_is_whole_or_nothing(tmp_path: Path) -> None:
    folder = make_places(tmp_path).journal
    make_journal(tmp_path).save([make_version("old")])
    outcomes = set()
    for attempt in range(5):
        process, pipe = start(save_batch, tmp_path, 2000, 2000)
        assert pipe.recv() == "ready"
        target = attempt * 1_000_000
        while measure(folder) <= target and not pipe.poll():
            pass
        kill(process.pid)
        process.join()
        saved = receive_all(pipe) == ["saved"]
        found = len(make_journal(tmp_path).survey().outlines) - 1
        assert found in ({2000} if saved else {0, 2000})
        outcomes.add(found)
        for log in folder.glob(f"{DEVICE}-*"):
            log.unlink()
    assert 0 in outcomes
    journal = make_journal(tmp_path)
    journal.save([make_version("last")])
    assert list_companies(journal) == ["last", "old"]
    assert [one.name for one in folder.iterdir()] == [f"{DEVICE}.jsonl"]


def test_eight_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    writers = [start(save_some, tmp_path, writer, 15) for writer in range(8)]
    acknowledged: set[str] = set()
    shown: set[str] = set()
    pipes = [pipe for _, pipe in writers]
    while pipes:
        ready = wait(pipes)
        for pipe in [one for one in pipes if one in ready]:
            try:
                acknowledged.add(pipe.recv())
            except EOFError:
                pipes.remove(pipe)
        found = {one.id for one in make_journal(tmp_path).survey().outlines}
        assert acknowledged <= found
        assert shown <= found
        shown = found
    for process, pipe in writers:
        process.join()
        pipe.close()
    assert len(shown) == 8 * 15
    assert list_findings(make_journal(tmp_path)) == []
    assert len(list(make_places(tmp_path).journal.iterdir())) == 1


def test_a_draft_survives_kills(tmp_path: Path) -> None:
    store = DraftStore(make_places(tmp_path))
    for attempt in range(6):
        process, pipe = start(keep_drafts, tmp_path)
        for _ in range(1 + 10 * attempt):
            pipe.recv()
        kill(process.pid)
        process.join()
        last = max(receive_all(pipe), default=-1)
        draft = store.find_newest()
        assert draft is not None
        assert int(draft.updated_at) >= last
        assert store.unreadable() == []
    store.discard("01D")
    assert list(make_places(tmp_path).drafts.iterdir()) == []
