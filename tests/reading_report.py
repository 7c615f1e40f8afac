"""`make reading-report`: how well words are read, with bootstrap intervals.

`--development` leaves out what nobody who improves reading may look at.
"""

import sys
from collections.abc import Sequence
from typing import Any, Final

from reflect_journal.model.vocabulary import load_built_in
from reflect_journal.reading.bank import load_bank, load_phrasings
from reflect_journal.reading.index import build_index
from reflect_journal.reading.reader import LIKELY, Reader
from tests.reading_data import (
    Labelled,
    average,
    bootstrap,
    find_hits,
    find_recall,
    judge_elsewhere,
    judge_empty,
    judge_sentences,
    label,
    load_cases,
    load_elsewhere,
    load_half,
    load_lines,
    make_reader,
    rank,
)

ONLY_DEVELOPMENT: Final = "--development"
FOLDS: Final = 5
A_SENTENCE: Final = 6
"""Shorter phrasings are held out from nothing: they are cues, not texts."""


def show(name: str, values: Sequence[float]) -> None:
    """Print a share with its interval."""
    if values:
        low, high = bootstrap(values)
        figures = (
            f"{average(values):6.1%}   [{low:.1%}, {high:.1%}]   n = {len(values)}"
        )
        print(f"  {name:<34}{figures}")  # noqa: T201 - the report is its answer


def show_texts(title: str, reader: Reader, texts: Sequence[Labelled]) -> None:
    """Print how often a right label is among the first."""
    print(title)  # noqa: T201
    ranked = [(rank(reader, one), one) for one in texts]
    for first in (1, 3, 5):
        show(f"right among the first {first}", find_hits(ranked, first))
    show("recall among the first 5", find_recall(ranked, 5))
    outside = {
        spot.id
        for spot in load_built_in().weak_spots.values()
        if spot.changeable == "not-at-all"
    }
    beyond = [(ids, one) for ids, one in ranked if one.labels <= outside]
    show(
        "outside control: own spot first",
        [float(bool(ids) and ids[0] not in outside) for ids, _ in beyond],
    )


def hold_out() -> list[float]:
    """Find the phrasings of each fifth of the bank by the other four."""
    bank = load_bank()
    pairs = sorted(set(load_phrasings()))
    hits = []
    for fold in range(FOLDS):
        index = build_index(
            [pair for at, pair in enumerate(pairs) if at % FOLDS != fold], bank.lexicon
        )
        for identifier, line in pairs[fold::FOLDS]:
            if len(line.split()) >= A_SENTENCE:
                scores = index.score(line)
                best = sorted(scores, key=lambda one: (-scores[one], one))[:5]
                hits.append(float(identifier in best))
    return hits


def show_mails(title: str, reader: Reader, mails: Sequence[Any]) -> None:
    """Print how often the kind of a sentence is right."""
    print(title)  # noqa: T201
    show("kind of the sentence right", judge_sentences(reader, mails))
    bare = judge_sentences(reader, mails, frames=False)
    show("the same without frames", bare)
    show("boilerplate: anything suggested", judge_empty(reader, mails))


def show_development(reader: Reader) -> None:
    """Print what may be looked at while something is improved."""
    own = label(load_lines("entries_dev_en.jsonl"))
    show_texts("Entries by the hand that wrote the bank", reader, own)
    half = label(load_half("entries_en.jsonl", aside=False))
    show_texts("Entries (development)", reader, half)
    stories = label(load_half("stories_en.jsonl", aside=False))
    show_texts("Stories (development)", reader, stories)
    own_mails = load_lines("mails_dev_en.jsonl")
    show_mails("Mails by the hand that wrote the bank", reader, own_mails)
    half_mails = load_half("mails_en.jsonl", aside=False)
    show_mails("Mails (development)", reader, half_mails)
    fresh = load_half("mails_fresh_en.jsonl", aside=False)
    show_mails("Fresh mails (development)", reader, fresh)
    print("Texts about something else")  # noqa: T201
    for name in ("elsewhere_en.txt", "offtopic_en.txt", "diaries_en.txt"):
        show(f"{name}: from {LIKELY}", judge_elsewhere(reader, load_elsewhere(name)))
    print("The bank by itself, cross-validated")  # noqa: T201
    show("right among the first 5", hold_out())


def show_aside(reader: Reader) -> None:
    """Print what is looked at when nothing is changed any more."""
    show_texts("Cases", reader, load_cases())
    half = label(load_half("entries_en.jsonl", aside=True))
    show_texts("Entries (kept aside)", reader, half)
    stories = label(load_half("stories_en.jsonl", aside=True))
    show_texts("Stories (kept aside)", reader, stories)
    half_mails = load_half("mails_en.jsonl", aside=True)
    show_mails("Mails (kept aside)", reader, half_mails)
    fresh = load_half("mails_fresh_en.jsonl", aside=True)
    show_mails("Fresh mails (kept aside)", reader, fresh)


def main() -> None:
    """Print the report; all of it unless only development is asked for."""
    reader = make_reader()
    show_development(reader)
    if ONLY_DEVELOPMENT not in sys.argv[1:]:
        show_aside(reader)


if __name__ == "__main__":
    main()
