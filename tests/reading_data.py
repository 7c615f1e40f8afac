"""The texts that reading is held against, and how well it does on them."""

import json
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final

from reflect_journal.model.vocabulary import load_built_in
from reflect_journal.reading.bank import load_bank
from reflect_journal.reading.reader import LIKELY, Reader, Reading, build_reader

DATA: Final = Path(__file__).parent / "data"
DRAWS: Final = 2000


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text with the ids that are right for it."""

    text: str
    labels: frozenset[str]


@cache
def make_reader() -> Reader:
    return build_reader(load_bank(), load_built_in())


@lru_cache(maxsize=1024)
def read_once(reader: Reader, text: str) -> Reading:
    return reader.read(text)


def load_lines(name: str) -> list[Any]:
    """Load a file of JSON Lines; nothing where it is not there."""
    path = DATA / name
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]


def load_half(name: str, *, aside: bool) -> list[Any]:
    """Load the half that is kept aside for the last look, or the half to learn from."""
    return [one for one in load_lines(name) if one["kept_aside"] is aside]


def label(entries: Iterable[Any]) -> list[Labelled]:
    """Make labelled texts of entries of `text` and `labels`."""
    return [Labelled(one["text"], frozenset(one["labels"])) for one in entries]


def load_cases() -> list[Labelled]:
    """Load the cases, each with the weak spots and strengths it was labelled with."""
    return [
        Labelled(
            one.get("moment") or one["their_words"],
            frozenset(
                [sighting["weak_spot"] for sighting in one["sightings"]]
                + [sighting["strength"] for sighting in one["strengths"]]
            ),
        )
        for one in load_lines("cases.jsonl")
    ]


def load_elsewhere(name: str = "elsewhere_en.txt") -> list[str]:
    """Load texts about something else."""
    return (DATA / name).read_text("utf-8").splitlines()


def rank(reader: Reader, one: Labelled) -> list[str]:
    return [suggestion.id for suggestion in read_once(reader, one.text).suggestions]


def find_hits(ranked: Iterable[tuple[list[str], Labelled]], first: int) -> list[float]:
    """Give 1 for each text with a right label among the first few, else 0."""
    return [float(bool(one.labels & {*ids[:first]})) for ids, one in ranked]


def find_recall(
    ranked: Iterable[tuple[list[str], Labelled]], first: int
) -> list[float]:
    """Give the share of each text's labels that stand among the first few."""
    return [len(one.labels & {*ids[:first]}) / len(one.labels) for ids, one in ranked]


def judge_sentences(
    reader: Reader, mails: Iterable[Any], *, frames: bool = True
) -> list[float]:
    """Give 1 for each labelled sentence whose kind is told right.

    A sentence that was cut otherwise than the label has it counts by the piece that
    begins it. Without frames, greetings, signatures and footers do not count.
    """
    right = []
    for mail in mails:
        read = read_once(reader, mail["text"]).sentences
        for expected in mail["sentences"]:
            if not frames and expected.get("frame"):
                continue
            start = " ".join(expected["text"].split())[:20]
            kinds = [one.kind for one in read if start in " ".join(one.text.split())]
            right.append(float(bool(kinds) and kinds[0] == expected["kind"]))
    return right


def judge_empty(reader: Reader, mails: Iterable[Any]) -> list[float]:
    """Give 1 for each sentence labelled as empty that something is suggested for."""
    loud = []
    for mail in mails:
        empty = {
            " ".join(one["text"].split())
            for one in mail["sentences"]
            if one["kind"] == "boilerplate"
        }
        loud += [
            float(bool(one.suggestions))
            for one in read_once(reader, mail["text"]).sentences
            if " ".join(one.text.split()) in empty
        ]
    return loud


def judge_elsewhere(reader: Reader, texts: Iterable[str]) -> list[float]:
    """Give 1 for each text for which something is suggested as likely."""
    return [
        float(any(one.score >= LIKELY for one in read_once(reader, text).suggestions))
        for text in texts
    ]


def average(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def bootstrap(
    values: Sequence[float], average: Callable[[Sequence[float]], float] = average
) -> tuple[float, float]:
    """Give the middle 95 % of what other draws of the same texts would have shown."""
    draw = random.Random(20261122)  # noqa: S311 - nothing secret depends on it
    means = sorted(average(draw.choices(values, k=len(values))) for _ in range(DRAWS))
    return means[int(0.025 * DRAWS)], means[int(0.975 * DRAWS)]
