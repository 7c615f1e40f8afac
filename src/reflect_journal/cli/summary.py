"""`reflect summary`: what keeps coming back, and no more than the data holds."""

from collections.abc import Sequence
from typing import Annotated

import typer

from reflect_journal.cli.context import Context
from reflect_journal.cli.grouping import parse_view, show_by
from reflect_journal.model.outline import Outline
from reflect_journal.query.filters import Filters
from reflect_journal.query.options import parse_area, parse_spot
from reflect_journal.terminal.lines import fold

Area = Annotated[
    str, typer.Option("--area", metavar="AREA", help="Only weak spots of this area.")
]
Spot = Annotated[
    str,
    typer.Option("--spot", metavar="SPOT", help="One weak spot, with where and who."),
]
By = Annotated[
    str, typer.Option("--by", metavar="VIEW", help="By stage, month or who.")
]
All = Annotated[bool, typer.Option("--all", help="Every weak spot that was noted.")]


def summary(
    context: Context,
    filters: Filters,
    area: Area = "",
    spot: Spot = "",
    all_: All = False,
    by: By = "",
) -> None:
    """See what works and what keeps coming back.

    Numbers are "k of n": seen in k of the n reflections that looked at that area.
    Example: reflect summary --since 6m
    """
    if by:
        by = parse_view(by, area=area, spot=spot, show_all=all_)
    area = parse_area(area) if area else ""
    spot = parse_spot(spot, context.vocabulary) if spot else ""
    everything = context.survey().outlines
    outlines = filters.apply(everything, context.vocabulary)
    if not (outlines or context.options.json):
        from reflect_journal.terminal.list_view import render_nothing

        context.err.write(render_nothing(context.err, is_empty=not everything))
    elif by:
        context.journal.forget()
        show_by(context, by, outlines, area=area, show_all=all_)
    elif spot and not context.options.json:
        show_spot(context, spot, outlines)
    else:
        show_whole(context, everything, outlines, area, spot, show_all=all_)


def show_spot(context: Context, spot: str, outlines: Sequence[Outline]) -> None:
    """Show one weak spot with every reflection that names it or plans for it."""
    from reflect_journal.insight.summary import summarise
    from reflect_journal.terminal.spot_view import render_spot

    found = summarise(outlines, context.vocabulary, context.config.weights)
    naming = [
        one.id
        for one in outlines
        if any(sighting.id == spot for sighting in one.sightings)
        or one.outcome.weak_spot == spot
    ]
    word = context.vocabulary.weak_spots[spot]
    saved = context.journal.get(naming)
    context.out.write(render_spot(context.out, word, found.narrow(spot=spot), saved))


def show_whole(
    context: Context,
    everything: Sequence[Outline],
    outlines: Sequence[Outline],
    area: str,
    spot: str,
    *,
    show_all: bool,
) -> None:
    """Show what reflections hold, and on a page for people the one next step."""
    from reflect_journal.cli.next_step import tell_next_step
    from reflect_journal.insight.summary import summarise

    is_json = context.options.json
    # It reads a line or two, which takes what the journal lets go of then.
    next_step = "" if is_json else tell_next_step(context, everything)
    context.journal.forget()
    found = summarise(outlines, context.vocabulary, context.config.weights)
    found = found.narrow(area, spot)
    if is_json:
        context.answer_json(found.to_json())
        return
    from reflect_journal.terminal.summary_view import render_summary

    show_all = show_all or bool(area)
    lines = render_summary(context.out, found, outlines, show_all=show_all)
    context.out.write(lines)
    if next_step:
        context.out.write(["", *fold(next_step, context.out.text_width)])
