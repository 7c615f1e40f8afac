"""How findings about the journal look: where, what it means, what to do."""

import re
from collections.abc import Sequence
from itertools import groupby
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

    @property
    def needs_person(self) -> bool:
        """Whether somebody has to act."""


class Step(Protocol):
    """What a view needs of something that is put right."""

    @property
    def where(self) -> str:
        """The file."""

    @property
    def did(self) -> str:
        """What is done to it."""


def render_findings(output: Output, findings: Sequence[Finding]) -> list[Line]:
    """Render each finding, or say that all is well; first what needs somebody."""
    needed = [one for one in findings if one.needs_person]
    known = [one for one in findings if not one.needs_person]
    lines = _render(output, needed) if needed else [line("The journal is sound.")]
    if known:
        lines += [BLANK, line("Only worth knowing:"), BLANK, *_render(output, known)]
    return lines


def render_repaired(output: Output, steps: Sequence[Step], place: str) -> list[Line]:
    """Render what was put right, and where the bad bytes are."""
    if not steps:
        return [line("There is nothing that reflect can repair."), BLANK]
    kept = fold_lines(f"What was taken out is kept in {place}", output.text_width)
    moved = any("quarantine" in one.did for one in steps)
    return [
        line("Repaired:"),
        *render_steps(output, steps),
        *(kept if moved else []),
        BLANK,
    ]


def render_steps(output: Output, steps: Sequence[Step]) -> list[Line]:
    """Render the steps of a repair, those in one file below its name."""
    return [
        one
        for where, together in groupby(steps, key=lambda step: step.where)
        for one in (
            *fold_lines(where, output.text_width, "  "),
            *(
                part
                for step in together
                for part in fold_lines(step.did, output.text_width, "    ")
            ),
        )
    ]


def _render(output: Output, findings: Sequence[Finding]) -> list[Line]:
    width = output.text_width
    lines: list[Line] = []
    for finding in findings:
        lines.append(line(Piece(finding.where, "bold")))
        for sentence in (finding.means, finding.do):
            told = COMMAND.sub(lambda _: f"{output.call} ", sentence)
            lines += fold_lines(told, width, "  ")
        lines.append(BLANK)
    return lines[:-1]
