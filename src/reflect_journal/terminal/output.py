"""Where text meets a stream: colours, width, and the gate that every word passes."""

import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, TextIO

from reflect_journal.terminal.lines import Line, line
from reflect_journal.terminal.safe_text import show_safely

RICH_STYLES: Final = {"": "", "bold": "bold", "dim": "dim", "accent": "cyan"}
PIPE_WIDTH: Final = 80


def choose_color(option: str, environ: Mapping[str, str], *, is_terminal: bool) -> bool:
    """Decide about colour: --color, then the environment, then the stream."""
    if option != "auto":
        return option == "always"
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR") or environ.get("CLICOLOR_FORCE", "0") != "0":
        return True
    return is_terminal and environ.get("TERM") != "dumb"


@dataclass
class Output:
    """One stream: standard output for answers or standard error for conversation.

    Attributes:
        stream: where text goes.
        color: whether escapes for colour are written.
        whole: whether lines are written whole, however narrow the terminal is.
    """

    stream: TextIO
    color: bool = False
    whole: bool = False

    @property
    def is_terminal(self) -> bool:
        """Whether somebody watches."""
        return self.stream.isatty()

    @property
    def width(self) -> int:
        """Columns to write into."""
        if "COLUMNS" in os.environ or self.is_terminal:
            return max(20, shutil.get_terminal_size((PIPE_WIDTH, 24)).columns)
        return PIPE_WIDTH

    def write(self, lines: Iterable[Line | str]) -> None:
        """Write lines; what a terminal would obey is shown as a mark."""
        styled = [line(one) if isinstance(one, str) else one for one in lines]
        if self.color:
            self._write_colored(styled)
        else:
            text = "".join(
                show_safely("".join(piece.text for piece in one)).rstrip() + "\n"
                for one in styled
            )
            self.stream.write(self._encodable(text))
        self.stream.flush()

    def write_text(self, text: str) -> None:
        """Write text of several lines."""
        self.write(text.split("\n"))

    def write_json(self, value: Mapping[str, Any]) -> None:
        """Write one JSON object; everything but plain ASCII is escaped."""
        import json

        text = json.dumps(value, indent=2 if self.is_terminal else None)
        self.stream.write(text.replace("\x7f", "\\u007f") + "\n")
        self.stream.flush()

    def _write_colored(self, lines: Iterable[Line]) -> None:
        from rich.console import Console
        from rich.text import Text

        console = Console(
            file=self.stream,
            force_terminal=True,
            color_system="standard",
            markup=False,
            highlight=False,
            emoji=False,
            no_color=False,
            width=10_000,
        )
        for one in lines:
            pieces = [(show_safely(text), RICH_STYLES[style]) for text, style in one]
            console.print(Text.assemble(*pieces), soft_wrap=True)

    def _encodable(self, text: str) -> str:
        encoding = self.stream.encoding or "utf-8"
        return text.encode(encoding, "replace").decode(encoding)
