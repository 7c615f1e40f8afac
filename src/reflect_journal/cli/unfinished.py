"""What can be gone on with: the unfinished, and what was told in part."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Final, TypeAlias

from reflect_journal.cli.context import Context
from reflect_journal.cli.standing import can_go_on, find_short
from reflect_journal.errors import (
    NewerRecordError,
    NotFoundError,
    NothingWaitsError,
)
from reflect_journal.journal.drafts import Draft
from reflect_journal.journal.record import FORMAT
from reflect_journal.model.days import format_day
from reflect_journal.model.identity import SHORT_LENGTH
from reflect_journal.model.saved import SavedReflection
from reflect_journal.model.text import fold_text
from reflect_journal.query.references import build_short_ids

NAMED: Final = 5
"""How many of the other drafts are named."""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A draft, and the saved reflection that it goes on with, as it stands today."""

    draft: Draft
    base: SavedReflection | None


Waiting: TypeAlias = Unfinished | SavedReflection


def find_waiting(context: Context, reference: str) -> Waiting:
    """Find what waits, or what a reference means; nobody is asked.

    Raises:
        NotFoundError, AmbiguousError: when no one thing answers to the reference.
        NothingWaitsError: without a reference, when nothing waits.
        NewerRecordError: when it could not be saved here in the end.
    """
    draft, identifier = _find_meant(context, reference)
    if draft is None:
        return _get_ours(context, identifier)
    if draft.base is not None:
        with suppress(NotFoundError):
            return Unfinished(draft, _get_ours(context, draft.base))
    return Unfinished(draft, None)


def _get_ours(context: Context, identifier: str) -> SavedReflection:
    saved = context.journal.get([identifier])[0]
    if saved.version > FORMAT:
        raise NewerRecordError(saved.id, saved.version)
    return saved


def find_drafts(context: Context) -> list[Draft]:
    """Find the drafts that can be gone on with, the one that was kept last first."""
    drafts = [one for one in context.drafts.load_all() if can_go_on(context, one)]
    return sorted(drafts, key=lambda one: (one.updated_at, one.id), reverse=True)


def describe_others(drafts: Sequence[Draft], call: str) -> list[str]:
    """Say which drafts wait besides the first, and how to go on with one of them."""
    others = drafts[1:]
    if not others:
        return []
    short = build_short_ids(one.id for one in drafts)
    verb = "waits" if len(others) == 1 else "wait"
    lines = [f"{len(others)} more unfinished {verb}: {call} continue ID"]
    for one in others[:NAMED]:
        name = str(one.answers.get("company") or "no company yet")
        begun = one.begun_on.isoformat() if one.begun_on else ""
        lines.append(f"  {short[one.id]}  {name}, begun {format_day(begun)}")
    more = len(others) - NAMED
    return [*lines, f"  ... and {more} older"] if more > 0 else lines


def _find_meant(context: Context, reference: str) -> tuple[Draft | None, str]:
    drafts = find_drafts(context)
    if not reference:
        # One that cannot be gone on with says so, before nothing is said to wait.
        newest = next(iter(drafts), None) or context.drafts.find_newest()
        return newest, newest.id if newest else _find_short_id(context)
    named = _find_by_id(reference, drafts)
    if named:
        return named, named.id
    try:
        identifier = context.find(reference).id
    except NotFoundError:
        words = fold_text(reference).split()
        for draft in drafts:
            company = fold_text(str(draft.answers.get("company") or ""))
            if words and all(word in company for word in words):
                return draft, draft.id
        raise
    of_it = (one for one in drafts if identifier in {one.base, one.id})
    return next(of_it, None), identifier


def _find_by_id(reference: str, drafts: Sequence[Draft]) -> Draft | None:
    typed = reference.strip().upper()
    if len(typed) < SHORT_LENGTH:
        return None
    ending = [one for one in drafts if one.id.upper().endswith(typed)]
    return ending[0] if len(ending) == 1 else None


def _find_short_id(context: Context) -> str:
    short = find_short(context, context.survey().outlines)
    if short is None:
        raise NothingWaitsError
    return short.id
