"""Step 4: five short looks at the talk."""

from reflect_journal.interview import choices, conditions, storing
from reflect_journal.interview.areas import (
    go_into,
    offer_earlier_rounds,
    tell_earlier_round,
)
from reflect_journal.interview.facts import offer
from reflect_journal.interview.kinds import Choice
from reflect_journal.interview.question import Question, Situation
from reflect_journal.interview.typed import OneOf, Scale, Some, text
from reflect_journal.model.terms import AREA_LABELS, PASSES

LOOK_HINT = "Enter = does not apply, ? = cannot tell"
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
CHANGE_FIRST = "If you opened CV and letter again: what would you change first?"
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
        kind=Some(at_most=conditions.AREAS_GONE_INTO, suggests=True),
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
        wording=CHANGE_FIRST,
        kind=text(),
        when=conditions.application_only,
        label="differently",
        help="It is offered again as the line to take along.",
    ),
)
