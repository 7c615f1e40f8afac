"""The order of lists: the newest no first."""

from collections.abc import Iterable

from reflect_journal.model.outline import Outline


def sort_newest_first(outlines: Iterable[Outline]) -> list[Outline]:
    """Order by the day of the no, then by id, the latest first."""
    return sorted(outlines, key=list_order, reverse=True)


def list_order(outline: Outline) -> tuple[str, str]:
    """Give what lists are sorted by."""
    return (outline.rejected_on, outline.id)
