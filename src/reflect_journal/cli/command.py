"""The one wrapper around every command: its common options in, an exit code out."""

import inspect
from collections.abc import Callable
from typing import Annotated, Any, Final, get_type_hints

import typer

from reflect_journal.cli.context import CommonOptions, Context
from reflect_journal.cli.failures import run_safely
from reflect_journal.cli.world import World
from reflect_journal.errors import InvalidOptionError
from reflect_journal.model.text import shorten

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
FILTERS: Final = "filters"
COLORS: Final = ("auto", "always", "never")

Command = Callable[..., int | None]


def wrap(command: Command, name: str) -> Callable[..., None]:
    """Give a command its common options and meet all its errors.

    The command takes a `Context` first and its own options after it; a parameter
    `filters` stands for all filter options but those that the command has of its
    own. It returns an exit code or None for 0.
    """
    parameters = _list_parameters(command)
    filters = _choose_filters(parameters)

    def run(typer_context: typer.Context, **values: Any) -> None:
        given = {key: values.pop(key) for key in COMMON}
        asked = {key: values.pop(key) for key in filters}
        if typer_context.invoked_subcommand is not None:
            return
        common = CommonOptions(**_inherit(given, typer_context.parent))
        world = typer_context.obj or World()
        context = Context(world, name, common)

        def act() -> int | None:
            check_color(common.color)
            if filters:
                from reflect_journal.cli.filtering import build_filters

                values[FILTERS] = build_filters(context, asked)
            return command(context, **values)

        code = run_safely(context, act)
        back_up_if_changed(context)
        raise typer.Exit(code)

    run.__doc__ = command.__doc__
    run.__name__ = command.__name__
    _give_signature(run, parameters, filters)
    return run


def back_up_if_changed(context: Context) -> None:
    """Make the backup of the day when this command wrote; its answer is out already."""
    if context.has_journal and context.journal.has_changed:
        from reflect_journal.journal.daily import back_up_daily

        back_up_daily(context.places, context.world.now)


def check_color(when: str) -> None:
    """Refuse what --color does not take.

    Raises:
        InvalidOptionError: with what it takes.
    """
    if when not in COLORS:
        advice = f"It takes {', '.join(COLORS)}."
        raise InvalidOptionError("--color", f"{shorten(when)} is not known.", advice)


def _inherit(given: dict[str, Any], above: Any) -> dict[str, Any]:
    """Take over what stood before the command's name: reflect --json list."""
    while above:
        given = {
            key: above.params.get(key, value) if value == COMMON[key][1] else value
            for key, value in given.items()
        }
        above = above.parent
    return given


def _list_parameters(command: Command) -> list[inspect.Parameter]:
    hints = get_type_hints(command, include_extras=True)
    own = list(inspect.signature(command).parameters.values())[1:]
    return [one.replace(annotation=hints[one.name]) for one in own]


def _choose_filters(parameters: list[inspect.Parameter]) -> dict[str, Any]:
    own = {one.name for one in parameters}
    if FILTERS not in own:
        return {}
    from reflect_journal.cli import filtering

    return {key: kind for key, kind in filtering.FILTERS.items() if key not in own}


def _give_signature(
    run: Callable[..., None],
    parameters: list[inspect.Parameter],
    filters: dict[str, Any],
) -> None:
    whole = [_make_option("typer_context", typer.Context, inspect.Parameter.empty)]
    for one in parameters:
        if one.name == FILTERS:
            whole += [_make_option(key, kind, "") for key, kind in filters.items()]
        else:
            whole.append(one.replace(kind=inspect.Parameter.KEYWORD_ONLY))
    whole += [_make_option(key, *option) for key, option in COMMON.items()]
    run.__signature__ = inspect.Signature(whole)  # type: ignore[attr-defined]
    run.__annotations__ = {one.name: one.annotation for one in whole}


def _make_option(name: str, annotation: Any, default: Any) -> inspect.Parameter:
    keyword = inspect.Parameter.KEYWORD_ONLY
    return inspect.Parameter(name, keyword, default=default, annotation=annotation)
