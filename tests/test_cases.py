"""Labelled cases become reflections that tests can be held against."""

import json
import subprocess
import sys
from collections import Counter
from datetime import date
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

PROJECT = Path(__file__).parents[1]

TWO_CASES = """\
{"id": "d007", "text": "Promises, naïve me.", "labels": ["bluffing"], \
"certainty": "medium", "source_type": "self", "stage": "pairing", "strengths": []}
{"id": "d052", "text": "Down to two.", "labels": ["stronger-candidate"], \
"certainty": "medium", "source_type": "recruiter", "stage": "last but one", \
"strengths": ["good-rapport"]}
"""
TWO_REFLECTIONS = """\
{"form": "full", "company": "Case d007", "rejected_on": "2026-02-19", \
"stage_reached": "technical-interview", "moment": "Promises, naïve me.", \
"sightings": [{"weak_spot": "bluffing", "by": "self", "basis": "guess", \
"stage": "technical-interview"}], "strengths": [], "tags": ["case"]}
{"form": "full", "company": "Case d052", "rejected_on": "2026-03-06", \
"stage_reached": "other", "their_words": "Down to two.", \
"sightings": [{"weak_spot": "stronger-candidate", "by": "recruiter", \
"basis": "said", "stage": "other"}], "strengths": [{"strength": "good-rapport", \
"by": "recruiter", "basis": "said", "stage": "other"}], "tags": ["case"]}
"""


def make_cases(cases: Path, into: Path) -> bytes:
    script = PROJECT / "scripts" / "make_cases.py"
    subprocess.run([sys.executable, script, cases, "--into", into], check=True)
    return into.read_bytes()


@pytest.fixture(scope="module")
def reflections() -> list[dict[str, Any]]:
    lines = (PROJECT / "tests" / "data" / "cases.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in lines.splitlines()]


def test_a_case_becomes_a_reflection(tmp_path: Path) -> None:
    cases = tmp_path / "two.jsonl"
    cases.write_text(TWO_CASES, encoding="utf-8")
    made = make_cases(cases, tmp_path / "reflections.jsonl")
    assert made.decode() == TWO_REFLECTIONS


def test_the_same_cases_make_the_same_bytes(tmp_path: Path) -> None:
    cases = tmp_path / "two.jsonl"
    cases.write_text(TWO_CASES, encoding="utf-8")
    first = make_cases(cases, tmp_path / "reflections.jsonl")
    assert first == make_cases(cases, tmp_path / "reflections.jsonl")


def test_forty_eight_cases_each_with_a_company_and_a_date_of_its_own(
    reflections: list[dict[str, Any]],
) -> None:
    assert len(reflections) == 48
    assert len({reflection["company"] for reflection in reflections}) == 48
    days = {date.fromisoformat(reflection["rejected_on"]) for reflection in reflections}
    assert len(days) == 48
    assert date(2026, 1, 1) <= min(days)
    assert max(days) < date(2026, 11, 1)
    assert len({day.month for day in days}) == 10


def test_cases_name_only_what_the_vocabulary_knows(
    reflections: list[dict[str, Any]],
) -> None:
    vocabulary = json.loads(
        resources.files("reflect_journal")
        .joinpath("model", "weak_spots.json")
        .read_text(encoding="utf-8")
    )
    kinds = {entry["id"]: entry["kind"] for entry in vocabulary}
    for reflection in reflections:
        assert reflection["sightings"]
        for sighting in reflection["sightings"]:
            assert kinds[sighting["weak_spot"]] == "weakness"
        for sighting in reflection["strengths"]:
            assert kinds[sighting["strength"]] == "strength"


def test_own_words_are_a_moment_and_those_of_others_are_theirs(
    reflections: list[dict[str, Any]],
) -> None:
    for reflection in reflections:
        sources = {sighting["by"] for sighting in reflection["sightings"]}
        bases = {sighting["basis"] for sighting in reflection["sightings"]}
        if "moment" in reflection:
            assert sources == {"self"}
            assert bases in ({"seen"}, {"guess"})
            assert "their_words" not in reflection
        else:
            assert sources < {"interviewer", "recruiter", "friend"}
            assert bases == {"said"}
            assert reflection["their_words"]


def test_cases_come_from_several_sources_and_stages(
    reflections: list[dict[str, Any]],
) -> None:
    sources = Counter(reflection["sightings"][0]["by"] for reflection in reflections)
    assert sources == {"self": 25, "interviewer": 17, "recruiter": 5, "friend": 1}
    assert {reflection["stage_reached"] for reflection in reflections} == {
        "final",
        "offer",
        "onsite",
        "other",
        "panel",
        "phone-interview",
        "presentation",
        "recruiter-screen",
        "technical-interview",
        "video-interview",
    }
