"""`reflect export`: the reflections as documents, or as one text to read."""

import io
from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Final

import typer

from reflect_journal.cli.confirming import DECLINED, Yes, confirm
from reflect_journal.cli.context import Context
from reflect_journal.cli.redacting import REDACTED, leave_out
from reflect_journal.errors import InvalidOptionError
from reflect_journal.model.saved import SavedReflection
from reflect_journal.model.vocabulary import Vocabulary
from reflect_journal.query.filters import Filters
from reflect_journal.query.ordering import sort_newest_first
from reflect_journal.query.references import build_short_ids
from reflect_journal.terminal.output import Output

AT_ONCE: Final = 200
STANDARD_OUTPUT: Final = "-"
File = Annotated[
    str, typer.Argument(metavar="[FILE]", help="Where to; - or nothing: the screen.")
]
Markdown = Annotated[
    bool, typer.Option("--markdown", help="One readable text instead of documents.")
]

Redact = Annotated[
    bool,
    typer.Option(
        "--redact", help="Leave out every name and text; days and ratings stay."
    ),
]


def export(
    context: Context,
    filters: Filters,
    file: File = STANDARD_OUTPUT,
    markdown: Markdown = False,
    redact: Redact = False,
    yes: Yes = False,
) -> int:
    """Write your reflections into a file, as JSON or as Markdown.

    JSON, also without --json: one document a line, as reflect new --from takes them
    back. A file that is there is replaced only after asking, or with --yes. --redact
    leaves names, texts and reactions out, and nothing else: who knows when and where
    you applied may know you. Example: reflect export --markdown diary.md
    """
    if markdown and context.options.json:
        raise InvalidOptionError(
            "--markdown", "it does not go with --json; leave one of them out."
        )
    everything = context.survey().outlines
    found = sort_newest_first(filters.apply(everything, context.vocabulary))
    short = build_short_ids(outline.id for outline in everything)
    reflections: Iterable[SavedReflection] = read_all(
        context, [outline.id for outline in found]
    )
    vocabulary = context.vocabulary
    if redact:
        # An id that a hand wrote into the log may be a name.
        short = {}
        reflections, vocabulary = leave_out(reflections, len(found), vocabulary)
    if file == STANDARD_OUTPUT:
        write(context.out, reflections, short, vocabulary, markdown=markdown)
        return 0
    from reflect_journal.journal.files import find_target, write_file

    path, replaces = find_target(file)
    if replaces and not yes and not confirm(context, f"{file} is there. Replace it?"):
        context.err.write(["Nothing was written."])
        return DECLINED
    text = io.StringIO()
    plain = Output(text, plain=True)
    write(plain, reflections, short, vocabulary, markdown=markdown)
    write_file(path, text.getvalue().encode(), replace=replaces)
    count = "1 reflection" if len(found) == 1 else f"{len(found)} reflections"
    remark = [REDACTED] if redact else []
    context.err.write([f"Exported: {count}, to {file}", *remark])
    return 0


def read_all(context: Context, identifiers: list[str]) -> Iterator[SavedReflection]:
    """Read reflections, never many at once."""
    for start in range(0, len(identifiers), AT_ONCE):
        yield from context.journal.get(identifiers[start : start + AT_ONCE])


def write(
    output: Output,
    reflections: Iterable[SavedReflection],
    short: dict[str, str],
    vocabulary: Vocabulary,
    *,
    markdown: bool,
) -> None:
    """Write reflections in one of the two forms; none without a short id has an id."""
    if markdown:
        from reflect_journal.terminal.markdown_view import render_markdown
        from reflect_journal.terminal.portrait import portray

        behind_another = False
        for saved in reflections:
            portrait = portray(saved, short.get(saved.id, ""), vocabulary)
            output.write([*([""] * behind_another), *render_markdown(portrait)])
            behind_another = True
    else:
        output.write_json_lines(
            make_document(saved) if saved.id in short else saved.document
            for saved in reflections
        )


def make_document(saved: SavedReflection) -> dict[str, Any]:
    """Give the document with its id, as reflect new --from takes it."""
    return {"id": saved.id} | saved.document | {"id": saved.id}
