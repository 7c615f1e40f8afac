"""`reflect demo`: what the journal shows, on fourteen invented reflections."""

import json
import shlex
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO, TextIOWrapper
from typing import Any, Final

from reflect_journal.cli.context import Context
from reflect_journal.cli.world import World
from reflect_journal.errors import NoTerminalError
from reflect_journal.interview.prompt import Prompt
from reflect_journal.journal.invented import NoRoomError, open_invented_place
from reflect_journal.journal.places import HOME_VARIABLE

SHOWN: Final = (
    ("list", "--limit", "6"),
    ("show", "harbour"),
    ("summary",),
    ("summary", "--by", "who"),
    ("prep", "--stage", "technical"),
)
BEFORE: Final = (
    "Fourteen invented reflections of one invented person, in a place of their own. "
    "Your journal is not touched."
)
AFTER: Final = "That was invented, and it is gone again. To start your own: {call} new"


def demo(context: Context) -> int:
    """See what the journal shows, on invented reflections.

    Your own journal is not touched, and nothing is left behind.
    """
    with open_invented_place() as place:
        environ = {**context.world.environ, HOME_VARIABLE: str(place.home)}
        world = replace(context.world, environ=environ)
        fill(world, str(place.documents))
        if context.options.json:
            answers = {shlex.join(one): _answer(world, one) for one in SHOWN}
            context.answer_json({"commands": answers})
            return 0
        context.err.write_folded(BEFORE)
        for at, command in enumerate(SHOWN):
            if at and not _goes_on(context, command):
                break
            context.out.write(["", f"$ reflect {shlex.join(command)}"])
            _run(world, [*command, *_common(context)])
    context.err.write(["", AFTER.format(call=context.call)])
    return 0


def fill(world: World, documents: str) -> None:
    """Save the invented reflections, unseen.

    Raises:
        NoRoomError: when they could not be saved.
    """
    unseen = replace(world, stdout=_nowhere(), stderr=_nowhere())
    if _run(unseen, ["new", "--from", documents]):
        raise NoRoomError("it could not be saved there")


def _goes_on(context: Context, command: Sequence[str]) -> bool:
    """Wait for somebody who reads; without a terminal nobody does."""
    from reflect_journal.cli.beginning import need_terminal
    from reflect_journal.terminal.keyboard import leave_as_found

    if context.options.no_input or not context.out.is_terminal:
        return True
    try:
        prompter = need_terminal(context)
    except NoTerminalError:
        return True
    wording = f"Next: reflect {shlex.join(command)}"
    prompt = Prompt(key="next", wording=wording, hint="Enter = go on, q = enough")
    try:
        with leave_as_found(context.world.stdin):
            return not prompter.ask(prompt).strip().lower().startswith(("q", ":q"))
    except (EOFError, KeyboardInterrupt):
        return False


def _common(context: Context) -> list[str]:
    options = ["--color", context.options.color]
    return [*options, "--plain"] if context.options.plain else options


def _answer(world: World, arguments: Sequence[str]) -> Any:
    """Run a command apart from all eyes and give its JSON."""
    stream = TextIOWrapper(BytesIO(), encoding="utf-8")
    _run(replace(world, stdout=stream, stderr=_nowhere()), [*arguments, "--json"])
    stream.seek(0)
    return json.load(stream)


def _nowhere() -> TextIOWrapper:
    return TextIOWrapper(BytesIO(), encoding="utf-8")


def _run(world: World, arguments: Sequence[str]) -> int:
    # The door opens every command, this one too, so it is not there before.
    from reflect_journal.cli.app import run

    return run(list(arguments), world)
