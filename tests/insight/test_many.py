"""Thousands of reflections give what is counted by hand, to the last one."""

import random
from typing import Any

import pytest

from tests.insight import naive
from tests.insight.documents import SPOTS, STRENGTHS, Document, sum_up, write
from tests.insight.test_summary import approximately
from tests.insight.test_views import count, count_by_hand

MANY = 3_000
STAGES = ("applied", "panel", "technical-interview", "final", "a-newer-stage")
BYS = ("self", "self", "recruiter", "friend")


def invent(day: int, chance: random.Random) -> Document:
    def draw(words: tuple[str, ...], key: str) -> list[Document]:
        names = chance.sample(words, chance.randint(0, 2))
        return [{key: one, "by": chance.choice(BYS)} for one in names]

    areas = (
        {"answers": {"rating": chance.randint(1, 5)}} if chance.random() < 0.5 else {}
    )
    talk = {
        "stage": chance.choice(STAGES),
        "balance": chance.choice(("right", "too-technical")),
        "areas": areas,
    }
    more: Document = {"plan": {"action": "stop", "tried": "yes", "helped": "yes"}}
    return write(
        day % 1000,
        *draw(SPOTS, "weak_spot"),
        form=chance.choice(("full", "full", "quick", "facts")),
        stage_reached=chance.choice(STAGES),
        decided_by=chance.choice(("company", "me")),
        strengths=draw(STRENGTHS, "strength"),
        rounds=[talk] * chance.randint(0, 2),
        fit={"role": chance.randint(1, 5)},
        **(more if chance.random() < 0.3 else {}),
    )


@pytest.mark.uncounted
def test_thousands_of_reflections_give_what_is_counted_by_hand() -> None:
    chance = random.Random(14)  # noqa: S311 - the same journal every time
    documents = [invent(day, chance) for day in range(MANY)]
    expected: Any = naive.compute_summary(documents)
    assert approximately(expected) == sum_up(documents).to_json()
    assert expected["reflections"] == MANY
    assert expected["weak_spots"][0]["seen_in"] > 150
    assert count_by_hand(documents) == count(documents)
