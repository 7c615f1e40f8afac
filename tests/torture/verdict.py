"""What counts as a loss, and what a harness reports in its one line."""

import json
import shutil
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from reflect_journal.errors import ReflectError
from tests.torture.deeds import (
    DEEDS,
    LAST,
    Deed,
    Outcome,
    look_at_journal,
    open_journal,
    perform,
    show,
)

ACKNOWLEDGED_LOST: Final = "acknowledged lost"
OLD_LOST: Final = "old lost"
UNREADABLE: Final = "unreadable"
NEXT_FAILS: Final = "next save fails"
REFUSED: Final = "refused without need"
FRAGMENT: Final = "fragment left behind"
SILENT: Final = "changed and not noticed"
TRACEBACK: Final = "traceback"
EXAMPLES: Final = 5


@dataclass
class Tally:
    """What one harness tried and what it found."""

    points: int = 0
    found: Counter[str] = field(default_factory=Counter)
    examples: list[str] = field(default_factory=list)
    skipped: str = ""

    def note(self, kind: str, where: str) -> None:
        self.found[kind] += 1
        if len(self.examples) < EXAMPLES:
            self.examples.append(f"{kind}: {where}")

    def add(self, other: "Tally") -> None:
        self.points += other.points
        self.found += other.found
        self.examples += other.examples
        self.skipped = self.skipped or other.skipped

    @property
    def tracebacks(self) -> int:
        return self.found[TRACEBACK]

    @property
    def lost(self) -> int:
        """Everything that a person would miss or could not go on after."""
        return self.found.total() - self.tracebacks

    def dump(self) -> str:
        found = dict(self.found)
        return json.dumps([self.points, found, self.examples, self.skipped])


def load_tally(text: str) -> Tally:
    points, found, examples, skipped = json.loads(text)
    return Tally(points, Counter(found), examples, skipped)


@dataclass
class Bench:
    """Where a harness works, how thoroughly, and on which program.

    `mutant` names a step of the program that is taken out; `only` the deeds, all of
    them when empty.
    """

    folder: Path
    fast: bool = False
    mutant: str = ""
    only: tuple[str, ...] = ()

    def pick_deeds(self, *fast: str) -> list[Deed]:
        """Give the deeds: all, those asked for, or for the fast share these."""
        names = self.only or (fast if self.fast and fast else tuple(DEEDS))
        return [DEEDS[name] for name in names]

    def prepare(self, deed: Deed) -> Path:
        """Make the state before a deed, once, to be copied for every point."""
        template = self.folder / "templates" / deed.name.replace(" ", "-")
        if not template.exists():
            template.mkdir(parents=True)
            deed.begin(template / "home")
        return template

    def copy(self, template: Path, name: str = "point") -> Path:
        """Give a fresh home in the state before."""
        target = self.folder / name
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(template, target)
        return target / "home"


def pick_some(points: Iterable[int], *, at_most: int) -> list[int]:
    """Take points at equal distances, the last one among them."""
    listed = list(points)
    if len(listed) <= at_most:
        return listed
    step = len(listed) / at_most
    return [listed[-1 - int(step * number)] for number in range(at_most)][::-1]


def judge(
    tally: Tally, deed: Deed, home: Path, where: str, *, acknowledged: bool
) -> None:
    """Look at what is there after a fault that is over, and go on working."""
    tally.points += 1
    where = f"{deed.name}, {where}"
    try:
        found = deed.look(home)
        if acknowledged and found != deed.after:
            tally.note(ACKNOWLEDGED_LOST, where)
        elif found not in (deed.before, deed.after, *deed.between):
            tally.note(OLD_LOST, where)
    except ReflectError as error:
        tally.note(UNREADABLE, f"{where}: {error}")
    except Exception as error:  # noqa: BLE001 - reading never raises anything else
        tally.note(TRACEBACK, f"{where}: {error!r}")
    try:
        again = perform(deed, home)
        open_journal(home).save([LAST])
        found = look_at_journal(home)
        works = again is Outcome.ACKNOWLEDGED
        works = works and found.get(LAST.id) == show(LAST.document)
        if not works or not deed.after.items() <= (found | deed.look(home)).items():
            tally.note(NEXT_FAILS, f"{where}: {again.value}")
    except Exception as error:  # noqa: BLE001 - as above
        tally.note(NEXT_FAILS, f"{where}: {error!r}")
