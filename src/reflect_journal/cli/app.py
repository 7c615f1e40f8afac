"""The door: registers every command and starts the one that was asked for."""

import os
from typing import Annotated, Any, Final

import typer

from reflect_journal import __version__
from reflect_journal.cli import status
from reflect_journal.cli.command import wrap
from reflect_journal.cli.completion import VARIABLE, prepare_completion
from reflect_journal.cli.context import CommonOptions, Context
from reflect_journal.cli.failures import (
    UsageError,
    describe_usage,
    forget_lost_streams,
    run_safely,
)
from reflect_journal.cli.groups import GroupedHelp
from reflect_journal.cli.loading import (
    COMMANDS,
    Group,
    LazyCommands,
    Place,
    load_command,
)
from reflect_journal.cli.world import World
from reflect_journal.terminal.output import AnswerLostError

OWNER_ONLY: Final = 0o077
USAGE: Final = 2
HELP_NAMES: Final = {"help_option_names": ["-h", "--help"]}

MANNERS: Final[dict[str, Any]] = {
    "add_completion": False,
    # Plain help is three times as quick, and readable for a screen reader.
    "rich_markup_mode": None,
    # A traceback with local variables would print the diary.
    "pretty_exceptions_enable": False,
    "pretty_exceptions_show_locals": False,
}


def make_command(name: str, place: Place, above: str = "") -> Any:
    """Make what Typer calls under a name: one command, or a group of them."""
    if isinstance(place, Group):
        return make_group(name, place)
    alone = typer.Typer(**MANNERS)
    command = wrap(load_command(place), f"{above}{name}")
    alone.command(name, context_settings=HELP_NAMES)(command)
    return typer.main.get_command(alone)


def make_group(name: str, group: Group) -> Any:
    """Make a group whose commands are loaded when they are asked for."""
    alone = typer.Typer(
        name=name,
        help=group.about,
        no_args_is_help=True,
        context_settings=HELP_NAMES,
        **MANNERS,
    )
    alone.callback()(wrap(stand_above, name))
    made: Any = typer.main.get_command(alone)
    made.help = group.about

    def make(below: str, place: Place) -> Any:
        return make_command(below, place, f"{name}-")

    made.commands = LazyCommands(group.commands, make)
    return made


def stand_above(context: Context) -> None:
    """Do nothing: a group only takes the options that its commands share."""
    del context


class Doors(GroupedHelp):
    """The group of all commands, none of them loaded before it is asked for."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.commands = LazyCommands(COMMANDS, make_command)


app = typer.Typer(name="reflect", cls=Doors, context_settings=HELP_NAMES, **MANNERS)
VersionOption = Annotated[
    bool, typer.Option("--version", "-V", help="Print the version.")
]


def start(context: Context, version: VersionOption = False) -> None:
    """A private journal for the time after a rejection.

    Without a command: where you stand. Every command takes --help, --json, --plain,
    --no-input, --color and --journal.
    """
    if not version:
        status.status(context)
    elif context.options.json:
        context.answer_json({"version": __version__})
    else:
        context.out.write([f"reflect {__version__}"])


app.callback(invoke_without_command=True)(wrap(start, "reflect"))


def main(arguments: list[str] | None = None, world: World | None = None) -> None:
    """Run the program; leaves by SystemExit with the exit code."""
    # Whatever the person's mask is: nobody else may read what is written here.
    os.umask(OWNER_ONLY)
    try:
        code = run(arguments, world or World())
    finally:
        forget_lost_streams()
    raise SystemExit(code)


def run(arguments: list[str] | None, world: World) -> int:
    """Find the command that is asked for, run it, and give the exit code."""
    if os.environ.get(VARIABLE):
        prepare_completion()
    context = Context(world, "reflect", CommonOptions())

    def act() -> int:
        try:
            return int(
                app(arguments, obj=world, prog_name="reflect", standalone_mode=False)
                or 0
            )
        except UsageError as error:
            context.err.write_folded(describe_usage(error))
            return USAGE
        except OSError as error:
            # Help that nobody takes; a command meets its own.
            raise AnswerLostError.of(error) from error

    return run_safely(context, act)
