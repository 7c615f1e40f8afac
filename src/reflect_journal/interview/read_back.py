"""What is read back before saving, and which questions each row asks again."""

from collections.abc import Iterator
from typing import Any

from reflect_journal.interview.kinds import CANNOT_TELL, Choice
from reflect_journal.interview.question import Question, Situation
from reflect_journal.interview.script import Script
from reflect_journal.model.days import format_day
from reflect_journal.model.terms import CHANGEABLE_LABELS
from reflect_journal.model.text import strip_lead

PLAN_KEYS = ("cue", "action", "obstacle")
UP_FRONT = ("what_worked", "lesson", *PLAN_KEYS, "read-back", "gate")


def list_rows(
    script: Script, situation: Situation, *, rest: bool
) -> tuple[Choice, ...]:
    """Give the rows; a row's value names the questions that change it."""
    rows = _list_rest(script, situation) if rest else _list_first(script, situation)
    return tuple(
        # A row is one line, also of a mail that had several.
        Choice(number, value, label, " ".join(text.split()))
        for number, (value, label, text) in enumerate(rows, 1)
    )


def _list_first(script: Script, situation: Situation) -> Iterator[tuple[str, str, str]]:
    yield "what_worked", "worked", situation.get("what_worked") or "nothing noted"
    yield "lesson", "take along", situation.get("lesson") or "nothing noted"
    if any(question.key == "cue" for question in script.questions):
        yield "cue action obstacle", "plan", _describe_plan(situation)
    for question in script.questions:
        if not question.asked:
            yield question.key, question.label, _describe_unasked(question, situation)
    yield "rest", "all the rest", ""


def _describe_unasked(question: Question, situation: Situation) -> str:
    """Write an answer, or the day that stands for it where nobody gave one."""
    answer = situation.get(question.key) or situation.begun_on.isoformat()
    return format_answer(question, answer, situation)


def _describe_plan(situation: Situation) -> str:
    worded = (
        ("cue", "if ", ("if",)),
        ("action", "I ", ("then", "I")),
        ("obstacle", "in the way: ", ()),
    )
    parts = [
        f"{lead}{strip_lead(situation.get(key), *said)}"
        for key, lead, said in worded
        if situation.has(key)
    ]
    return ", ".join(parts) or "no plan"


def _list_rest(script: Script, situation: Situation) -> Iterator[tuple[str, str, str]]:
    for question in script.questions:
        up_front = question.key in UP_FRONT or not question.asked
        if not up_front and question.when(situation):
            answer = situation.get(question.key)
            yield (
                question.key,
                question.label,
                format_answer(question, answer, situation),
            )


def format_answer(question: Question, answer: Any, situation: Situation) -> str:
    """Write an answer as the person would recognise it, "" where there is none."""
    labels = {choice.value: choice.label for choice in question.choices(situation)}
    known = situation.vocabulary
    match answer:
        case None:
            return ""
        case {"sting": sting, "feeling": feeling}:
            return " ".join(str(part) for part in (sting, feeling) if part)
        case dict():
            sortings = {spot: CHANGEABLE_LABELS[one] for spot, one in answer.items()}
            pairs = [
                f"{known.get_label(spot)}: {one}" for spot, one in sortings.items()
            ]
            return ", ".join(pairs)
        case list():
            return ", ".join(labels.get(one, "something else") for one in answer)
    if question.key == "date":
        return format_day(answer)
    return (
        "cannot tell" if answer == CANNOT_TELL else labels.get(str(answer), str(answer))
    )
