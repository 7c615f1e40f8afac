"""A journal in which one can change one's mind, wherever its lines are kept."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

# What only a change needs is imported by the change: reading starts sooner.
if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from reflect_journal.journal.changing import Answer, Moment, Plan
    from reflect_journal.journal.contents import Contents
    from reflect_journal.journal.deciding import Known
    from reflect_journal.journal.merging import Merged, Missing
    from reflect_journal.journal.past import Deleted, Erased, PastVersion, Undone


class Changeable(ABC):
    """Decides with the pure plans; a kind of journal adds reading and writing."""

    @abstractmethod
    def study(self) -> "AbstractContextManager[Known]":
        """Read all logs, and be ready to read single records again."""

    @abstractmethod
    def carry_out(self, make_plan: "Callable[[Moment], Plan[Answer]]") -> "Answer":
        """Make a plan from what is there now, and write all of it or nothing."""

    def delete(self, identifiers: Sequence[str]) -> tuple[str, ...]:
        """Add a deletion that follows everything, for each reflection."""
        from reflect_journal.journal.changing import plan_deletion

        return self.carry_out(partial(plan_deletion, identifiers))

    def restore(self, identifiers: Sequence[str]) -> tuple[str, ...]:
        """Add the last text once more, for each deleted reflection."""
        from reflect_journal.journal.changing import plan_return

        return self.carry_out(partial(plan_return, identifiers))

    def keep(self, identifier: str, chosen: str, revision: str) -> bool:
        """Add the chosen text once more, as what follows all versions."""
        from reflect_journal.journal.changing import plan_choice

        return self.carry_out(partial(plan_choice, identifier, chosen, revision))

    def undo(self, revision: str) -> "Undone | None":
        """Add what takes back the last change of this device."""
        from reflect_journal.journal.changing import plan_undoing

        return self.carry_out(partial(plan_undoing, revision))

    @abstractmethod
    def erase(
        self, identifiers: "Sequence[str]", *, keep_bad: bool = False
    ) -> "Erased":
        """Add an erasure, and take every other line of the reflections away."""

    @abstractmethod
    def merge(
        self, choose: "Callable[[Contents], Missing]", journal: str | None = None
    ) -> "Merged":
        """Add the lines that are chosen from what is there now."""

    def list_deleted(self) -> "list[Deleted]":
        """Read the last text of everything that is deleted."""
        from reflect_journal.journal.looking_back import list_deleted

        with self.study() as known:
            return list_deleted(known)

    def get_history(self, identifier: str) -> "list[PastVersion]":
        """Read every version of one reflection."""
        from reflect_journal.journal.looking_back import tell_history

        with self.study() as known:
            return tell_history(known, identifier)
