"""Step 4, continued: one or two areas gone into, and the rounds before the talk."""

from reflect_journal.interview import choices, conditions, rounds, sightings
from reflect_journal.interview.follow_ups import ask_for_moment
from reflect_journal.interview.kinds import Choice
from reflect_journal.interview.question import Question, Situation
from reflect_journal.interview.typed import Some, text
from reflect_journal.model.terms import AREA_LABELS, STAGE_LABELS


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
            store=sightings.store_spots,
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
    label = STAGE_LABELS[choice.value].capitalize()
    return Question(
        key=f"round:{choice.value}",
        step=4,
        wording=f"{label}: one thing that worked, one for next time.",
        kind=text(),
        when=lambda situation: (
            conditions.had_earlier_rounds(situation)
            and conditions.picked("earlier", choice.value)(situation)
        ),
        store=rounds.note_round(choice.value),
        label=f"earlier: {choice.label}",
        help="One line for that round; the looks above stay with the last talk.",
    )


def offer_earlier_rounds(situation: Situation) -> tuple[Choice, ...]:
    """Offer every stage but the application and the one reached."""
    left_out = {"applied", "other", situation.get("stage")}
    return tuple(one for one in choices.STAGE_CHOICES if one.value not in left_out)
