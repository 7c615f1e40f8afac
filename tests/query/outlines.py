"""Outlines for tests, made from documents."""

from typing import Any

from reflect_journal.model.outline import Outline, outline_reflection


def make_outline(
    identifier: str = "01J0000000000000000000AAAA", **fields: Any
) -> Outline:
    return outline_reflection(
        identifier, {"company": "Acre Systems", "rejected_on": "2026-03-03", **fields}
    )
