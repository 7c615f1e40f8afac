"""How findings about the journal look: where, what it means, what to do."""

import re
from collections.abc import Sequence
from typing import Final, Protocol

from reflect_journal.terminal.lines import BLANK, Line, Piece, fold_lines, line
from reflect_journal.terminal.output import Output

COMMAND: Final = re.compile(r"\breflect (?=continue|show|history|where)")
"""What findings name as a command; nothing in their sentences is anybody's text."""


class Finding(Protocol):
    """What a view needs of a finding."""

    @property
    def where(self) -> str:
        """The file and the line."""

    @property
    def means(self) -> str:
        """What it means for the person."""

    @property
    def do(self) -> str:
        """What to do now."""


def render_findings(output: Output, findings: Sequence[Finding]) -> list[Line]:
    """Render each finding, or say that all is well."""
    if not findings:
        return [line("The journal is sound.")]
    width = output.text_width
    lines: list[Line] = []
    for finding in findings:
        lines.append(line(Piece(finding.where, "bold")))
        for sentence in (finding.means, finding.do):
            told = COMMAND.sub(lambda _: f"{output.call} ", sentence)
            lines += fold_lines(told, width, "  ")
        lines.append(BLANK)
    return lines[:-1]
