"""The door: registers every command and starts the one that was asked for."""

import os
import sys
from typing import Annotated, Final

import typer

from reflect_journal import __version__
from reflect_journal.cli import (
    completion,
    doctor,
    listing,
    new,
    resume,
    schema,
    search,
    show,
    status,
    summary,
    vocabulary,
    where,
)
from reflect_journal.cli.command import Command, wrap
from reflect_journal.cli.context import Context
from reflect_journal.cli.groups import GroupedHelp
from reflect_journal.cli.world import World

OWNER_ONLY: Final = 0o077
COMMANDS: Final[dict[str, Command]] = {
    "new": new.new,
    "continue": resume.resume,
    "list": listing.list_reflections,
    "show": show.show,
    "search": search.search,
    "summary": summary.summary,
    "where": where.where,
    "doctor": doctor.doctor,
    "vocabulary": vocabulary.vocabulary,
    "schema": schema.schema,
    "completion": completion.completion,
}
HELP_NAMES: Final = {"help_option_names": ["-h", "--help"]}

app = typer.Typer(
    name="reflect",
    cls=GroupedHelp,
    add_completion=False,
    # Plain help is three times as quick, and readable for a screen reader.
    rich_markup_mode=None,
    # A traceback with local variables would print the diary.
    pretty_exceptions_enable=False,
    pretty_exceptions_show_locals=False,
    context_settings=HELP_NAMES,
)


def print_version(asked: bool) -> None:
    """Print the version and leave."""
    if asked:
        sys.stdout.write(f"reflect {__version__}\n")
        raise typer.Exit


VersionOption = Annotated[
    bool,
    typer.Option(
        "--version",
        "-V",
        help="Print the version.",
        is_eager=True,
        callback=print_version,
    ),
]


def start(context: Context, version: VersionOption = False) -> None:
    """A private journal for the time after a rejection.

    Without a command: where you stand. Every command takes --help, --json, --plain,
    --no-input, --color and --journal.
    """
    del version
    status.status(context)


app.callback(invoke_without_command=True)(wrap(start, "reflect"))
for _name, _command in COMMANDS.items():
    app.command(_name, context_settings=HELP_NAMES)(wrap(_command, _name))


def main(arguments: list[str] | None = None, world: World | None = None) -> None:
    """Run the program; leaves by SystemExit with the exit code."""
    # Whatever the person's mask is: nobody else may read what is written here.
    os.umask(OWNER_ONLY)
    app(arguments, obj=world, prog_name="reflect")
