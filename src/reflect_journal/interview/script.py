"""The three scripts: which questions, in which order."""

from dataclasses import dataclass

from reflect_journal.interview.around import AROUND, THEIR_SIDE
from reflect_journal.interview.closing import TAKE_ALONG
from reflect_journal.interview.facts import FACTS, FACTS_ONLY, GATE, STING
from reflect_journal.interview.follow_ups import ask_for_moment
from reflect_journal.interview.moment import MOMENT, WORKED
from reflect_journal.interview.question import Question
from reflect_journal.interview.quick import QUICK
from reflect_journal.interview.talk import APPLICATION, LOOK_HINT, LOOKS


@dataclass(frozen=True, slots=True)
class Script:
    """One form of the interview.

    `steps` is 0 where the form is too short to be told in steps; `step_hints` says
    what is true for all questions of a step.
    """

    form: str
    opening: str
    questions: tuple[Question, ...]
    steps: int = 0
    step_hints: tuple[tuple[int, str], ...] = ()


HOW_TO = """\
:back goes back   :help explains   :quit stops, nothing is lost
What you write stays on this computer."""
FULL = Script(
    form="full",
    opening=f"About ten minutes, one question at a time. Enter skips any of them.\n"
    f"{HOW_TO}",
    questions=(
        STING,
        GATE,
        ask_for_moment("sting", step=1, path="feeling"),
        *FACTS,
        *WORKED,
        *MOMENT,
        *LOOKS,
        *APPLICATION,
        *AROUND,
        *THEIR_SIDE,
        *TAKE_ALONG,
    ),
    steps=7,
    step_hints=((4, LOOK_HINT),),
)
QUICK_SCRIPT = Script(
    form="quick",
    opening="Three minutes, eight questions. {call} continue asks for the rest "
    f"another day.\nEnter skips any of them.\n{HOW_TO}",
    questions=QUICK,
)
FACTS_SCRIPT = Script(form="facts", opening="", questions=FACTS_ONLY)
SCRIPTS = {"full": FULL, "quick": QUICK_SCRIPT, "facts": FACTS_SCRIPT}
