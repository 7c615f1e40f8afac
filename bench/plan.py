"""Everything that is measured, and how good it has to be."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.comparing import PEAK_LIMIT, Comparison, Run
from bench.journals import make_home
from bench.peer import NoPeerError, install_jrnl, make_peer_journal
from bench.running import Command, reflect
from bench.saving import Saver
from bench.words import RARE_WORD

EMPTY_COMMAND: Final = """
import typer
from pydantic import BaseModel

app = typer.Typer(add_completion=False)


@app.command()
def main() -> None:
    pass


app()
"""
"""What a program on Typer and pydantic takes before it does anything."""

LOOKS: Final = (
    ("list", "--limit", "20"),
    ("summary",),
    ("search", "--limit", "10", RARE_WORD),
)
BESIDE_JRNL: Final = (
    (("list", "--limit", "10"), ("-n", "10"), 0.4),
    (("list",), ("-n", "10"), 0.4),
    (("summary",), ("--tags",), 0.1),
    (("search", "--limit", "10", RARE_WORD), ("-contains", RARE_WORD), 0.5),
    (("summary", "--by", "stage"), ("--tags",), 0.1),
    (("summary", "--by", "month"), ("--tags",), 0.1),
    (("summary", "--by", "who"), ("--tags",), 0.1),
    (("prep",), ("--tags",), 0.1),
    (("report", "-"), ("--tags",), None),
)
SAVES: Final = 100


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many reflections the three journals hold."""

    small: int = 1_000
    medium: int = 10_000
    large: int = 100_000


class Plan:
    """The journals below a folder, and what is measured with them."""

    def __init__(self, folder: Path, sizes: Sizes, *, with_jrnl: bool) -> None:
        self._folder = folder
        self._sizes = sizes
        self._small = make_home(folder / "small", sizes.small)
        self._medium = make_home(folder / "medium", sizes.medium)
        self._large = make_home(folder / "large", sizes.large)
        self._jrnl = self._prepare_jrnl() if with_jrnl else None

    def list_comparisons(self) -> Iterator[Comparison]:
        """List everything, in the order of the table."""
        yield from self._list_starts()
        yield from self._list_beside_jrnl()
        yield from self._list_saves()
        yield from self._list_growth()

    def _list_starts(self) -> Iterator[Comparison]:
        script = self._folder / "empty.py"
        script.write_text(EMPTY_COMMAND, "utf-8")
        empty = Command((sys.executable, str(script))).run
        small = f"{self._sizes.small:,}"
        for arguments, work, bar in (
            (("list",), f"list over {small}", 1.3),
            ((), f"reflect alone over {small}", None),
            (("completion", "bash"), "completion bash", None),
        ):
            run = reflect(self._small, *arguments).run
            yield Comparison(work, run, "empty command with pydantic", empty, bar)
        # What the shell asks for at each press of the TAB key.
        asking = {"_REFLECT_COMPLETE": "complete_bash", "COMP_WORDS": "reflect s"}
        asking["COMP_CWORD"] = "1"
        alone = reflect(self._small)
        tab = Command(alone.arguments, {**alone.environment, **asking}).run
        yield Comparison("pressing TAB", tab, "empty command with pydantic", empty)

    def _list_beside_jrnl(self) -> Iterator[Comparison]:
        medium = f"{self._sizes.medium:,}"
        for ours, theirs, bar in BESIDE_JRNL:
            yield Comparison(
                f"{' '.join(ours)} over {medium}",
                reflect(self._medium, *ours).run,
                f"jrnl {' '.join(theirs)}",
                self._run_jrnl(*theirs) if self._jrnl else None,
                bar,
                is_skipped=self._jrnl is None,
            )

    def _list_saves(self) -> Iterator[Comparison]:
        small, medium = Saver(self._small), Saver(self._medium)
        yield Comparison(
            f"save in new --from at {self._sizes.medium:,}",
            medium.save,
            "append and fsync",
            medium.append,
            3,
            at_least=SAVES,
        )
        for work, run, run_against, bar in (
            ("new --from", medium.save_by_command, small.save_by_command, 1.1),
            ("new --from with id", medium.save_with_id, small.save_with_id, None),
        ):
            name = f"{work} at {self._sizes.medium:,}"
            against = f"at {self._sizes.small:,}"
            yield Comparison(name, run, against, run_against, bar)

    def _list_growth(self) -> Iterator[Comparison]:
        for arguments in LOOKS:
            yield Comparison(
                f"{' '.join(arguments)} over {self._sizes.large:,}",
                reflect(self._large, *arguments).run,
                f"over {self._sizes.medium:,}",
                reflect(self._medium, *arguments).run,
                9,
                PEAK_LIMIT,
            )

    def _prepare_jrnl(self) -> Command | None:
        try:
            program = install_jrnl()
        except NoPeerError:
            print(
                "jrnl could not be installed; what is held against it is skipped.",
                file=sys.stderr,
            )
            return None
        folder = self._folder / "jrnl"
        config = make_peer_journal(folder, self._sizes.medium)
        places = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")
        return Command(
            (str(program), "--config-file", str(config)),
            dict.fromkeys(places, str(folder)),
        )

    def _run_jrnl(self, *arguments: str) -> Run | None:
        jrnl = self._jrnl
        if jrnl is None:
            return None
        return Command((*jrnl.arguments, *arguments), jrnl.environment).run
