"""How the backups that were made by themselves look: day and what they hold."""

from collections.abc import Sequence
from typing import Protocol

from reflect_journal.terminal.lines import Line, join_columns, line


class Backup(Protocol):
    """What a view needs of a backup."""

    @property
    def name(self) -> str:
        """Its day."""

    @property
    def reflections(self) -> int | None:
        """How many it holds; None where it cannot be read."""


def render_backups(backups: Sequence[Backup]) -> list[Line]:
    """Render one line for each."""
    return [line(one) for one in join_columns([_describe(one) for one in backups])]


def _describe(backup: Backup) -> tuple[str, str]:
    if backup.reflections is None:
        return backup.name, "damaged"
    plural = "s" * (backup.reflections != 1)
    return backup.name, f"{backup.reflections} reflection{plural}"
