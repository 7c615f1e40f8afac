"""What words could mean: one reader for a run, made when something is to be read."""

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from reflect_journal.cli.context import Context

if TYPE_CHECKING:
    from reflect_journal.reading.index import Phrasing
    from reflect_journal.reading.reader import Reader

NEWEST: Final = 200
"""From how many of the newest reflections with sightings the person's words count."""


def make_reader(context: Context) -> "Reader":
    """Make a reader that knows the program's phrasings and the person's own."""
    from reflect_journal.reading.bank import load_bank
    from reflect_journal.reading.reader import build_reader

    return build_reader(load_bank(), context.vocabulary, find_own_phrases(context))


def find_own_phrases(context: Context) -> "list[Phrasing]":
    """Find the words that the person has confirmed: the notes of their sightings."""
    from reflect_journal.query.ordering import sort_newest_first

    seen = [one for one in context.survey().outlines if one.sightings or one.strengths]
    newest = [outline.id for outline in sort_newest_first(seen)[:NEWEST]]
    return [
        (str(sighting.get(key, "")), str(sighting["note"]))
        for saved in context.journal.get(newest)
        for field, key in (("sightings", "weak_spot"), ("strengths", "strength"))
        for sighting in saved.document.get(field) or ()
        if sighting.get("note")
    ]


def make_ranking(context: Context) -> Callable[[str], tuple[str, ...]]:
    """Give what tells the likely words of a text, the likeliest first.

    Nothing is loaded before the first text; what speaks of danger has no words.
    """

    @lru_cache(maxsize=1)
    def reader() -> "Reader":
        return make_reader(context)

    @lru_cache(maxsize=8)
    def rank(text: str) -> tuple[str, ...]:
        from reflect_journal.interview.delicate import is_danger
        from reflect_journal.reading.reader import WORTH_A_LOOK

        if not text.strip() or is_danger(text):
            return ()
        suggestions = reader().read(text).suggestions
        return tuple(one.id for one in suggestions if one.score >= WORTH_A_LOOK)

    return rank
