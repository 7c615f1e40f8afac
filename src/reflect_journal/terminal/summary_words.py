"""The words of a summary: how often, who saw it, since when, and how sure."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from reflect_journal.insight.findings import WeakSpotFinding
from reflect_journal.insight.intervals import Count, Interval
from reflect_journal.insight.recurrence import Recurrence
from reflect_journal.insight.summary import Summary
from reflect_journal.insight.trend import Trend
from reflect_journal.model.days import format_day
from reflect_journal.model.outline import Outline
from reflect_journal.model.text import strip_lead

TRIED: Final = {"yes": "tried", "partly": "tried in part", "no": "not tried"}
HELPED: Final = {
    "yes": ", it helped",
    "unclear": ", unclear whether it helped",
    "no": ", it did not help",
}
COMPARABLE: Final = 6
FEWEST: Final = 3
VERDICTS: Final = {
    "anecdote": "once",
    "lead": "a few times",
    "pattern": "keeps coming back",
}
TOO_FEW: Final = "too few to tell"
TRENDS: Final = {
    "too-few": TOO_FEW,
    "no-clear-change": "no clear change",
    "easing": "easing",
}
CAVEAT: Final = (
    "These are interviews that ended in a no and that you wrote down: they show what "
    "was noticed, not why anybody decided."
)


def describe_count(summary: Summary, outlines: Sequence[Outline]) -> str:
    """Say how many reflections there are, from when to when."""
    days = [one.rejected_on for one in outlines]
    facts = ""
    if summary.facts_only == 1:
        facts = " (one holds only facts)"
    elif summary.facts_only:
        facts = f" ({summary.facts_only} hold only facts)"
    parts = [count_things(summary.reflections, "reflection"), describe_span(days)]
    return ", ".join(part for part in parts if part) + facts


def describe_span(days: Iterable[str]) -> str:
    """Write the months that ISO dates reach over: Mar to Nov 2026."""
    told = [format_day(day).split() for day in sorted(set(days))]
    # What somebody wrote by hand may be no date.
    months = [(parts[1], parts[2]) for parts in told if len(parts) == 3]  # noqa: PLR2004
    if not months:
        return ""
    first, last = months[0], months[-1]
    if first == last:
        return " ".join(last)
    start = first[0] if first[1] == last[1] else " ".join(first)
    return f"{start} to {' '.join(last)}"


def describe_trend(trend: Trend) -> str:
    """Write both counts and a word; "" while there is nothing to compare."""
    total = trend.recent.looked_at_in + trend.earlier.looked_at_in
    if total < COMPARABLE:
        return ""
    before, lately = format_count(trend.earlier), format_count(trend.recent)
    return f"before {before}, last five {lately}: {TRENDS[trend.direction]}"


def describe_voices(finding: WeakSpotFinding) -> str:
    """Say who saw it, in the words of the agreement."""
    sources = describe_sources(finding.sources)
    match finding.agreement:
        case "my-guess":
            return "your own view"
        case "blind-spot":
            return f"others said it, you did not ({sources})"
        case _:
            return sources


def describe_sources(sources: Mapping[str, int]) -> str:
    """Name the sources with how many reflections each: you 3, interviewer 2."""
    order = sorted(sources, key=lambda one: (one != "self", -sources[one], one))
    return ", ".join(
        f"{'you' if one == 'self' else one} {sources[one]}" for one in order
    )


def describe_outside(summary: Summary) -> str:
    """Say how much was in other hands, and how often no reason was given."""
    text = f"Not in your hands: {format_count(summary.outside_control)}."
    if summary.no_reason.seen_in:
        counted = format_count(summary.no_reason)
        text += f" No real reason given: {counted}, worth asking."
    return text


def describe_more(summary: Summary) -> Iterator[str]:
    """Say what talks, fit and plans show, each where there is something to say."""
    balance = summary.balance
    talks = balance.too_technical + balance.right + balance.too_little_technical
    tilted = [
        f"{words} in {number} of {talks}"
        for words, number in (
            ("too technical", balance.too_technical),
            ("not technical enough", balance.too_little_technical),
        )
        if number
    ]
    if talks >= FEWEST and tilted:
        yield f"Talks: {', '.join(tilted)}."
    fit = summary.fit
    wanted = [
        f"{words} in {format_count(count)}"
        for words, count in (
            ("the work itself was what you want", fit.role),
            ("the people and the pace would have suited you", fit.culture),
        )
        if count.looked_at_in >= FEWEST
    ]
    if wanted:
        yield f"Fit: {', '.join(wanted)}."
    if summary.plans.tried:
        tried = format_count(Count(summary.plans.tried, summary.plans.made))
        yield f"Plans: {tried} tried, {summary.plans.helped} of these helped."


def describe_plan(plan: Mapping[str, Any]) -> str:
    """Write a plan with what came of it."""
    cue, action = (str(plan.get(key) or "") for key in ("cue", "action"))
    condition = f"if {strip_lead(cue, 'if')}, " if cue else ""
    tried = TRIED.get(str(plan.get("tried")), "open")
    helped = HELPED.get(str(plan.get("helped")), "")
    return f"{condition}{action.rstrip('.')}: {tried}{helped}"


def describe_rough(finding: WeakSpotFinding) -> str:
    """Say in whole tenths how sure a share is."""
    interval = finding.recurrence.interval
    if interval is None:
        return ""
    seen = format_count(finding.recurrence.seen)
    return f"{seen} means {describe_interval(interval)}."


def describe_interval(interval: Interval | None) -> str:
    """Say in whole tenths, rounded outwards, where a share may lie."""
    if interval is None:
        return TOO_FEW
    low, high = math.floor(interval.low * 10), math.ceil(interval.high * 10)
    return f"roughly between {low} and {high} in 10"


def format_count(count: Count) -> str:
    """Write a count: 5 of 8."""
    return f"{count.seen_in} of {count.looked_at_in}"


def count_named(recurrence: Recurrence) -> str:
    """Write how often a weak spot was seen, or only named where nobody looked."""
    if recurrence.seen.looked_at_in:
        return format_count(recurrence.seen)
    return f"named in {recurrence.also_named_in}"


def count_things(number: int, thing: str) -> str:
    """Write a number of things: 1 reflection, 2 reflections."""
    return f"{number} {thing}{'s' * (number != 1)}"
