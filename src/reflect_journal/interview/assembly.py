"""From answers to a document, and from a saved document to the answers it holds."""

import json
from datetime import date
from typing import Any

from reflect_journal.interview import storing
from reflect_journal.interview.question import Document, Question, Situation
from reflect_journal.interview.session import Session
from reflect_journal.model.paths import find_at, parse_path, put_at
from reflect_journal.model.terms import UNNAMED


def assemble_document(
    session: Session, started_on: date, base: Document | None = None
) -> Document:
    """Put every answer where it belongs.

    A text stays even if its question would no longer be asked: a person who
    corrects the stage must not lose the story.

    Args:
        session: the interview, finished or not.
        started_on: the day that stands for a date nobody gave.
        base: the saved document that is being continued; its fields survive.
    """
    document: Document = json.loads(json.dumps(base or {}))
    document.pop("form", None)
    document = {"form": session.script.form, **document}
    storing.bring_main_round_forward(document)
    situation = session.situation
    for question in session.script.questions:
        answer = session.answers.get(question.key)
        if question.key in _given(session) and answer not in (None, "", [], {}):
            _store(question, document, answer, situation)
    _keep_first_change(document, situation)
    document.setdefault("company", UNNAMED)
    document.setdefault("rejected_on", started_on.isoformat())
    if session.script.form == "quick" and document.get("stage_reached"):
        document.setdefault("rounds", [{}])
    storing.arrange_rounds(document)
    return document


def _given(session: Session) -> set[str]:
    recalled = set(session.answers.get("recalled") or [])
    return set(session.answers) - (recalled - set(session.asked))


def _store(
    question: Question, document: Document, answer: Any, situation: Situation
) -> None:
    if not question.when(situation) and not isinstance(answer, str):
        return
    if question.path:
        put_at(document, parse_path(question.path), answer)
    else:
        question.store(document, answer, situation)


def _keep_first_change(document: Document, situation: Situation) -> None:
    # Offered as the lesson; when another lesson was typed it must not be lost.
    change = situation.get("still")
    if change and document.get("lesson") != change:
        path = parse_path("rounds[0].note")
        before = find_at(document, path) or ""
        if change not in before:
            put_at(document, path, f"{before}\n\n{change}".lstrip())


def recall_answers(session: Session, document: Document) -> dict[str, Any]:
    """Give the answers that a saved document holds already.

    The key "recalled" lists them, so that only new answers are stored again.
    """
    forward: Document = json.loads(json.dumps(document))
    storing.bring_main_round_forward(forward)
    answers: dict[str, Any] = {}
    for question in session.script.questions:
        if question.recall:
            value = question.recall(forward)
        elif question.path:
            value = find_at(forward, parse_path(question.path))
        else:
            value = None
        if value not in (None, "", [], {}):
            answers[question.key] = value
    known = list(answers)
    for question in session.script.questions:
        if question.follows in known:
            # What was said on another day is not taken up again.
            answers.setdefault(question.key, None)
    named = [one["weak_spot"] for one in forward.get("sightings", [])]
    return {**answers, "recalled": known, "named_before": named}
