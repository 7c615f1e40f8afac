"""A reflection as the journal gives it back."""

from typing import Any, NamedTuple


class SavedReflection(NamedTuple):
    """The newest saved version of one reflection.

    `created_at` and `updated_at` are UTC times as text (2026-11-20T21:04:05.123Z);
    `document` is the document as it was stored, unknown keys included; `sealed` is
    false when the stored line was changed outside this program; `version` is the
    format of its record (a higher one than this program's is read-only); `others`
    are the revisions of versions saved elsewhere at the same time.
    """

    id: str
    revision: str
    created_at: str
    updated_at: str
    document: dict[str, Any]
    sealed: bool = True
    version: int = 1
    others: tuple[str, ...] = ()
