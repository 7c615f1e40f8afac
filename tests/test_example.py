"""The invented journal shows what months of entries can look like."""

import json
import math
from collections import Counter
from datetime import date
from importlib import resources
from typing import Any

import pytest

Document = dict[str, Any]

STAGES = {
    "applied",
    "recruiter-screen",
    "phone-interview",
    "video-interview",
    "technical-interview",
    "take-home",
    "presentation",
    "panel",
    "onsite",
    "final",
    "offer",
    "other",
}
PASSES = {"preparation", "answers", "technical", "soft-skills", "body-language"}
CHOICES = {
    "form": {"facts", "quick", "full"},
    "stage_reached": STAGES,
    "stage": STAGES,
    "decided_by": {"company", "me", "nobody", "role-closed"},
    "heard_by": {"email", "phone", "in-person", "portal", "silence", "other"},
    "format": {"chat", "fixed-questions", "task", "presentation", "mixed"},
    "balance": {"too-technical", "right", "too-little-technical"},
    "went": {"strong", "ok", "rough"},
    "depth": {"too-thin", "right", "too-long", "off-target"},
    "by": {"self", "recruiter", "interviewer", "friend", "colleague", "coach"},
    "basis": {"said", "seen", "guess"},
    "changeable": {"soon", "slowly", "not-at-all"},
    "tried": {"yes", "partly", "no"},
    "helped": {"yes", "unclear", "no"},
}
REFLECTION_KEYS = {
    *("form", "company", "role", "rejected_on", "stage_reached", "decided_by"),
    *("heard_by", "their_words", "sting", "feeling", "what_worked", "moment"),
    *("rounds", "sightings", "strengths", "fit", "friend_words", "lesson"),
    *("plan", "tags"),
}
ROUND_KEYS = {
    *("stage", "held_on", "format", "balance", "note", "areas", "questions"),
}
AREA_KEYS = {"rating", "went_well", "next_time", "note"}
QUESTION_KEYS = {
    *("asked", "meant", "my_answer", "went", "depth", "surprised", "next_time"),
}
SIGHTING_KEYS = {"weak_spot", "by", "basis", "stage", "note", "changeable"}
STRENGTH_KEYS = {"strength", "by", "basis", "stage", "note"}
PLAN_KEYS = {
    *("cue", "action", "weak_spot", "obstacle", "due_on", "tried", "helped"),
}

Z_AT_95_PERCENT = 1.959963984540054
Z_AT_99_PERCENT = 2.5758293035489004


def read_package_text(*path: str) -> str:
    place = resources.files("reflect_journal").joinpath(*path)
    return place.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def journal() -> list[Document]:
    lines = read_package_text("example", "reflections.jsonl").splitlines()
    return [json.loads(line) for line in lines]


@pytest.fixture(scope="module")
def vocabulary() -> dict[str, Document]:
    entries = json.loads(read_package_text("model", "weak_spots.json"))
    return {entry["id"]: entry for entry in entries}


def find_objects(value: object) -> list[Document]:
    """All JSON objects in a value, however deep."""
    if isinstance(value, list):
        return [found for item in value for found in find_objects(item)]
    if isinstance(value, dict):
        inner = [found for item in value.values() for found in find_objects(item)]
        return [value, *inner]
    return []


def find_strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return find_strings(list(value.values()))
    if isinstance(value, list):
        return [found for item in value for found in find_strings(item)]
    return []


def get_rounds(reflection: Document) -> list[Document]:
    rounds: list[Document] = reflection.get("rounds", [])
    return rounds


def get_sightings(reflection: Document) -> list[Document]:
    sightings: list[Document] = reflection.get("sightings", [])
    return sightings


def get_day(reflection: Document) -> str:
    held = [talk["held_on"] for talk in get_rounds(reflection) if "held_on" in talk]
    return max(held, default=str(reflection["rejected_on"]))


def is_looked_at(reflection: Document, area: str) -> bool:
    if reflection["form"] == "facts":
        return False
    if area not in PASSES:
        return True
    reviews = [talk.get("areas", {}) for talk in get_rounds(reflection)]
    if any("rating" in areas.get(area, {}) for areas in reviews):
        return True
    named = any(PASSES & areas.keys() for areas in reviews)
    return not named and reflection["stage_reached"] != "applied"


