"""Rewrite what the program itself says in the pages: `make_docs.py [--check]`.

Two things in `README.md` and `docs/` are never typed by hand. Tables between
`<!-- made: ... -->` and `<!-- end -->` come from the program's own commands, options
and words. Sessions in blocks marked `console` are held again: each line that begins
with `$ reflect` is run, what stands behind `> ` is typed, and the output is put below.
Every page has a journal of its own that begins empty, on a fixed day, with fixed ids.
"""

import argparse
import io
import itertools
import os
import re
import shlex
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO, Final
from unittest.mock import patch

import typer

from reflect_journal.cli.app import app
from reflect_journal.cli.app import main as run_program
from reflect_journal.cli.command import COMMON
from reflect_journal.cli.groups import HEADINGS
from reflect_journal.cli.world import World
from reflect_journal.model.terms import AREA_LABELS, STAGE_LABELS

PROJECT: Final = Path(__file__).parents[1]
EXAMPLE: Final = "src/reflect_journal/example/reflections.jsonl"

REGION: Final = re.compile(
    r"(<!-- made: (?P<name>.+?) -->\n).*?(<!-- end -->)", re.DOTALL
)
SESSION: Final = re.compile(
    r"(^```console\n)(?P<lines>.*?)(^```$)", re.MULTILINE | re.DOTALL
)
COMMAND: Final = "$ "
MARK: Final = ">"
LEFT_OUT: Final = "..."

NOON: Final = datetime(2026, 11, 22, 12, tzinfo=UTC)
LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
STRIDE: Final = 715_827
TERMINAL: Final = {"COLUMNS": "80", "LINES": "24", "TERM": "xterm", "TZ": "UTC"}


class CannotShowError(Exception):
    """A page asks for something that the program does not say."""


class Screen(io.StringIO):
    """A terminal's output; what is written can be read off it."""

    def isatty(self) -> bool:
        """Say that somebody watches."""
        return True


class Keyboard(io.StringIO):
    """A terminal's input: types the given lines and shows them on the screen."""

    def __init__(self, lines: Iterable[str], screen: Screen) -> None:
        """Keep what is to be typed."""
        super().__init__()
        self._lines = iter(lines)
        self._screen = screen

    @property
    def buffer(self) -> BinaryIO:
        """Nothing is ever piped in."""
        return io.BytesIO()

    def isatty(self) -> bool:
        """Say that somebody sits there."""
        return True

    def readline(self, _: int | None = -1) -> str:  # type: ignore[override]
        """Type the next line, as the terminal echoes it."""
        line = next(self._lines, None)
        if line is None:
            return ""
        self._screen.write(f"{line}\n")
        return f"{line}\n"


def number_ids() -> Callable[[], str]:
    """Give ids that grow like real ones, and end as differently."""
    numbers = itertools.count(1)

    def make_id() -> str:
        number = next(numbers)
        rest, end = number * STRIDE % 32**4, ""
        for _ in range(4):
            rest, at = divmod(rest, 32)
            end = LETTERS[at] + end
        return f"01KAQ0{number:016}{end}"

    return make_id


@dataclass
class House:
    """A home with a journal of its own, and the program at work in it."""

    home: Path
    new_id: Callable[[], str] = field(default_factory=number_ids)

    def run(self, command: str, typed: Sequence[str] = ()) -> list[str]:
        """Give the lines that a terminal shows for a command.

        Args:
            command: as it is typed, beginning with `reflect`.
            typed: what is typed while it runs.
        """
        screen = Screen()
        world = World(
            environ={"REFLECT_HOME": str(self.home / "reflect"), "NO_COLOR": "1"},
            stdin=Keyboard(typed, screen),
            stdout=screen,
            stderr=screen,
            now=lambda: NOON,
            new_id=self.new_id,
        )
        arguments = shlex.split(command)[1:]
        with (
            redirect_stdout(screen),
            redirect_stderr(screen),
            suppress(SystemExit),
        ):
            run_program(arguments, world)
        return [line.rstrip() for line in screen.getvalue().splitlines()]


