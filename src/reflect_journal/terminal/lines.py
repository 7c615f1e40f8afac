"""Lines of output: pieces of text with a style, measured and folded to a width."""

import textwrap
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple, TypeAlias

from reflect_journal.terminal.safe_text import show_safely

Style: TypeAlias = Literal["", "bold", "dim", "accent"]


class Piece(NamedTuple):
    """A piece of a line and how it looks; without colour only the text is left."""

    text: str
    style: Style = ""


Line: TypeAlias = tuple[Piece, ...]
BLANK: Line = ()


def line(*pieces: str | Piece) -> Line:
    """Make a line of texts and styled pieces."""
    return tuple(Piece(one) if isinstance(one, str) else one for one in pieces)


def measure(text: str) -> int:
    """Count the columns that a text takes: some letters take two, some none."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def cut(text: str, width: int) -> str:
    """Cut a text to a width, with three dots where something is left out."""
    text = show_safely(text)
    if measure(text) <= width:
        return text
    while text and measure(text) > width - 3:
        text = text[: -max(1, (measure(text) - width + 3) // 2)]
    return f"{text.rstrip()}..."


def pad(text: str, width: int) -> str:
    """Fill a text up to a width, counted in columns."""
    return text + " " * max(0, width - measure(text))


def fold(text: str, width: int, indent: str = "") -> list[str]:
    """Fold a text to a width, each of its own lines by itself."""
    room = max(10, width - len(indent))
    folded: list[str] = []
    for part in text.splitlines() or [""]:
        folded.extend(_fold_line(show_safely(part), room))
    return [f"{indent}{part}".rstrip() for part in folded]


def _fold_line(text: str, room: int) -> Sequence[str]:
    if measure(text) <= room:
        return [text]
    if text.isascii():
        return textwrap.wrap(text, room, break_on_hyphens=False)
    from rich.console import Console
    from rich.text import Text

    console = Console(width=room, color_system=None)
    return [str(one).rstrip() for one in Text(text).wrap(console, room)]


def fold_lines(
    text: str, width: int, indent: str = "", style: Style = ""
) -> list[Line]:
    """Fold a text into lines of one style."""
    return [line(Piece(part, style)) for part in fold(text, width, indent)]


def join_columns(rows: Iterable[Sequence[str]], gap: str = "  ") -> list[str]:
    """Align rows of cells; the last cell of a row is never filled up."""
    safe = [[show_safely(cell) for cell in row] for row in rows]
    widths = [max(map(measure, column)) for column in zip(*safe, strict=True)]
    return [gap.join([*map(pad, row[:-1], widths), *row[-1:]]).rstrip() for row in safe]
