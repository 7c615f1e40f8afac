"""`reflect` alone: where you stand, in at most three lines."""

from reflect_journal.cli.context import Context
from reflect_journal.cli.standing import find_due, find_open_plan, find_short
from reflect_journal.errors import JournalUnusableError
from reflect_journal.model.outline import Outline


def status(context: Context) -> None:
    """Say what waits: an unfinished draft, a short reflection, an open plan."""
    from reflect_journal.cli.unfinished import find_drafts

    outlines = survey_kindly(context)
    drafts = find_drafts(context)
    draft = drafts[0] if drafts else None
    short = find_short(context, outlines)
    if draft and short and short.id in {draft.id, draft.base}:
        short = None
    plan = find_open_plan(context, outlines)
    due = find_due(context, outlines)
    if context.options.json:
        context.answer_json(
            {
                "reflections": len(outlines),
                "draft": str(context.drafts.path_of(draft.id)) if draft else None,
                "short": short.id if short else None,
                "plan": plan[1] if plan else None,
                "due": [outline.id for outline, _ in due],
            }
        )
        return
    from reflect_journal.terminal.feedback_view import describe_due
    from reflect_journal.terminal.status_view import render_status

    lines = render_status(
        context.out,
        count=len(outlines),
        drafts=[str(one.answers.get("company") or "") for one in drafts],
        short=(short.company, context.shorten_id(short.id)) if short else None,
        plan=plan[1] if plan else None,
        due=[
            describe_due(outline, day, context.shorten_id(outline.id))
            for outline, day in due
        ],
    )
    context.out.write(lines)
    from reflect_journal.cli.feedback_pondering import ponder

    ponder(context, outlines)


def survey_kindly(context: Context) -> list[Outline]:
    """Read the journal; one that cannot be used is told, and is no error here."""
    try:
        return context.survey().outlines
    except JournalUnusableError as error:
        context.err.write_folded(str(error))
        return []
