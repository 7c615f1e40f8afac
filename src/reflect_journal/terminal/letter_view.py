"""How a letter, and what was found in it, looks."""

from collections.abc import Iterable, Sequence
from typing import Final, Protocol

from reflect_journal.terminal.lines import BLANK, Line, Piece, fold_lines, line
from reflect_journal.terminal.output import Output

INDENT: Final = "  "
NOTHING_FOUND: Final = "Nothing found. Read it once more aloud; you know them."


class Finding(Protocol):
    """What a view needs of a finding."""

    @property
    def kind(self) -> str:
        """What is the matter."""

    @property
    def quote(self) -> str:
        """The sentence; "" for the whole letter."""

    @property
    def why(self) -> str:
        """What it does to the reader."""

    @property
    def instead(self) -> str:
        """What to write instead."""


def render_findings(output: Output, findings: Sequence[Finding]) -> list[Line]:
    """Render what was found, each with what to write instead."""
    width = output.text_width
    lines: list[Line] = []
    for one in findings:
        lines += [BLANK] * bool(lines)
        lines.append(line(Piece(one.kind.replace("-", " "), "bold")))
        if one.quote:
            lines += fold_lines(f'"{one.quote}"', width, INDENT)
        lines += fold_lines(one.why, width, INDENT)
        lines += fold_lines(one.instead, width, INDENT)
    return lines or fold_lines(NOTHING_FOUND, width)


def render_letter(subject: str, body: str) -> Iterable[str]:
    """Give a letter line by line, not folded, so that it can be copied."""
    if subject:
        yield f"Subject: {subject}"
        yield ""
    yield from body.split("\n")
