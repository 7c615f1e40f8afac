"""The help of `reflect`: commands under the headings that say what they are for."""

from collections.abc import Iterator
from typing import Any, Final

from typer.core import TyperGroup

HEADINGS: Final = {
    "Reflect": ("new", "continue"),
    "Look back": ("list", "show", "search", "summary", "report", "demo"),
    "Other eyes": ("feedback",),
    "Next time": ("prep",),
    "Change your mind": ("edit", "delete", "undelete", "undo", "history"),
    "Your data": (
        *("where", "export", "backup", "restore", "doctor"),
        *("vocabulary", "schema", "completion"),
    ),
}


class GroupedHelp(TyperGroup):
    """Lists commands under headings instead of by the alphabet."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Give the commands in the order of their headings."""
        del ctx
        return [name for names in HEADINGS.values() for name in names]

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write one short section for each heading."""
        for heading, rows in self._list_rows(ctx):
            with formatter.section(heading):
                formatter.write_dl(rows)

    def _list_rows(self, ctx: Any) -> Iterator[tuple[str, list[tuple[str, str]]]]:
        for heading, names in HEADINGS.items():
            commands = [(name, self.get_command(ctx, name)) for name in names]
            yield (
                heading,
                [(name, one.get_short_help_str(60)) for name, one in commands if one],
            )
