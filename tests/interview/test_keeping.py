"""Stopped anywhere, an interview goes on as if nothing had happened."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.interview.people import (
    PLAN,
    Interview,
    assemble,
    hold,
    meet_stranger,
    thaw,
)
from tests.interview.test_documents import EVERYTHING, FULL

pytestmark = pytest.mark.uncounted

KEYS = hold(EVERYTHING, plan=PLAN).person.keys

seeds = st.integers(min_value=0, max_value=10**9)


@settings(max_examples=settings().max_examples // 2)
@given(seeds)
def test_no_word_is_lost_on_any_way_through(seed: int) -> None:
    stranger, session = meet_stranger(seed)
    document = json.dumps(assemble(session))
    for key, word in stranger.words.items():
        assert word in document, key


@settings(max_examples=settings().max_examples // 5)
@given(seeds)
def test_going_through_a_draft_after_every_line_changes_nothing(seed: int) -> None:
    stranger, session = meet_stranger(seed)
    thawed_stranger, thawed = meet_stranger(seed, thawing=True)
    assert thawed_stranger.typed == stranger.typed
    assert assemble(thawed) == assemble(session)


def stop_at(count: int) -> Interview:
    """Answer so many prompts and quit; the rest waits for another day."""
    typed: dict[str, list[str]] = {}
    for key in KEYS[:count]:
        turns = typed.setdefault(key, [])
        lines = EVERYTHING.get(key, "")
        all_turns = [lines] if isinstance(lines, str) else list(lines)
        turns.append(all_turns[len(turns)] if len(turns) < len(all_turns) else "")
    typed.setdefault(KEYS[count], []).append(":quit")
    return hold(typed, plan=PLAN)


@pytest.mark.parametrize("count", range(len(KEYS)))
def test_stopped_after_any_answer_the_same_document_comes_of_it(count: int) -> None:
    stopped = stop_at(count)
    assert stopped.ending == "quit"
    seen = {key: stopped.person.keys.count(key) - 1 for key in stopped.person.keys[-1:]}
    rest = {
        key: lines if isinstance(lines, str) else list(lines)[seen.get(key, 0) :]
        for key, lines in EVERYTHING.items()
    }
    gone_on = hold(rest, session=thaw(stopped.session, PLAN))
    assert gone_on.document == FULL
    assert len(stopped.person.prompts) + len(gone_on.person.prompts) == len(KEYS) + 1


def test_a_change_that_was_begun_is_still_asked_for() -> None:
    stopped = hold(
        {"company": "A", "lesson": "B", "read-back": "3", "cue": ["", ":quit"]}
    )
    gone_on = hold({"cue": "they ask"}, session=thaw(stopped.session))
    assert gone_on.person.keys == ["cue", "action", "obstacle", "read-back"]
    assert gone_on.document["plan"] == {"cue": "they ask", "action": "B"}


def test_the_list_of_all_the_rest_is_still_open() -> None:
    stopped = hold({"read-back": ["4", ":quit"]})
    gone_on = hold(session=thaw(stopped.session))
    wordings = [prompt.wording for prompt in gone_on.person.prompts]
    assert wordings == ["Which answer?", "Save it?"]


def test_an_earlier_plan_that_is_gone_meanwhile_can_still_be_asked_about() -> None:
    stopped = hold(
        {"lesson": ":back", "tried": ["1", ":quit"], "helped": ":back"}, plan=PLAN
    )
    [asked, *_] = hold(session=thaw(stopped.session)).person.prompts
    assert (asked.key, asked.wording) == ("tried", "Did you try your last plan?")
