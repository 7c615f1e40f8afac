"""From the state of an interview to the prompt that a prompter shows."""

from dataclasses import replace

from reflect_journal.interview.conditions import application_only
from reflect_journal.interview.kinds import Partly
from reflect_journal.interview.moves import (
    THE_REST,
    WHAT_THEY_SAID,
    ReadBack,
    Sorting,
)
from reflect_journal.interview.prompt import Prompt
from reflect_journal.interview.question import Question
from reflect_journal.interview.read_back import format_answer
from reflect_journal.interview.session import Session
from reflect_journal.interview.typed import Line, Some
from reflect_journal.interview.words import Words

IN_ROWS = (ReadBack, Sorting, Words)
KEEP_HINT = "Enter keeps it, :skip empties it"


def present(
    session: Session, question: Question, step_shown: int, move: Partly | None = None
) -> Prompt:
    """Give the prompt of the current question.

    Args:
        session: the interview.
        question: its current question.
        step_shown: the step whose line the person saw last.
        move: the move just made within this question, if there was one.
    """
    situation, setting = session.situation, session.setting(question)
    if setting.partial == THE_REST.value:
        move = THE_REST
    if setting.partial == WHAT_THEY_SAID.value:
        move = WHAT_THEY_SAID
    wording, hint = question.wording, question.hint
    prompt = Prompt(
        key=question.key,
        wording=wording(situation) if callable(wording) else wording,
        choices=tuple(question.kind.show(setting)),
        in_rows=isinstance(question.kind, IN_ROWS) or question.kind.shape == "pick",
        hint=hint(situation) if callable(hint) else hint,
        example=question.example(situation),
        shape=question.kind.shape,
        at_most=question.kind.at_most if isinstance(question.kind, Some) else 1,
        takes_lines=isinstance(question.kind, Line) and question.kind.takes_lines,
    )
    if move is not None and (move.note or move.hint):
        return replace(prompt, wording=move.note, hint=move.hint, example="")
    return _place(_suggest(prompt, session, question), session, question, step_shown)


def _suggest(prompt: Prompt, session: Session, question: Question) -> Prompt:
    if question.key in session.revisit:
        answer = session.answers.get(question.key)
        now = format_answer(question, answer, session.situation)
        if now:
            editable = answer if isinstance(answer, str) and now == answer else ""
            return replace(prompt, now=now, editable=editable, hint=KEEP_HINT)
    suggestion = question.suggestion(session.situation)
    return replace(prompt, hint=f"Enter = {suggestion}") if suggestion else prompt


def _place(
    prompt: Prompt, session: Session, question: Question, step_shown: int
) -> Prompt:
    script = session.script
    if not script.steps or question.step in {0, step_shown}:
        return prompt
    place = f"step {question.step} of {script.steps}"
    # Without a talk one question stands in for the looks, and is no look itself.
    looks = not application_only(session.situation)
    hint = dict(script.step_hints).get(question.step, "") if looks else ""
    return replace(prompt, place=place, place_hint=hint)
