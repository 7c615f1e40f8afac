"""Invented reflections of about 4 KB, always the same ones for the same seed."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate
from random import Random
from typing import Any, Final

from bench import words
from reflect_journal.model.terms import PASSES, SOURCES, STAGES
from reflect_journal.model.vocabulary import load_built_in

SEED: Final = 20261120
FIRST_DAY: Final = date(2016, 1, 1)
DAYS: Final = 3600
BALANCES: Final = ("too-technical", "right", "too-little-technical")
ACCENTED_SHARE: Final = 0.02
"""Of all sentences; about half of all reflections are plain ASCII then."""
RARE_SHARE: Final = 0.02
"""Of all reflections."""
SELF_SHARE: Final = 0.6


def invent_reflections(count: int) -> Iterator[dict[str, Any]]:
    """Invent so many documents, in the order in which they were written."""
    author = Author(Random(SEED))  # noqa: S311 - the same texts every time
    for number in range(count):
        day = FIRST_DAY + timedelta(number * DAYS // count)
        yield author.reflect(day)


class Author:
    """Somebody with many rejections and some habits."""

    def __init__(self, random: Random) -> None:
        self._random = random
        vocabulary = load_built_in()
        self._spots = tuple(vocabulary.weak_spots)
        self._strengths = tuple(vocabulary.strengths)

    def reflect(self, day: date) -> dict[str, Any]:
        """Write one reflection about a rejection on this day."""
        random = self._random
        company = f"{_pick(random, words.COMPANY_NAMES)} {self._pick_kind()}"
        stage = _pick(random, STAGES)
        moment = self._write(4)
        if random.random() < RARE_SHARE:
            moment = f"{moment} {words.RARE}"
        spots = self._name(self._spots)
        return {
            "form": "full",
            "company": company,
            "role": _pick(random, words.ROLES),
            "rejected_on": day.isoformat(),
            "stage_reached": stage,
            "decided_by": "company",
            "heard_by": "email",
            "their_words": self._write(2),
            "sting": random.randint(1, 5),
            "feeling": "flat",
            "what_worked": self._write(3),
            "moment": moment,
            "rounds": [self._recall_round(stage, day - timedelta(7))],
            "sightings": [
                {"weak_spot": spot, "by": by, "basis": "seen"} for spot, by in spots
            ],
            "strengths": [
                {"strength": strength, "by": by, "basis": "said"}
                for strength, by in self._name(self._strengths)
            ],
            "fit": {"role": random.randint(1, 5), "note": self._write(1)},
            "friend_words": self._write(2),
            "lesson": self._write(1),
            "plan": {
                "cue": "they ask for an example",
                "action": "say the result first, then two steps",
                "weak_spot": spots[0][0],
            },
            "tags": random.sample(words.TAGS, 2),
        }

    def _recall_round(self, stage: str, day: date) -> dict[str, Any]:
        random = self._random
        return {
            "stage": stage,
            "held_on": day.isoformat(),
            "format": "mixed",
            "balance": _pick(random, BALANCES),
            "note": self._write(2),
            "areas": {
                area: {"rating": random.randint(1, 5), "next_time": self._write(1)}
                for area in random.sample(PASSES, 3)
            },
            "questions": [
                {
                    "asked": self._write(1),
                    "my_answer": self._write(2),
                    "went": "rough",
                    "next_time": self._write(1),
                }
                for _ in range(2)
            ],
        }

    def _name(self, ids: Sequence[str]) -> list[tuple[str, str]]:
        """Name one to three words and who saw them, some far more often than others."""
        random = self._random
        weights = list(accumulate(1 / rank for rank in range(1, len(ids) + 1)))
        named = random.choices(ids, cum_weights=weights, k=random.randint(1, 3))
        return [
            (one, "self" if random.random() < SELF_SHARE else _pick(random, SOURCES))
            for one in dict.fromkeys(named)
        ]

    def _pick_kind(self) -> str:
        return _pick(self._random, words.COMPANY_KINDS)

    def _write(self, sentences: int) -> str:
        return " ".join(self._write_sentence() for _ in range(sentences))

    def _write_sentence(self) -> str:
        random = self._random
        if random.random() < ACCENTED_SHARE:
            return _pick(random, words.ACCENTED)
        parts = (words.BEGINNINGS, words.MIDDLES, words.ENDS)
        return " ".join(_pick(random, part) for part in parts)


def _pick(random: Random, choices: Sequence[str]) -> str:
    # Several times quicker than `choice`, and 100,000 reflections are invented.
    return choices[int(random.random() * len(choices))]
