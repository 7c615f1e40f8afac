"""`reflect show`: one reflection, whole."""

from typing import Annotated

import typer

from reflect_journal.cli.context import Context
from reflect_journal.cli.referring import Reference
from reflect_journal.model.private import without_private

Markdown = Annotated[bool, typer.Option("--markdown", help="Print Markdown.")]


def show(context: Context, reference: Reference, markdown: Markdown = False) -> None:
    """Show one reflection.

    Example: reflect show harbour
    """
    saved = context.find(reference)
    if context.options.json:
        context.answer_json(
            {
                "id": saved.id,
                "created_at": saved.created_at,
                "updated_at": saved.updated_at,
                "reflection": without_private(saved.document),
            }
        )
        return
    from reflect_journal.terminal.markdown_view import render_markdown
    from reflect_journal.terminal.portrait import portray
    from reflect_journal.terminal.show_view import render_portrait

    short, words = context.shorten_id(saved.id), context.vocabulary
    portrait = portray(saved, short, words, context.call)
    if markdown:
        context.out.write(render_markdown(portrait))
    else:
        context.out.write(render_portrait(context.out, portrait))
