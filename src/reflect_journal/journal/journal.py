"""What a journal promises, whatever it is kept in."""

from collections.abc import Sequence
from typing import Protocol

from reflect_journal.journal.disk import DiskJournal
from reflect_journal.journal.findings import Finding
from reflect_journal.journal.reader import Mentions
from reflect_journal.journal.versions import KnownIdError, NewVersion, Receipt, Survey
from reflect_journal.model.saved import SavedReflection

__all__ = [
    "DiskJournal",
    "Finding",
    "Journal",
    "KnownIdError",
    "NewVersion",
    "Receipt",
    "Survey",
]


class Journal(Protocol):
    """Everything a person has saved.

    - What `save` returned is kept for good: no later call, error or kill loses it.
    - A save is whole or did not happen, however many versions it has.
    - An error says that nothing was saved; the same save may be tried again, as
      often as one likes, without making anything twice.
    - Nothing is dropped because it could not be read or understood: unknown keys
      come back, newer versions are shown and not changed, and what is odd is a
      finding. Findings hold no text of a reflection.
    - Versions of one reflection that were saved side by side are all kept; the
      newest is shown. Only a deletion hides a reflection, and only what it followed.
    - Reading changes nothing and waits for nobody.
    """

    def survey(self, mentions: Mentions | None = None) -> Survey:
        """Give all current reflections in outline, in an order that stays the same.

        Args:
            mentions: only those for whose raw line this is true.

        Raises:
            JournalUnusableError: when there is something and none of it is readable.
        """
        ...

    def get(self, identifiers: Sequence[str]) -> list[SavedReflection]:
        """Give reflections whole, in the order of their ids.

        Raises:
            NotFoundError: when an id is not known or was deleted.
            JournalUnusableError: as for `survey`.
        """
        ...

    def find_latest(self) -> str | None:
        """Find the reflection that was saved last.

        Raises:
            JournalUnusableError: as for `survey`.
        """
        ...

    def save(self, versions: Sequence[NewVersion]) -> Receipt:
        """Save all versions or, with an error, none.

        A version with parents is saved as the one that follows them. One without is
        saved where its id is not known, is `already` there where the content is the
        same, and is refused otherwise. An id that is not `claimed` is taken to be
        new without looking. A deleted reflection that is handed in comes back.

        Raises:
            KnownIdError: when an id is known, or given twice, with another content.
            NewerRecordError: when a newer program saved last what is to be changed.
            NotSavedError: when disk, permission or a lock stood in the way.
            JournalUnusableError: as for `survey`, or when the log is none of ours.
        """
        ...

    def diagnose(self) -> list[Finding]:
        """Tell all that is odd, even about a journal that cannot be used."""
        ...
