"""What is left out is out: no name and no text of a person gets through."""

import json
import string
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from reflect_journal.model.vocabulary import Strength, WeakSpot, load_built_in
from reflect_journal.report.redaction import MARK, redact, redact_vocabulary
from tests.insight.documents import STORED, load_stored
from tests.model.drawing import Document, documents, json_objects

KNOWN = load_built_in().weak_spots.keys() | load_built_in().strengths.keys()
CANARY = "zqx"


def mark_texts(value: Any, key: str = "") -> Any:
    """Put a canary into every text that is not from a closed list, and every key."""
    match value:
        case dict():
            return {name: mark_texts(one, name) for name, one in value.items()} | {
                f"{CANARY}-key": CANARY,
                f"{CANARY}-number": 1234567,
            }
        case list():
            return [mark_texts(one, key) for one in value]
        case str() if key in TEXTS:
            return f"{CANARY} {value}"
        case _:
            return value


TEXTS = {
    *("company", "role", "their_words", "feeling", "what_worked", "moment", "note"),
    *("went_well", "next_time", "asked", "meant", "my_answer", "friend_words"),
    *("lesson", "cue", "action", "obstacle", "tags"),
}


@given(documents)
def test_no_text_and_no_unknown_key_gets_through(document: Document) -> None:
    told = json.dumps(redact(mark_texts(document), 3, KNOWN, {}))
    assert CANARY not in told
    assert "1234567" not in told
    assert '"Company 3"' in told


@given(json_objects, st.sampled_from(string.ascii_letters))
def test_whatever_stands_in_the_log_nothing_of_it_gets_through(
    document: Document, letter: str
) -> None:
    told = redact(
        {**document, letter: f"{CANARY}{letter}", "lesson": CANARY}, 1, KNOWN, {}
    )
    assert CANARY not in json.dumps(told)
    assert told["lesson"] == MARK


def test_what_is_counted_stays() -> None:
    for document in load_stored(STORED[1]):
        told = redact(document, 1, KNOWN, {})
        for key in ("form", "rejected_on", "stage_reached", "decided_by", "sting"):
            assert told.get(key) == document.get(key)
        for key, name in (("sightings", "weak_spot"), ("strengths", "strength")):
            assert [one[name] for one in told.get(key, [])] == [
                one[name] for one in document.get(key, [])
            ]
            assert [one.get("by") for one in told.get(key, [])] == [
                one.get("by") for one in document.get(key, [])
            ]
        for told_round, round_ in zip(
            told.get("rounds", []), document.get("rounds", []), strict=True
        ):
            assert told_round["stage"] == round_["stage"]
            assert {
                area: one.get("rating")
                for area, one in told_round.get("areas", {}).items()
            } == {
                area: one.get("rating") for area, one in round_.get("areas", {}).items()
            }


def test_a_word_of_ones_own_is_a_name_as_well() -> None:
    document = {"sightings": [{"weak_spot": "argued-with-hendrik", "note": ""}]}
    [told] = redact(document, 1, KNOWN, {})["sightings"]
    assert (told["weak_spot"], told["note"]) == ("own-word-1", "")


def test_own_words_stay_apart_and_keep_their_area() -> None:
    own = WeakSpot("cried", "Cried", "mindset", "soon", "x", "y", own=True)
    praised = Strength("sang", "Sang", "answers", own=True)
    marks: dict[str, str] = {}
    named = [{"weak_spot": one} for one in ("cried", "forgotten", "cried")]
    document = {"sightings": named, "strengths": [{"strength": "sang"}]}
    told = redact(document, 1, KNOWN, marks)["sightings"]
    assert [one["weak_spot"] for one in told] == [
        "own-word-1",
        "own-word-2",
        "own-word-1",
    ]
    whole = load_built_in().extended([own], [praised])
    words = redact_vocabulary(load_built_in(), whole, marks)
    assert words.weak_spots["own-word-1"][:4] == (
        *("own-word-1", "Own word 1", "mindset"),
        "soon",
    )
    assert words.strengths["own-word-3"].area == "answers"
    assert "cried" not in str(words).lower()


def test_a_day_that_cannot_be_read_is_left_out_and_none_is_put_there() -> None:
    assert "rejected_on" not in redact({"rejected_on": "when he called"}, 1, KNOWN, {})
