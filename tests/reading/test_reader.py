"""Reading words: what comes of any text, and that it is the same every time."""

import sys
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from reflect_journal.model.vocabulary import WeakSpot, load_built_in
from reflect_journal.reading.bank import load_bank
from reflect_journal.reading.index import build_index
from reflect_journal.reading.reader import Reading, build_reader
from tests.reading_data import make_reader

FEW = [
    ("rambling-answers", "kept talking"),
    ("rambling-answers", "on and on"),
    ("late-arrival", "was late"),
]
LETTER = """\
Dear Tom,

Thank you for your interest in our company. We have carefully considered your
application. The panel felt that your answers were far too long and went off on
tangents.

We wish you all the best."""


def read(text: str) -> Reading:
    return make_reader().read(text)


def list_ids(text: str) -> list[str]:
    return [one.id for one in read(text).suggestions]


def test_a_letter_is_cut_into_sentences_of_two_kinds() -> None:
    assert [(one.kind, one.text[:20]) for one in read(LETTER).sentences] == [
        ("boilerplate", "Dear Tom,"),
        ("boilerplate", "Thank you for your i"),
        ("boilerplate", "We have carefully co"),
        ("information", "The panel felt that "),
        ("boilerplate", "We wish you all the "),
    ]


def test_what_is_suggested_comes_with_the_sentence_that_caused_it() -> None:
    first = read(LETTER).suggestions[0]
    assert first.id == "rambling-answers"
    assert first.sentence.startswith("The panel felt")
    assert 0 < first.score < 1


def test_a_letter_of_standard_phrases_gives_no_reason_and_nothing_else() -> None:
    letter = "Dear Ann,\nWe decided to move forward with other candidates.\nRegards"
    assert {one.kind for one in read(letter).sentences} == {"boilerplate"}
    assert list_ids(letter) == ["no-reason-given"]


def test_strengths_are_suggested_as_well() -> None:
    assert "good-rapport" in list_ids("We laughed a lot and clicked straight away.")[:3]


def test_what_was_denied_does_not_count_as_said() -> None:
    assert list_ids("I was not nervous at all.")[0] == "stayed-calm"


def test_own_confirmed_words_count_next_time() -> None:
    text = "Again the flamingo happened."
    own = [("late-arrival", "the flamingo happened"), ("gone-since", "flamingo")]
    reader = build_reader(load_bank(), load_built_in(), own)
    assert reader.read(text).suggestions[0].id == "late-arrival"
    assert "late-arrival" not in list_ids(text)[:1]


def test_own_words_of_the_vocabulary_are_read_too() -> None:
    spot = WeakSpot(
        "parking", "Parked in the boss's place", "logistics", "soon", own=True
    )
    words = load_built_in().extended([spot], [])
    reader = build_reader(load_bank(), words)
    assert reader.read("I parked in the boss's place").suggestions[0].id == "parking"


def test_the_order_of_phrasings_does_not_matter() -> None:
    bank, words = load_bank(), load_built_in()
    orders = (FEW, FEW[::-1])
    one, other = (
        build_reader(replace(bank, phrases=build_index(few, bank.lexicon)), words)
        for few in orders
    )
    text = "I was late and went on and on."
    assert one.read(text) == other.read(text)
    assert one.read(text).suggestions


def test_nothing_comes_of_nothing() -> None:
    assert read("") == read(" \n ") == Reading((), ())


def test_without_suggestions_the_sentences_stay() -> None:
    bare = read(LETTER).without_suggestions()
    assert bare.suggestions == ()
    assert [one.text for one in bare.sentences] == [
        one.text for one in read(LETTER).sentences
    ]
    assert not any(one.suggestions for one in bare.sentences)


@settings(max_examples=10, deadline=None)
@given(st.text(max_size=300))
def test_any_text_can_be_read_and_reads_the_same_again(text: str) -> None:
    reading = read(text)
    assert reading == read(text)
    kept = "".join("".join(one.text for one in reading.sentences).split())
    assert sorted(kept) == sorted("".join(text.split())) or ">" in text
    scores = [one.score for one in reading.suggestions]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


def test_a_long_text_takes_no_more_work_for_each_sentence() -> None:
    def count_calls(text: str) -> int:
        calls = 0

        def count(_frame: object, event: str, _of: object) -> None:
            nonlocal calls
            calls += event in {"call", "c_call"}

        sys.setprofile(count)
        try:
            read(text)
        finally:
            sys.setprofile(None)
        return calls

    once = "I talked too long and lost the thread. "
    read(once)
    short = count_calls(once * 10)
    assert count_calls(once * 40) < 5 * short
    assert count_calls("x" * 8_000) < 5 * short
    assert count_calls("a." * 4_000) < 5 * short


def test_a_cause_that_is_named_outright_comes_first() -> None:
    assert list_ids("I rambled, but there is a hiring freeze.")[0] == "role-cancelled"
    assert list_ids("In the end the internal candidate got it.")[0] == (
        "internal-candidate"
    )


def test_greeting_signature_and_quotation_say_nothing() -> None:
    letter = (
        "Alright Danny,\nThank you for your application.\nYour answers were too long."
        "\nCheers,\nRob Miller, Site Lead\nYour presentation was good.\n> Rob wrote:"
    )
    kinds = {one.text: one.kind for one in read(letter).sentences}
    usable = {text for text, kind in kinds.items() if kind == "information"}
    assert usable == {"Your answers were too long.", "Your presentation was good."}
