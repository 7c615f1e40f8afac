"""One reflection put into words: title, remarks and sections, for any rendering."""

from collections.abc import Iterator
from dataclasses import dataclass

from reflect_journal.model.days import format_day
from reflect_journal.model.private import without_private
from reflect_journal.model.reflection import Reflection
from reflect_journal.model.saved import SavedReflection
from reflect_journal.model.terms import STAGE_LABELS
from reflect_journal.model.tolerance import load_reflection
from reflect_journal.model.vocabulary import Vocabulary
from reflect_journal.terminal.feedback_rows import list_feedback_sections
from reflect_journal.terminal.labels import DECIDED, FORMS, HEARD
from reflect_journal.terminal.left_over import list_left_over
from reflect_journal.terminal.portrait_rows import (
    Row,
    Section,
    group_sightings,
    list_plan,
    list_round,
    list_sightings,
    list_strengths,
    rate,
)

__all__ = ["Portrait", "Section", "portray"]


@dataclass(frozen=True, slots=True)
class Portrait:
    """A reflection in words."""

    title: str
    subtitle: str
    remarks: tuple[str, ...]
    sections: tuple[Section, ...]


def portray(
    saved: SavedReflection, short: str, vocabulary: Vocabulary, call: str = "reflect"
) -> Portrait:
    """Put a saved reflection into words; what worked comes first.

    Args:
        saved: the reflection.
        short: its short id.
        vocabulary: the labels of the words in it.
        call: how the program is called, for the commands that remarks name.
    """
    document = without_private(saved.document)
    reflection = load_reflection(document)
    kept = Section("Also kept", tuple(list_left_over(document, reflection)))
    sections = [*_list_sections(reflection, vocabulary), kept]
    return Portrait(
        title=", ".join(filter(None, (reflection.company, reflection.role))),
        subtitle=_describe_ending(saved, reflection, short),
        remarks=tuple(_list_remarks(saved, short, call)),
        sections=tuple(section for section in sections if section.rows),
    )


def _describe_ending(saved: SavedReflection, reflection: Reflection, short: str) -> str:
    parts = (
        format_day(saved.document.get("rejected_on")),
        STAGE_LABELS.get(reflection.stage_reached or "", ""),
        DECIDED.get(reflection.decided_by or "", ""),
        HEARD.get(reflection.heard_by or "", ""),
        FORMS.get(reflection.form, ""),
        short,
    )
    return ", ".join(part for part in parts if part)


def _list_remarks(saved: SavedReflection, short: str, call: str) -> Iterator[str]:
    if not saved.sealed:
        yield f"This is not as it was saved; it was changed outside: {call} doctor"
    if saved.version > 1:
        yield "A newer reflect saved this; it can be read here, not changed."
    if saved.others:
        count = len(saved.others)
        more = f"{count} more version{'s' * (count > 1)} of it saved elsewhere, kept"
        yield f"{more}: {call} history {short}"


def _list_sections(reflection: Reflection, vocabulary: Vocabulary) -> Iterator[Section]:
    yield _section("What worked", ("", reflection.what_worked))
    yield Section("Strengths", tuple(list_strengths(reflection.strengths, vocabulary)))
    yield _section("The moment", ("", reflection.moment))
    for one in reflection.rounds:
        heading = STAGE_LABELS[one.stage]
        yield Section(heading[0].upper() + heading[1:], tuple(list_round(one)))
    for heading, sightings in group_sightings(reflection.sightings, vocabulary):
        yield Section(heading, tuple(list_sightings(sightings, vocabulary)))
    yield _section("Their words", ("", reflection.their_words))
    yield from list_feedback_sections(reflection)
    fit = reflection.fit
    yield _section(
        "Fit",
        ("the work itself", rate(fit.role if fit else None)),
        ("people and style", rate(fit.culture if fit else None)),
        ("", fit.note if fit else ""),
    )
    hurt = rate(reflection.sting)
    yield _section("How it was", ("hurt", hurt), ("feeling", reflection.feeling))
    yield _section("To a friend", ("", reflection.friend_words))
    yield _section("To take along", ("", reflection.lesson))
    if reflection.plan:
        yield Section("Plan", tuple(list_plan(reflection.plan, vocabulary)))
    yield _section("Tags", ("", ", ".join(reflection.tags)))


def _section(heading: str, *rows: tuple[str, str]) -> Section:
    return Section(heading, tuple(Row(label, text) for label, text in rows if text))
