"""Which one reflection is meant: last, an id or its end, words of the company."""

import difflib
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from reflect_journal.errors import AmbiguousError, NotFoundError
from reflect_journal.model.days import format_day
from reflect_journal.model.identity import SHORT_LENGTH
from reflect_journal.model.outline import Outline
from reflect_journal.model.text import fold_text
from reflect_journal.query.ordering import sort_newest_first

LATEST: Final = "last"
LISTED: Final = 20
COMPARED: Final = 80


def build_short_ids(ids: Iterable[str]) -> dict[str, str]:
    """Give each id its last four characters, more only where two would be equal."""
    short: dict[str, str] = {}
    left, length = set(ids), SHORT_LENGTH
    while left:
        ends = Counter([identifier[-length:] for identifier in left])
        # What is wholly the end of another id cannot become longer.
        named = {
            identifier: end
            for identifier in left
            if ends[end := identifier[-length:]] == 1 or end == identifier
        }
        short |= named
        left -= named.keys()
        length += 1
    return short


def find_reflection(
    reference: str, outlines: Sequence[Outline], latest: str | None
) -> str:
    """Find the id of the one reflection that is meant.

    `last` is the one saved last (`latest`); else a whole id, the end of an id (four
    characters or more), else words of the company's name, all of them contained; a
    name that is exactly these words comes before names that only contain them.
    Case is ignored everywhere, accents in names.

    Raises:
        NotFoundError: with the closest company.
        AmbiguousError: with a line for each candidate, the newest first.
    """
    typed = reference.strip()
    if typed.lower() == LATEST:
        if latest is None:
            raise NotFoundError(LATEST)
        return latest
    found = _find_by_id(typed.upper(), outlines) or _find_by_name(typed, outlines)
    if not found:
        raise NotFoundError(reference, _find_closest(typed, outlines))
    if len(found) > 1:
        raise AmbiguousError(reference, _describe(found, outlines))
    return found[0].id


def _find_by_id(typed: str, outlines: Sequence[Outline]) -> list[Outline]:
    if len(typed) < SHORT_LENGTH:
        return []
    ending = [one for one in outlines if one.id.upper().endswith(typed)]
    return [one for one in ending if one.id.upper() == typed] or ending


def _find_by_name(typed: str, outlines: Sequence[Outline]) -> list[Outline]:
    words = fold_text(typed).split()
    if not words:
        return []
    names = [(one, fold_text(one.company)) for one in outlines]
    exact = [one for one, name in names if name.split() == words]
    if len(exact) == 1:
        return exact
    return [one for one, name in names if all(word in name for word in words)]


def _find_closest(typed: str, outlines: Sequence[Outline]) -> str:
    by_name: dict[str, Outline] = {}
    for one in sort_newest_first(outlines):
        name = fold_text(one.company)
        for part in (name, *name.split()):
            by_name.setdefault(part, one)
    wanted = fold_text(typed)[:COMPARED]
    nearest = difflib.get_close_matches(wanted, by_name, n=1)
    return "".join(
        f"{by_name[name].company} ({format_day(by_name[name].rejected_on)})"
        for name in nearest
    )


def _describe(found: Sequence[Outline], outlines: Sequence[Outline]) -> list[str]:
    short = build_short_ids(one.id for one in outlines)
    lines = [
        f"{short[one.id]}  {format_day(one.rejected_on):>11}  {one.company}"
        for one in sort_newest_first(found)
    ]
    more = len(lines) - LISTED
    return [*lines[:LISTED], f"... and {more} more"] if more > 0 else lines
