"""The rules of a summary once more, one by one and slowly, straight from documents.

Shares nothing with the program but the vocabulary's file.
"""

import json
from typing import Any

from scipy.stats import binomtest, norm

from tests.insight.documents import PROJECT, Document, identify

PASSES = ["preparation", "answers", "technical", "soft-skills", "body-language"]
ALL_AREAS = [
    *PASSES,
    *("appearance", "application", "fit", "logistics", "mindset", "outside-control"),
]
KIND = dict.fromkeys(["recruiter", "interviewer"], "company") | dict.fromkeys(
    ["friend", "colleague", "coach"], "close"
)
WEIGHT = {"self": 1, "recruiter": 2, "interviewer": 2}
CLOSE_WEIGHT = 1.5
STAGES = [
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
]

WORDS = {
    entry["id"]: entry
    for entry in json.loads(
        (PROJECT / "src" / "reflect_journal" / "model" / "weak_spots.json").read_text(
            encoding="utf-8"
        )
    )
}


def compute_summary(documents: list[Document]) -> Document:
    journal = sorted(identify(documents), key=find_time)
    entries = [entry for _, entry in journal]
    written = [entry for entry in entries if entry.get("form") != "facts"]
    spots = {one["weak_spot"] for entry in entries for one in get_sightings(entry)}
    strengths = {
        one["strength"] for entry in entries for one in entry.get("strengths", [])
    }
    outside = {
        spot
        for spot in spots - {"no-reason-given"}
        if find_changeable(spot, entries) == "not-at-all"
    }
    return {
        "reflections": len(entries),
        "facts_only": len(entries) - len(written),
        "enough": len(written) >= 3,
        "weak_spots": rank(
            [describe_spot(spot, entries) for spot in spots],
            {spot: weigh(spot, entries, "sightings", "weak_spot") for spot in spots},
        ),
        "strengths": rank(
            [describe_strength(one, entries, len(written)) for one in strengths],
            {one: weigh(one, entries, "strengths", "strength") for one in strengths},
        ),
        "outside_control": count_naming(outside, written),
        "no_reason": count_naming({"no-reason-given"}, written),
        "balance": {
            balance: sum(
                one.get("balance") == balance
                for entry in entries
                for one in entry.get("rounds", [])
            )
            for balance in ("too-technical", "right", "too-little-technical")
        },
        "stages": [
            {"stage": stage, "ended_here": ended}
            for stage in STAGES
            if (
                ended := sum(
                    entry.get("stage_reached") == stage
                    and entry.get("decided_by") != "me"
                    for entry in entries
                )
            )
        ],
        "fit": {
            side: {
                "wanted": sum(rating >= 4 for rating in list_fit(entries, side)),
                "of": len(list_fit(entries, side)),
            }
            for side in ("role", "culture")
        },
        "plans": {
            "made": len(list_plans(entries)),
            "tried": len(list_tried(entries)),
            "helped": sum(one.get("helped") == "yes" for one in list_tried(entries)),
        },
    }


def list_fit(entries: list[Document], side: str) -> list[int]:
    return [entry["fit"][side] for entry in entries if side in entry.get("fit", {})]


def list_plans(entries: list[Document]) -> list[Document]:
    plans = [entry.get("plan", {}) for entry in entries]
    return [plan for plan in plans if plan.get("action")]


def list_tried(entries: list[Document]) -> list[Document]:
    return [one for one in list_plans(entries) if one.get("tried") in ("yes", "partly")]


def group_by_stage(entries: list[Document]) -> list[Document]:
    groups = []
    for stage in STAGES:
        there = [
            entry
            for entry in entries
            if stage == entry.get("stage_reached")
            or stage in [one["stage"] for one in entry.get("rounds", [])]
        ]
        ended = sum(
            entry.get("stage_reached") == stage and entry.get("decided_by") != "me"
            for entry in entries
        )
        enough = len(there) >= 3
        if there:
            groups.append(
                {
                    "stage": stage,
                    "reached": len(there),
                    "ended_here": ended,
                    "rate": ended / len(there) if enough else None,
                    "interval": wilson(ended, len(there), 0.95) if enough else None,
                }
            )
    return groups


