"""`reflect edit`: change anything in a saved reflection."""

from typing import Annotated

import typer

from reflect_journal.cli.context import Context
from reflect_journal.cli.referring import Reference
from reflect_journal.errors import InvalidOptionError

Place = Annotated[
    str,
    typer.Argument(
        metavar="[PATH]", help="With --editor: one text of it, such as lesson."
    ),
]
Field = Annotated[
    list[str] | None,
    typer.Option(
        "--field",
        metavar="PATH=VALUE",
        help="Put a value at a place; PATH= empties it. As often as you like.",
    ),
]
From = Annotated[
    str,
    typer.Option(
        "--from",
        metavar="FILE",
        help="Put a whole document in its place; - for a pipe.",
    ),
]
Editor = Annotated[
    bool, typer.Option("--editor", help="Open it, or one text, in your editor.")
]


def edit(
    context: Context,
    reference: Reference,
    place: Place = "",
    field: Field = None,
    from_: From = "",
    editor: Editor = False,
) -> None:
    """Change anything in a reflection; its history keeps it all.

    Asks part by part, with what stands there as the answer. Paths are those of error
    messages: rounds[0].areas.answers.rating=3, sightings[0].note=six minutes. An
    index behind the last adds to a list. Example: reflect edit harbour
    """
    if sum(map(bool, (field, from_, editor))) > 1:
        problem = "they do not go together."
        advice = "Give one of them."
        raise InvalidOptionError("--field, --from, --editor", problem, advice)
    if place and not editor:
        advice = f"To set it: --field {place}=VALUE; to open it: --editor"
        raise InvalidOptionError("PATH", "it goes with --editor.", advice)
    if field or from_:
        from reflect_journal.cli.by_document import edit_fields, replace_document
        from reflect_journal.cli.changed import find_to_change

        base = find_to_change(context, reference)
        if field:
            edited = edit_fields(context, base, field)
        else:
            edited = replace_document(context, base, from_)
    elif editor:
        from reflect_journal.cli.by_editor import edit_in_editor

        edited = edit_in_editor(context, reference, place)
    else:
        from reflect_journal.cli.by_questions import edit_by_questions

        edited = edit_by_questions(context, reference)
    if context.options.json:
        context.answer_json(edited.to_json())
