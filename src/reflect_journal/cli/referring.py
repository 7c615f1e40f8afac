"""The argument that names one reflection, and how a shell completes it."""

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Annotated, Any, Final

import typer

from reflect_journal.cli.context import CommonOptions, Context
from reflect_journal.cli.world import World
from reflect_journal.journal.journal import DiskJournal
from reflect_journal.model.outline import Outline, outline_reflection
from reflect_journal.model.saved import SavedReflection
from reflect_journal.query.ordering import sort_newest_first
from reflect_journal.query.references import (
    LATEST,
    build_short_ids,
    find_reflection,
)

OFFERED: Final = 50
WORD: Final = re.compile(r"\w[\w-]{2,}")
"""Shells evaluate what they are offered: nothing but letters, digits and hyphens."""


def complete_reference(context: typer.Context, incomplete: str) -> list[Any]:
    """Give short ids and words of companies that begin like what was typed.

    Silent, whatever is wrong with the journal: this runs between two key strokes.
    """
    with suppress(Exception):
        outlines = open_journal(context).survey().outlines
        return list_references(sort_newest_first(outlines), incomplete, "saved last")
    return []


def complete_deleted(context: typer.Context, incomplete: str) -> list[Any]:
    """Give references of deleted reflections, as silently."""
    with suppress(Exception):
        deleted = open_journal(context).list_deleted()
        outlines = [outline_reflection(one.id, one.document or {}) for one in deleted]
        return list_references(outlines, incomplete, "deleted last")
    return []


def open_journal(context: typer.Context) -> DiskJournal:
    """Give the journal that a line under way means."""
    options = CommonOptions(journal=context.params.get("journal"))
    return Context(World(), "completion", options).journal


def list_references(
    outlines: Sequence[Outline], incomplete: str, latest: str
) -> list[tuple[str, str]]:
    """Give references with what each of them means, in the order of the outlines."""
    short = build_short_ids(one.id for one in outlines)
    offers: dict[str, str] = {}
    for one in outlines:
        words = [word.lower() for word in WORD.findall(one.company)]
        about = " ".join(words)
        offers.setdefault(short[one.id], f"{about} {one.rejected_on}".strip())
        for word in words:
            offers.setdefault(word, about)
    if short:
        offers.setdefault(LATEST, latest)
    typed = incomplete.lower()
    fitting = [pair for pair in offers.items() if pair[0].lower().startswith(typed)]
    return [(_match_case(word, incomplete), about) for word, about in fitting][:OFFERED]


def find_all(context: Context, references: Iterable[str]) -> list[SavedReflection]:
    """Find what several references mean, each reflection once.

    Raises:
        NotFoundError, AmbiguousError: for the first that means none, or several.
    """
    outlines = context.survey().outlines
    latest = context.journal.find_latest()
    found = [find_reflection(one, outlines, latest) for one in references]
    return context.journal.get(list(dict.fromkeys(found)))


def _match_case(word: str, incomplete: str) -> str:
    """Begin a word as it was typed: shells drop what does not."""
    return incomplete + word[len(incomplete) :]


REFERENCE_HELP: Final = "last, words of the company, or the short id that list shows."
Reference = Annotated[
    str,
    typer.Argument(
        metavar="ID", help=REFERENCE_HELP, autocompletion=complete_reference
    ),
]
OptionalReference = Annotated[
    str,
    typer.Argument(
        metavar="[ID]", help=REFERENCE_HELP, autocompletion=complete_reference
    ),
]