def group_by_month(entries: list[Document]) -> list[Document]:
    groups = []
    for month in sorted({entry["rejected_on"][:7] for entry in entries}):
        then = [one for one in entries if one["rejected_on"].startswith(month)]
        named = [
            {one["weak_spot"] for one in entry.get("sightings", [])} for entry in then
        ]
        counts = {
            spot: sum(spot in one for one in named) for spot in set().union(*named)
        }
        groups.append(
            {
                "month": month,
                "reflections": len(then),
                "rounds": sum(len(one.get("rounds", [])) for one in then),
                "weak_spots": [
                    {
                        "id": spot,
                        "label": WORDS.get(spot, {}).get("label", spot),
                        "seen_in": counts[spot],
                    }
                    for spot in sorted(counts, key=lambda one: (-counts[one], one))
                ],
            }
        )
    return groups


def list_disputed(entries: list[Document]) -> list[Document]:
    areas = list(dict.fromkeys(word["area"] for word in WORDS.values()))
    found = {}
    for area in areas:
        both = different = 0
        for entry in entries:
            own = [
                review["rating"]
                for one in entry.get("rounds", [])
                for name, review in one.get("areas", {}).items()
                if name == area and "rating" in review
            ]
            against = name_others(entry, "sightings", "weak_spot", area)
            in_favour = name_others(entry, "strengths", "strength", area)
            if own and (against or in_favour):
                both += 1
                praised = any(rating in (4, 5) for rating in own)
                doubted = any(rating in (1, 2) for rating in own)
                different += (praised and against) or (
                    doubted and in_favour and not against
                )
        if both:
            found[area] = {"area": area, "of": both, "count": different}
    return [found[area] for area in ALL_AREAS if area in found]


def name_others(entry: Document, key: str, name: str, area: str) -> bool:
    return any(
        one.get("by", "self") != "self" and WORDS.get(one[name], {}).get("area") == area
        for one in entry.get(key, [])
    )


def find_time(one: tuple[str, Document]) -> tuple[str, str]:
    held = [each["held_on"] for each in one[1].get("rounds", []) if "held_on" in each]
    return (max(held) if held else one[1]["rejected_on"], one[0])


def get_sightings(entry: Document) -> list[Document]:
    found: list[Document] = entry.get("sightings", [])
    return found


def is_looked_at(entry: Document, area: str | None) -> bool:
    if entry.get("form") == "facts":
        return False
    if area not in PASSES:
        return True
    named = [
        (name, review)
        for one in entry.get("rounds", [])
        for name, review in one.get("areas", {}).items()
        if name in PASSES
    ]
    if named:
        return any(name == area and "rating" in review for name, review in named)
    return entry.get("stage_reached") != "applied"


def find_changeable(spot: str, entries: list[Document]) -> str | None:
    changeable = WORDS[spot]["changeable"] if spot in WORDS else None
    for entry in entries:
        for one in get_sightings(entry):
            if one["weak_spot"] == spot and one.get("changeable") in (
                "soon",
                "slowly",
                "not-at-all",
            ):
                changeable = one["changeable"]
    return changeable


def name_sources(word: str, entry: Document, key: str, name: str) -> set[str]:
    return {one.get("by", "self") for one in entry.get(key, []) if one[name] == word}


def weigh(word: str, entries: list[Document], key: str, name: str) -> Any:
    weight, last = 0.0, ""
    for entry in entries:
        sources = name_sources(word, entry, key, name)
        if sources:
            weight += max(weigh_source(source) for source in sources)
            last = max(last, entry["rejected_on"])
    return weight, last


def weigh_source(source: str) -> float:
    return WEIGHT.get(source, CLOSE_WEIGHT if source in KIND else 1)


