"""`reflect feedback show`: what was asked and said about one reflection."""

from typing import Annotated

import typer

from reflect_journal.cli.context import Context
from reflect_journal.cli.referring import Reference
from reflect_journal.model.private import without_private

Reaction = Annotated[
    bool, typer.Option("--reaction", help="Show your own reactions as well.")
]


def show(context: Context, reference: Reference, reaction: Reaction = False) -> None:
    """Show what you asked, and what they said, in their words.

    Your own reactions are shown with --reaction only. Example:
    reflect feedback show harbour
    """
    saved = context.find(reference)
    document = saved.document if reaction else without_private(saved.document)
    if context.options.json:
        keys = {"channels": "feedback", "heard": "heard", "wants": "wants"}
        lists = {name: document.get(key, []) for name, key in keys.items()}
        later = document.get("later")
        context.answer_json({"id": saved.id, **lists, "later": later})
        return
    from reflect_journal.model.tolerance import load_reflection
    from reflect_journal.terminal.feedback_rows import list_feedback_sections
    from reflect_journal.terminal.portrait import Portrait
    from reflect_journal.terminal.show_view import render_portrait

    reflection = load_reflection(document)
    sections = [
        one for one in list_feedback_sections(reflection, reaction=reaction) if one.rows
    ]
    if not sections:
        context.err.write_folded(
            f"Nothing was asked or said yet. A letter: {context.call} feedback ask ID"
        )
        return
    short = context.shorten_id(saved.id)
    portrait = Portrait(reflection.company, short, (), tuple(sections))
    context.out.write(render_portrait(context.out, portrait))
