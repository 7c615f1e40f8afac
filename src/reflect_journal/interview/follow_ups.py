"""The gentle question behind a sentence that judges the whole person."""

from typing import Any

from reflect_journal.interview import delicate
from reflect_journal.interview.kinds import text
from reflect_journal.interview.question import Document, Question, Situation
from reflect_journal.model.paths import find_at, parse_path, put_at

SUFFIX = ":which-moment"


def ask_for_moment(key: str, step: int, path: str) -> Question:
    """Ask, once in a reflection, which moment made the person think it."""

    def when(situation: Situation) -> bool:
        asked_before = any(
            other.endswith(SUFFIX) and other != key + SUFFIX
            for other in situation.answers
        )
        return not asked_before and delicate.is_global_judgement(
            _find_text(situation.get(key))
        )

    def store(document: Document, answer: str, _: Situation) -> None:
        before = find_at(document, parse_path(path)) or ""
        put_at(document, parse_path(path), f"{before}\n\n{answer}".lstrip())

    return Question(
        key=key + SUFFIX,
        step=step,
        wording=delicate.JUDGEMENT_QUESTION,
        hint=delicate.JUDGEMENT_HINT,
        kind=text(),
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
