"""`reflect search`: every word again, where it stands."""

from typing import Annotated, Any, Final

import typer

from reflect_journal.cli import filtering
from reflect_journal.cli.context import Context, shorten_ids
from reflect_journal.errors import InvalidOptionError
from reflect_journal.query.filters import Filters
from reflect_journal.query.ordering import sort_newest_first
from reflect_journal.query.search import (
    build_hold_test,
    build_mention_test,
    find_hit,
    split_words,
)

AT_ONCE: Final = 200
Words = Annotated[
    list[str], typer.Argument(metavar="WORDS", help="All of them must occur.")
]


def search(
    context: Context,
    words: Words,
    filters: Filters,
    limit: filtering.Limit = "",
) -> None:
    """Find words in your reflections.

    Every word as it is typed; case and accents do not count. Example:
    reflect search whiteboard silence
    """
    wanted = split_words(words)
    if not wanted:
        advice = "One or more words, such as: reflect search whiteboard"
        raise InvalidOptionError("", "There is no word to search for.", advice)
    most = filtering.choose_limit(context, limit)
    tests = build_mention_test(wanted), build_hold_test(wanted)
    found = sort_newest_first(context.choose(filters, context.survey(*tests).outlines))
    shown = _read_hits(context, [outline.id for outline in found[:most]], wanted)
    if context.options.json:
        context.answer_json({"total": len(found), "hits": shown})
        return
    from reflect_journal.terminal.search_view import render_hits, render_no_hits

    if not found:
        is_empty = not context.journal.list_ids()
        context.err.write(render_no_hits(context.err, words, is_empty=is_empty))
        return
    ids = [hit["id"] for hit in shown]
    short = shorten_ids(ids, context.journal.list_ids())
    context.out.write(render_hits(context.out, shown, short, len(found)))


def _read_hits(
    context: Context, identifiers: list[str], wanted: tuple[str, ...]
) -> list[dict[str, Any]]:
    hits = []
    # A few at a time, so that a large journal is never in memory as a whole.
    for start in range(0, len(identifiers), AT_ONCE):
        for saved in context.journal.get(identifiers[start : start + AT_ONCE]):
            hit = find_hit(saved.document, wanted)
            if hit is not None:
                hits.append(
                    {
                        "id": saved.id,
                        "company": saved.document.get("company", ""),
                        "rejected_on": saved.document.get("rejected_on", ""),
                        "field": hit.field,
                        "snippet": hit.snippet,
                    }
                )
    return hits
