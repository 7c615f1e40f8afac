"""Whether answers that come from a file mean something to every question."""

from datetime import date

from reflect_journal.interview.assembly import assemble_document
from reflect_journal.interview.presenting import present
from reflect_journal.interview.read_back import format_answer
from reflect_journal.interview.session import Session

SENSELESS = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)


def makes_sense(session: Session, started: str) -> bool:
    """Go through an interview without anybody watching.

    Args:
        session: an interview whose state a hand or another program may have changed.
        started: when it began, as its draft tells it.

    Returns:
        Whether it can be gone on with; else a question would break in the middle.
    """
    try:
        for key in (*session.asked, *session.revisit):
            session.find_question(key)
        for question in session.questions:
            answer = session.answers.get(question.key)
            if question.when(session.situation):
                present(session, question, 0)
                format_answer(question, answer, session.situation)
        assemble_document(session, date.fromisoformat(started[:10]))
    except SENSELESS:
        return False
    return True
