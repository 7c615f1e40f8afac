"""How findings about the journal look: where, what it means, what to do."""

from collections.abc import Sequence
from typing import Protocol

from reflect_journal.terminal.lines import BLANK, Line, Piece, fold_lines, line
from reflect_journal.terminal.output import Output


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
        lines += fold_lines(finding.means, width, "  ")
        lines += fold_lines(finding.do, width, "  ")
        lines.append(BLANK)
    return lines[:-1]
