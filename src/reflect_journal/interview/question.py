"""What a question is: wording, kind, when it is asked and where its answer goes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeAlias

from reflect_journal.interview.kinds import Choice, Kind
from reflect_journal.model.vocabulary import Vocabulary

Answers: TypeAlias = Mapping[str, Any]
"""Question key -> answer as plain JSON; None where the question was skipped."""

Ranking: TypeAlias = Callable[[str], Sequence[str]]
"""A text -> ids of the vocabulary that it may speak of, the likeliest first."""

Document: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class OpenPlan:
    """The newest plan nobody has told the outcome of, and the reflection it is in."""

    reflection: str
    cue: str
    action: str


@dataclass(frozen=True, slots=True)
class Situation:
    """What a question may look at: the answers so far and what surrounds them.

    `sorted_lately` is the person's latest own sorting of weak spots, by their ids,
    in other reflections; `began_on` the day on which the interview began, where that
    is not today; `rank` tells which words of the vocabulary a text may speak of.
    """

    answers: Answers
    vocabulary: Vocabulary
    today: date
    open_plan: OpenPlan | None = None
    sorted_lately: Mapping[str, str] = field(default_factory=dict)
    began_on: date | None = None
    rank: Ranking | None = None

    @property
    def begun_on(self) -> date:
        """The day that stands for a date nobody gave."""
        return self.began_on or self.today

    def get(self, key: str) -> Any:
        """Give the answer to a question, None where there is none."""
        return self.answers.get(key)

    def has(self, key: str) -> bool:
        """Tell whether a question was answered and not skipped."""
        return self.answers.get(key) not in (None, "", [], {})


Choices: TypeAlias = Callable[[Situation], tuple[Choice, ...]]
Condition: TypeAlias = Callable[[Situation], bool]
Store: TypeAlias = Callable[[Document, Any, Situation], None]
Recall: TypeAlias = Callable[[Document], Any]


def always(_: Situation) -> bool:
    """Ask in every case."""
    return True


def no_choices(_: Situation) -> tuple[Choice, ...]:
    """Offer nothing to choose from."""
    return ()


def nothing(_: Situation) -> str:
    """Suggest nothing."""
    return ""


def forget(_: Document, __: Any, ___: Situation) -> None:
    """Store nothing: the answer only decides what is asked."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    Attributes:
        key: its stable name in drafts.
        step: the step of the interview in which it is asked, from 1.
        wording: the question as the person reads it, or a function giving it.
        kind: how a typed line becomes an answer.
        when: whether it is asked, by the answers so far.
        path: where the answer is stored in the document, or "" if `store` does it.
        store: puts the answer into the document where a path does not say enough;
            an answer of None takes out what `recall` finds.
        recall: finds the answer in a saved document, for `reflect continue`, where a
            path does not say enough.
        choices: what can be chosen.
        hint: what Enter and other keys mean, as shown behind the question.
        suggestion: the answer that Enter takes instead of skipping.
        example: a dim line below the question.
        help: what `:help` says.
        follows: key of the question of which this is only a further move.
        label: its short name in the read-back.
        asked: false for what is only offered for change in the read-back.
    """

    key: str
    step: int
    wording: str | Callable[[Situation], str]
    kind: Kind
    when: Condition = always
    path: str = ""
    store: Store = forget
    recall: Recall | None = None
    choices: Choices = no_choices
    hint: str | Callable[[Situation], str] = ""
    suggestion: Callable[[Situation], str] = nothing
    example: Callable[[Situation], str] = nothing
    help: str = ""
    follows: str = ""
    label: str = ""
    asked: bool = True
