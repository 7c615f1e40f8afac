"""Step 7, to take along: sorting, a friend's words, the lesson, one plan."""

from reflect_journal.interview import choices, conditions, storing
from reflect_journal.interview.facts import offer
from reflect_journal.interview.follow_ups import ask_for_moment
from reflect_journal.interview.kinds import Choice, OneOf, text
from reflect_journal.interview.moves import ReadBack, Sorting
from reflect_journal.interview.question import Document, Question, Situation
from reflect_journal.model.terms import CHANGEABLE_LABELS, PASSES


def offer_named_spots(situation: Situation) -> tuple[Choice, ...]:
    """Offer the weak spots named so far, each with its sorting as it stands."""
    known = situation.vocabulary.weak_spots
    return tuple(
        Choice(
            number,
            spot,
            situation.vocabulary.get_label(spot),
            CHANGEABLE_LABELS[known[spot].changeable],
            known[spot].changeable,
        )
        for number, spot in enumerate(conditions.find_named_spots(situation), 1)
        if spot in known
    )


def suggest_lesson(situation: Situation) -> str:
    """Suggest the first "next time" that was typed."""
    keys = [f"next:{area}" for area in PASSES]
    chosen = [f"next:{area}" for area in conditions.find_chosen_areas(situation)]
    typed = (situation.get(key) for key in [*chosen, *keys, "still"])
    return next((text for text in typed if text), "")


def find_plan_spot(situation: Situation) -> str:
    """Give the first weak spot that can be changed soon, "" where there is none."""
    own = situation.get("sorting") or {}
    known = situation.vocabulary.weak_spots
    for spot in conditions.find_named_spots(situation):
        sorting = own.get(spot) or (known[spot].changeable if spot in known else "")
        if sorting == "soon":
            return spot
    return ""


def give_example(situation: Situation) -> str:
    """Give the first sentence of the exercise that the plan could start from."""
    spot = situation.vocabulary.weak_spots.get(find_plan_spot(situation))
    if spot is None or not spot.exercise:
        return ""
    first = spot.exercise.split(". ")[0].removesuffix(".")
    return f"for example: {first}"


def store_action(document: Document, answer: str, situation: Situation) -> None:
    """Note the action and the weak spot that it is for."""
    plan = document.setdefault("plan", {})
    plan["action"] = answer
    spot = find_plan_spot(situation)
    if spot:
        plan.setdefault("weak_spot", spot)


def word_tried(situation: Situation) -> str:
    """Show the earlier plan and ask whether it was tried."""
    plan = situation.open_plan
    if plan is None:
        return "Did you try your last plan?"
    cue = f"if {plan.cue}, " if plan.cue else ""
    return f"Last time you planned: {cue}I {plan.action}. Did you try it?"


PLAN = (
    Question(
        key="cue",
        step=7,
        wording="One plan for it. If ...",
        hint="Enter = no plan",
        example=lambda _: "for example: if they ask for an example",
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
        recall=lambda document: (document.get("plan") or {}).get("action"),
        suggestion=lambda situation: situation.get("lesson") or "",
        example=give_example,
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
    suggestion=suggest_lesson,
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
        store=storing.store_sorting,
        choices=offer_named_spots,
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
