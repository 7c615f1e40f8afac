"""What a journal promises, whatever it is kept in."""

from collections.abc import Callable, Sequence
from typing import Protocol

from reflect_journal.journal.contents import Contents
from reflect_journal.journal.disk import DiskJournal
from reflect_journal.journal.findings import Finding
from reflect_journal.journal.merging import Merged, Missing
from reflect_journal.journal.past import Deleted, Erased, PastVersion, Undone
from reflect_journal.journal.reader import Holds, Mentions
from reflect_journal.journal.versions import KnownIdError, NewVersion, Receipt, Survey
from reflect_journal.model.saved import SavedReflection

__all__ = [
    "Deleted",
    "DiskJournal",
    "Erased",
    "Finding",
    "Journal",
    "KnownIdError",
    "Merged",
    "NewVersion",
    "PastVersion",
    "Receipt",
    "Survey",
    "Undone",
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

    def survey(
        self,
        mentions: Mentions | None = None,
        holds: Holds | None = None,
        keys: Sequence[str] = (),
    ) -> Survey:
        """Give all current reflections in outline, in an order that stays the same.

        Args:
            mentions: only those for whose raw line this is true.
            holds: and for whose document this is true.
            keys: all that `get` has to give of a document until the next survey,
                which saves it reading each line once more; none for whole documents.

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

    def list_ids(self) -> list[str]:
        """List the ids of all current reflections, whatever the last survey gave.

        Raises:
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

    def delete(self, identifiers: Sequence[str]) -> tuple[str, ...]:
        """Delete all of these reflections or, with an error, none.

        Every other one stays as it is. One that is deleted already stays deleted,
        and nothing is written for it.

        Returns:
            The ids, each once.

        Raises:
            NotFoundError: when an id is not known.
            NewerRecordError, NotSavedError, JournalUnusableError: as for `save`.
        """
        ...

    def restore(self, identifiers: Sequence[str]) -> tuple[str, ...]:
        """Bring all of these back with their last text or, with an error, none.

        For one that is not deleted nothing is written.

        Raises:
            NotFoundError: when an id is not known.
            TextMissingError: when a text is on another device only.
            NewerRecordError, NotSavedError, JournalUnusableError: as for `save`.
        """
        ...

    def erase(self, identifiers: Sequence[str], *, keep_bad: bool = False) -> Erased:
        """Erase every text of all these, deleted or not, wherever the journal keeps it.

        A record without a text stays: no copy from elsewhere is shown again but by
        `restore`, or by a document that is handed in. All others stay byte for byte.

        Args:
            identifiers: the reflections.
            keep_bad: whether to go on where lines cannot be read and stay.

        Raises:
            NotFoundError: when an id is not known; then nothing is erased.
            UnclearLinesError: when a line cannot be read; the same.
            NotErasedError: when something of them may still be there. They are shown
                as before or not at all, and the same call goes on.
            NewerRecordError, NotSavedError, JournalUnusableError: as for `save`.
        """
        ...

    def merge(
        self, choose: Callable[[Contents], Missing], journal: str | None = None
    ) -> Merged:
        """Add records from elsewhere: all that are chosen or, with an error, none.

        Args:
            choose: chooses lines from what is there now, such as `choose_missing`.
            journal: the id that a journal without one takes.

        Raises:
            NotSavedError, JournalUnusableError: as for `save`.
        """
        ...

    def keep(self, identifier: str, chosen: str, revision: str) -> bool:
        """Let one version of a reflection stand alone.

        Args:
            identifier: the reflection.
            chosen: a revision with a text, or a deletion that no version follows.
            revision: the name of the new version, chosen before the first attempt.

        Returns:
            Whether it did not stand alone before; else nothing was written.

        Raises:
            NotFoundError: when there is no such version to choose.
            NewerRecordError, NotSavedError, JournalUnusableError: as for `save`.
        """
        ...

    def undo(self, revision: str) -> Undone | None:
        """Take back what this device changed last, which adds a change of its own.

        A first save is deleted, an edit gets the text before, a deletion comes back,
        what came back is deleted; reflections that were changed together are undone
        together. What other devices saved beside it stays as it stands.

        Args:
            revision: the name of the new record, chosen before the first attempt.

        Returns:
            What was taken back; None when this device never changed anything.

        Raises:
            FollowedElsewhereError: when another device went on from there.
            TextMissingError: when the text before is on another device only.
            NewerRecordError, NotSavedError, JournalUnusableError: as for `save`.
        """
        ...

    def list_deleted(self) -> list[Deleted]:
        """List deleted reflections with what they said, the last deleted first.

        Raises:
            JournalUnusableError: as for `survey`.
        """
        ...

    def get_history(self, identifier: str) -> list[PastVersion]:
        """Give every version of a reflection, deleted or not, the oldest first.

        Raises:
            NotFoundError: when the id is not known.
            JournalUnusableError: as for `survey`.
        """
        ...
