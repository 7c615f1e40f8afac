"""The rows of a portrait: sightings, rounds with their looks, questions, the plan."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from reflect_journal.model.days import format_day
from reflect_journal.model.plan import Plan
from reflect_journal.model.round import AreaReview, AskedQuestion, Round
from reflect_journal.model.sighting import Sighting, StrengthSighting
from reflect_journal.model.terms import AREA_LABELS, NO_REASON_GIVEN, STAGE_LABELS
from reflect_journal.model.vocabulary import Vocabulary
from reflect_journal.terminal.labels import BALANCES, DEPTHS, name_source

HEADINGS: Final = {
    "": "Weak spots noted",
    "not-at-all": "Not in your hands",
    "no-reason": "Also noted",
}
"""Above sightings, by how changeable they are."""


class Row(NamedTuple):
    """A label and a text; without a label the text stands alone."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it."""

    heading: str
    rows: tuple[Row, ...]


def rate(rating: int | None) -> str:
    """Write a rating; "" where there is none."""
    return f"{rating} of 5" if rating else ""


def list_strengths(
    sightings: Iterable[StrengthSighting], vocabulary: Vocabulary
) -> Iterator[Row]:
    """Give a row for each strength that was seen."""
    for one in sightings:
        yield _describe(vocabulary.get_label(one.strength), one, "")


def group_sightings(
    sightings: Iterable[Sighting], vocabulary: Vocabulary
) -> Iterator[tuple[str, list[Sighting]]]:
    """Part what somebody can work on from what is in nobody's or other hands."""
    groups: dict[str, list[Sighting]] = {one: [] for one in HEADINGS.values()}
    for one in sightings:
        spot = vocabulary.weak_spots.get(one.weak_spot)
        changeable = one.changeable or (spot.changeable if spot else "")
        kind = "no-reason" if one.weak_spot == NO_REASON_GIVEN else changeable
        groups[HEADINGS.get(kind, HEADINGS[""])].append(one)
    yield from groups.items()


def list_sightings(
    sightings: Iterable[Sighting], vocabulary: Vocabulary
) -> Iterator[Row]:
    """Give a row for each weak spot that was seen."""
    for one in sightings:
        is_trainable = one.changeable in {"soon", "slowly"}
        own = f"yours to change: {one.changeable}" if is_trainable else ""
        yield _describe(vocabulary.get_label(one.weak_spot), one, own)


def _describe(label: str, one: Sighting | StrengthSighting, own: str) -> Row:
    stage = STAGE_LABELS.get(one.stage or "", "")
    about = ", ".join(
        part for part in (name_source(one.by, one.basis), stage, own) if part
    )
    return Row("", f"{label} ({about})" + (f": {one.note}" if one.note else ""))


def list_round(one: Round) -> Iterator[Row]:
    """Give the rows of a round: when and how, its areas, its questions."""
    about = [format_day(one.held_on.isoformat()) if one.held_on else ""]
    about += [(one.format or "").replace("-", " "), BALANCES.get(one.balance or "", "")]
    if any(about):
        yield Row("", ", ".join(part for part in about if part))
    if one.note:
        yield Row("", one.note)
    for area, review in one.areas.items():
        yield from _list_area(AREA_LABELS[area], review)
    for question in one.questions:
        yield from _list_question(question)


def _list_area(label: str, review: AreaReview) -> Iterator[Row]:
    yield Row(label, rate(review.rating) or "cannot tell")
    yield from _list_given(
        ("  went well", review.went_well),
        ("  next time", review.next_time),
        ("  note", review.note),
    )


def _list_question(question: AskedQuestion) -> Iterator[Row]:
    judged = [question.went or "", DEPTHS.get(question.depth or "", "")]
    judged.append("by surprise" if question.surprised else "")
    yield Row("They asked", question.asked)
    yield from _list_given(
        ("  they meant", question.meant),
        ("  your answer", question.my_answer),
        ("  it was", ", ".join(part for part in judged if part)),
        ("  answer now", question.next_time),
    )


def list_plan(plan: Plan, vocabulary: Vocabulary) -> Iterator[Row]:
    """Give the rows of a plan, as far as it goes."""
    return _list_given(
        ("if", plan.cue),
        ("then", plan.action),
        ("in the way", plan.obstacle),
        ("for", vocabulary.get_label(plan.weak_spot) if plan.weak_spot else ""),
        ("by", format_day(plan.due_on.isoformat()) if plan.due_on else ""),
        ("tried", plan.tried or ""),
        ("helped", plan.helped or ""),
    )


def _list_given(*rows: tuple[str, str]) -> Iterator[Row]:
    return (Row(label, text) for label, text in rows if text)
