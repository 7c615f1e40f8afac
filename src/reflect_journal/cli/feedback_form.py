"""What was read of a friend's form, said so that a slip is seen."""

from collections.abc import Mapping
from typing import Any, Final

from reflect_journal.model.terms import AREA_LABELS

NOTHING: Final = "Nothing of the form is filled in."


def describe_form(told: Mapping[str, Any]) -> str:
    """Say what of the form was read: `ratings`, `works` and `change`."""
    ratings = ", ".join(
        f"{AREA_LABELS[area].lower()} {rating or '?'}"
        for area, rating in told.get("ratings", {}).items()
    )
    works, change = told.get("works"), told.get("change")
    parts = (ratings, works and f"works: {works}", change and f"to change: {change}")
    read = "; ".join(filter(None, parts))
    return f"Read from the form: {read.rstrip('.')}." if read else NOTHING
