"""`reflect prep`: one page before an interview, in the person's own words."""

from typing import Annotated, Final

import typer

from reflect_journal.cli.context import Context
from reflect_journal.query.filters import Filters
from reflect_journal.query.options import parse_stage

LATEST: Final = 200
Role = Annotated[
    str, typer.Option("--role", metavar="WORDS", help="Words of the role.")
]
Stage = Annotated[
    str, typer.Option("--stage", metavar="STAGE", help="The kind of talk that comes.")
]
Markdown = Annotated[bool, typer.Option("--markdown", help="Print Markdown.")]
OTHERS: Final = "No reflection is about that yet; this page is from all of them."


def prep(
    context: Context, role: Role = "", stage: Stage = "", markdown: Markdown = False
) -> None:
    """Print one page of your own for the next interview.

    What worked, what to take along, plans, your own new answers. Example:
    reflect prep --stage panel
    """
    from reflect_journal.insight.briefing import compose_briefing
    from reflect_journal.insight.summary import summarise
    from reflect_journal.model.tolerance import load_reflection

    stage = parse_stage(stage) if stage else ""
    everything = context.survey().outlines
    filters = Filters(role=role, stage=stage)
    fitting = filters.apply(everything, context.vocabulary)
    if everything and not fitting:
        context.err.write_folded(OTHERS)
        fitting, role, stage = everything, "", ""
    newest = sorted(fitting, key=lambda one: one.order, reverse=True)[:LATEST]
    found = summarise(fitting, context.vocabulary, context.config.weights)
    seen = [one for one in found.strengths if one.recurrence.seen.seen_in]
    saved = context.journal.get([one.id for one in newest])
    entries = [(one.id, load_reflection(one.document)) for one in saved]
    briefing = compose_briefing(entries, seen, stage)
    if context.options.json:
        asked = {"role": role, "stage": stage or None, "reflections": len(fitting)}
        context.answer_json({**asked, **briefing.to_json()})
        return
    if not everything:
        from reflect_journal.terminal.list_view import render_nothing

        context.err.write(render_nothing(context.err, is_empty=True))
        return
    from reflect_journal.terminal.briefing_view import portray_briefing
    from reflect_journal.terminal.markdown_view import render_markdown
    from reflect_journal.terminal.show_view import render_portrait

    page = portray_briefing(
        briefing, role=role, stage=stage, count=len(fitting), call=context.call
    )
    if markdown:
        context.out.write(render_markdown(page))
    else:
        context.out.write(render_portrait(context.out, page))
