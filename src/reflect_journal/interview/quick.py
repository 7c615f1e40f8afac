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
from reflect_journal.interview.kinds import Choice
from reflect_journal.interview.moment import OF_APPLICATION
from reflect_journal.interview.moves import FewWords
from reflect_journal.interview.question import (
    Condition,
    Question,
    Situation,
    nothing,
)
from reflect_journal.interview.talk import CHANGE_FIRST
from reflect_journal.interview.typed import Some, text
from reflect_journal.model.terms import AREA_LABELS

LISTS = {
    choice.value: (choice.value,) for choice in choices.SLIPS if choice.value != "else"
} | {"else": choices.ELSE_AREAS}


def ask_for_slips(
    key: str, offered: tuple[Choice, ...], when: Condition
) -> tuple[Question, ...]:
    """Ask where it slipped, in one question of two moves."""
    return (
        Question(
            key=key,
            step=1,
            wording="Where did it slip, if anywhere? One or two.",
            hint="Enter = cannot tell",
            kind=Some(at_most=2, shape="line"),
            when=when,
            choices=offer(*offered),
            label="slipped",
            help="Each number opens a short list of words for it.",
        ),
        *(
            open_slip(key, one.value, LISTS.get(one.value, (one.value,)), when)
            for one in offered
        ),
    )


def open_slip(
    follows: str, value: str, areas: tuple[str, ...], when: Condition
) -> Question:
    """Offer the weak spots behind one place where it can slip."""
    title = AREA_LABELS.get(value, "Something else")
    picked = conditions.picked(follows, value)
    return Question(
        key=f"{follows}:{value}",
        step=1,
        wording=f"{title}: which of these? At most two.",
        hint="0 none of these",
        kind=Some(at_most=2),
        when=lambda situation: when(situation) and picked(situation),
        store=sightings.store_spots,
        choices=lambda situation: choices.offer_spots(situation, areas),
        follows=follows,
        label=title.lower(),
        help="At most two, by their numbers.",
    )


def word_what_worked(situation: Situation) -> str:
    """Ask about the talk, or about the application where there was none."""
    if conditions.application_only(situation):
        return OF_APPLICATION
    return "What worked? One moment, and what you did."


def word_next_time(situation: Situation) -> str:
    """Ask for one thing in a talk, or in the application where there was none."""
    if conditions.application_only(situation):
        return CHANGE_FIRST
    return "Next time, how? One thing, and at which moment."


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
        wording=word_what_worked,
        kind=text(),
        path="what_worked",
        label="worked",
        help="Small counts. It is shown back to you first.",
    ),
    *ask_for_slips("slip", choices.SLIPS, conditions.talked),
    *ask_for_slips(
        "applied", choices.SLIPS_OF_APPLICATION, conditions.application_only
    ),
    replace(
        LESSON,
        step=1,
        wording=word_next_time,
        suggestion=nothing,
    ),
    ask_for_moment("lesson", step=1, path="lesson"),
    Question(
        key="few_words",
        step=1,
        wording="Did they say why?",
        hint="n = no, or a standard phrase; else a few of their words",
        kind=FewWords(),
        store=sightings.store_few_words,
        label="their words",
        help="A few of their own words are enough. Enter stores nothing.",
    ),
    replace(READ_BACK, step=1),
)
