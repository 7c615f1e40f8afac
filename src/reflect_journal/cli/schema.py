"""`reflect schema`: what a document may hold."""

import json

from reflect_journal.cli.context import Context


def schema(context: Context) -> None:
    """Print the JSON Schema of what reflect new --from takes."""
    from reflect_journal.model.schema import build_schema

    if context.options.json:
        context.answer_json({"document": build_schema()})
    else:
        context.out.write_text(json.dumps(build_schema(), indent=2))
