"""Lines of output: pieces of text with a style, measured and folded to a width."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal, NamedTuple, TypeAlias

from reflect_journal.terminal.safe_text import show_safely

Style: TypeAlias = Literal["", "bold", "dim"]
LINE_END: Final = re.compile(r"\r?\n")
DOTS: Final = "..."
LATIN: Final = re.compile("[\\x00-\\x7f\\xa0-\\u02ff]*")
"""Letters of one column each; C1 is made visible before."""
WIDENS: Final = "\N{VARIATION SELECTOR-16}"


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
    """Count the columns that a text takes: some letters take two, some none.

    Terminals differ about joined pictures; the widest reading counts.
    """
    if text.isascii() or LATIN.fullmatch(text):
        return len(text)
    return sum(map(_measure_letter, text))


def _measure_letter(letter: str) -> int:
    if LATIN.fullmatch(letter):
        return 1
    from rich.cells import get_character_cell_size

    return 1 if letter == WIDENS else get_character_cell_size(letter)


def cut(text: str, width: int) -> str:
    """Cut a text to a width, with three dots where something is left out."""
    text = show_safely(text)
    if measure(text) <= width:
        return text
    kept = next(_chop(text, max(0, width - len(DOTS))), "")
    return f"{kept.rstrip()}{DOTS[:width]}"


def pad(text: str, width: int) -> str:
    """Fill a text up to a width, counted in columns."""
    return text + " " * max(0, width - measure(text))


def fold(
    text: str, width: int, indent: str = "", *, breaks_words: bool = True
) -> list[str]:
    """Fold a text to a width, each of its own lines by itself.

    A word that is too long for a line is broken, unless it is to stay whole.
    """
    room = max(2, width - measure(indent))
    folded = [
        part
        for one in LINE_END.split(text)
        for part in _fold_line(show_safely(one), room, breaks_words=breaks_words)
    ]
    return [f"{indent}{part}".rstrip() for part in folded]


def fold_at_commas(text: str, width: int, indent: str = "") -> list[Line]:
    """Fold a list, so that a name is not torn from the number behind it."""
    if measure(indent) + measure(text) > width:
        text = _break_at_commas(text, width - measure(indent))
    return fold_lines(text, width, indent)


def _break_at_commas(text: str, room: int) -> str:
    rows = [""]
    for part in text.split(", "):
        row = f"{rows[-1]}, {part}" if rows[-1] else part
        # A comma may follow.
        if rows[-1] and measure(row) >= room:
            rows.append(part)
        else:
            rows[-1] = row
    return ",\n".join(rows)


def _fold_line(text: str, room: int, *, breaks_words: bool) -> Sequence[str]:
    if measure(text) <= room:
        return [text]
    folded: list[str] = []
    now, used = "", 0
    begin = len(text) - len(text.lstrip(" "))
    words = text[begin:].split(" ")
    for word in [text[:begin] + words[0], *words[1:]]:
        needed = measure(word)
        if now and used + 1 + needed <= room:
            now, used = f"{now} {word}", used + 1 + needed
            continue
        if now:
            folded.append(now)
        *whole, now = _chop(word, room) if breaks_words else [word]
        folded += whole
        used = measure(now)
    return [*folded, now]


def _chop(text: str, room: int) -> Iterator[str]:
    """Give the pieces of a text that have room in a line each."""
    begin, used = 0, 0
    for at, letter in enumerate(text):
        needed = _measure_letter(letter)
        if used + needed > room:
            yield text[begin:at]
            begin, used = at, 0
        used += needed
    yield text[begin:]


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
