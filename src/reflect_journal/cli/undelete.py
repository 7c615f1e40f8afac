"""`reflect undelete`: bring deleted reflections back."""

from typing import Annotated

import typer

from reflect_journal.cli.bygone import find_deleted
from reflect_journal.cli.context import Context
from reflect_journal.cli.referring import complete_deleted

References = Annotated[
    list[str],
    typer.Argument(
        metavar="ID...",
        help="As reflect delete --list shows them.",
        autocompletion=complete_deleted,
    ),
]


def undelete(context: Context, references: References) -> None:
    """Bring deleted reflections back as they were.

    Each by its short id, words of its company, or last for what was deleted last.
    Example: reflect undelete harbour
    """
    deleted = context.journal.list_deleted()
    restored = context.journal.restore(find_deleted(references, deleted))
    companies = {one.id: (one.document or {}).get("company", "") for one in deleted}
    names = ", ".join(str(companies[one]) for one in restored)
    context.err.write([f"Back again: {names}."])
    if context.options.json:
        context.answer_json({"restored": list(restored)})
