"""The gentle question behind a sentence that judges the whole person."""

from typing import Any, Final

from reflect_journal.interview import delicate
from reflect_journal.interview.question import Document, Question, Situation
from reflect_journal.interview.storing import append_text
from reflect_journal.interview.typed import ROOM, Line
from reflect_journal.model.limits import TEXT_LIMIT

SUFFIX: Final = ":which-moment"


def ask_for_moment(key: str, step: int, path: str) -> Question:
    """Ask, once in a reflection, which moment made the person think it."""

    def when(situation: Situation) -> bool:
        text = _find_text(situation.get(key))
        if len(text) > TEXT_LIMIT - 2 * ROOM or not delicate.is_global_judgement(text):
            return False
        asked = [one for one in situation.answers if one.endswith(SUFFIX)]
        return asked in ([], [key + SUFFIX])

    def store(document: Document, answer: str, _: Situation) -> None:
        append_text(document, path, answer)

    return Question(
        key=key + SUFFIX,
        step=step,
        wording=delicate.JUDGEMENT_QUESTION,
        hint=delicate.JUDGEMENT_HINT,
        kind=Line(limit=ROOM),
        when=when,
        store=store,
        follows=key,
        label="which moment",
        help="One scene can be looked at; a whole person cannot.",
    )


def _find_text(answer: Any) -> str:
    if isinstance(answer, dict):
        return str(answer.get("feeling") or "")
    return answer if isinstance(answer, str) else ""
