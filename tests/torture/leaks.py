"""One word in every field, killed at every call: where is the word afterwards?"""

import json
import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from tests.cli.desk import Desk
from tests.interactive.dialogues import QUICK, Dialogue
from tests.interactive.in_process import type_answers
from tests.torture.apart import run_apart
from tests.torture.calls import Calls, Tearing, between
from tests.torture.deeds import Deed, Outcome, begin_old, command, perform
from tests.torture.verdict import Bench, Tally, pick_some

LEAKED: Final = "leaked"
LARGE: Final = 4 * 1024 * 1024
NOTHING_WAITS: Final = 3
XDG: Final = ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
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
    """List files; folders of others may vanish while they are looked through."""
    for folder in folders:
        for place, _, names in os.walk(folder):
            for path in (Path(place, name) for name in names):
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
    outside = bench.folder / "outside"
    outside.mkdir()
    for name in ("HOME", "TMPDIR", "XDG_RUNTIME_DIR", *XDG):
        os.environ[name] = str(outside)
    document = bench.folder / "handed-in.json"
    document.write_text(json.dumps([fill_in(word)]))

    def hand_in(home: Path) -> None:
        command(home, "new", "--from", str(document))

    def interview(home: Path) -> None:
        hold(home, "new", "--quick", typed=type_answers(answer_with(word)))

    def go_on(home: Path) -> None:
        """Go on with the draft, where there is one, to the end."""
        hold(home, "continue", typed="\n" * 60)

    tally = Tally()
    for name, act, again in (
        ("hand in a word", hand_in, hand_in),
        ("answer with a word", interview, go_on),
    ):
        deed = Deed(name, begin_old, act, {}, {})
        after = Deed(f"after {name}", begin_old, again, {}, {})
        for number in choose_calls(bench, deed):
            home = bench.copy(bench.prepare(deed))
            kill_at(number, deed, home)
            places = {*find_leaks(word, home, bench.folder)}
            perform(after, home)
            places |= {*find_leaks(word, home, bench.folder)}
            tally.points += 1
            for place in places - {str(document)}:
                tally.note(LEAKED, f"{name}, killed at call {number}: {place}")
    return tally


def answer_with(word: str) -> Dialogue:
    """Type the word wherever words are asked for."""
    asked = ("Which company", "Which role", "What worked", "Next time, how")
    return [
        (question, word if question.startswith(asked) else typed)
        for question, typed in QUICK
    ]


def hold(home: Path, *arguments: str, typed: str) -> None:
    ran = Desk(home).run(*arguments, "--plain", typed=typed)
    if ran.code not in {0, NOTHING_WAITS}:
        raise RuntimeError(ran.err)


def choose_calls(bench: Bench, deed: Deed) -> list[int]:
    """Choose the calls of a deed to be killed at, all of them in the long run."""
    home, calls = bench.copy(bench.prepare(deed)), Calls()
    with between(calls):
        outcome = perform(deed, home)
    assert outcome is Outcome.ACKNOWLEDGED
    at_most = 6 if bench.fast else calls.count
    return pick_some(range(1, calls.count + 1), at_most=at_most)


def kill_at(number: int, deed: Deed, home: Path) -> None:
    child = os.fork()
    if not child:
        with between(Tearing(number)):
            perform(deed, home)
        os._exit(0)
    os.waitpid(child, 0)
