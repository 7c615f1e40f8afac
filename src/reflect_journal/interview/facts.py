"""Step 1, the facts; and the whole of the form that asks for nothing else."""

from collections.abc import Callable

from reflect_journal.interview import choices, conditions, storing
from reflect_journal.interview.kinds import Choice
from reflect_journal.interview.question import Question, Situation
from reflect_journal.interview.typed import (
    DateLine,
    Letters,
    OneOf,
    Sting,
    lines,
    name,
    text,
)
from reflect_journal.model.terms import UNNAMED

GATE_TEXT = (
    "That is raw. Suggested: only the facts now, two minutes, the rest another day."
)


def offer(
    *offered: Choice,
) -> Callable[[Situation], tuple[Choice, ...]]:
    """Offer the same choices whatever was answered."""
    return lambda _: offered


STING = Question(
    key="sting",
    step=1,
    wording="How much does it hurt right now?  1 hardly ... 5 a lot",
    hint="(a word after the number is welcome: 4 flat)",
    kind=Sting(),
    store=storing.store_sting,
    recall=storing.recall_sting,
    label="hurts",
    help="It is shown back to you and never counted or analysed. After a 5 a shorter "
    "form is suggested.",
)
GATE = Question(
    key="gate",
    step=1,
    wording=GATE_TEXT,
    hint="Enter = only the facts, g = go on",
    kind=Letters(enter="facts", letters={"g": "go-on"}),
    when=conditions.very_raw,
    follows="sting",
    help="Nothing is decided for you: g asks everything now. With Enter, "
    "{call} continue asks for the rest whenever you like.",
)
COMPANY = Question(
    key="company",
    step=1,
    wording="Which company?",
    kind=name(),
    path="company",
    recall=storing.recall_company,
    label="company",
    help=f"Any name you will know it by. Without one it is called {UNNAMED}.",
)
ROLE = Question(
    key="role",
    step=1,
    wording="Which role?",
    kind=name(),
    path="role",
    label="role",
    help="The job as the ad or you would call it.",
)
DATE = Question(
    key="date",
    step=1,
    wording="When did you hear?",
    hint="Enter = today; or yesterday, 3 days ago, 2026-11-18",
    kind=DateLine(),
    path="rejected_on",
    label="heard on",
    help="The day on which you learnt of the no; last tuesday and 18 Nov work too.",
)
STAGE = Question(
    key="stage",
    step=1,
    wording="How far did you get?",
    kind=OneOf(),
    path="stage_reached",
    recall=storing.recall_stage,
    choices=offer(*choices.STAGE_CHOICES),
    label="got to",
    help="The last thing that took place. Its number is enough.",
)
ENDING = Question(
    key="ending",
    step=1,
    wording="How did it end?",
    kind=OneOf(),
    store=storing.store_ending,
    recall=storing.recall_ending,
    choices=offer(*choices.ENDS),
    label="ended by",
    help="How the no reached you, or that nobody ever wrote, or that it was you.",
)
THEIR_MAIL = Question(
    key="their_words",
    step=1,
    wording="Their mail or words, if you have them.",
    hint="A line with only a full stop ends it.",
    kind=lines(),
    path="their_words",
    label="their words",
    help="Paste it as it is. An empty first line, or a full stop alone, skips it.",
)
NOT_TO_FORGET = Question(
    key="moment",
    step=1,
    wording="Anything you do not want to forget until then? One line is enough.",
    kind=text(),
    path="moment",
    label="remember",
    help="A question they asked, a sentence, a face. It waits for you here.",
)
FACTS = (COMPANY, ROLE, DATE, STAGE, ENDING)
FACTS_ONLY = (STING, GATE, *FACTS, THEIR_MAIL, NOT_TO_FORGET)