def rank(found: list[Document], weights: dict[str, Any]) -> list[Document]:
    by_id = sorted(found, key=lambda one: str(one["id"]))
    by_day = sorted(by_id, key=lambda one: str(weights[one["id"]][1]), reverse=True)
    return sorted(by_day, key=lambda one: float(weights[one["id"]][0]), reverse=True)


def count_naming(spots: set[str], written: list[Document]) -> Document:
    seen = [
        any(one["weak_spot"] in spots for one in get_sightings(entry))
        for entry in written
    ]
    return {"seen_in": sum(seen), "of": len(seen)}


def count_sources(word: str, entries: list[Document], key: str, name: str) -> Document:
    counts: dict[str, int] = {}
    for entry in entries:
        for source in name_sources(word, entry, key, name):
            counts[source] = counts.get(source, 0) + 1
    return counts


def wilson(seen: int, of: int, confidence: float) -> list[float]:
    interval = binomtest(seen, of).proportion_ci(confidence, method="wilson")
    return [float(interval.low), float(interval.high)]


def find_trend(recent: list[bool], earlier: list[bool]) -> str:
    if sum(recent) + sum(earlier) < 3 or len(earlier) < 5:
        return "too-few"
    confidence = float(norm.cdf(2.5758293035489004) * 2 - 1)
    _, high = wilson(sum(recent), len(recent), confidence)
    low, _ = wilson(sum(earlier), len(earlier), confidence)
    now, before = sum(recent) / len(recent), sum(earlier) / len(earlier)
    upper = now - before + ((high - now) ** 2 + (before - low) ** 2) ** 0.5
    return "easing" if upper < 0 else "no-clear-change"


def describe_spot(spot: str, entries: list[Document]) -> Document:
    word = WORDS.get(spot, {})
    area = word.get("area")
    named = [
        bool(name_sources(spot, entry, "sightings", "weak_spot")) for entry in entries
    ]
    looked = [is_looked_at(entry, area) for entry in entries]
    seen = [name for name, look in zip(named, looked, strict=True) if look]
    also = sum(named) - sum(seen)
    recent, earlier = seen[-5:], seen[:-5]
    sources = count_sources(spot, entries, "sightings", "weak_spot")
    kinds = {KIND.get(source, source) for source in sources}
    changeable = find_changeable(spot, entries)
    days = [
        entry["rejected_on"] for entry, name in zip(entries, named, strict=True) if name
    ]
    if sum(named) == 1:
        verdict = "anecdote"
    elif sum(named) >= 3 and sum(named) / (len(seen) + also) >= 1 / 5:
        verdict = "pattern"
    else:
        verdict = "lead"
    if len(kinds) >= 2:
        agreement = "common-ground"
    else:
        agreement = "my-guess" if "self" in kinds else "blind-spot"
    return {
        "id": spot,
        "label": word.get("label", spot),
        "area": area,
        "changeable": changeable,
        "seen_in": sum(seen),
        "looked_at_in": len(seen),
        "also_named_in": also,
        "rate": sum(seen) / len(seen) if seen else None,
        "interval": wilson(sum(seen), len(seen), 0.95) if seen else None,
        "verdict": verdict,
        "trend": find_trend(recent, earlier),
        "recent": {"seen_in": sum(recent), "looked_at_in": len(recent)},
        "earlier": {"seen_in": sum(earlier), "looked_at_in": len(earlier)},
        "lately": any(recent) if seen else True,
        "agreement": agreement,
        "sources": sources,
        "weight": weigh(spot, entries, "sightings", "weak_spot")[0],
        "first_seen_on": min(days),
        "last_seen_on": max(days),
        "exercise": None if changeable == "not-at-all" else word.get("exercise"),
    }


def describe_strength(strength: str, entries: list[Document], written: int) -> Document:
    word = WORDS.get(strength, {})
    return {
        "id": strength,
        "label": word.get("label", strength),
        "area": word.get("area"),
        "seen_in": sum(
            bool(name_sources(strength, entry, "strengths", "strength"))
            for entry in entries
            if entry.get("form") != "facts"
        ),
        "looked_at_in": written,
        "sources": count_sources(strength, entries, "strengths", "strength"),
    }
