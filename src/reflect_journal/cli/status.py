"""`reflect` alone: where you stand, in at most three lines."""

from reflect_journal.cli.context import Context
from reflect_journal.errors import JournalUnusableError
from reflect_journal.model.outline import Outline


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
            }
        )
        return
    from reflect_journal.terminal.status_view import render_status

    standing = waiting.describe(context)
    context.out.write(render_status(context.out, standing, count=len(outlines)))
    if any(one.feedback.ponder_since for one in outlines):
        from reflect_journal.cli.feedback_pondering import ponder

        ponder(context, outlines)


def survey_kindly(context: Context) -> list[Outline]:
    """Read the journal; one that cannot be used is told, and is no error here."""
    try:
        return context.survey().outlines
    except JournalUnusableError as error:
        context.err.write_folded(str(error))
        return []
