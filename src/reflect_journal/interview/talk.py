"""Steps 2 to 4: what worked, the moment, and five short looks at the talk."""

from reflect_journal.interview import choices, conditions, storing
from reflect_journal.interview.facts import offer
from reflect_journal.interview.follow_ups import ask_for_moment
from reflect_journal.interview.kinds import Choice, OneOf, Scale, Some, text
from reflect_journal.interview.moves import Words
from reflect_journal.interview.question import Question, Situation
from reflect_journal.model.terms import AREA_LABELS, PASSES

LOOK_HINT = "Enter = does not apply, ? = cannot tell"


def word_what_worked(situation: Situation) -> str:
    """Ask about the talk, or about the application where there was none."""
    if conditions.application_only(situation):
        return "Which part of your application do you stand behind?"
    return (
        "They asked you in, so something worked. Which moment went well, and what "
        "did you do to make it so? Small counts."
    )


def word_asked(situation: Situation) -> str:
    """Ask whether the moment was a question, or for a question without a moment."""
    if situation.has("moment"):
        return "Was it one of their questions? Type it as they asked it."
    return "Did one of their questions surprise you? Type it as they asked it."


WORKED = (
    Question(
        key="what_worked",
        step=2,
        wording=word_what_worked,
        kind=text(),
        path="what_worked",
        label="worked",
        help="One sentence about one moment is plenty. It is shown back to you first.",
    ),
    Question(
        key="strengths",
        step=2,
        wording="Was it any of these?",
        hint="type a word, Enter = go on",
        kind=Words(),
        store=storing.store_strengths,
        recall=storing.recall_strengths,
        choices=choices.offer_strengths,
        label="strengths",
        help="Type a part of a word, such as calm or question; :more shows all.",
    ),
)
MOMENT = (
    Question(
        key="moment",
        step=3,
        wording="Which moment would you like to play again? As a camera saw it: "
        "what was asked, what you said or did.",
        kind=text(),
        when=conditions.talked,
        path="moment",
        label="the moment",
        help="What could be seen and heard, not what it says about anybody.",
    ),
    ask_for_moment("moment", step=3, path="moment"),
    Question(
        key="asked",
        step=3,
        wording=word_asked,
        hint="Enter = no",
        kind=text(),
        when=conditions.talked,
        path="rounds[0].questions[0].asked",
        label="their question",
        help="A question kept here comes back with your better answer later.",
    ),
    Question(
        key="depth",
        step=3,
        wording="What you answered was",
        kind=OneOf(),
        when=conditions.after_talk(conditions.answered("asked")),
        store=storing.store_depth,
        recall=storing.recall_depth,
        choices=offer(*choices.DEPTHS),
        label="the answer was",
        help="The length and the aim of the answer, not its worth.",
    ),
    Question(
        key="answer_now",
        step=3,
        wording="What would you answer now? Two sentences are enough.",
        kind=text(),
        when=conditions.after_talk(conditions.answered("asked")),
        path="rounds[0].questions[0].next_time",
        label="answer now",
        help="In the words you would say aloud.",
    ),
)
LOOK_WORDINGS = {
    "preparation": "Preparation. What did you have?",
    "answers": "Answers. Did they meet what was asked, at the right length?  "
    "1 rarely ... 5 mostly",
    "technical": "Technical part or task. How far did you get?  "
    "1 not far ... 5 all the way",
    "soft-skills": "People side. Could they see how you work with others?  "
    "1 hardly ... 5 clearly",
    "body-language": "Body language: eyes, hands, voice, energy.  "
    "1 tense or flat ... 5 open and awake",
}
LOOK_HELP = (
    "Skip what did not occur in that talk; ? when it did and you cannot tell. "
    "Neither counts against anybody."
)


def look_at(area: str) -> Question:
    """Ask for the short look at one area."""
    preparations = offer(*choices.PREPARATIONS)
    return Question(
        key=f"rating:{area}",
        step=4,
        wording=LOOK_WORDINGS[area],
        kind=Scale(),
        when=conditions.talked,
        store=storing.rate(area),
        recall=storing.recall_rating(area),
        choices=preparations if area == "preparation" else offer(),
        label=AREA_LABELS[area].lower(),
        help=LOOK_HELP,
    )


def offer_low_areas(situation: Situation) -> tuple[Choice, ...]:
    """Offer the areas rated 3 or lower, the lowest first."""
    low = conditions.find_low_areas(situation)
    return choices.number_labels(*((area, AREA_LABELS[area]) for area in low))


