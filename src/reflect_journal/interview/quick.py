"""The quick form: eight questions, three minutes."""

from dataclasses import replace

from reflect_journal.interview import choices, conditions, sightings
from reflect_journal.interview.closing import LESSON, READ_BACK
from reflect_journal.interview.facts import (
    COMPANY,
    DATE,
    GATE,
    ROLE,
    STAGE,
    STING,
    offer,
)
from reflect_journal.interview.follow_ups import ask_for_moment
from reflect_journal.interview.question import Question, nothing
from reflect_journal.interview.typed import Some, text
from reflect_journal.model.terms import AREA_LABELS

LISTS = {
    choice.value: (choice.value,) for choice in choices.SLIPS if choice.value != "else"
} | {"else": choices.ELSE_AREAS}


def open_slip(value: str, areas: tuple[str, ...]) -> Question:
    """Offer the weak spots behind one place where it can slip."""
    title = AREA_LABELS.get(value, "Something else")
    return Question(
        key=f"slip:{value}",
        step=1,
        wording=f"{title}: which of these? At most two.",
        hint="0 none of these",
        kind=Some(at_most=2),
        when=conditions.picked("slip", value),
        store=sightings.store_spots,
        choices=lambda situation: choices.offer_spots(situation, areas),
        follows="slip",
        label=title.lower(),
        help="At most two, by their numbers.",
    )


QUICK = (
    STING,
    GATE,
    ask_for_moment("sting", step=1, path="feeling"),
    COMPANY,
    ROLE,
    STAGE,
    replace(DATE, asked=False),
    Question(
        key="what_worked",
        step=1,
        wording="What worked? One moment, and what you did.",
        kind=text(),
        path="what_worked",
        label="worked",
        help="Small counts. It is shown back to you first.",
    ),
    Question(
        key="slip",
        step=1,
        wording="Where did it slip, if anywhere? One or two.",
        hint="Enter = cannot tell",
        kind=Some(at_most=2, shape="line"),
        choices=offer(*choices.SLIPS),
        label="slipped",
        help="Each number opens a short list of words for it.",
    ),
    *(open_slip(value, areas) for value, areas in LISTS.items()),
    replace(
        LESSON,
        step=1,
        wording="Next time, how? One thing, and at which moment.",
        suggestion=nothing,
    ),
    ask_for_moment("lesson", step=1, path="lesson"),
    Question(
        key="few_words",
        step=1,
        wording="Did they say why?",
        hint="n = no, or a standard phrase; else a few of their words",
        kind=text(),
        store=sightings.store_few_words,
        label="their words",
        help="A few of their own words are enough. Enter stores nothing.",
    ),
    replace(READ_BACK, step=1),
)
