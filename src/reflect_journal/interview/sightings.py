"""How weak spots and strengths are put into the document, and found again."""

from typing import Any

from reflect_journal.interview.kinds import OTHER
from reflect_journal.interview.question import Document, Situation
from reflect_journal.model.terms import NO_REASON_GIVEN


def store_strengths(
    document: Document, answer: list[str] | None, situation: Situation
) -> None:
    """Note the strengths as the person's own view, in place of what that was."""
    basis = "seen" if situation.has("what_worked") else "guess"
    wanted = answer or []
    strengths = [
        one
        for one in _list(document, "strengths")
        if not _is_own(one) or one.get("strength") in wanted
    ]
    document["strengths"] = strengths
    for strength in wanted:
        if not _has(strengths, "strength", strength, "self"):
            strengths.append({"strength": strength, "by": "self", "basis": basis})


def recall_strengths(document: Document) -> list[str]:
    """Find the strengths that the person named."""
    named = [one for one in document.get("strengths", []) if _is_own(one)]
    return [one["strength"] for one in named]


def store_spots(document: Document, answer: list[str], situation: Situation) -> None:
    """Note weak spots as the person's own view."""
    basis = "seen" if situation.has("moment") else "guess"
    for spot in answer:
        if spot != OTHER:
            _add_sighting(document, spot, "self", basis)


def store_their_spots(
    document: Document, answer: list[str], situation: Situation
) -> None:
    """Note weak spots that somebody's words name; they stay that person's."""
    speaker = situation.get("speaker") or "recruiter"
    for spot in answer:
        _add_sighting(document, spot, speaker, "said")


def store_reason(document: Document, answer: str | None, _: Situation) -> None:
    """Note that no reason was given, or no longer."""
    if answer == "no":
        _add_sighting(document, NO_REASON_GIVEN, "self", "said")
    elif recall_reason(document) == "no":
        document["sightings"] = [
            one
            for one in _list(document, "sightings")
            if one.get("weak_spot") != NO_REASON_GIVEN
        ]


def recall_reason(document: Document) -> str | None:
    """Find whether a reason was given, where that was said."""
    sightings = _list(document, "sightings")
    if any(one.get("weak_spot") == NO_REASON_GIVEN for one in sightings):
        return "no"
    theirs = any(one.get("by") in {"recruiter", "interviewer"} for one in sightings)
    # The quick form asks for words only where there was a reason.
    quick = document.get("form") == "quick" and document.get("their_words")
    return "yes" if theirs or quick else None


def store_few_words(document: Document, answer: str, situation: Situation) -> None:
    """Take a lone n as "no reason given", all else as their words."""
    if answer.lower().rstrip(".!") in {"n", "no"}:
        store_reason(document, "no", situation)
    else:
        document["their_words"] = answer


def store_sorting(
    document: Document, answer: dict[str, str], situation: Situation
) -> None:
    """Note the person's own sorting, where nothing else would say the same.

    Sorted back to the vocabulary's way it has to be said, too, where an earlier
    reflection sorted otherwise.
    """
    known = situation.vocabulary.weak_spots
    for sighting in _list(document, "sightings"):
        spot = sighting.get("weak_spot")
        if spot not in answer:
            continue
        usual = known[spot].changeable
        if {answer[spot], situation.sorted_lately.get(spot, usual)} == {usual}:
            sighting.pop("changeable", None)
        else:
            sighting["changeable"] = answer[spot]


def recall_sorting(document: Document) -> dict[str, Any]:
    """Find the sightings that the person sorted already."""
    sightings = document.get("sightings", [])
    sorted_ones = [one for one in sightings if one.get("changeable")]
    return {one["weak_spot"]: one["changeable"] for one in sorted_ones}


def _add_sighting(document: Document, spot: str, by: str, basis: str) -> None:
    """Add a sighting, with the stage reached, unless the same person saw it already."""
    sightings = _list(document, "sightings")
    if _has(sightings, "weak_spot", spot, by):
        return
    sighting = {"weak_spot": spot, "by": by, "basis": basis}
    if document.get("stage_reached"):
        sighting["stage"] = document["stage_reached"]
    document["sightings"] = [*sightings, sighting]


def _list(document: Document, key: str) -> list[dict[str, Any]]:
    entries = document.get(key)
    if not isinstance(entries, list):
        return []
    return [one for one in entries if isinstance(one, dict)]


def _is_own(sighting: dict[str, Any]) -> bool:
    return bool(sighting.get("by", "self") == "self")


def _has(entries: list[dict[str, Any]], key: str, value: str, by: str) -> bool:
    return any(one.get(key) == value and one.get("by", "self") == by for one in entries)
