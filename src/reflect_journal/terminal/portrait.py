"""One reflection put into words: title, remarks and sections, for any rendering."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from reflect_journal.model.base import Part
from reflect_journal.model.days import format_day
from reflect_journal.model.plan import Plan
from reflect_journal.model.reflection import Reflection
from reflect_journal.model.round import AskedQuestion, Round
from reflect_journal.model.saved import SavedReflection
from reflect_journal.model.sighting import Sighting, StrengthSighting
from reflect_journal.model.terms import AREA_LABELS, CHANGEABLE_LABELS, STAGE_LABELS
from reflect_journal.model.tolerance import load_reflection
from reflect_journal.model.vocabulary import Vocabulary

HEARD: Final = {
    "email": "by mail",
    "phone": "by phone",
    "in-person": "in person",
    "portal": "by their portal",
    "silence": "by silence",
    "other": "another way",
}
DECIDED: Final = {
    "me": "your own no",
    "nobody": "nobody decided aloud",
    "role-closed": "the job was closed",
}
BALANCES: Final = {
    "too-technical": "too technical",
    "right": "about right",
    "too-little-technical": "not technical enough",
}
DEPTHS: Final = {
    "too-thin": "too thin",
    "right": "about right",
    "too-long": "too long",
    "off-target": "beside the question",
}
SOURCES: Final = {"self": "you"}
BASES: Final = {"said": "said", "seen": "seen", "guess": "a guess"}


@dataclass(frozen=True, slots=True)
class Row:
    """A label and a text; without a label the text stands alone."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it."""

    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Portrait:
    """A reflection in words."""

    title: str
    subtitle: str
    remarks: tuple[str, ...]
    sections: tuple[Section, ...]


def portray(saved: SavedReflection, short: str, vocabulary: Vocabulary) -> Portrait:
    """Put a saved reflection into words; what worked comes first."""
    reflection = load_reflection(saved.document)
    title = ", ".join(filter(None, (reflection.company, reflection.role)))
    sections = _list_sections(reflection, vocabulary)
    return Portrait(
        title=title,
        subtitle=_describe_ending(reflection, short),
        remarks=tuple(_list_remarks(saved)),
        sections=tuple(section for section in sections if section.rows),
    )


def _describe_ending(reflection: Reflection, short: str) -> str:
    parts = (
        format_day(reflection.rejected_on.isoformat()),
        STAGE_LABELS.get(reflection.stage_reached or "", ""),
        DECIDED.get(reflection.decided_by or "", ""),
        HEARD.get(reflection.heard_by or "", ""),
        {"facts": "facts only", "quick": "short form"}.get(reflection.form, ""),
        short,
    )
    return ", ".join(part for part in parts if part)


def _list_remarks(saved: SavedReflection) -> Iterator[str]:
    if not saved.sealed:
        yield "This was changed outside reflect after it was saved. reflect doctor"
    if saved.version > 1:
        yield "A newer reflect saved this; it can be read here, not changed."
    if saved.others:
        count = len(saved.others)
        yield f"{count} more version{'s' * (count > 1)} of it saved elsewhere, kept."


def _list_sections(reflection: Reflection, vocabulary: Vocabulary) -> Iterator[Section]:
    yield _section("What worked", ("", reflection.what_worked))
    yield Section("Strengths", tuple(_list_strengths(reflection, vocabulary)))
    yield _section("The moment", ("", reflection.moment))
    for one in reflection.rounds:
        heading = STAGE_LABELS[one.stage]
        yield Section(heading[0].upper() + heading[1:], tuple(_list_round(one)))
    yield Section("Weak spots noted", tuple(_list_sightings(reflection, vocabulary)))
    yield _section("Their words", ("", reflection.their_words))
    fit = reflection.fit
    yield _section(
        "Fit",
        ("the work itself", _rate(fit.role if fit else None)),
        ("people and style", _rate(fit.culture if fit else None)),
        ("", fit.note if fit else ""),
    )
    hurt = _rate(reflection.sting)
    yield _section("How it was", ("hurt", hurt), ("feeling", reflection.feeling))
    yield _section("To a friend", ("", reflection.friend_words))
    yield _section("To take along", ("", reflection.lesson))
    if reflection.plan:
        yield Section("Plan", tuple(_list_plan(reflection.plan, vocabulary)))
    yield _section("Tags", ("", ", ".join(reflection.tags)))
    yield Section("Also kept", tuple(_list_unknown(reflection)))


def _section(heading: str, *rows: tuple[str, str]) -> Section:
    return Section(heading, tuple(Row(label, text) for label, text in rows if text))


def _rate(rating: int | None) -> str:
    return f"{rating} of 5" if rating else ""


def _list_strengths(reflection: Reflection, vocabulary: Vocabulary) -> Iterator[Row]:
    for one in reflection.strengths:
        label = vocabulary.get_label(one.strength)
        yield Row("", f"{label} ({_describe_source(one)}){_note(one.note)}")


def _list_sightings(reflection: Reflection, vocabulary: Vocabulary) -> Iterator[Row]:
    for one in reflection.sightings:
        label = vocabulary.get_label(one.weak_spot)
        own = (
            f"; yours to change: {CHANGEABLE_LABELS[one.changeable]}"
            * bool(one.changeable)
            if one.changeable
            else ""
        )
        yield Row("", f"{label} ({_describe_source(one)}{own}){_note(one.note)}")


def _describe_source(one: Sighting | StrengthSighting) -> str:
    parts = [SOURCES.get(one.by, one.by), BASES[one.basis]]
    if one.stage:
        parts.append(STAGE_LABELS[one.stage])
    return ", ".join(parts)


def _note(note: str) -> str:
    return f": {note}" if note else ""


def _list_round(one: Round) -> Iterator[Row]:
    about = [format_day(one.held_on.isoformat()) if one.held_on else ""]
    about += [(one.format or "").replace("-", " "), BALANCES.get(one.balance or "", "")]
    if any(about):
        yield Row("", ", ".join(part for part in about if part))
    if one.note:
        yield Row("", one.note)
    for area, review in one.areas.items():
        rating = f"{review.rating} of 5" if review.rating else "cannot tell"
        yield Row(AREA_LABELS[area], rating)
        for label, text in (
            ("went well", review.went_well),
            ("next time", review.next_time),
            ("note", review.note),
        ):
            if text:
                yield Row(f"  {label}", text)
    for question in one.questions:
        yield from _list_question(question)


def _list_question(question: AskedQuestion) -> Iterator[Row]:
    yield Row("They asked", question.asked)
    judged = [question.went or "", DEPTHS.get(question.depth or "", "")]
    judged.append("by surprise" if question.surprised else "")
    rows = (
        ("  they meant", question.meant),
        ("  your answer", question.my_answer),
        ("  it was", ", ".join(part for part in judged if part)),
        ("  answer now", question.next_time),
    )
    yield from (Row(label, text) for label, text in rows if text)


def _list_plan(plan: Plan, vocabulary: Vocabulary) -> Iterator[Row]:
    rows = (
        ("if", plan.cue),
        ("then", plan.action),
        ("in the way", plan.obstacle),
        ("for", vocabulary.get_label(plan.weak_spot) if plan.weak_spot else ""),
        ("by", format_day(plan.due_on.isoformat()) if plan.due_on else ""),
        ("tried", plan.tried or ""),
        ("helped", plan.helped or ""),
    )
    yield from (Row(label, text) for label, text in rows if text)


def _list_unknown(part: Part) -> Iterator[Row]:
    for key, value in (part.model_extra or {}).items():
        yield Row(key, json.dumps(value, ensure_ascii=False))
