"""How `reflect` alone looks: at most three lines, each with its command."""

from collections.abc import Mapping, Sequence
from typing import Final

from reflect_journal.model.text import strip_lead
from reflect_journal.terminal.lines import Line, cut, fold_lines, measure
from reflect_journal.terminal.output import Output

FIRST: Final = (
    "Nothing here yet. After a rejection, `{call} new` takes about ten minutes, or "
    "three with --quick. Stop at any question; what you wrote is kept."
)
LEAST_TEXT: Final = 52
"""Columns below which a text that is cut would say too little."""
LEFT_BY_FOLDING: Final = 16
"""Columns that a long word may leave empty where a line is folded."""


def render_status(
    output: Output,
    *,
    count: int,
    drafts: Sequence[str],
    short: tuple[str, str] | None,
    plan: Mapping[str, str] | None,
) -> list[Line]:
    """Render what waits, the most urgent first.

    Args:
        output: where it goes.
        count: how many reflections there are.
        drafts: the companies of the unfinished interviews, the one kept last first;
            "" where it has none yet.
        short: company and short id of the reflection that can be told at more length.
        plan: the cue and the action of the open plan.
    """
    sentences, on = [], f"{output.call} continue"
    if drafts:
        start, end = "An unfinished reflection waits", f": {on}"
        name, last = drafts[0], ""
        if len(drafts) > 1:
            start, last = f"{len(drafts)} unfinished reflections wait", "last: "
        text = f"{start} ({last}{name}" if name else start
        sentences.append(_fit(output, text, f"){end}" if name else end))
    if short is not None:
        company, identifier = short
        command = f"{on} {identifier}" if drafts else on
        end = f": {command}"
        sentences.append(_fit(output, f"More of it can be told: {company}", end))
    if plan is not None:
        cue = f"if {strip_lead(plan['cue'], 'if')}, " if plan["cue"] else ""
        sentences.append(_fit(output, f"Open plan: {cue}{plan['action'].rstrip('.')}."))
    if not sentences and not count:
        return fold_lines(FIRST.format(call=output.call), output.text_width)
    if not sentences:
        noun = "reflection" if count == 1 else "reflections"
        sentences.append(f"{count} {noun}. What they show: {output.call} summary")
    return [
        one for sentence in sentences for one in fold_lines(sentence, output.text_width)
    ]


def _fit(output: Output, text: str, end: str = "") -> str:
    """Cut a text so that the end of its sentence, the command, has room.

    Where one line has hardly room for both, they are given two.
    """
    room = output.text_width - measure(end)
    if not output.cuts:
        return f"{text}{end}"
    if room < LEAST_TEXT:
        room += output.text_width - LEFT_BY_FOLDING
    return f"{cut(text, room)}{end}"
