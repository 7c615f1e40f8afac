"""An interview under way: the answers so far decide what is asked next."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import dropwhile
from typing import Any

from reflect_journal.interview import delicate
from reflect_journal.interview.closing import READ_BACK
from reflect_journal.interview.kinds import Choice, Setting
from reflect_journal.interview.moves import THE_REST
from reflect_journal.interview.question import (
    OpenPlan,
    Question,
    Ranking,
    Situation,
)
from reflect_journal.interview.read_back import list_rows
from reflect_journal.interview.script import SCRIPTS, Script
from reflect_journal.interview.typed import Letters
from reflect_journal.interview.under_way import UnderWay, read_under_way
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
    """What an interview takes from outside: the words, the day, what was before.

    `sorted_lately` is the person's latest own sorting of weak spots, by their ids,
    in other reflections; `began_on` the day on which the interview began, where that
    is not today; `rank` tells which words of the vocabulary a text may speak of;
    `call` how the program is called, for the commands that a question names.
    """

    vocabulary: Vocabulary
    today: date
    open_plan: OpenPlan | None = None
    sorted_lately: Mapping[str, str] = field(default_factory=dict)
    began_on: date | None = None
    rank: Ranking | None = None
    call: str = "reflect"


@dataclass(frozen=True, slots=True)
class Session:
    """The state of one interview; every method gives a new one.

    Everything but the surroundings is plain JSON, so that a draft can hold it.

    Attributes:
        form: the form it began as; very raw news may turn it into "facts".
        answers: what is known, by question key, in the order of answering.
        asked: the keys that were asked in this interview, for :back.
        partial: what is under way: `moves` made within questions, by key, and the
            keys to `revisit` before going on; None for nothing.
        resting: whether a sentence about danger is being answered.
    """

    form: str
    surroundings: Surroundings
    answers: Mapping[str, Any] = field(default_factory=dict)
    asked: tuple[str, ...] = ()
    partial: Any = None
    resting: bool = False

    @property
    def under_way(self) -> UnderWay:
        """What is under way, read from what a draft can hold."""
        return read_under_way(self.partial)

    @property
    def revisit(self) -> tuple[str, ...]:
        """The keys to ask again before going on."""
        return self.under_way.revisit

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
            self.answers,
            around.vocabulary,
            around.today,
            around.open_plan,
            around.sorted_lately,
            around.began_on,
            around.rank,
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

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions that may hold an answer: of the script, and of the form.

        The script may have become a shorter one when the form's had begun.
        """
        keys = {one.key for one in self.script.questions}
        others = SCRIPTS[self.form].questions
        return *self.script.questions, *(one for one in others if one.key not in keys)

    def find_question(self, key: str) -> Question:
        """Find a question, the one that applies where two share a key."""
        sharing = [one for one in self.questions if one.key == key]
        situation = self.situation
        return next((one for one in sharing if one.when(situation)), sharing[0])

    def setting(self, question: Question) -> Setting:
        """Give what the question's kind needs to understand a line."""
        situation, under_way = self.situation, self.under_way
        moves = under_way.moves.get(question.key)
        if moves is None and question.key in under_way.revisit:
            moves = question.kind.take_up(self.answers.get(question.key))
        choices = question.choices(situation)
        if question.key == READ_BACK.key:
            choices = self.list_rows(moves)
        return Setting(choices, moves, situation.today)

    def list_rows(self, move: Any) -> tuple[Choice, ...]:
        """Give the rows of the read-back, as far as a move opened them."""
        rest = move == THE_REST.value
        return list_rows(self.script, self.situation, rest=rest)

    def answer(self, question: Question, value: Any) -> "Session":
        """Keep an answer and go on; None for a question that was skipped."""
        key, under_way = question.key, self.under_way.with_move(question.key, None)
        answered = replace(
            self,
            answers={**self.answers, key: value},
            asked=self.asked if key in self.asked else (*self.asked, key),
        )
        left = dropwhile(
            answered.has_nothing_at, (one for one in self.revisit if one != key)
        )
        return replace(answered, partial=under_way.with_revisit((*left,)).to_json())

    def has_nothing_at(self, key: str) -> bool:
        """Tell whether a question neither holds an answer nor would be asked."""
        applies = self.find_question(key).when(self.situation)
        return not (applies or self.answers.get(key))

    def ask_again(self, keys: tuple[str, ...]) -> "Session":
        """Ask these before going on."""
        under_way = self.under_way.with_move(READ_BACK.key, None).with_revisit(keys)
        return replace(self, partial=under_way.to_json(), resting=False)

    def move_to(self, question: Question, move: Any) -> "Session":
        """Go on within a question from other moves; None for none."""
        under_way = self.under_way.with_move(question.key, move)
        return replace(self, partial=under_way.to_json())

    def go_back(self) -> "Session | None":
        """Ask the question before this one again; None at the first.

        One in which moves were made is asked again afterwards, so that they count.
        """
        at = self.revisit[0] if self.revisit else None
        before = self.asked[: self.asked.index(at)] if at in self.asked else self.asked
        situation = self.situation
        applicable = [key for key in before if self.find_question(key).when(situation)]
        left = self.revisit if at in self.under_way.moves else ()
        return self.ask_again((applicable[-1], *left)) if applicable else None
