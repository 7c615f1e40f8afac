"""One page before an interview: the person's own words, chosen and put in order.

Nothing here is new: every line was written or noted in a reflection and names it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from reflect_journal.insight.findings import StrengthFinding
from reflect_journal.insight.intervals import Count
from reflect_journal.model.reflection import Reflection
from reflect_journal.model.text import fold_text

MOST: Final = 5
MOST_PLANS: Final = 3
STEPS: Final = 5
"""What a preparation can hold, from the job ad (1) to practice aloud (5)."""
DISLIKED: Final = 2


@dataclass(frozen=True, slots=True)
class Source:
    """The reflection that a line comes from; the day is an ISO date."""

    id: str
    company: str
    rejected_on: str


@dataclass(frozen=True, slots=True)
class Told:
    """One line in the person's own words; `about` is what it answers, or ""."""

    text: str
    source: Source
    about: str = ""

    def to_json(self) -> dict[str, Any]:
        """Give one line of `prep --json`."""
        return {"text": self.text, "about": self.about, **asdict(self.source)}


@dataclass(frozen=True, slots=True)
class ToDo:
    """One if-then plan; `helped` is "yes" where it helped before, "" while open."""

    cue: str
    action: str
    helped: str
    source: Source

    def to_json(self) -> dict[str, Any]:
        """Give one plan of `prep --json`."""
        told = {"cue": self.cue, "action": self.action, "helped": self.helped or None}
        return {**told, **asdict(self.source)}


@dataclass(frozen=True, slots=True)
class Briefing:
    """What the journal holds for the next interview, the newest first in each part.

    `steps` tells for each step of a preparation in how many talks it was there;
    `unsure` tells which sides of the fit ("role", "culture") were rated low.
    """

    strengths: tuple[StrengthFinding, ...]
    worked: tuple[Told, ...]
    lessons: tuple[Told, ...]
    plans: tuple[ToDo, ...]
    answers: tuple[Told, ...]
    preparation: tuple[Told, ...]
    steps: tuple[Count, ...]
    unsure: tuple[Told, ...]
    friend_words: tuple[Told, ...]

    def to_json(self) -> dict[str, Any]:
        """Give the JSON of `prep`, without its schema and what was asked for."""
        return {
            "strengths": [one.to_json() for one in self.strengths],
            "worked": [one.to_json() for one in self.worked],
            "lessons": [one.to_json() for one in self.lessons],
            "plans": [one.to_json() for one in self.plans],
            "answers": [one.to_json() for one in self.answers],
            "preparation": [one.to_json() for one in self.preparation],
            "steps": [
                {"seen_in": one.seen_in, "of": one.looked_at_in} for one in self.steps
            ],
            "unsure": [one.to_json() for one in self.unsure],
            "friend_words": [one.to_json() for one in self.friend_words],
        }


Entry = tuple[str, Reflection]


def compose_briefing(
    entries: Sequence[Entry], strengths: Sequence[StrengthFinding], stage: str = ""
) -> Briefing:
    """Compose the page.

    Args:
        entries: ids and reflections that fit, the newest first.
        strengths: the strengths that were seen in them, by weight.
        stage: only what was asked and looked at in these talks; "" for all.
    """
    return Briefing(
        strengths=tuple(strengths[:MOST]),
        worked=_choose(entries, lambda one: [(one.what_worked, "")]),
        lessons=_choose(entries, lambda one: [(one.lesson, "")]),
        plans=tuple(_choose_plans(entries)),
        answers=_choose(entries, lambda one: _list_answers(one, stage)),
        preparation=_choose(entries, lambda one: _list_preparation(one, stage)),
        steps=_count_steps([one for _, one in entries], stage),
        unsure=_choose(entries, _list_unsure),
        friend_words=_choose(entries, lambda one: [(one.friend_words, "")])[:1],
    )


def _choose(
    entries: Iterable[Entry],
    give: Callable[[Reflection], Iterable[tuple[str, str]]],
) -> tuple[Told, ...]:
    """Choose the newest texts, each once."""
    chosen: dict[str, Told] = {}
    for identifier, reflection in entries:
        for text, about in give(reflection):
            key = fold_text(f"{about} {text}").strip()
            if text.strip() and key not in chosen:
                chosen[key] = Told(text, _name(identifier, reflection), about)
        if len(chosen) >= MOST:
            break
    return tuple(chosen.values())[:MOST]


def _choose_plans(entries: Iterable[Entry]) -> Iterator[ToDo]:
    """Choose what is open, then what helped; each newest first, each once."""
    chosen: dict[str, ToDo] = {}
    for wanted in ("", "yes"):
        for identifier, reflection in entries:
            plan = reflection.plan
            if not plan or not plan.action or len(chosen) >= MOST_PLANS:
                continue
            helped = plan.helped or "" if plan.tried else ""
            is_open = not plan.tried
            if (is_open and not wanted) or (wanted and helped == wanted):
                source = _name(identifier, reflection)
                todo = ToDo(plan.cue, plan.action, helped, source)
                chosen.setdefault(fold_text(f"{plan.cue} {plan.action}"), todo)
    yield from chosen.values()


def _list_answers(reflection: Reflection, stage: str) -> Iterator[tuple[str, str]]:
    for one in reflection.rounds:
        if stage in ("", one.stage):
            yield from ((each.next_time, each.asked) for each in one.questions)


def _list_preparation(reflection: Reflection, stage: str) -> Iterator[tuple[str, str]]:
    for one in reflection.rounds:
        review = one.areas.get("preparation")
        if review and stage in ("", one.stage):
            yield (review.next_time, "")


def _count_steps(reflections: Iterable[Reflection], stage: str) -> tuple[Count, ...]:
    ratings = [
        review.rating
        for reflection in reflections
        for one in reflection.rounds
        if stage in ("", one.stage)
        and (review := one.areas.get("preparation"))
        and review.rating
    ]
    return tuple(
        Count(sum(rating >= step for rating in ratings), len(ratings))
        for step in range(1, STEPS + 1)
    )


def _list_unsure(reflection: Reflection) -> Iterator[tuple[str, str]]:
    fit = reflection.fit
    if fit is None:
        return
    if fit.note:
        yield (fit.note, "note")
    for side, rating in (("role", fit.role), ("culture", fit.culture)):
        if rating and rating <= DISLIKED:
            yield (str(rating), side)


def _name(identifier: str, reflection: Reflection) -> Source:
    return Source(identifier, reflection.company, reflection.rejected_on.isoformat())
