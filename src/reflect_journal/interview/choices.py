"""What can be chosen: stages, ends, areas and the words of the vocabulary."""

from collections.abc import Sequence
from dataclasses import replace

from reflect_journal.interview.kinds import OTHER, Choice
from reflect_journal.interview.question import Situation
from reflect_journal.model.terms import AREAS, NO_REASON_GIVEN, STAGES
from reflect_journal.model.vocabulary import WeakSpot

WHAT_SLIPPED = ("moment", "still", "few_words", "their_words", "friend_words")
"""Answers that tell of what went wrong; what worked speaks of no weak spot."""
WHAT_WORKED = ("what_worked", "their_words")
"""Answers that may tell of a strength."""
STAGE_WORDINGS = (
    "application only",
    "first call with a recruiter",
    "interview by phone",
    "interview by video",
    "technical interview",
    "task at home",
    "presentation",
    "panel",
    "day on site",
    "final round",
    "offer stage",
    "something else",
)
STAGE_CHOICES = tuple(
    Choice(number, stage, wording)
    for number, (stage, wording) in enumerate(
        zip(STAGES, STAGE_WORDINGS, strict=True), 1
    )
)


def number_labels(*labeled: tuple[str, str]) -> tuple[Choice, ...]:
    """Number pairs of value and label from 1."""
    return tuple(
        Choice(number, value, label) for number, (value, label) in enumerate(labeled, 1)
    )


ENDS = number_labels(
    ("email", "mail"),
    ("phone", "phone"),
    ("in-person", "in person"),
    ("portal", "portal"),
    ("silence", "silence"),
    ("role-closed", "they closed the job"),
    ("me", "I said no"),
)
PREPARATIONS = number_labels(
    ("1", "the job ad"),
    ("2", "+ the company"),
    ("3", "+ the role and the people"),
    ("4", "+ likely questions"),
    ("5", "+ practice aloud"),
)
DEPTHS = number_labels(
    ("too-thin", "too thin"),
    ("right", "about right"),
    ("too-long", "too long"),
    ("off-target", "beside the question"),
    ("surprised", "nothing, it took me by surprise"),
)
BALANCES = number_labels(
    ("too-technical", "too technical"),
    ("right", "about right"),
    ("too-little-technical", "not technical enough"),
)
AROUND = number_labels(
    ("application", "application or CV"),
    ("appearance", "clothes, looks"),
    ("logistics", "being late, technology, follow-up"),
    ("mindset", "nerves, tiredness"),
    ("fit", "level, fit, pay"),
    ("outside-control", "something not in my hands"),
)
REASONS = number_labels(("no", "no, or a standard phrase"), ("yes", "yes"))
SPEAKERS = number_labels(
    ("recruiter", "recruiter or agency"),
    ("interviewer", "somebody who interviewed you"),
)
TRIED = number_labels(("yes", "yes"), ("partly", "partly"), ("no", "no"))
HELPED = number_labels(("yes", "yes"), ("unclear", "cannot tell"), ("no", "no"))
SLIPS = number_labels(
    ("preparation", "preparation"),
    ("answers", "answers"),
    ("technical", "technical part"),
    ("soft-skills", "people side"),
    ("body-language", "body language"),
    ("else", "something else"),
    ("outside-control", "not in my hands"),
)
SLIPS_OF_APPLICATION = number_labels(
    ("application", "application or CV"),
    ("fit", "level, fit, pay"),
    ("outside-control", "not in my hands"),
)
ELSE_AREAS = ("application", "appearance", "logistics", "mindset", "fit")


def offer_spots(
    situation: Situation, areas: Sequence[str], *, other: bool = False
) -> tuple[Choice, ...]:
    """Number the weak spots of some areas, if wished with "something else" last."""
    spots = [
        spot
        for area in areas
        for spot in situation.vocabulary.list_in_area(area)
        if spot.id != NO_REASON_GIVEN
    ]
    texts = ("their_words",) if tuple(areas) == AREAS else WHAT_SLIPPED
    choices = _number([choose_spot(0, spot) for spot in spots], situation, texts)
    if other:
        choices.append(Choice(len(choices) + 1, OTHER, "something else"))
    return tuple(choices)


def _number(
    choices: Sequence[Choice], situation: Situation, texts: Sequence[str]
) -> list[Choice]:
    """Number choices, those first of which some answers may speak, likeliest first."""
    likely = _find_likely(situation, texts)
    # Sorting keeps the order of all that are not likely.
    ordered = sorted(choices, key=lambda one: likely.get(one.value, len(likely)))
    return [
        replace(one, number=number, likely=one.value in likely)
        for number, one in enumerate(ordered, 1)
    ]


def _find_likely(situation: Situation, texts: Sequence[str]) -> dict[str, int]:
    """Find the places of the words of which some answers may speak."""
    if situation.rank is None:
        return {}
    told = (situation.get(key) for key in texts)
    text = "\n".join(one for one in told if isinstance(one, str))
    return {one: place for place, one in enumerate(situation.rank(text))}


def choose_spot(number: int, spot: WeakSpot) -> Choice:
    """Make a choice of a weak spot."""
    words = " ".join(spot.evidence)
    return Choice(number, spot.id, spot.label, spot.description, words)


def offer_all_spots(situation: Situation) -> tuple[Choice, ...]:
    """Number every weak spot of which somebody's words can speak."""
    return offer_spots(situation, AREAS)


def offer_strengths(situation: Situation) -> tuple[Choice, ...]:
    """Number every strength."""
    strengths = [
        Choice(0, one.id, one.label, one.description, " ".join(one.evidence))
        for one in situation.vocabulary.strengths.values()
    ]
    return tuple(_number(strengths, situation, WHAT_WORKED))
