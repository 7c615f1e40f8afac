"""One word in every field, killed at every call: where is the word afterwards?"""

import json
import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from tests.torture.apart import run_apart
from tests.torture.calls import Calls, Tearing, between
from tests.torture.deeds import Deed, begin_old, command, perform
from tests.torture.verdict import Bench, Tally, pick_some

LEAKED: Final = "leaked"
LARGE: Final = 4 * 1024 * 1024
MEANT: Final = (
    *("data/journal", "state/drafts", "state/quarantine"),
    "state/backups",
)


def make_word() -> str:
    return f"canary{secrets.token_hex(8)}"


def fill_in(word: str) -> dict[str, Any]:
    """Make a document with the word in every field that takes words."""
    area = {"rating": 2, "went_well": word, "next_time": word, "note": word}
    question = dict.fromkeys(("asked", "meant", "my_answer", "next_time"), word)
    spot = {"weak_spot": "rambling-answers", "note": word}
    return {
        **dict.fromkeys(("company", "role", "their_words", "what_worked"), word),
        **dict.fromkeys(("moment", "friend_words", "lesson"), word),
        "rejected_on": "2026-11-20",
        "rounds": [
            {
                "stage": "panel",
                "note": word,
                "areas": {"answers": area},
                "questions": [question],
            }
        ],
        "sightings": [spot],
        "strengths": [{"strength": "solid-knowledge", "note": word}],
        "fit": {"role": 3, "note": word},
        "plan": dict.fromkeys(("cue", "action", "obstacle"), word),
        "tags": [word],
    }


def list_files(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        for path in folder.rglob("*"):
            with suppress(OSError):
                if path.is_file() and path.stat().st_size <= LARGE:
                    yield path


def find_leaks(word: str, home: Path, *folders: Path) -> list[str]:
    """Find the word in files where it is not meant to be, and in names."""
    meant = [home / one for one in MEANT]
    leaks = []
    for path in list_files(folders):
        with suppress(OSError):
            has_word = word.encode() in path.read_bytes()
            is_meant = any(one in path.parents for one in meant)
            if word in path.name or (has_word and not is_meant):
                leaks.append(str(path))
    return leaks


def leak(bench: Bench) -> Tally:
    return run_apart(work, bench)


def work(bench: Bench) -> Tally:
    word = make_word()
    document = bench.folder / "handed-in.json"
    document.write_text(json.dumps([fill_in(word)]))

    def act(home: Path) -> None:
        command(home, "new", "--from", str(document))

    deed = Deed("hand in a word", begin_old, act, {}, {})
    home, calls = bench.copy(bench.prepare(deed)), Calls()
    with between(calls):
        perform(deed, home)
    document_too = {str(document)}
    tally = Tally()
    numbers = range(1, calls.count + 1)
    for number in pick_some(numbers, at_most=12 if bench.fast else calls.count):
        home = bench.copy(bench.prepare(deed))
        child = os.fork()
        if not child:
            with between(Tearing(number)):
                perform(deed, home)
            os._exit(0)
        os.waitpid(child, 0)
        # The next save closes what is torn and puts a copy of it aside.
        perform(deed, home)
        tally.points += 1
        for place in set(find_leaks(word, home, bench.folder)) - document_too:
            tally.note(LEAKED, f"killed at call {number}: {place}")
    return tally
