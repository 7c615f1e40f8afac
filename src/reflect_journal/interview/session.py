"""An interview under way: the answers so far decide what is asked next."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from reflect_journal.interview import delicate
from reflect_journal.interview.closing import READ_BACK
from reflect_journal.interview.kinds import (
    Answered,
    Halt,
    Letters,
    Partly,
    Refused,
    Reply,
    Revisit,
    Setting,
)
from reflect_journal.interview.question import OpenPlan, Question, Situation
from reflect_journal.interview.read_back import list_rows
from reflect_journal.interview.script import SCRIPTS, Script
from reflect_journal.model.text import normalise_text
from reflect_journal.model.vocabulary import Vocabulary

REST = Question(
    key="rest",
    step=0,
    wording=delicate.DANGER_TEXT,
    hint=delicate.DANGER_HINT,
    kind=Letters(enter="stop", letters={"g": "go-on"}),
    help="Everything so far is kept, whichever you choose.",
)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an interview takes from outside: the words, the day, an earlier plan."""

    vocabulary: Vocabulary
    today: date
    open_plan: OpenPlan | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """The state of one interview; every method gives a new one.

    Attributes:
        form: the form it began as; very raw news may turn it into "facts".
        answers: what is known, by question key, in the order of answering.
        asked: the keys that were asked in this interview, for :back.
        partial: the moves made so far within the current question.
        revisit: keys to ask again before going on.
        resting: whether a sentence about danger is being answered.
    """

    form: str
    surroundings: Surroundings
    answers: Mapping[str, Any] = field(default_factory=dict)
    asked: tuple[str, ...] = ()
    partial: Any = None
    revisit: tuple[str, ...] = ()
    resting: bool = False

    @property
    def script(self) -> Script:
        """The script that is being followed."""
        facts_only = self.answers.get("gate") == "facts"
        return SCRIPTS["facts" if facts_only else self.form]

    @property
    def situation(self) -> Situation:
        """What questions may look at."""
        around = self.surroundings
        return Situation(
            self.answers, around.vocabulary, around.today, around.open_plan
        )

    @property
    def current(self) -> Question | None:
        """The question to ask now, None when all is answered."""
        if self.resting:
            return REST
        if self.revisit:
            return self.find_question(self.revisit[0])
        situation = self.situation
        return next(
            (
                question
                for question in self.script.questions
                if question.asked
                and question.key not in self.answers
                and question.when(situation)
            ),
            None,
        )

    def find_question(self, key: str) -> Question:
        """Find a question of the script, the one that applies where two share a key."""
        sharing = [one for one in self.script.questions if one.key == key]
        situation = self.situation
        return next((one for one in sharing if one.when(situation)), sharing[0])

    def hear(self, line: str) -> tuple["Session", Reply]:
        """Take one typed answer and say what it did."""
        question = self.current
        if question is None:
            return self, Refused("There is nothing left to ask.")
        reply = self._understand(question, normalise_text(line))
        match reply:
            case Answered(value) if question is REST:
                rested = replace(self, resting=False)
                return (rested, Halt("rest")) if value == "stop" else (rested, reply)
            case Answered(value):
                return self._answer(question, value), reply
            case Partly(value):
                return replace(self, partial=value), reply
            case Revisit(keys):
                return replace(self, revisit=keys, partial=None), reply
            case _:
                return self, reply

    def _understand(self, question: Question, line: str) -> Reply:
        setting = self.setting(question)
        if question.kind.shape == "lines":
            empty = not line.strip()
        else:
            line = line.strip()
            empty = not line
        if not empty:
            return question.kind.parse(line, setting)
        if question.key in self.revisit and self.partial is None:
            return Answered(self.answers.get(question.key))
        if self.partial is None and question.suggestion(self.situation):
            return Answered(question.suggestion(self.situation))
        return question.kind.finish(setting)

    def setting(self, question: Question) -> Setting:
        """Give what the question's kind needs to understand a line."""
        situation = self.situation
        choices = question.choices(situation)
        if question.key == READ_BACK.key:
            choices = list_rows(self.script, situation, rest=self.partial == "rest")
        return Setting(choices, self.partial, situation.today)

    def _answer(self, question: Question, value: Any) -> "Session":
        key = question.key
        asked = self.asked if key in self.asked else (*self.asked, key)
        return replace(
            self,
            answers={**self.answers, key: value},
            asked=asked,
            partial=None,
            revisit=tuple(one for one in self.revisit if one != key),
            resting=isinstance(value, str | dict) and delicate.is_danger(str(value)),
        )

    def move_to(self, partial: Any) -> "Session":
        """Go on within the current question from another state."""
        return replace(self, partial=partial)

    def skip(self) -> "Session":
        """Leave the current question without an answer."""
        question = self.current
        if question is None or question is REST:
            return self
        return self._answer(question, None)

    def go_back(self) -> "Session | None":
        """Ask the question before this one again; None at the first."""
        at = self.revisit[0] if self.revisit else None
        before = self.asked[: self.asked.index(at)] if at in self.asked else self.asked
        applicable = [
            key for key in before if self.find_question(key).when(self.situation)
        ]
        if not applicable:
            return None
        return replace(self, revisit=(applicable[-1],), partial=None, resting=False)