@contextmanager
def move_in() -> Iterator[House]:
    """Give a house that is gone afterwards, with the invented journal beside it."""
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        example = Path(EXAMPLE)
        example.parent.mkdir(parents=True)
        shutil.copy(PROJECT / EXAMPLE, example)
        # The program takes a mask of its own.
        mask = os.umask(0o077)
        with patch.dict(os.environ, TERMINAL):
            set_clock()
            yield House(Path(folder))
        os.umask(mask)
    set_clock()


def set_clock() -> None:
    """Take over the time zone of the environment, where the system can."""
    if hasattr(time, "tzset"):
        time.tzset()


def hold_session(lines: Sequence[str], house: House) -> list[str]:
    """Hold a session again and give its lines as they are now.

    A line of three dots stays, for any number of lines that are left out there.

    Raises:
        CannotShowError: when what stands around the dots is no longer said.
    """
    shown: list[str] = []
    for command, expected in split_commands(lines):
        typed = [line[len(MARK) :].strip() for line in expected if line[:1] == MARK]
        given = house.run(command.removeprefix(COMMAND), typed)
        shown += [command, *leave_out(given, expected, command)]
    return shown


def split_commands(lines: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Part the lines of a session into commands and what stands below each.

    Raises:
        CannotShowError: when it does not begin with a command.
    """
    starts = [at for at, line in enumerate(lines) if line.startswith(COMMAND)]
    if not starts or starts[0]:
        problem = "a session begins with a command"
        raise CannotShowError(problem)
    for start, end in itertools.pairwise([*starts, len(lines)]):
        yield lines[start], list(lines[start + 1 : end])


def leave_out(given: list[str], expected: list[str], command: str) -> list[str]:
    """Leave out of an output what the page leaves out.

    Raises:
        CannotShowError: when what is kept is not in the output any more.
    """
    if LEFT_OUT not in expected:
        return given
    pieces = [
        list(piece)
        for is_dots, piece in itertools.groupby(
            expected, key=lambda line: line == LEFT_OUT
        )
        if not is_dots
    ]
    at, kept = 0, []
    for piece in pieces:
        start = find_piece(given, piece, at)
        if start is None:
            gone = next((line for line in piece if line not in given), piece[0])
            problem = f"{command}: does not say {gone!r} there"
            raise CannotShowError(problem)
        kept += [*([LEFT_OUT] if start > at else []), *piece]
        at = start + len(piece)
    return [*kept, *([LEFT_OUT] if at < len(given) else [])]


def find_piece(given: list[str], piece: list[str], at: int) -> int | None:
    """Find where the lines of a piece stand, from a place on."""
    places = range(at, len(given) - len(piece) + 1)
    return next((one for one in places if given[one : one + len(piece)] == piece), None)


def make_region(name: str) -> list[str]:
    """Make the lines of a region by its name.

    Raises:
        CannotShowError: when nothing is made under that name.
    """
    kind, _, rest = name.partition(" ")
    makers: dict[str, Callable[[str], list[str]]] = {
        "commands": lambda _: list_commands(),
        "command": describe_command,
        "common": lambda _: list_options(get_program()),
        "stages": lambda _: list_terms(STAGE_LABELS, "stage"),
        "areas": lambda _: list_terms(AREA_LABELS, "area"),
    }
    if kind not in makers:
        problem = f"nothing is made under the name {name!r}"
        raise CannotShowError(problem)
    return makers[kind](rest)


def get_program() -> Any:
    """Get the program as its parser knows it."""
    return typer.main.get_command(app)


def list_commands() -> list[str]:
    """List all commands under their headings."""
    rows = []
    for heading, names in HEADINGS.items():
        for at, name in enumerate(names):
            first = heading if not at else ""
            rows.append((first, f"[{name}](#{name})", summarise(name)))
            inner = getattr(get_program().commands[name], "commands", {})
            rows += [
                ("", f"[{name} {one}](#{name}-{one})", summarise(f"{name} {one}"))
                for one in inner
            ]
    return make_table(("", "command", "what it does"), rows)


def summarise(name: str) -> str:
    """Give the first sentence of a command's help."""
    text: str = find_command(name).help
    return text.split("\n\n", maxsplit=1)[0].replace("\n", " ")


def find_command(name: str) -> Any:
    """Find a command by its name, such as "feedback ask"; None where there is none."""
    command = get_program()
    for part in name.split():
        command = getattr(command, "commands", {}).get(part)
    return command


def describe_command(name: str) -> list[str]:
    """Give a command's usage, help, arguments and options.

    Raises:
        CannotShowError: when there is no such command.
    """
    command = find_command(name)
    if command is None:
        problem = f"there is no command {name!r}"
        raise CannotShowError(problem)
    arguments = [one for one in command.params if one.param_type_name == "argument"]
    usage = " ".join(["reflect", name, *(one.metavar for one in arguments)])
    lines = [f"`{usage}`", "", *command.help.splitlines()]
    if arguments:
        rows = [(f"`{one.metavar}`", one.help) for one in arguments]
        lines += ["", *make_table(("argument", "meaning"), rows)]
    own = list_options(command, without=tuple(COMMON))
    return [*lines, *(["", *own] if own else [])]


def list_options(command: Any, without: Sequence[str] = ()) -> list[str]:
    """Give the table of a command's options; none where there are none."""
    rows = [
        (name_option(one), one.help)
        for one in command.params
        if one.param_type_name == "option" and one.name not in without
    ]
    if not without:
        rows.append(("`--help` `-h`", "Show the help and leave."))
    return make_table(("option", "meaning"), rows) if rows else []


def name_option(option: Any) -> str:
    """Write an option with what it takes."""
    value = f" {option.metavar}" if option.metavar else ""
    return " ".join(f"`{name}{value}`" for name in option.opts)


def list_terms(labels: dict[str, str], kind: str) -> list[str]:
    """Give the table of a closed set of words."""
    rows = [(f"`{term}`", label) for term, label in labels.items()]
    return make_table((kind, "as it is shown"), rows)


def make_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Make a table."""
    return [
        f"| {' | '.join(cells)} |".replace("|  |", "| |")
        for cells in (head, ["---"] * len(head), *rows)
    ]


def renew(text: str) -> str:
    """Give a page with all that is made in it as it is now.

    Raises:
        CannotShowError: naming what the program does not say any more.
    """

    def remake(found: re.Match[str]) -> str:
        made = "\n".join(make_region(found["name"]))
        return f"{found[1]}\n{made}\n\n{found[3]}"

    text = REGION.sub(remake, text)
    if not SESSION.search(text):
        return text
    with move_in() as house:

        def hold(found: re.Match[str]) -> str:
            shown = hold_session(found["lines"].splitlines(), house)
            output = "".join(f"{line}\n" for line in shown)
            return f"{found[1]}{output}{found[3]}"

        return SESSION.sub(hold, text)


def list_pages(project: Path) -> list[Path]:
    """List the pages."""
    return [project / "README.md", *sorted((project / "docs").glob("*.md"))]


def main(arguments: Sequence[str] | None = None) -> int:
    """Rewrite the pages, or only tell which of them are stale."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--check", action="store_true", help="change nothing; fail if a page is stale"
    )
    parser.add_argument(
        "--project", type=Path, default=PROJECT, help="another project folder"
    )
    given = parser.parse_args(arguments)
    stale = False
    for page in list_pages(given.project):
        name = page.relative_to(given.project)
        before = page.read_text(encoding="utf-8")
        try:
            after = renew(before)
        except CannotShowError as error:
            print(f"{name}: {error}", file=sys.stderr)
            stale = True
            continue
        if after != before and given.check:
            print(f"{name} is stale: make docs", file=sys.stderr)
            stale = True
        elif after != before:
            page.write_text(after, encoding="utf-8", newline="\n")
            print(f"{name} was rewritten.")
    return int(stale)


if __name__ == "__main__":
    sys.exit(main())