def is_seen(reflection: Document, weak_spot: str) -> bool:
    return any(
        sighting["weak_spot"] == weak_spot for sighting in get_sightings(reflection)
    )


def find_sources(journal: list[Document]) -> dict[str, set[str]]:
    sources: dict[str, set[str]] = {}
    for reflection in journal:
        for sighting in get_sightings(reflection):
            sources.setdefault(sighting["weak_spot"], set()).add(sighting["by"])
    return sources


def split_by_time(
    journal: list[Document], area: str
) -> tuple[list[Document], list[Document]]:
    """The looked-at reflections before the last five, and the last five."""
    looked_at = sorted(
        (reflection for reflection in journal if is_looked_at(reflection, area)),
        key=get_day,
    )
    return looked_at[:-5], looked_at[-5:]


def compute_wilson(seen_in: int, looked_at_in: int, z: float) -> tuple[float, float]:
    share = seen_in / looked_at_in
    middle = share + z * z / (2 * looked_at_in)
    reach = z * math.sqrt(
        share * (1 - share) / looked_at_in + (z / (2 * looked_at_in)) ** 2
    )
    scale = 1 + z * z / looked_at_in
    return (middle - reach) / scale, (middle + reach) / scale


def compute_newcombe(
    first: tuple[int, int], second: tuple[int, int], z: float
) -> tuple[float, float]:
    """The interval of the first share minus the second, by Newcombe's method 10."""
    first_low, first_high = compute_wilson(*first, z)
    second_low, second_high = compute_wilson(*second, z)
    first_share = first[0] / first[1]
    second_share = second[0] / second[1]
    difference = first_share - second_share
    return (
        difference - math.hypot(first_share - first_low, second_high - second_share),
        difference + math.hypot(first_high - first_share, second_share - second_low),
    )


def find_easing(journal: list[Document], vocabulary: dict[str, Document]) -> set[str]:
    easing = set()
    for weak_spot in find_sources(journal):
        earlier, recent = split_by_time(journal, vocabulary[weak_spot]["area"])
        seen_earlier = sum(is_seen(reflection, weak_spot) for reflection in earlier)
        seen_recently = sum(is_seen(reflection, weak_spot) for reflection in recent)
        if seen_earlier + seen_recently < 3 or len(earlier) < 5:
            continue
        _, upper_end = compute_newcombe(
            (seen_recently, len(recent)),
            (seen_earlier, len(earlier)),
            Z_AT_99_PERCENT,
        )
        if upper_end < 0:
            easing.add(weak_spot)
    return easing


def test_the_vocabulary_has_sixty_one_weak_spots_and_twenty_two_strengths(
    vocabulary: dict[str, Document],
) -> None:
    kinds = Counter(entry["kind"] for entry in vocabulary.values())
    assert kinds == {"weakness": 61, "strength": 22}
    for entry in vocabulary.values():
        assert entry["evidence"]
        if entry["kind"] == "strength":
            assert entry["keep"]
        elif entry["changeable"] == "not-at-all":
            assert entry["closing"]
            assert "exercise" not in entry
        else:
            assert entry["exercise"]


def test_the_vocabulary_is_written_so_that_a_change_shows_as_its_own_line() -> None:
    text = read_package_text("model", "weak_spots.json")
    tidy = json.dumps(json.loads(text), ensure_ascii=False, indent=2)
    assert tidy + "\n" == text


def test_every_document_uses_only_known_keys(journal: list[Document]) -> None:
    for reflection in journal:
        assert reflection.keys() <= REFLECTION_KEYS
        assert {"company", "rejected_on"} <= reflection.keys()
        assert reflection.get("plan", {}).keys() <= PLAN_KEYS
        assert reflection.get("fit", {}).keys() <= {"role", "culture", "note"}
        for talk in get_rounds(reflection):
            assert talk.keys() <= ROUND_KEYS
            assert "stage" in talk
            assert talk.get("areas", {}).keys() <= PASSES
            for review in talk.get("areas", {}).values():
                assert review.keys() <= AREA_KEYS
            for question in talk.get("questions", []):
                assert question.keys() <= QUESTION_KEYS
        for sighting in get_sightings(reflection):
            assert sighting.keys() <= SIGHTING_KEYS
        for strength in reflection.get("strengths", []):
            assert strength.keys() <= STRENGTH_KEYS


