"""Everything that `reflect doctor --repair` does, one step after the other."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Final

from reflect_journal.errors import JournalUnusableError, NotSavedError
from reflect_journal.journal import findings as found
from reflect_journal.journal.belongings import (
    close_to_others,
    list_open,
    name_all,
)
from reflect_journal.journal.device import find_device
from reflect_journal.journal.draft_doubts import list_broken
from reflect_journal.journal.findings import format_name
from reflect_journal.journal.folder import list_logs
from reflect_journal.journal.left_over import list_left_over, put_aside
from reflect_journal.journal.mending import Remedy
from reflect_journal.journal.places import Places
from reflect_journal.journal.reasons import explained
from reflect_journal.journal.repairing import NotRepairedError, Repair, Treatment
from reflect_journal.journal.system import THIS_SYSTEM, System

CLOSED: Final = "made readable for you alone"
ASIDE: Final = "moved to the quarantine"
KINDS: Final = {
    Remedy.MOVED: found.UNREADABLE_LINE,
    Remedy.SALVAGED: found.UNREADABLE_LINE,
    Remedy.ONCE: found.REPEATED,
}


@dataclass(frozen=True, slots=True)
class Step:
    """Something that is put right: the kind of finding, where, and what is done."""

    kind: str
    where: str
    did: str


@dataclass(frozen=True, slots=True)
class Overhaul:
    """Puts right what can be put right; `gone` as for a `Repair`."""

    places: Places
    now: Callable[[], datetime]
    new_id: Callable[[], str]
    gone: Collection[str] = ()
    system: System = THIS_SYSTEM

    @property
    def logs(self) -> Repair:
        """The part of it that is about logs."""
        return Repair(self.places, self.now, self.new_id, self.gone, self.system)

    def list_logs(self) -> tuple[str, ...]:
        """List the names of all logs; none of a journal that cannot be listed."""
        try:
            return list_logs(self.places.journal).logs
        except JournalUnusableError:
            return ()

    def plan_logs(self) -> list[Treatment]:
        """Tell what would be done to the logs."""
        return self.logs.plan(find_device(self.places.device))

    def plan(self) -> list[Step]:
        """Tell what would be done, without changing anything."""
        return [step for step, _ in self._list_steps()] + describe(self.plan_logs())

    def carry_out(self) -> list[Step]:
        """Do it, and tell what was done.

        Raises:
            NotRepairedError: when the system refuses; what was done by then is right.
            JournalUnusableError: when no line of the journal can be read.
        """
        steps = []
        try:
            with explained():
                for step, act in self._list_steps():
                    act()
                    steps.append(step)
        except NotSavedError as error:
            raise NotRepairedError(error.reason) from error
        return [*steps, *describe(self.logs.carry_out())]

    def _list_steps(self) -> Iterator[tuple[Step, Callable[[], object]]]:
        for kind, belongings in list_open(self.places, self.system):
            step = Step(kind, name_all(belongings), CLOSED)
            yield step, partial(close_to_others, belongings)
        device = find_device(self.places.device)
        left_over = list_left_over(self.places, device, self.now())
        broken = list_broken(self.places)
        for kind, paths in (
            (found.LEFT_OVER, left_over),
            (found.UNREADABLE_DRAFT, broken),
        ):
            for path in paths:
                step = Step(kind, format_name(str(path)), ASIDE)
                yield step, partial(put_aside, path, self.places, self.system)


def describe(treatments: Iterable[Treatment]) -> list[Step]:
    """Describe what is done to logs, each remedy by itself."""
    return [
        Step(
            KINDS.get(remedy, found.CHANGED_OUTSIDE),
            format_name(one.log),
            f"{count} {'line' if count == 1 else 'lines'}: {remedy.value}",
        )
        for one in treatments
        for remedy, count in one.counts.items()
    ]
