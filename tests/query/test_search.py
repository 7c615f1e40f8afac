"""A search finds every text that holds its words, and the quick look misses none."""

import json
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from reflect_journal.model.text import fold_text
from reflect_journal.query import folding
from reflect_journal.query.folding import fold_bytes, fold_quickly
from reflect_journal.query.search import (
    build_hold_test,
    build_mention_test,
    find_hit,
    split_words,
    walk_own_texts,
)
from reflect_journal.query.snippet import Hit, cut_snippet

DOCUMENT: dict[str, Any] = {
    "form": "full",
    "company": "Zürcher Straßenbau",
    "role": "Data engineer",
    "rejected_on": "2026-11-20",
    "stage_reached": "panel",
    "their_words": 'They said "closer to our stack", not\nmore.',
    "feeling": "flat",
    "rounds": [
        {
            "stage": "panel",
            "areas": {"answers": {"rating": 2, "next_time": "One café per answer"}},
            "questions": [{"asked": "Why C:\\users / home?", "went": "rough"}],
        }
    ],
    "sightings": [{"weak_spot": "rambling-answers", "by": "friend", "note": "six"}],
    "plan": {"action": "say the result first", "weak_spot": "rambling-answers"},
    "tags": ["remote"],
    "newer_key": {"note": "from a newer program"},
    "heard": [{"by": "friend", "words": "Hm.", "reaction": "a zebrafish"}],
}

letters = st.text(
    st.characters(codec="utf-8", exclude_characters="\x00")
    | st.sampled_from('aeisAEIS éÉßſﬁÅİıΣς́\u0345℡\uff02"\\/\n\t\u2028')
)


def line_of(document: object) -> bytes:
    return json.dumps(
        {"v": 1, "reflection": document}, ensure_ascii=False, separators=(",", ":")
    ).encode("utf-8", "surrogatepass")


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        (["zurcher"], "company"),
        (["ZÜRCHER"], "company"),
        (["Zu\u0308rcher"], "company"),
        (["strasse"], "company"),
        (["STRASSENBAU"], "company"),
        (["cafe"], "rounds[0].areas.answers.next_time"),
        (["CAFÉ", "one"], "rounds[0].areas.answers.next_time"),
        (['"closer'], "their_words"),
        (["not more."], "their_words"),
        (["C:\\users"], "rounds[0].questions[0].asked"),
        (["/"], "rounds[0].questions[0].asked"),
        (["six"], "sightings[0].note"),
        (["flat"], "feeling"),
        (["remote"], "tags[0]"),
        (["result"], "plan.action"),
        (["newer"], "newer_key.note"),
        (["remote", "zurcher"], "tags[0]"),
        (["to", "stack"], "their_words"),
        (["say", "our"], "plan.action"),
    ],
)
def test_words_are_found_wherever_a_person_typed_them(
    typed: list[str], field: str
) -> None:
    hit = find_hit(DOCUMENT, split_words(typed))
    assert hit is not None
    assert field == hit.field
    assert build_hold_test(split_words(typed))(DOCUMENT)
    assert build_mention_test(split_words(typed))(line_of(DOCUMENT))


@pytest.mark.parametrize(
    "typed",
    [
        [],
        [" "],
        ["panel"],
        ["rough"],
        ["2026"],
        ["rambling"],
        ["friend"],
        ["full"],
        ["zebrafish"],
        ["hm", "zebrafish"],
        ["remote", "nowhere"],
        ["closer.*stack"],
    ],
)
def test_names_ids_dates_and_patterns_are_not_found(typed: list[str]) -> None:
    assert find_hit(DOCUMENT, split_words(typed)) is None
    assert not build_hold_test(split_words(typed))(DOCUMENT)


def test_a_text_with_all_words_comes_before_one_with_the_first() -> None:
    document = {"company": "Stack Ltd", "moment": "their stack\nand ours", "v": 1}
    assert find_hit(document, ("stack", "ours")) == Hit(
        "moment", "their stack and ours"
    )
    assert find_hit(document, ("stack",)) == Hit("company", "Stack Ltd")


