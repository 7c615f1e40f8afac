"""`reflect summary --by`: the same reflections by stage, by month, or by who speaks."""

from collections.abc import Sequence

from reflect_journal.cli.context import Context
from reflect_journal.errors import InvalidOptionError
from reflect_journal.model.outline import Outline

VIEWS = ("stage", "month", "who")


def parse_view(by: str, *, area: str, spot: str, show_all: bool) -> str:
    """Read the value of `--by`.

    Raises:
        InvalidOptionError: for another value, or beside an option that it ignores.
    """
    if by not in VIEWS:
        raise InvalidOptionError("--by", f"it takes {', '.join(VIEWS)}.")
    if spot:
        raise InvalidOptionError("--by", "it does not go together with --spot.")
    if by == "stage" and (area or show_all):
        option = "--area" if area else "--all"
        raise InvalidOptionError("--by", f"stage does not go together with {option}.")
    return by


def show_by(
    context: Context,
    view: str,
    outlines: Sequence[Outline],
    *,
    area: str,
    show_all: bool,
) -> None:
    """Show reflections, at least one of them on a terminal, in one of the views."""
    show = {"stage": show_stages, "month": show_months, "who": show_voices}[view]
    show(context, outlines, area, show_all=show_all)


def show_stages(
    context: Context, outlines: Sequence[Outline], _area: str, *, show_all: bool
) -> None:
    """Show where processes ended."""
    del show_all
    from reflect_journal.insight.stages import measure_stages

    stages = measure_stages(outlines)
    if context.options.json:
        groups = [one.to_group_json() for one in stages]
        context.answer_json({"by": "stage", "groups": groups})
        return
    from reflect_journal.terminal.by_view import render_stages

    context.out.write(render_stages(context.out, stages))


def show_months(
    context: Context, outlines: Sequence[Outline], area: str, *, show_all: bool
) -> None:
    """Show what was noted month by month."""
    from reflect_journal.insight.months import group_by_month

    months = group_by_month(outlines, context.vocabulary, area)
    if context.options.json:
        groups = [one.to_json() for one in months]
        context.answer_json({"by": "month", "groups": groups})
        return
    from reflect_journal.terminal.by_view import render_months

    context.out.write(render_months(context.out, months, show_all=show_all))


def show_voices(
    context: Context, outlines: Sequence[Outline], area: str, *, show_all: bool
) -> None:
    """Show who sees what."""
    from reflect_journal.insight.disputes import find_disputes
    from reflect_journal.insight.summary import summarise
    from reflect_journal.insight.voices import group_by_agreement
    from reflect_journal.insight.wants import count_wants, find_opposites

    found = summarise(outlines, context.vocabulary, context.config.weights)
    groups = group_by_agreement(found.narrow(area).weak_spots)
    disputes = [
        one
        for one in find_disputes(outlines, context.vocabulary)
        if area in ("", one.area)
    ]
    wants = count_wants(outlines)
    opposites = find_opposites(found.narrow(area).weak_spots)
    if context.options.json:
        context.answer_json(
            {
                "by": "who",
                "groups": [one.to_json() for one in groups],
                "disputed": [one.to_json() for one in disputes],
                "wants": [one.to_json() for one in wants],
                "opposites": [one.to_json() for one in opposites],
            }
        )
        return
    from reflect_journal.terminal.by_view import render_voices
    from reflect_journal.terminal.wants_view import render_opposites, render_wants

    output = context.out
    between = [*render_wants(output, wants), *render_opposites(output, opposites)]
    output.write(
        render_voices(output, groups, disputes, show_all=show_all, between=between)
    )
