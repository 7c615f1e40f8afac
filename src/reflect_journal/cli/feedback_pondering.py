"""A day after criticism came in: asking once which part of it could be true."""

from typing import Any, Final

from reflect_journal.cli.context import Context
from reflect_journal.cli.feedback_saving import find_prompter, note, questions
from reflect_journal.errors import NotSavedError, ReflectError
from reflect_journal.interview.single import QuitError, Single, ask_single
from reflect_journal.journal.record import FORMAT
from reflect_journal.model.days import format_day, read_day
from reflect_journal.model.outline import Outline
from reflect_journal.model.saved import SavedReflection

QUESTION: Final = Single(
    key="could-be-true",
    wording="Which part of it could be true?",
    hint="Enter leaves it; this is asked once",
    help="Not whether it was fair. A small part is enough.",
)


def ponder(context: Context, outlines: list[Outline]) -> None:
    """Ask about the oldest words that have had a night's sleep, on a terminal only."""
    today = context.today.isoformat()
    since = [
        (one.feedback.ponder_since, one.id)
        for one in outlines
        if one.feedback.ponder_since and one.feedback.ponder_since < today
    ]
    if not since or context.options.json:
        return
    prompter = find_prompter(context)
    saved = context.journal.get([min(since)[1]])[0]
    at = find_unpondered(saved.document, today)
    if prompter is None or at is None or saved.version > FORMAT:
        return
    heard = saved.document["heard"][at]
    company = saved.document.get("company") or ""
    day = format_day(heard.get("heard_on") or heard.get("noted_on"))
    prompter.say(f"\n{company}, {heard.get('by')}, {day}:\n{heard.get('words') or ''}")
    answer = ""
    try:
        with questions(context):
            answer = ask_single(prompter, QUESTION, context.today) or ""
    except QuitError:
        pass
    finally:
        _keep(context, saved, at, answer)


def find_unpondered(document: dict[str, Any], today: str) -> int | None:
    """Find the first words of an earlier day about which nothing was asked yet."""
    for at, one in enumerate(document["heard"]):
        if isinstance(one, dict) and not one.get("pondered_on"):
            noted_on = read_day(one.get("noted_on"))
            if noted_on and noted_on < today:
                return at
    return None


def _keep(context: Context, saved: SavedReflection, at: int, answer: str) -> None:
    def change(document: dict[str, Any]) -> None:
        document["heard"][at]["pondered_on"] = context.today.isoformat()
        if answer:
            document["heard"][at]["could_be_true"] = answer

    try:
        note(context, saved, change)
    except NotSavedError:
        # Without an answer nothing is lost but that it was asked.
        if answer:
            context.err.write_text(answer)
            raise
    except ReflectError:
        context.err.write_text(answer)
        raise
