"""How `reflect` alone looks: at most three lines, each with its command."""

from collections.abc import Mapping

from reflect_journal.terminal.lines import Line, cut, fold_lines, line
from reflect_journal.terminal.output import Output

FIRST = (
    "Nothing here yet. After a rejection, `reflect new` takes about ten minutes, or "
    "three with --quick. Stop at any question; what you wrote is kept."
)
READABLE = 80


def render_status(
    output: Output,
    *,
    count: int,
    draft: str | None,
    short: str | None,
    plan: Mapping[str, str] | None,
) -> list[Line]:
    """Render what waits, the most urgent first."""
    width = min(output.width, READABLE)
    sentences = []
    if draft is not None:
        name = f" ({draft})" if draft else ""
        sentences.append(f"An unfinished reflection waits{name}: reflect continue")
    elif short is not None:
        sentences.append(f"{short} can be told at more length: reflect continue")
    if plan is not None:
        cue = f"if {plan['cue']}, " if plan["cue"] else ""
        sentences.append(f"Open plan: {cue}{plan['action'].rstrip('.')}.")
    if not sentences and not count:
        return fold_lines(FIRST, width)
    if not sentences:
        noun = "reflection" if count == 1 else "reflections"
        sentences.append(f"{count} {noun}. What they show: reflect summary")
    if output.whole:
        return [line(sentence) for sentence in sentences]
    return [line(cut(sentence, width)) for sentence in sentences]