def test_every_choice_is_one_of_those_that_exist(journal: list[Document]) -> None:
    for found in find_objects(journal):
        for key in CHOICES.keys() & found.keys():
            assert found[key] in CHOICES[key]


def test_every_number_lies_between_one_and_five(journal: list[Document]) -> None:
    numbers = [
        value
        for found in find_objects(journal)
        for value in found.values()
        if type(value) is int
    ]
    assert numbers
    assert set(numbers) <= {1, 2, 3, 4, 5}


def test_every_weak_spot_and_strength_is_in_the_vocabulary(
    journal: list[Document], vocabulary: dict[str, Document]
) -> None:
    for found in find_objects(journal):
        if "weak_spot" in found:
            assert vocabulary[found["weak_spot"]]["kind"] == "weakness"
        if "strength" in found:
            assert vocabulary[found["strength"]]["kind"] == "strength"


def test_nobody_can_mistake_it_for_a_real_journal(journal: list[Document]) -> None:
    for reflection in journal:
        assert "example" in reflection["tags"]
        assert "id" not in reflection
    assert "Everything in `reflections.jsonl` is made up" in read_package_text(
        "example", "README.md"
    )


def test_it_runs_from_february_to_november_in_order(journal: list[Document]) -> None:
    days = [reflection["rejected_on"] for reflection in journal]
    assert len(days) == 14
    assert sorted(set(days)) == days
    assert days[0].startswith("2026-02")
    assert days[-1] == "2026-11-20"
    assert [get_day(reflection) for reflection in journal] == sorted(
        get_day(reflection) for reflection in journal
    )
    for reflection in journal:
        for talk in get_rounds(reflection):
            if "held_on" in talk:
                held_on = date.fromisoformat(talk["held_on"])
                assert held_on <= date.fromisoformat(reflection["rejected_on"])


def test_every_text_is_written_once_and_not_left_empty(
    journal: list[Document],
) -> None:
    texts = [text for text in find_strings(journal) if " " in text]
    roles = {reflection["role"] for reflection in journal}
    tags = {tag for reflection in journal for tag in reflection["tags"]}
    counted = Counter(text for text in texts if text not in roles | tags)
    assert [text for text, times in counted.items() if times > 1] == []
    assert "" not in find_strings(journal)


def test_exactly_one_weak_spot_eases(
    journal: list[Document], vocabulary: dict[str, Document]
) -> None:
    earlier, recent = split_by_time(journal, "answers")
    seen_earlier = sum(is_seen(entry, "rambling-answers") for entry in earlier)
    seen_recently = sum(is_seen(entry, "rambling-answers") for entry in recent)
    assert (seen_earlier, len(earlier)) == (7, 7)
    assert (seen_recently, len(recent)) == (1, 5)
    assert {"rambling-answers"} == find_easing(journal, vocabulary)


def test_the_interval_of_a_difference_is_the_published_one() -> None:
    # Newcombe, Statistics in Medicine 17 (1998), table II, example (a), method 10.
    low, high = compute_newcombe((56, 70), (48, 80), Z_AT_95_PERCENT)
    assert (round(low, 4), round(high, 4)) == (0.0524, 0.3339)


def test_one_weak_spot_was_seen_only_by_others(journal: list[Document]) -> None:
    assert find_sources(journal)["impact-unclear"] == {"recruiter", "interviewer"}
    seen = sum(is_seen(reflection, "impact-unclear") for reflection in journal)
    assert seen == 3


def test_one_weak_spot_is_common_ground_of_all_three_kinds_of_source(
    journal: list[Document],
) -> None:
    sources = find_sources(journal)["rambling-answers"]
    assert {"self", "recruiter", "interviewer", "friend"} == sources


def test_one_weak_spot_keeps_coming_back_until_lately(
    journal: list[Document],
) -> None:
    earlier, recent = split_by_time(journal, "technical")
    seen_earlier = sum(is_seen(entry, "no-clarifying-questions") for entry in earlier)
    seen_recently = sum(is_seen(entry, "no-clarifying-questions") for entry in recent)
    assert seen_earlier + seen_recently >= 3
    assert 5 * (seen_earlier + seen_recently) >= len(earlier) + len(recent)
    assert (seen_earlier, seen_recently) == (2, 2)


