"""Step 7, to take along: sorting, a friend's words, the lesson, one plan."""

from typing import Any

from reflect_journal.interview import (
    choices,
    conditions,
    sightings,
    storing,
    suggesting,
)
from reflect_journal.interview.facts import offer
from reflect_journal.interview.follow_ups import ask_for_moment
from reflect_journal.interview.moves import ReadBack, Sorting
from reflect_journal.interview.question import Document, Question, Situation
from reflect_journal.interview.typed import OneOf, text
from reflect_journal.model.paths import find_at
from reflect_journal.model.text import strip_lead


def store_action(document: Document, answer: Any, situation: Situation) -> None:
    """Note the action and the weak spot that it is for."""
    storing.place(document, "plan.action", answer)
    spot = suggesting.find_plan_spot(situation)
    if answer and spot:
        document["plan"].setdefault("weak_spot", spot)


def word_tried(situation: Situation) -> str:
    """Show the earlier plan and ask whether it was tried."""
    plan = situation.open_plan
    if plan is None:
        return "Did you try your last plan?"
    cue = f"if {strip_lead(plan.cue, 'if')}, " if plan.cue else ""
    action = strip_lead(plan.action, "then", "I").rstrip(".")
    return f"Last time you planned: {cue}I {action}. Did you try it?"


PLAN = (
    Question(
        key="cue",
        step=7,
        wording="One plan for it. If ...",
        hint="Enter = no plan",
        example=suggesting.name_plan_spot,
        kind=text(),
        path="plan.cue",
        label="plan",
        help="A moment that will surely come: a time, a place, a question of theirs.",
    ),
    Question(
        key="action",
        step=7,
        wording="then I ...",
        kind=text(),
        when=conditions.answered("cue"),
        store=store_action,
        recall=lambda document: find_at(document, ("plan", "action")),
        suggestion=lambda situation: situation.get("lesson") or "",
        example=suggesting.give_example,
        label="then I",
        help="One small thing to do. You are asked once whether you could try it.",
    ),
    Question(
        key="obstacle",
        step=7,
        wording="What could get in the way, and what then?",
        kind=text(),
        when=conditions.answered("cue"),
        path="plan.obstacle",
        label="in the way",
        help="Plans hold better when the first obstacle has been thought of.",
    ),
)
LESSON = Question(
    key="lesson",
    step=7,
    wording="One line to take along?",
    kind=text(),
    path="lesson",
    suggestion=suggesting.suggest_lesson,
    label="take along",
    help="The line that reflect list shows. :skip leaves it empty.",
)
READ_BACK = Question(
    key="read-back",
    step=7,
    wording="Save it?",
    hint="Enter = yes, a number changes an answer, n = not yet",
    kind=ReadBack(),
    help="Nothing is lost either way: n keeps it as a draft.",
)
TAKE_ALONG = (
    Question(
        key="sorting",
        step=7,
        wording="Which of these are yours to change?",
        hint="Enter = as shown, a number moves one on",
        kind=Sorting(),
        when=conditions.named_spots,
        store=sightings.store_sorting,
        choices=suggesting.offer_named_spots,
        label="yours to change",
        help="Not yours is as good an answer. Your sorting counts, not the list's.",
    ),
    Question(
        key="friend_words",
        step=7,
        wording="A friend comes home from exactly this interview. What do you say?",
        kind=text(),
        path="friend_words",
        label="to a friend",
        help="In the words you would use to them.",
    ),
    Question(
        key="tried",
        step=7,
        wording=word_tried,
        hint="Enter = no occasion",
        kind=OneOf(),
        when=conditions.has_open_plan,
        choices=offer(*choices.TRIED),
        label="earlier plan tried",
        help="It is asked once. No is a normal answer.",
    ),
    Question(
        key="helped",
        step=7,
        wording="Did it help?",
        kind=OneOf(),
        when=lambda situation: (
            conditions.has_open_plan(situation) and conditions.tried_it(situation)
        ),
        choices=offer(*choices.HELPED),
        follows="tried",
        label="earlier plan helped",
        help="As far as you can tell.",
    ),
    LESSON,
    ask_for_moment("lesson", step=7, path="lesson"),
    *PLAN,
    READ_BACK,
)
