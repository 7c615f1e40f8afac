"""The one wrapper around every command: common options in, errors and codes out."""

import inspect
from collections.abc import Callable
from typing import Annotated, Any, Final, get_type_hints

import typer

from reflect_journal.cli.context import CommonOptions, Context
from reflect_journal.cli.world import World
from reflect_journal.errors import ReflectError

INTERRUPTED: Final = 130
JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
PlainOption = Annotated[
    bool, typer.Option("--plain", help="Whole lines: no colour, no box, no redraw.")
]
NoInputOption = Annotated[
    bool, typer.Option("--no-input", help="Never ask; a missing answer is an error.")
]
ColorOption = Annotated[
    str, typer.Option("--color", metavar="WHEN", help="auto, always or never.")
]
JournalOption = Annotated[
    str | None,
    typer.Option("--journal", metavar="DIR", help="Use the journal in this folder."),
]
COMMON: Final[dict[str, tuple[Any, Any]]] = {
    "json": (JsonOption, False),
    "plain": (PlainOption, False),
    "no_input": (NoInputOption, False),
    "color": (ColorOption, "auto"),
    "journal": (JournalOption, None),
}
COLORS: Final = ("auto", "always", "never")

Command = Callable[..., int | None]


def wrap(command: Command, name: str) -> Callable[..., None]:
    """Give a command its common options and meet all its errors.

    The command takes a `Context` first and its own options after it; it returns an
    exit code or None for 0.
    """

    def run(typer_context: typer.Context, **values: Any) -> None:
        given = {key: values.pop(key) for key in COMMON}
        if typer_context.invoked_subcommand is not None:
            return
        common = CommonOptions(**_inherit(given, typer_context.parent))
        world = typer_context.obj or World()
        context = Context(world, name, common)
        if common.color not in COLORS:
            problem = f"--color takes {', '.join(COLORS)}, not {common.color!r}."
            raise typer.BadParameter(problem)
        raise typer.Exit(run_safely(context, lambda: command(context, **values)))

    run.__doc__ = command.__doc__
    run.__name__ = command.__name__
    _give_signature(run, command)
    return run


def _inherit(given: dict[str, Any], parent: Any) -> dict[str, Any]:
    """Take over what stood before the command's name: reflect --json list."""
    outer = parent.params if parent else {}
    return {
        key: outer.get(key, value) if value == COMMON[key][1] else value
        for key, value in given.items()
    }


def run_safely(context: Context, action: Callable[[], int | None]) -> int:
    """Run an action; turn what goes wrong into a sentence and an exit code."""
    try:
        return action() or 0
    except ReflectError as error:
        context.err.write_text(str(error))
        return error.exit_code
    except KeyboardInterrupt:
        context.err.write(["Stopped."])
        return INTERRUPTED
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is, no diary in a traceback
        context.err.write_text(describe_fault(error))
        return 1


def describe_fault(error: Exception) -> str:
    """Name a fault of the program by its place, without a word of anybody's text."""
    place = "an unknown place"
    traceback = error.__traceback__
    while traceback is not None:
        code = traceback.tb_frame.f_code
        if "reflect_journal" in code.co_filename:
            file = code.co_filename.rpartition("reflect_journal")[2].lstrip("/\\")
            place = f"{file}, line {traceback.tb_lineno}"
        traceback = traceback.tb_next
    return (
        f"Something unexpected happened ({type(error).__name__} in {place}).\n"
        "That is a fault of this program. What was saved stays saved."
    )


def _give_signature(run: Callable[..., None], command: Command) -> None:
    hints = get_type_hints(command, include_extras=True)
    own = list(inspect.signature(command).parameters.values())[1:]
    parameters = [
        inspect.Parameter(
            "typer_context",
            inspect.Parameter.POSITIONAL_OR_KEYWORD,
            annotation=typer.Context,
        )
    ]
    parameters += [
        one.replace(annotation=hints[one.name], kind=inspect.Parameter.KEYWORD_ONLY)
        for one in own
    ]
    parameters += [
        inspect.Parameter(
            key, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation
        )
        for key, (annotation, default) in COMMON.items()
    ]
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {one.name: one.annotation for one in parameters}
