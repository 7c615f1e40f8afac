"""`reflect` alone: where you stand, in at most three lines."""

from typing import Final

from reflect_journal.cli.context import Context
from reflect_journal.errors import JournalUnusableError
from reflect_journal.journal.kept_words import list_kept
from reflect_journal.model.outline import Outline

UNSAVED: Final = "Changes to {name} wait that were not saved: {call} edit {short}"

WORDS: Final = (
    "Words that somebody said were not saved yet: {call} feedback add {short}"
)


def status(context: Context) -> None:
    """Say what waits: an unfinished draft, a short reflection, an open plan."""
    from reflect_journal.cli.next_step import find_waiting

    outlines = survey_kindly(context)
    waiting = find_waiting(context, outlines)
    if context.options.json:
        draft, short, plan = waiting.draft, waiting.short, waiting.plan
        context.answer_json(
            {
                "reflections": len(outlines),
                "draft": str(context.drafts.path_of(draft.id)) if draft else None,
                "short": short.id if short else None,
                "plan": plan[1] if plan else None,
                "due": [one.id for one in waiting.due],
                "unsaved_words": list_kept(context.places),
            }
        )
        return
    from reflect_journal.terminal.status_view import render_status

    tell_unsaved(context)
    standing = waiting.describe(context)
    context.out.write(render_status(context.out, standing, count=len(outlines)))
    if any(one.feedback.ponder_since for one in outlines):
        from reflect_journal.cli.feedback_pondering import ponder

        ponder(context, outlines)


def tell_unsaved(context: Context) -> None:
    """Say which saved reflections have changes that were not saved yet."""
    from reflect_journal.journal.drafts import DraftStore

    for draft in DraftStore(context.places, folder=context.places.edits).load_all():
        name = str(draft.answers.get("company") or "a reflection")
        short = context.shorten_id(draft.id)
        context.err.write_folded(
            UNSAVED.format(call=context.call, name=name, short=short)
        )
    for identifier in list_kept(context.places):
        short = context.shorten_id(identifier)
        context.err.write_folded(WORDS.format(call=context.call, short=short))


def survey_kindly(context: Context) -> list[Outline]:
    """Read the journal; one that cannot be used is told, and is no error here."""
    try:
        return context.survey().outlines
    except JournalUnusableError as error:
        context.err.write_folded(str(error))
        return []
