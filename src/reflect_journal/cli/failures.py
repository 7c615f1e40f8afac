"""Where all errors are met: each becomes a sentence and an exit code."""

import re
import sys
from collections.abc import Callable
from typing import Any, Final

import typer

from reflect_journal.cli.context import Context
from reflect_journal.errors import ReflectError
from reflect_journal.terminal.output import AnswerLostError

INTERRUPTED: Final = 130
UsageError: Final[Any] = typer.BadParameter.__base__
MISSING: Final = "MissingParameter"
EXTRA: Final = re.compile(
    r"Got unexpected extra arguments? ?\(?s?\)? ?\((.*)\)", re.DOTALL
)


def run_safely(context: Context, action: Callable[[], int | None]) -> int:
    """Run an action; turn what goes wrong into a sentence and an exit code."""
    try:
        return action() or 0
    except AnswerLostError as error:
        if not error.nobody_reads:
            context.err.write_folded(str(error))
        # A reader that went away has what it wanted.
        return 0 if error.nobody_reads else error.exit_code
    except ReflectError as error:
        error.call = context.call
        context.err.write_folded(str(error))
        return error.exit_code
    except KeyboardInterrupt:
        context.err.write(["Stopped."])
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - whatever it is, no diary in a traceback
        context.err.write_folded(describe_fault(error, context.call))
        return 1


def describe_fault(error: Exception, call: str = "reflect") -> str:
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
        "That is a fault of this program. What was saved stays saved.\n"
        f"Whether the journal is sound: {call} doctor"
    )


def describe_usage(error: Any) -> str:
    """Say how a command line was not understood, and where its help is."""
    path = error.ctx.command_path if error.ctx else "reflect"
    return f"{_describe_problem(error, path)}\nHow it is used: {path} --help"


def _describe_problem(error: Any, path: str) -> str:
    """Say it in the words of the help, for they tell what to type instead."""
    argument: Any = getattr(error, "param", None)
    if type(error).__name__ == MISSING and getattr(argument, "help", None):
        meaning = argument.help.rstrip(".")
        name = argument.make_metavar(error.ctx)
        return f"Missing: {name} ({meaning[:1].lower()}{meaning[1:]})."
    extra = EXTRA.match(error.format_message())
    return f"{path} does not take: {extra[1]}" if extra else error.format_message()


def forget_lost_streams() -> None:
    """Let go of streams that take nothing any more, before Python complains."""
    for name in ("stdout", "stderr"):
        try:
            getattr(sys, name).flush()
        except (AttributeError, OSError, ValueError):
            setattr(sys, name, None)
