"""Steps 2 and 3: what worked, and the moment to play again."""

from reflect_journal.interview import choices, conditions, sightings, storing
from reflect_journal.interview.facts import offer
from reflect_journal.interview.follow_ups import ask_for_moment
from reflect_journal.interview.question import Question, Situation
from reflect_journal.interview.typed import OneOf, text
from reflect_journal.interview.words import SEE_ALL, Words

OF_APPLICATION = "Which part of your application do you stand behind?"


def word_what_worked(situation: Situation) -> str:
    """Ask about the talk, or about the application where there was none."""
    if conditions.application_only(situation):
        return OF_APPLICATION
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
        example=lambda _: SEE_ALL,
        kind=Words(),
        store=sightings.store_strengths,
        recall=sightings.recall_strengths,
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