@pytest.mark.parametrize(
    ("line", "admitted"),
    [
        (b'{"company":"Acre"}', False),
        ('{"company":"Café"}'.encode(), True),
        ('{"company":"CAFE\u0301"}'.encode(), True),
        (b'{"company":"caf\\u00e9"}', True),
        (b'{"company":"caf\\n"}', False),
        (b'{"company":"caf\xff"}', True),
        (b'{"company":"Cafe"}', True),
    ],
)
def test_a_line_is_refused_only_where_it_cannot_hold_the_words(
    line: bytes, admitted: bool
) -> None:
    assert build_mention_test(split_words(["café"]))(line) is admitted


def test_words_that_only_stand_in_json_escaped_are_let_through() -> None:
    assert build_mention_test(('"', "\\"))(b"{}")


@given(st.dictionaries(st.sampled_from(["company", "note"]), letters), letters)
@example({"note": "℡ \uff02quoted\uff02 ﬁx"}, "℡ \uff02q f")
@example({"note": " \u00b4 "}, "\u00b4")
@example({"company": "ab", "note": "cd"}, "bc")
@example({"company": "ab", "note": "cd"}, "ab cd")
def test_whatever_is_found_the_quick_look_admits(
    document: dict[str, str], typed: str
) -> None:
    words = split_words([typed])
    is_found = find_hit(document, words) is not None
    assert build_hold_test(words)(document) is is_found
    if is_found:
        assert build_mention_test(words)(line_of(document))


@given(letters, st.data())
def test_a_piece_of_any_text_finds_it_and_is_admitted(
    text: str, data: st.DataObject
) -> None:
    begin = data.draw(st.integers(0, len(text)))
    piece = text[begin : data.draw(st.integers(begin, len(text)))]
    words = split_words([data.draw(st.sampled_from([piece, piece.swapcase()]))])
    document = {"company": "-", "moment": text}
    assume(words and all(word in fold_text(text) for word in words))
    assert find_hit(document, words) is not None
    assert build_mention_test(words)(line_of(document))


@given(letters)
def test_quick_folding_gives_what_folding_gives(text: str) -> None:
    assert fold_text(text) == fold_quickly(text)


@pytest.mark.parametrize("text", ["℡ and é", "\ud83d alone", "東 É"])
def test_quick_folding_gives_the_same_for_odd_letters(text: str) -> None:
    folding._fold_letter.cache_clear()
    assert fold_text(text) == fold_quickly(text)


def test_bytes_that_are_no_text_are_not_folded() -> None:
    with pytest.raises(UnicodeDecodeError):
        fold_bytes(b"caf\xe9")


def test_own_texts_are_those_that_people_typed() -> None:
    assert [text for _, text in walk_own_texts(DOCUMENT)][:2] == [
        "Zürcher Straßenbau",
        "Data engineer",
    ]


@pytest.mark.parametrize(
    ("text", "word", "snippet"),
    [
        ("short and\n\twhole", "whole", "short and whole"),
        (
            "word " * 30 + "needle" + " word" * 30,
            "needle",
            "..." + "word " * 7 + "needle" + " word" * 7 + "...",
        ),
        ("needle " + "word " * 30, "needle", "needle" + " word" * 14 + "..."),
        ("word " * 30 + "needle", "needle", "..." + "word " * 14 + "needle"),
        ("x" * 200, "x", "x" * 80 + "..."),
        ("x" * 100 + "y" * 100, "y", "..." + "x" * 40 + "y" * 40 + "..."),
        (
            "ß" * 100 + " éa " + "ß" * 100,
            "ea",
            "..." + "ß" * 38 + " éa " + "ß" * 38 + "...",
        ),
        ("ab " * 40 + "z" * 100, "z" * 100, "..." + "z" * 80 + "..."),
    ],
)
def test_a_snippet_is_a_line_around_the_word(
    text: str, word: str, snippet: str
) -> None:
    assert snippet == cut_snippet(text, word)


@given(letters, st.text("aé ", max_size=5), letters)
def test_a_snippet_holds_the_word_and_no_more_than_a_line(
    before: str, word: str, behind: str
) -> None:
    folded = fold_text("needle" + word.strip()).split()[0]
    snippet = cut_snippet(f"{before}needle{word.strip()}{behind}", folded)
    assert folded in fold_text(snippet)
    assert len(snippet) <= 86
