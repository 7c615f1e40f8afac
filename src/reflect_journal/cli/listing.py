"""`reflect list`: the reflections, newest first, the lesson beside each."""

from collections.abc import Sequence
from typing import Any, Final

from reflect_journal.cli import filtering
from reflect_journal.cli.context import Context, shorten_ids
from reflect_journal.cli.standing import find_due
from reflect_journal.model.outline import Outline
from reflect_journal.model.saved import SavedReflection
from reflect_journal.query.filters import Filters
from reflect_journal.query.ordering import sort_newest_first

AT_ONCE: Final = 200
SHOWN: Final = (
    "company",
    "rejected_on",
    "stage_reached",
    "form",
    "sting",
    "lesson",
)
"""What a row takes from the document; all else is in the outline."""


def list_reflections(
    context: Context,
    filters: Filters,
    limit: filtering.Limit = "",
) -> None:
    """List your reflections, newest first.

    On a terminal the newest 20. Example: reflect list --since 6m --stage panel
    """
    most = filtering.choose_limit(context, limit)
    # Where every row is shown, what rows show is kept from the first reading.
    shows_all = most is None and not any(filters)
    everything = context.survey(keys=SHOWN if shows_all else ()).outlines
    found = sort_newest_first(context.choose(filters, everything))
    shown = found[:most]
    ids = [outline.id for outline in shown]
    saved = read_rows(context, ids)
    if context.options.json:
        rows = [describe(*pair) for pair in zip(shown, saved, strict=True)]
        context.answer_json({"total": len(found), "reflections": rows})
        return
    from reflect_journal.terminal.list_view import render_list, render_nothing

    tell_due(context, everything)
    if not found:
        context.err.write(render_nothing(context.err, is_empty=not everything))
        return
    short = shorten_ids(ids, (outline.id for outline in everything))
    context.out.write(render_list(context.out, saved, short, len(found)))


def tell_due(context: Context, outlines: list[Outline]) -> None:
    """Say beside the list whom to write to again by now."""
    due = find_due(context, outlines)
    if due:
        from reflect_journal.terminal.status_view import describe_due

        short = shorten_ids([one.id for one in due], (one.id for one in outlines))
        for one in due:
            told = (one.company, one.feedback.due_on, short[one.id])
            context.err.write_folded("".join(describe_due(*told, context.call)))


def read_rows(context: Context, identifiers: Sequence[str]) -> list[SavedReflection]:
    """Read what rows show; of a large journal only that is ever in memory."""
    rows: list[SavedReflection] = []
    for start in range(0, len(identifiers), AT_ONCE):
        for one in context.journal.get(identifiers[start : start + AT_ONCE]):
            whole = one.document
            shown: dict[str, Any] = {key: whole[key] for key in SHOWN if key in whole}
            rows.append(one._replace(document=shown))
    return rows


def describe(outline: Outline, saved: SavedReflection) -> dict[str, Any]:
    """Give one row of the JSON answer."""
    document = saved.document
    spots = dict.fromkeys(sighting.id for sighting in outline.sightings)
    strengths = dict.fromkeys(strength.id for strength in outline.strengths)
    return {
        "id": saved.id,
        "company": outline.company,
        "role": outline.role,
        "rejected_on": document.get("rejected_on", ""),
        "stage_reached": outline.stage_reached or None,
        "form": outline.form,
        "sting": document.get("sting"),
        "weak_spots": list(spots),
        "strengths": list(strengths),
        "lesson": document.get("lesson", ""),
        "tags": list(outline.tags),
        "created_at": saved.created_at,
        "updated_at": saved.updated_at,
    }
