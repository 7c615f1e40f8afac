"""Reflections for tests of insight: small documents, and all kinds of them."""

import json
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any, TypeAlias

from hypothesis import strategies as st

from reflect_journal.insight.summary import Summary, summarise
from reflect_journal.model.outline import outline_reflection
from reflect_journal.model.terms import AREAS, CHANGEABLES, SOURCES, STAGES
from reflect_journal.model.vocabulary import load_built_in

Document: TypeAlias = dict[str, Any]

PROJECT = Path(__file__).parents[2]
STORED = (
    PROJECT / "tests" / "data" / "cases.jsonl",
    PROJECT / "src" / "reflect_journal" / "example" / "reflections.jsonl",
)


def load_stored(path: Path) -> list[Document]:
    lines = path.read_text(encoding="utf-8").split("\n")
    return [json.loads(line) for line in lines if line]


def write(day: int, *sightings: str | Document, **fields: Any) -> Document:
    """A reflection of a day of 2026; a bare word was seen by the person."""
    return {
        "company": f"Company {day}",
        "rejected_on": (date(2026, 1, 1) + timedelta(days=day)).isoformat(),
        "sightings": [
            {"weak_spot": one} if isinstance(one, str) else one for one in sightings
        ],
        **fields,
    }


def see(weak_spot: str, by: str = "self", **fields: Any) -> Document:
    return {"weak_spot": weak_spot, "by": by, **fields}


def rate(**ratings: int | None) -> list[Document]:
    """Rounds of one panel, with ratings by area (`soft_skills=3`)."""
    areas = {
        area.replace("_", "-"): {} if rating is None else {"rating": rating}
        for area, rating in ratings.items()
    }
    return [{"stage": "panel", "areas": areas}]


def identify(documents: Iterable[Document]) -> list[tuple[str, Document]]:
    """Give each document an id, in the order in which they were saved."""
    return [(f"01J{place:023}", one) for place, one in enumerate(documents)]


def sum_up(documents: Iterable[Document]) -> Summary:
    outlines = [outline_reflection(*one) for one in identify(documents)]
    return summarise(outlines, load_built_in())


def maybe(values: Iterable[Any]) -> st.SearchStrategy[Any]:
    return st.sampled_from([None, *values])


SPOTS = (
    "rambling-answers",
    "little-company-research",
    "visible-nerves",
    "knowledge-gap",
    "pay-mismatch",
    "stronger-candidate",
    "no-reason-given",
    "a-forgotten-word",
)
STRENGTHS = ("solid-knowledge", "good-rapport", "a-forgotten-strength")

days = st.dates(date(2026, 1, 1), date(2026, 12, 31)).map(date.isoformat)


def _without_nothing(document: Document) -> Document:
    return {key: value for key, value in document.items() if value is not None}


sightings = st.fixed_dictionaries(
    {"weak_spot": st.sampled_from(SPOTS), "by": maybe((*SOURCES, "neighbour"))},
    optional={"changeable": maybe((*CHANGEABLES, "in-a-decade"))},
).map(_without_nothing)
strengths = st.fixed_dictionaries(
    {"strength": st.sampled_from(STRENGTHS), "by": maybe(SOURCES)}
).map(_without_nothing)
reviews = st.fixed_dictionaries({"rating": maybe(range(1, 6))}).map(_without_nothing)
rounds = st.fixed_dictionaries(
    {
        "stage": st.sampled_from(STAGES),
        "held_on": st.none() | days,
        "balance": maybe(("too-technical", "right", "too-little-technical")),
        "areas": st.dictionaries(st.sampled_from(AREAS), reviews, max_size=3),
    }
).map(_without_nothing)
documents = st.fixed_dictionaries(
    {
        "form": st.sampled_from([None, "full", "full", "quick", "facts"]),
        "company": st.just("Acre Systems"),
        "rejected_on": days,
        "stage_reached": maybe((*STAGES, "panel", "panel", "a-newer-stage")),
        "decided_by": maybe(("company", "me", "nobody")),
        "rounds": st.lists(rounds, max_size=2),
        "sightings": st.lists(sightings, max_size=4),
        "strengths": st.lists(strengths, max_size=2),
        "fit": maybe(({"role": 5}, {"role": 2, "culture": 4}, {"culture": 3})),
        "plan": maybe(
            (
                {"action": "stop"},
                {"action": "stop", "tried": "partly", "helped": "yes"},
                {"action": "stop", "tried": "yes", "helped": "no"},
                {"action": "stop", "tried": "no"},
                {"cue": "they ask"},
            )
        ),
    }
).map(_without_nothing)
journals = st.lists(documents, max_size=16)
