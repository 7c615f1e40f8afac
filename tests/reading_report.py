"""`make reading-report`: how well words are read, with bootstrap intervals."""

from collections.abc import Sequence
from typing import Final

from reflect_journal.model.vocabulary import load_built_in
from reflect_journal.reading.bank import load_bank
from reflect_journal.reading.index import build_index
from reflect_journal.reading.reader import LIKELY, Reader
from tests.reading_data import (
    Labelled,
    average,
    bootstrap,
    find_hits,
    find_recall,
    judge_sentences,
    load_cases,
    load_elsewhere,
    load_entries,
    load_lines,
    make_reader,
    rank,
)

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
    pairs = sorted(set(bank.list_phrasings()))
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


def main() -> None:
    """Print the report."""
    reader = make_reader()
    show_texts("Cases (development)", reader, load_cases())
    show_texts("Entries (development)", reader, load_entries("entries_dev_en.jsonl"))
    show_texts("Entries (kept aside)", reader, load_entries("entries_en.jsonl"))
    for title, name in (("development", "mails_dev_en"), ("kept aside", "mails_en")):
        mails = load_lines(f"{name}.jsonl")
        print(f"Mails ({title})")  # noqa: T201
        show("kind of the sentence right", judge_sentences(reader, mails))
        empty = [
            one
            for mail in mails
            for one in reader.read(mail["text"]).sentences
            if one.text
            in {
                sentence["text"]
                for sentence in mail["sentences"]
                if sentence["kind"] == "boilerplate"
            }
        ]
        show(
            "boilerplate: anything suggested",
            [float(bool(one.suggestions)) for one in empty],
        )
    print("Texts about something else")  # noqa: T201
    show(
        f"anything suggested from {LIKELY}",
        [
            float(any(one.score >= LIKELY for one in reader.read(text).suggestions))
            for text in load_elsewhere()
        ],
    )
    print("The bank by itself, cross-validated")  # noqa: T201
    show("right among the first 5", hold_out())


if __name__ == "__main__":
    main()