def test_several_rejections_gave_no_reason(journal: list[Document]) -> None:
    unexplained = [
        sighting
        for reflection in journal
        for sighting in get_sightings(reflection)
        if sighting["weak_spot"] == "no-reason-given"
    ]
    assert len(unexplained) >= 3
    for sighting in unexplained:
        assert (sighting["by"], sighting["basis"]) == ("self", "said")


def test_it_holds_the_short_forms_and_the_endings_that_are_no_plain_no(
    journal: list[Document],
) -> None:
    forms = Counter(reflection["form"] for reflection in journal)
    assert forms == {"full": 11, "quick": 2, "facts": 1}
    endings = Counter(reflection.get("decided_by", "company") for reflection in journal)
    assert endings == {"company": 11, "me": 1, "nobody": 1, "role-closed": 1}
    stages = Counter(reflection["stage_reached"] for reflection in journal)
    assert stages["applied"] == 1
    assert len(stages) >= 8
    assert [
        reflection["heard_by"]
        for reflection in journal
        if reflection.get("decided_by") == "nobody"
    ] == ["silence"]


def test_short_forms_hold_no_more_than_they_ask(journal: list[Document]) -> None:
    for reflection in journal:
        if reflection["form"] == "full":
            continue
        assert "plan" not in reflection
        assert "fit" not in reflection
        assert all("areas" not in talk for talk in get_rounds(reflection))
        if reflection["form"] == "facts":
            assert get_sightings(reflection) == []


def test_only_the_newest_plan_is_open(journal: list[Document]) -> None:
    plans = [reflection["plan"] for reflection in journal if "plan" in reflection]
    *older, newest = plans
    assert len(older) >= 5
    assert "plan" in journal[-1]
    assert "tried" not in newest
    assert {plan["tried"] for plan in older} == {"yes", "partly", "no"}
    assert {plan["helped"] for plan in older if "helped" in plan} == {
        "yes",
        "unclear",
        "no",
    }
    for plan in older:
        assert ("helped" in plan) == (plan["tried"] != "no")


def test_it_hurts_between_hardly_and_a_lot_and_once_a_lot(
    journal: list[Document],
) -> None:
    stings = Counter(reflection["sting"] for reflection in journal)
    assert set(stings) == {1, 2, 3, 4, 5}
    assert stings[5] == 1


def test_strengths_were_seen_by_several_sources(journal: list[Document]) -> None:
    sources = Counter(
        strength["by"]
        for reflection in journal
        for strength in reflection.get("strengths", [])
    )
    assert {"self", "recruiter", "interviewer", "friend", "colleague"} == set(sources)


def test_the_person_sorts_some_weak_spots_otherwise_than_the_vocabulary(
    journal: list[Document], vocabulary: dict[str, Document]
) -> None:
    own_sorting = {
        sighting["weak_spot"]: sighting["changeable"]
        for reflection in journal
        for sighting in get_sightings(reflection)
        if "changeable" in sighting
    }
    assert own_sorting == {
        "experience-gap": "not-at-all",
        "pay-mismatch": "not-at-all",
        "visible-nerves": "soon",
    }
    for weak_spot, changeable in own_sorting.items():
        assert vocabulary[weak_spot]["changeable"] != changeable


def test_talks_were_gone_into(journal: list[Document]) -> None:
    reviews = [
        review
        for reflection in journal
        for talk in get_rounds(reflection)
        for review in talk.get("areas", {}).values()
    ]
    assert sum("went_well" in review for review in reviews) >= 4
    assert sum("next_time" in review for review in reviews) >= 8
    assert {} in reviews
    questions = [
        question
        for reflection in journal
        for talk in get_rounds(reflection)
        for question in talk.get("questions", [])
    ]
    assert len(questions) >= 5
    assert {"too-thin", "too-long", "off-target"} <= {
        question.get("depth") for question in questions
    }
    assert any(question.get("surprised") for question in questions)


def test_full_entries_hold_days_fit_and_a_friends_words(
    journal: list[Document],
) -> None:
    for reflection in journal:
        if reflection["form"] != "full":
            continue
        assert reflection["friend_words"]
        assert reflection["fit"]
        assert all("held_on" in talk for talk in get_rounds(reflection))
