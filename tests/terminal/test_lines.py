"""Folding and cutting never go beyond the width, and folding loses nothing."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflect_journal.terminal.lines import cut, fold, join_columns, measure, pad
from reflect_journal.terminal.safe_text import show_safely

ODD = (
    "\x1b\x07\r\n\t\x7f\x9b\u202e\u2067\u061c\u200b\U000e0041\ud800"
    "e\u0301東👨\u200d❤\ufe0f"
)
texts = st.text(st.one_of(st.characters(), st.sampled_from(ODD + "     aaa")))
FORBIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def squeeze(text: str) -> str:
    return "".join(text.split())


@given(texts)
def test_what_is_shown_commands_nothing_and_is_encodable(text: str) -> None:
    shown = show_safely(text)
    assert FORBIDDEN.findall(shown) == []
    assert shown.encode().decode() == shown
    assert show_safely(shown) == shown


@given(
    st.text(
        st.characters(
            categories=["L", "N", "P", "Z"], exclude_characters="\u2028\u2029"
        )
    )
)
def test_ordinary_text_is_shown_as_it_is(text: str) -> None:
    assert show_safely(text) == text


@given(texts, st.integers(2, 60), st.sampled_from(["", "  "]))
def test_fold_keeps_to_the_width_and_loses_nothing(
    text: str, width: int, indent: str
) -> None:
    width += len(indent)
    folded = fold(text, width, indent)
    assert max(map(measure, folded)) <= width
    whole = "".join(show_safely(part) for part in re.split(r"\r?\n", text))
    assert squeeze("".join(folded)) == squeeze(whole)


@given(texts, st.integers(2, 60))
def test_fold_breaks_no_word_that_is_to_stay_whole(text: str, width: int) -> None:
    folded = fold(text, width, breaks_words=False)
    words = [
        word for one in re.split(r"\r?\n", text) for word in show_safely(one).split(" ")
    ]
    assert [
        word for word in words if not any(word.strip() in part for part in folded)
    ] == []


@given(texts, st.integers(0, 60))
def test_cut_keeps_to_the_width_and_tells_what_is_missing(
    text: str, width: int
) -> None:
    shown = cut(text, width)
    assert measure(shown) <= width
    whole = show_safely(text)
    assert shown == whole or shown.endswith("..."[:width])


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("one  two", 20, ["one  two"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("  indented words", 10, ["  indented", "words"]),
        ("one\r\ntwo\n\nthree", 20, ["one", "two", "", "three"]),
        ("東京都", 4, ["東京", "都"]),
        ("", 10, [""]),
    ],
)
def test_fold_in_examples(text: str, width: int, expected: list[str]) -> None:
    assert fold(text, width) == expected


@pytest.mark.uncounted
def test_a_long_word_is_folded_in_time_that_grows_with_its_length() -> None:
    assert len(fold("x" * 1_000_000, 80)) == 12_500


def test_columns_are_aligned_by_what_is_seen() -> None:
    assert join_columns([("東", "1"), ("abc", "2")]) == ["東   1", "abc  2"]
    assert pad("東", 4) == "東  "
