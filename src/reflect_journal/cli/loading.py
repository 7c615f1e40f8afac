"""The commands by name; each is loaded when it is asked for, so that all start soon."""

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Final, TypeAlias


@dataclass(frozen=True, slots=True)
class Group:
    """Several commands behind one name, such as `reflect feedback ask`.

    `about` is its help, `commands` are the places of its commands by their names.
    """

    about: str
    commands: Mapping[str, str]


Place: TypeAlias = str | Group

COMMANDS: Final[dict[str, Place]] = {
    "new": "new:new",
    "continue": "resume:resume",
    "list": "listing:list_reflections",
    "show": "show:show",
    "search": "search:search",
    "summary": "summary:summary",
    "report": "report:report",
    "demo": "demo:demo",
    "feedback": Group(
        "Ask for feedback well, take it in, and keep it.",
        {
            "ask": "feedback_ask:ask",
            "check": "feedback_check:check",
            "read": "feedback_read:read",
            "add": "feedback_add:add",
            "show": "feedback_show:show",
            "list": "feedback_list:list_feedback",
            "later": "feedback_later:later",
        },
    ),
    "prep": "prep:prep",
    "edit": "edit:edit",
    "delete": "delete:delete",
    "undelete": "undelete:undelete",
    "undo": "undo:undo",
    "history": "history:history",
    "where": "where:where",
    "export": "export:export",
    "backup": "backup:backup",
    "restore": "restore:restore",
    "doctor": "doctor:doctor",
    "vocabulary": "vocabulary:vocabulary",
    "schema": "schema:schema",
    "completion": "completion:completion",
}
"""The name of each command, its module in this folder and its function there."""


def list_places(commands: Mapping[str, Place] = COMMANDS) -> dict[str, str]:
    """List the places of all commands by their whole names ("feedback ask")."""
    places: dict[str, str] = {}
    for name, place in commands.items():
        if isinstance(place, Group):
            inner = list_places(dict(place.commands))
            places |= {f"{name} {one}": where for one, where in inner.items()}
        else:
            places[name] = place
    return places


def load_command(place: str) -> Callable[..., int | None]:
    """Load the function of a command."""
    module, _, function = place.partition(":")
    found = getattr(import_module(f"reflect_journal.cli.{module}"), function)
    command: Callable[..., int | None] = found
    return command


class LazyCommands(MutableMapping[str, Any]):
    """Typer's commands by name, made one by one when they are looked at."""

    def __init__(
        self, places: Mapping[str, Place], make: Callable[[str, Place], Any]
    ) -> None:
        self._places = places
        self._make = make
        self._made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._made:
            self._made[name] = self._make(name, self._places[name])
        return self._made[name]

    def __setitem__(self, name: str, command: Any) -> None:
        self._made[name] = command

    def __delitem__(self, name: str) -> None:
        del self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)
