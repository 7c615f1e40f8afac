"""The JSON Schema of a document."""

from typing import Any

from reflect_journal.model.reflection import Document


def build_schema() -> dict[str, Any]:
    """Build the JSON Schema of what `reflect new --from` takes."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Document.model_json_schema(),
        "title": "Reflection",
        "description": "One rejection and what the person made of it.",
    }
