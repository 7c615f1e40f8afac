"""How answers that need more than a path are put into the document, and found again."""

from typing import Any

from reflect_journal.interview.kinds import CANNOT_TELL, OTHER
from reflect_journal.interview.question import Document, Recall, Situation, Store
from reflect_journal.model.paths import find_at, parse_path, put_at
from reflect_journal.model.terms import NO_REASON_GIVEN, STAGES

MAIN_ROUND = 0
"""While an interview runs the talk it is about stands first; see `arrange_rounds`."""


def store_sting(document: Document, answer: Any, _: Situation) -> None:
    """Part the number from the feeling."""
    if answer["sting"]:
        document["sting"] = answer["sting"]
    if answer["feeling"]:
        document["feeling"] = answer["feeling"]


def recall_sting(document: Document) -> Any:
    """Find number and feeling."""
    if not document.get("sting"):
        return None
    return {"sting": document["sting"], "feeling": document.get("feeling", "")}


def store_ending(document: Document, answer: str, _: Situation) -> None:
    """Part how it was heard from who decided."""
    deciders = {"silence": "nobody", "role-closed": "role-closed", "me": "me"}
    document["decided_by"] = deciders.get(answer, "company")
    if answer not in {"role-closed", "me"}:
        document["heard_by"] = answer


def recall_ending(document: Document) -> Any:
    """Find how it ended."""
    decided = document.get("decided_by")
    if decided in {"role-closed", "me"}:
        return decided
    return document.get("heard_by")


def store_strengths(
    document: Document, answer: list[str], situation: Situation
) -> None:
    """Note the strengths as the person's own view."""
    basis = "seen" if situation.has("what_worked") else "guess"
    strengths = document.setdefault("strengths", [])
    for strength in answer:
        if not _has(strengths, "strength", strength, "self"):
            strengths.append({"strength": strength, "by": "self", "basis": basis})


def recall_strengths(document: Document) -> Any:
    """Find the strengths that the person named."""
    named = [
        one["strength"]
        for one in document.get("strengths", [])
        if one.get("by", "self") == "self"
    ]
    return named or None


def store_depth(document: Document, answer: str, _: Situation) -> None:
    """Note the depth of the answer, or that the question came by surprise."""
    if answer == "surprised":
        put_at(document, parse_path("rounds[0].questions[0].surprised"), True)  # noqa: FBT003
    else:
        put_at(document, parse_path("rounds[0].questions[0].depth"), answer)


def recall_depth(document: Document) -> Any:
    """Find what was noted about the answer."""
    asked = find_at(document, parse_path("rounds[0].questions[0]")) or {}
    return "surprised" if asked.get("surprised") else asked.get("depth")


def rate(area: str) -> Store:
    """Note the rating of an area; "cannot tell" names it without a rating."""

    def store(document: Document, answer: Any, _: Situation) -> None:
        path = parse_path(f"rounds[0].areas.{area}")
        review = dict(find_at(document, path) or {})
        if answer != CANNOT_TELL:
            review["rating"] = int(answer)
        put_at(document, path, review)

    return store


def recall_rating(area: str) -> Recall:
    """Find the rating of an area, ? where it was named without one."""

    def recall(document: Document) -> Any:
        review = find_at(document, parse_path(f"rounds[0].areas.{area}"))
        return None if review is None else review.get("rating", CANNOT_TELL)

    return recall


def store_fit(part: str) -> Store:
    """Note one half of the fit; "cannot tell" notes nothing."""

    def store(document: Document, answer: Any, _: Situation) -> None:
        if answer != CANNOT_TELL:
            put_at(document, ("fit", part), answer)

    return store


def store_spots(document: Document, answer: list[str], situation: Situation) -> None:
    """Note weak spots as the person's own view."""
    basis = "seen" if situation.has("moment") else "guess"
    for spot in answer:
        if spot != OTHER:
            add_sighting(document, spot, "self", basis)


def store_their_spots(
    document: Document, answer: list[str], situation: Situation
) -> None:
    """Note weak spots that somebody's words name; they stay that person's."""
    speaker = situation.get("speaker") or "recruiter"
    for spot in answer:
        add_sighting(document, spot, speaker, "said")


def store_reason(document: Document, answer: str, _: Situation) -> None:
    """Note that no reason was given."""
    if answer == "no":
        add_sighting(document, NO_REASON_GIVEN, "self", "said")


def recall_reason(document: Document) -> Any:
    """Find whether a reason was given, where that was said."""
    for sighting in document.get("sightings", []):
        if sighting["weak_spot"] == NO_REASON_GIVEN:
            return "no"
        if sighting.get("by") in {"recruiter", "interviewer"}:
            return "yes"
    return None


def store_few_words(document: Document, answer: str, situation: Situation) -> None:
    """Take a lone n as "no reason given", all else as their words."""
    if answer.lower() in {"n", "no"}:
        store_reason(document, "no", situation)
    else:
        document["their_words"] = answer


def store_sorting(document: Document, answer: dict[str, str], _: Situation) -> None:
    """Note the person's own sorting, where it differs."""
    for sighting in document.get("sightings", []):
        if sighting["weak_spot"] in answer:
            sighting["changeable"] = answer[sighting["weak_spot"]]


def store_round_note(stage: str) -> Store:
    """Note a line about an earlier round."""

    def store(document: Document, answer: str, _: Situation) -> None:
        for one in document.get("rounds", [])[MAIN_ROUND + 1 :]:
            if one["stage"] == stage:
                one["note"] = answer
                return
        document.setdefault("rounds", [{}]).append({"stage": stage, "note": answer})

    return store


def store_plan_spot(document: Document, spot: str) -> None:
    """Note which weak spot a plan is for."""
    if document.get("plan"):
        document["plan"].setdefault("weak_spot", spot)


def add_sighting(document: Document, spot: str, by: str, basis: str) -> None:
    """Add a sighting, with the stage reached, unless the same person saw it already."""
    sightings = document.setdefault("sightings", [])
    if _has(sightings, "weak_spot", spot, by):
        return
    sighting = {"weak_spot": spot, "by": by, "basis": basis}
    if document.get("stage_reached"):
        sighting["stage"] = document["stage_reached"]
    sightings.append(sighting)


def _has(entries: list[dict[str, Any]], key: str, value: str, by: str) -> bool:
    return any(one[key] == value and one.get("by", "self") == by for one in entries)


def bring_main_round_forward(document: Document) -> None:
    """Put the round of the stage reached first, for the time of an interview."""
    rounds = document.get("rounds", [])
    reached = document.get("stage_reached")
    at = next((at for at, one in enumerate(rounds) if one.get("stage") == reached), 0)
    if rounds:
        rounds.insert(MAIN_ROUND, rounds.pop(at))


def arrange_rounds(document: Document) -> None:
    """Put the earlier rounds before the talk it is about; drop an empty list."""
    rounds = document.get("rounds", [])
    if not rounds:
        document.pop("rounds", None)
        return
    main, *others = rounds
    main.setdefault("stage", document.get("stage_reached") or "other")
    order = {stage: at for at, stage in enumerate(STAGES)}
    others.sort(key=lambda one: order.get(one.get("stage", ""), len(order)))
    document["rounds"] = [*others, {"stage": main["stage"], **main}]
