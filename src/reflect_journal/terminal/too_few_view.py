"""How the summary looks while there is too little to count: only what was noted."""

from collections.abc import Iterable, Iterator, Sequence

from reflect_journal.insight.findings import StrengthFinding, WeakSpotFinding
from reflect_journal.insight.summary import Summary
from reflect_journal.model.outline import Outline
from reflect_journal.terminal.lines import BLANK, Line, fold_lines
from reflect_journal.terminal.summary_words import count_things


def render_too_few(
    summary: Summary, outlines: Sequence[Outline], width: int
) -> list[Line]:
    """Render what was noted, what worked first, each with where."""
    count = count_things(summary.reflections, "reflection")
    facts = f" ({summary.facts_only} with only facts)" if summary.facts_only else ""
    text = f"{count}{facts}: too few to speak of anything that keeps coming back."
    lines = fold_lines(text, width)
    noted = list(_list_noted(summary, outlines))
    for at, told in enumerate(noted):
        lines += [*([] if at else [BLANK]), *fold_lines(told, width)]
    return lines


def _list_noted(summary: Summary, outlines: Sequence[Outline]) -> Iterator[str]:
    spots = [one for one in summary.weak_spots if not one.is_counted_apart]
    outside = [one for one in spots if one.changeable == "not-at-all"]
    own = [one for one in spots if one not in outside]
    for heading, findings in (
        ("What worked", summary.strengths),
        ("What you noted", own),
        ("Not in your hands", outside),
    ):
        if findings:
            yield f"{heading}: {_name_places(findings, outlines)}."


def _name_places(
    findings: Iterable[WeakSpotFinding | StrengthFinding], outlines: Sequence[Outline]
) -> str:
    """Name the words, those of the same companies together; one company needs none."""
    labels: dict[tuple[str, ...], list[str]] = {}
    for one in findings:
        labels.setdefault(_find_companies(one.id, outlines), []).append(one.label)
    if len({one.company for one in outlines}) == 1:
        return ", ".join(label for group in labels.values() for label in group)
    return "; ".join(
        f"{', '.join(group)} ({', '.join(companies)})"
        for companies, group in labels.items()
    )


def _find_companies(identifier: str, outlines: Sequence[Outline]) -> tuple[str, ...]:
    naming = (
        one.company
        for one in outlines
        if any(seen.id == identifier for seen in (*one.sightings, *one.strengths))
    )
    return tuple(dict.fromkeys(naming))
