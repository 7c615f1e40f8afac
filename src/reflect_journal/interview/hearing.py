"""What a typed line does to an interview."""

from dataclasses import replace
from typing import Final

from reflect_journal.interview import delicate
from reflect_journal.interview.kinds import (
    Answered,
    Halt,
    Partly,
    Refused,
    Reply,
    Revisit,
)
from reflect_journal.interview.question import Question
from reflect_journal.interview.session import REST, Session
from reflect_journal.interview.typed import ROOM
from reflect_journal.model.text import normalise_text

ASIDES: Final = 2
"""How often words that are no answer are kept aside: as many as there is room for."""


def hear(session: Session, question: Question, line: str) -> tuple[Session, Reply]:
    """Take one typed answer to the current question and say what it did."""
    line = normalise_text(line)
    reply = _understand(session, question, line)
    match reply:
        case Answered(value) if question is REST:
            rested = replace(session, resting=False)
            return (rested, Halt("rest")) if value == "stop" else (rested, reply)
        case Answered(value):
            answered = session.answer(question, value)
            return replace(answered, resting=delicate.is_danger(line)), reply
        case Partly(value):
            return session.move_to(question, value), reply
        case Revisit(keys):
            return session.ask_again(keys), reply
        case Refused() if question is not REST and _must_be_heard(session, line):
            return _keep_aside(session, line), Partly(None)
        case _:
            return session, reply


def _understand(session: Session, question: Question, line: str) -> Reply:
    setting = session.setting(question)
    if question.kind.shape != "lines":
        line = line.strip()
    if line.strip():
        return question.kind.parse(line, setting)
    if question.key not in session.under_way.moves:
        standing = session.answers.get(question.key)
        if question.key in session.revisit and standing is not None:
            return Answered(standing)
        if question.suggestion(session.situation):
            return Answered(question.suggestion(session.situation))
    return question.kind.finish(setting)


def _must_be_heard(session: Session, line: str) -> bool:
    aside = session.answers.get("aside") or []
    return delicate.is_danger(line) and len(line) <= ROOM and len(aside) < ASIDES


def _keep_aside(session: Session, line: str) -> Session:
    """Keep words that are no answer but must not go unheard."""
    aside = [*(session.answers.get("aside") or []), line.strip()]
    return replace(session, answers={**session.answers, "aside": aside}, resting=True)
