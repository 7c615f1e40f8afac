"""Steps 5 and 6: around the talk, and their side of it."""

from reflect_journal.interview import choices, conditions, sightings, storing
from reflect_journal.interview.facts import offer
from reflect_journal.interview.kinds import Choice
from reflect_journal.interview.question import Question, Situation
from reflect_journal.interview.typed import OneOf, Scale, Some, lines
from reflect_journal.interview.words import SEE_ALL, Words
from reflect_journal.model.terms import AREA_LABELS

WITHOUT_TALK = ("application", "fit")


def offer_around(situation: Situation) -> tuple[Choice, ...]:
    """Offer all that can play a part; after an application only two of it."""
    if conditions.application_only(situation):
        return tuple(one for one in choices.AROUND if one.value in WITHOUT_TALK)
    return choices.AROUND


def open_list(area: str) -> Question:
    """Offer the weak spots of one area around the talk."""
    return Question(
        key=f"around:{area}",
        step=5,
        wording=f"{AREA_LABELS[area]}: which of these?",
        hint="0 none of these",
        kind=Some(at_most=2),
        when=conditions.picked("around", area),
        store=sightings.store_spots,
        choices=lambda situation: choices.offer_spots(situation, (area,)),
        follows="around",
        label=AREA_LABELS[area].lower(),
        help="At most two, by their numbers.",
    )


def rate_fit(part: str, wording: str, label: str) -> Question:
    """Ask whether one half of the job would have suited."""
    return Question(
        key=f"fit:{part}",
        step=5,
        wording=f"{wording}  1 no ... 5 very much",
        hint="? = cannot tell",
        kind=Scale(),
        store=storing.store_fit(part),
        recall=storing.recall_fit(part),
        label=label,
        help="A no can also be a job that was not yours. Ability left aside.",
    )


AROUND = (
    Question(
        key="around",
        step=5,
        wording="Did anything else play a part?",
        hint="Enter = no",
        kind=Some(at_most=6, shape="line"),
        choices=offer_around,
        label="also played a part",
        help="Each number opens a short list.",
    ),
    *(open_list(choice.value) for choice in choices.AROUND),
    rate_fit(
        "role", "Skills aside: is that work what you want to do?", "the work itself"
    ),
    rate_fit(
        "culture",
        "And the people, the pace, the style: would it have suited you?",
        "the style",
    ),
)
THEIR_SIDE = (
    Question(
        key="reason",
        step=6,
        wording="Did they tell you why?",
        kind=OneOf(),
        when=conditions.they_decided,
        store=sightings.store_reason,
        recall=sightings.recall_reason,
        choices=offer(*choices.REASONS),
        label="they said why",
        help='"We went with another candidate" is a standard phrase: 1.',
    ),
    Question(
        key="their_words",
        step=6,
        wording="Their words, as exactly as you can.",
        hint="A line with only a full stop ends it.",
        kind=lines(),
        when=conditions.they_said_why,
        path="their_words",
        label="their words",
        help="Paste the mail as it is; it stays one answer.",
    ),
    Question(
        key="speaker",
        step=6,
        wording="Who said it?",
        kind=OneOf(),
        when=conditions.they_said_why,
        choices=offer(*choices.SPEAKERS),
        label="said by",
        help="What their words name is kept as seen by them.",
    ),
    Question(
        key="their_spots",
        step=6,
        wording="Do their words name any of these?",
        hint="type a word, Enter = no",
        example=lambda _: SEE_ALL,
        kind=Words(),
        when=conditions.they_said_why,
        store=sightings.store_their_spots,
        choices=choices.offer_all_spots,
        label="their words name",
        help="Type a part of a word, such as long or example; :more shows all.",
    ),
)
