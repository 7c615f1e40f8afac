"""`reflect summary`: what keeps coming back, and no more than the data holds."""

from typing import Annotated

import typer

from reflect_journal.cli.context import Context
from reflect_journal.query.filters import Filters
from reflect_journal.query.options import parse_area, parse_spot

Area = Annotated[
    str, typer.Option("--area", metavar="AREA", help="Only weak spots of this area.")
]
Spot = Annotated[
    str,
    typer.Option("--spot", metavar="SPOT", help="One weak spot, with where and who."),
]
All = Annotated[bool, typer.Option("--all", help="Every weak spot that was noted.")]


def summary(
    context: Context,
    filters: Filters,
    area: Area = "",
    spot: Spot = "",
    all_: All = False,
) -> None:
    """See what works and what keeps coming back.

    Numbers are "k of n": seen in k of the n reflections that looked at that area.
    Example: reflect summary --since 6m
    """
    from reflect_journal.insight.summary import summarise

    everything = context.survey().outlines
    if not spot:
        context.journal.forget()
    outlines = filters.apply(everything, context.vocabulary)
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
        ]
        saved = context.journal.get([one.id for one in seeing])
        word = context.vocabulary.weak_spots[identifier]
        context.out.write(render_spot(context.out, word, found, saved))
    else:
        show_all = all_ or bool(area)
        lines = render_summary(context.out, found, outlines, show_all=show_all)
        context.out.write(lines)
