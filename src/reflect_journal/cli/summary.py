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
    from reflect_journal.insight.summary import summarise

    if by:
        by = parse_view(by, area=area, spot=spot, show_all=all_)
    everything = context.survey().outlines
    outlines = filters.apply(everything, context.vocabulary)
    is_whole = outlines and not (by or spot or context.options.json)
    # It reads a line or two, which takes what the journal lets go of then.
    next_step = find_next_step(context, everything) if is_whole else ""
    if not spot:
        context.journal.forget()
    if by and (outlines or context.options.json):
        show_by(
            context, by, outlines, area=parse_area(area) if area else "", show_all=all_
        )
        return
    found = summarise(outlines, context.vocabulary, context.config.weights)
    found = found.narrow(
        parse_area(area) if area else "",
        parse_spot(spot, context.vocabulary) if spot else "",
    )
    if context.options.json:
        context.answer_json(found.to_json())
        return
    from reflect_journal.terminal.spot_view import render_spot
    from reflect_journal.terminal.summary_view import render_summary

    if not outlines:
        from reflect_journal.terminal.list_view import render_nothing

        context.err.write(render_nothing(context.err, is_empty=not everything))
    elif spot:
        identifier = parse_spot(spot, context.vocabulary)
        seeing = [
            one
            for one in outlines
            if any(sighting.id == identifier for sighting in one.sightings)
            or one.outcome.weak_spot == identifier
        ]
        saved = context.journal.get([one.id for one in seeing])
        word = context.vocabulary.weak_spots[identifier]
        context.out.write(render_spot(context.out, word, found, saved))
    else:
        show_all = all_ or bool(area)
        lines = render_summary(context.out, found, outlines, show_all=show_all)
        context.out.write(lines)
        if next_step:
            context.out.write(["", *fold(next_step, context.out.text_width)])


def find_next_step(context: Context, outlines: Sequence[Outline]) -> str:
    """Find the one thing that waits, with which a summary ends; "" for nothing."""
    from reflect_journal.cli.next_step import tell_next_step

    return tell_next_step(context, outlines)