def hint_two_lowest(situation: Situation) -> str:
    """Name the two areas that Enter takes."""
    lowest = conditions.find_low_areas(situation)[: conditions.AREAS_GONE_INTO]
    return f"Enter = {', '.join(AREA_LABELS[area] for area in lowest)}"


def go_into(area: str) -> tuple[Question, ...]:
    """Ask for the next time in one area and for the words that name it."""
    when = conditions.goes_into(area)
    label = AREA_LABELS[area]
    return (
        Question(
            key=f"next:{area}",
            step=4,
            wording=f"{label}. Next time, how? One thing you would do.",
            kind=text(),
            when=when,
            path=f"rounds[0].areas.{area}.next_time",
            label=f"{label.lower()}, next time",
            help="Something one could see you do, at a moment you can name.",
        ),
        Question(
            key=f"spots:{area}",
            step=4,
            wording="Does one of these name it? At most two.",
            hint="0 none of these",
            kind=Some(at_most=2),
            when=when,
            store=storing.store_spots,
            choices=lambda situation: choices.offer_spots(
                situation, (area,), other=True
            ),
            label=f"{label.lower()}, named",
            help="The words let the journal see what comes back. None is fine.",
        ),
        Question(
            key=f"other:{area}",
            step=4,
            wording="Something else: one line in your own words.",
            kind=text(),
            when=lambda situation: (
                when(situation)
                and conditions.names_something_else(f"spots:{area}")(situation)
            ),
            path=f"rounds[0].areas.{area}.note",
            follows=f"spots:{area}",
            label=f"{label.lower()}, in your words",
            help="It is kept as a note on this area.",
        ),
        ask_for_moment(f"other:{area}", step=4, path=f"rounds[0].areas.{area}.note"),
    )


def tell_earlier_round(choice: Choice) -> Question:
    """Ask for a line about one earlier round."""
    label = choice.label[0].upper() + choice.label[1:]
    return Question(
        key=f"round:{choice.value}",
        step=4,
        wording=f"{label}: one thing that worked, one for next time.",
        kind=text(),
        when=lambda situation: (
            conditions.had_earlier_rounds(situation)
            and conditions.picked("earlier", choice.value)(situation)
        ),
        store=storing.store_round_note(choice.value),
        label=f"earlier: {choice.label}",
        help="One line for that round; the looks above stay with the last talk.",
    )


def offer_earlier_rounds(situation: Situation) -> tuple[Choice, ...]:
    """Offer every stage but the application and the one reached."""
    left_out = {"applied", "other", situation.get("stage")}
    return tuple(one for one in choices.STAGE_CHOICES if one.value not in left_out)


LOOKS = (
    *(look_at(area) for area in PASSES),
    Question(
        key="balance",
        step=4,
        wording="As a whole it was",
        kind=OneOf(),
        when=conditions.after_talk(
            lambda situation: isinstance(situation.get("rating:technical"), int)
        ),
        path="rounds[0].balance",
        choices=offer(*choices.BALANCES),
        label="as a whole",
        help="The talk, against what the job seemed to ask for.",
    ),
    Question(
        key="areas",
        step=4,
        wording="Which one or two do you want to look at?",
        hint=hint_two_lowest,
        kind=Some(at_most=conditions.AREAS_GONE_INTO, empty=None),
        when=conditions.too_many_low,
        choices=offer_low_areas,
        label="looked at",
        help="Two are enough for one evening. The ratings are kept in any case.",
    ),
    *(question for area in PASSES for question in go_into(area)),
    Question(
        key="still",
        step=4,
        wording=lambda situation: (
            "Nothing below 4. Is there one thing you would still do differently?"
            if any(isinstance(situation.get(f"rating:{area}"), int) for area in PASSES)
            else "Is there one thing you would do differently?"
        ),
        kind=text(),
        when=conditions.nothing_low,
        label="differently",
        help="It is offered again as the line to take along.",
    ),
    Question(
        key="earlier",
        step=4,
        wording="Were there earlier rounds worth a line?",
        hint="Enter = no, or their numbers",
        kind=Some(at_most=3, shape="line"),
        when=conditions.had_earlier_rounds,
        choices=offer_earlier_rounds,
        label="earlier rounds",
        help="Up to three of them, by their numbers.",
    ),
    *(
        tell_earlier_round(choice)
        for choice in choices.STAGE_CHOICES
        if choice.value not in {"applied", "other"}
    ),
)
APPLICATION = (
    Question(
        key="still",
        step=4,
        wording="If you opened CV and letter again: what would you change first?",
        kind=text(),
        when=conditions.application_only,
        label="differently",
        help="It is offered again as the line to take along.",
    ),
)
