"""Finding deleted reflections, and short ids that tell them from all others."""

from collections.abc import Iterable, Sequence

from reflect_journal.cli.context import Context
from reflect_journal.errors import NotFoundError
from reflect_journal.journal.journal import Deleted
from reflect_journal.model.outline import outline_reflection
from reflect_journal.query.references import build_short_ids, find_reflection


class NotDeletedError(NotFoundError):
    """No deleted reflection answers to a reference."""

    def __str__(self) -> str:
        """Say that it is not among the deleted, and where those are."""
        close = f" Closest: {self.closest}." if self.closest else ""
        return (
            f'No deleted reflection called "{self.reference}".{close}\n'
            f"All of them: {self.call} delete --list"
        )


def find_deleted(references: Iterable[str], deleted: Sequence[Deleted]) -> list[str]:
    """Find the ids that references mean; `last` is what was deleted last.

    Raises:
        NotDeletedError, AmbiguousError: when there is none, or several.
    """
    outlines = [outline_reflection(one.id, one.document or {}) for one in deleted]
    latest = next((one.id for one in deleted if not one.erased), None)
    try:
        found = [find_reflection(one, outlines, latest) for one in references]
    except NotFoundError as error:
        raise NotDeletedError(error.reference, error.closest) from None
    return list(dict.fromkeys(found))


def shorten_ids(context: Context, deleted: Iterable[Deleted]) -> dict[str, str]:
    """Give short ids of all reflections, deleted or not."""
    known = [outline.id for outline in context.survey().outlines]
    return build_short_ids([*known, *(one.id for one in deleted)])
