"""The program in this process, with somebody who types lines."""

import io
import json
import os
from dataclasses import dataclass
from typing import Any

import pytest

from reflect_journal.cli.app import main
from reflect_journal.cli.world import World
from reflect_journal.journal.drafts import Draft, DraftStore
from reflect_journal.journal.places import find_places
from tests.interactive.dialogues import Dialogue


class Screen(io.StringIO):
    """A stream somebody watches, or types into."""

    def isatty(self) -> bool:
        return True


@dataclass(frozen=True)
class Outcome:
    """How a command ended and what it wrote."""

    code: int
    out: str
    err: str


def type_lines(*lines: str) -> str:
    """Give lines as they are typed."""
    return "".join(f"{line}\n" for line in lines)


def type_answers(dialogue: Dialogue) -> str:
    """Give the answers of a dialogue as they are typed."""
    return type_lines(*(typed.replace("\r", "\n") for _, typed in dialogue))


def reflect(
    *arguments: str, typed: str = "", stdin: io.StringIO | None = None
) -> Outcome:
    """Run a command; where the typed lines end the person presses Ctrl-D."""
    out, err = io.StringIO(), Screen()
    world = World(os.environ, stdin or Screen(typed), out, err)
    with pytest.raises(SystemExit) as left:
        main(list(arguments), world)
    code = left.value.code
    return Outcome(code if isinstance(code, int) else 0, out.getvalue(), err.getvalue())


def read_last(reference: str = "last") -> dict[str, Any]:
    """Read a stored reflection through the command that shows it."""
    shown = reflect("show", reference, "--json")
    assert shown.code == 0, shown.err
    document: dict[str, Any] = json.loads(shown.out)["reflection"]
    return document


def list_all() -> list[dict[str, Any]]:
    """List what is saved."""
    listed = reflect("list", "--json")
    reflections: list[dict[str, Any]] = json.loads(listed.out)["reflections"]
    return reflections


def list_drafts() -> list[Draft]:
    """Read the drafts on disk."""
    return DraftStore(find_places(os.environ, None)).load_all()
