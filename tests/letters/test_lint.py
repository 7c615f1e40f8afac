"""The check of letters finds what it is for, measured on letters written for it."""

import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from reflect_journal.letters.advice import SLIPS
from reflect_journal.letters.lint import KINDS, check_letter
from reflect_journal.letters.patterns import load_phrases
from reflect_journal.reading.slips import load_slip_lines

LETTERS: list[dict[str, Any]] = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "data" / "letters_en.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]
PARTS = list(dict.fromkeys(one["part"] for one in LETTERS))
BAR = 0.9
BAR_OF_STRANGERS = 0.8
"""Of letters by a hand that nothing was learnt from, looked at once."""
AT_ONCE = 2.0


@dataclass
class Figures:
    """How often a kind was found rightly, wrongly, and not at all."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)

    @property
    def precision(self) -> float:
        return self.right.total() / (self.right + self.wrong).total()

    @property
    def recall(self) -> float:
        return self.right.total() / (self.right + self.missed).total()


def measure(*parts: str) -> Figures:
    figures = Figures()
    for letter in LETTERS:
        if letter["part"] in parts:
            found = {one.kind for one in check_letter(letter["text"])}
            meant = set(letter["kinds"])
            figures.right.update(found & meant)
            figures.wrong.update(found - meant)
            figures.missed.update(meant - found)
    return figures


def test_the_letters_kept_aside_hold_every_kind_five_times() -> None:
    aside = [one for one in LETTERS if one["part"] == "kept"]
    counted = Counter(kind for one in aside for kind in one["kinds"])
    assert len(LETTERS) >= 90
    assert {"dev", "kept", "fresh-dev"} <= set(PARTS)
    assert len(aside) >= 30
    assert min(counted[kind] for kind in KINDS) >= 5
    assert sum(not one["kinds"] for one in aside) >= 5


@pytest.mark.parametrize("part", PARTS)
def test_the_check_of_letters_is_right_nine_times_in_ten(part: str) -> None:
    figures = measure(part)
    print(f"\n{part}: right, wrong, missed")  # noqa: T201 - shown by pytest -s
    for kind in KINDS:
        counts = [one[kind] for one in (figures.right, figures.wrong, figures.missed)]
        print(f"{kind:12} {counts}")  # noqa: T201
    print(f"precision {figures.precision:.2f}, recall {figures.recall:.2f}")  # noqa: T201
    assert figures.precision >= BAR
    assert figures.recall >= (BAR if part != "fresh-kept" else BAR_OF_STRANGERS)


def test_the_check_is_right_nine_times_in_ten_on_all_letters_kept_aside() -> None:
    figures = measure("kept", "fresh-kept")
    assert figures.precision >= BAR
    assert figures.recall >= BAR


def test_a_finding_quotes_the_sentence_and_says_what_to_write_instead() -> None:
    letter = "Thank you, Ms Lind.\nI disagree with\nyour view. All the best."
    (found,) = check_letter(letter)
    assert (found.kind, found.quote) == ("arguing", "I disagree with your view.")
    assert found.why
    assert found.instead
    assert found.to_json().keys() == {"kind", "quote", "why", "instead"}


def test_what_a_letter_quotes_of_others_is_not_looked_at() -> None:
    assert check_letter("Thank you.\n> I disagree, reply asap!\n") == []


def test_no_hurry_does_not_press() -> None:
    assert check_letter("Thanks. No need to answer before Friday.") == []


def test_a_long_sentence_is_quoted_in_part() -> None:
    (found,) = check_letter(f"Thanks. I disagree {'and so on ' * 30}.")
    assert found.quote.startswith("I disagree and so on")
    assert found.quote.endswith("...")
    assert len(found.quote) < 130


def test_curly_apostrophes_count_as_straight_ones() -> None:
    letter = "Thanks. It wasn\N{RIGHT SINGLE QUOTATION MARK}t my fault."
    assert [one.kind for one in check_letter(letter)] == ["defensive"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Thanks. i DIDNT mean it like that",
        "Thanks. I didn't mean it like that",
        "Thanks. I did not mean it\nlike that",
    ],
)
def test_short_forms_and_capitals_count_as_the_words_in_full(sentence: str) -> None:
    assert [one.kind for one in check_letter(sentence)] == ["defensive"]


@pytest.mark.parametrize(
    "sentence",
    [
        "I am not asking you to reconsider.",
        "I do not dispute any of it.",
        "Was I rude to your team?",
        "You answered within two days.",
    ],
)
def test_what_takes_a_phrase_back_counts(sentence: str) -> None:
    assert check_letter(f"Thanks. {sentence}") == []


HOSTILE = [
    "I would just like to ",
    " \n",
    "he was not the ",
    "I am. ",
    " ".join(sorted(line for _, line in load_slip_lines())),
]


@pytest.mark.uncounted
@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_a_letter_of_a_hundred_thousand_characters_is_looked_over_at_once(
    words: str,
) -> None:
    letter = (words * (100_000 // len(words) + 1))[:100_000]
    check_letter("Thanks.")  # Loads what it needs.
    started = process_time()
    kinds = [one.kind for one in check_letter(letter)]
    assert process_time() - started < AT_ONCE
    assert "too-long" in kinds or letter.isspace()


def test_a_sentence_can_slip_in_two_ways() -> None:
    findings = check_letter("Thanks. Please reconsider, and answer by Friday.")
    assert [one.kind for one in findings] == ["pleading", "pressing"]
    assert len({one.quote for one in findings}) == 1


def test_a_sentence_that_stands_twice_is_found_once() -> None:
    findings = check_letter("Thanks. I disagree with your view. " * 2)
    assert [one.kind for one in findings] == ["arguing"]


@pytest.mark.parametrize("kind", SLIPS)
def test_no_name_is_left_in_a_pattern(kind: str) -> None:
    assert load_phrases(kind).phrases.pattern.count("<") == (
        load_phrases(kind).phrases.pattern.count("(?<")
    )
