"""From answers to a document, and from a saved document to the answers it holds."""

from collections.abc import Mapping
from copy import deepcopy
from datetime import date
from typing import Any

from reflect_journal.interview import rounds, sightings, storing
from reflect_journal.interview.question import Document, Question
from reflect_journal.interview.session import Session
from reflect_journal.interview.typed import Line
from reflect_journal.model.days import read_day
from reflect_journal.model.paths import find_at, parse_path
from reflect_journal.model.terms import UNNAMED

EMPTY: tuple[Any, ...] = (None, "", [], {})


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
    document: Document = deepcopy(base or {})
    form = session.script.form
    document = {"form": form, **document} | {"form": form}
    place = rounds.bring_main_round_forward(document)
    recalled = set(session.answers.get("recalled") or [])
    for question in session.questions:
        if _is_given(session, question.key):
            _store(question, document, session, was_known=question.key in recalled)
    _keep_first_change(document, session.answers)
    for text in session.answers.get("aside") or []:
        storing.append_text(document, "feeling", text)
    document.setdefault("company", UNNAMED)
    if base is None:
        document.setdefault("rejected_on", started_on.isoformat())
    if form == "quick" and document.get("stage_reached"):
        document["rounds"][0].setdefault("stage", document["stage_reached"])
    stage = session.answers["stage"] if _is_given(session, "stage") else None
    if form == "full" and stage not in {None, "applied"}:
        # A talk took place, also where nothing could be told about it.
        document["rounds"][0].setdefault("stage", stage)
    rounds.put_rounds_back(document, place, stage)
    if base and "rounds" in base:
        document.setdefault("rounds", base["rounds"])
    return document


def _is_given(session: Session, key: str) -> bool:
    """Tell whether an answer is new, not only recalled from the saved document."""
    recalled = session.answers.get("recalled") or []
    return key in session.answers and (key in session.asked or key not in recalled)


def _store(
    question: Question, document: Document, session: Session, *, was_known: bool
) -> None:
    answer, situation = session.answers[question.key], session.situation
    if answer in EMPTY:
        if not was_known:
            return
        answer = None
    elif not (question.when(situation) or isinstance(question.kind, Line)):
        return
    if question.path:
        storing.place(document, question.path, answer)
    else:
        question.store(document, answer, situation)


def _keep_first_change(document: Document, answers: Mapping[str, Any]) -> None:
    # Offered as the lesson; when another lesson was typed it must not be lost.
    change, lesson = answers.get("still"), f"{document.get('lesson')}\n\n"
    if change and not lesson.startswith(f"{change}\n\n"):
        storing.append_text(document, "rounds[0].note", change)


def recall_answers(session: Session, document: Document) -> dict[str, Any]:
    """Give the answers that a saved document holds already.

    Further keys: "recalled" lists the questions they answer, so that only new answers
    are stored again; "named_before" and "sorted_before" are about its weak spots.
    """
    from reflect_journal.model.tolerance import load_reflection

    known = load_reflection(document).to_document()
    if not read_day(document.get("rejected_on")):
        known.pop("rejected_on")
    rounds.bring_main_round_forward(known)
    answers: dict[str, Any] = {}
    for question in session.script.questions:
        if question.recall:
            value = question.recall(known)
        else:
            value = find_at(known, parse_path(question.path)) if question.path else None
        if value not in EMPTY:
            answers[question.key] = value
        elif question.key == "date":
            # What no program can read as a day stays until somebody changes it.
            answers["date"] = None
    recalled = list(answers)
    for question in session.script.questions:
        # What was said on another day is not taken up again, and only the facts
        # are there already.
        if question.follows in recalled or question.key == "gate":
            answers.setdefault(question.key, None)
    return {
        **answers,
        "recalled": recalled,
        "named_before": [one["weak_spot"] for one in known.get("sightings", [])],
        "sorted_before": sightings.recall_sorting(known),
    }
