"""The commands by name; each is loaded when it is asked for, so that all start soon."""

from collections.abc import Callable, Iterator, MutableMapping
from importlib import import_module
from typing import Any, Final

COMMANDS: Final[dict[str, str]] = {
    "new": "new:new",
    "continue": "resume:resume",
    "list": "listing:list_reflections",
    "show": "show:show",
    "search": "search:search",
    "summary": "summary:summary",
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


def load_command(name: str) -> Callable[..., int | None]:
    """Load the function of a command."""
    module, _, function = COMMANDS[name].partition(":")
    found = getattr(import_module(f"reflect_journal.cli.{module}"), function)
    command: Callable[..., int | None] = found
    return command


class LazyCommands(MutableMapping[str, Any]):
    """Typer's commands by name, made one by one when they are looked at."""

    def __init__(self, make: Callable[[str], Any]) -> None:
        self._make = make
        self._made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._made:
            if name not in COMMANDS:
                raise KeyError(name)
            self._made[name] = self._make(name)
        return self._made[name]

    def __setitem__(self, name: str, command: Any) -> None:
        self._made[name] = command

    def __delitem__(self, name: str) -> None:
        del self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)
