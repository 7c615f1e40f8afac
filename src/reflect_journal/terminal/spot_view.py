"""How one weak spot looks: what it means, how often, where and who said so."""

from collections.abc import Iterator, Sequence
from typing import Any

from reflect_journal.insight.findings import WeakSpotFinding
from reflect_journal.model.days import format_day
from reflect_journal.model.saved import SavedReflection
from reflect_journal.model.terms import CHANGEABLE_LABELS
from reflect_journal.model.vocabulary import WeakSpot
from reflect_journal.terminal.lines import BLANK, Line, Piece, fold_lines, line
from reflect_journal.terminal.output import Output
from reflect_journal.terminal.summary_view import (
    READABLE,
    VERDICTS,
    describe_trend,
    describe_voices,
)


def render_spot(
    output: Output,
    word: WeakSpot,
    findings: Sequence[WeakSpotFinding],
    saved: Sequence[SavedReflection],
) -> list[Line]:
    """Render a weak spot with every reflection that names it, newest first."""
    width = min(output.width, READABLE)
    lines = [line(Piece(word.label, "bold"), Piece(f"  {word.id}", "dim"))]
    lines += fold_lines(word.description, width)
    if not findings:
        return [*lines, BLANK, line("Not noted in these reflections.")]
    finding = findings[0]
    seen = finding.recurrence.seen
    counted = f"{seen.seen_in} of {seen.looked_at_in}"
    text = (
        f"{counted}, {VERDICTS[finding.recurrence.verdict]}; {describe_voices(finding)}"
    )
    changeable = CHANGEABLE_LABELS.get(finding.changeable or "", "")
    lines += [BLANK, *fold_lines(text, width)]
    lines += (
        fold_lines(describe_trend(finding.trend), width)
        if (describe_trend(finding.trend))
        else []
    )
    lines += fold_lines(f"Yours to change: {changeable}", width) if changeable else []
    lines.append(BLANK)
    ordered = sorted(saved, key=lambda one: str(one.document.get("rejected_on")))
    for one in reversed(ordered):
        lines += _render_sightings(word.id, one, width)
    advice = finding.exercise or word.closing
    return [*lines, BLANK, *fold_lines(f"Next: {advice}", width)] if advice else lines


def _render_sightings(spot: str, saved: SavedReflection, width: int) -> Iterator[Line]:
    document: dict[str, Any] = saved.document
    day = format_day(str(document.get("rejected_on", "")))
    for sighting in document.get("sightings", []):
        if sighting.get("weak_spot") == spot:
            source = sighting.get("by", "self")
            who = "you" if source == "self" else str(source)
            basis = {"said": "said", "seen": "seen"}.get(
                str(sighting.get("basis")), "a guess"
            )
            note = f": {sighting['note']}" if sighting.get("note") else ""
            text = f"{day}  {document.get('company', '')}  {who}, {basis}{note}"
            yield from fold_lines(text, width, "  ")
