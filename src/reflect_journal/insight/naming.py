"""Who named one weak spot or strength, reflection by reflection, in order of time."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeAlias

from reflect_journal.model.outline import Outline, Sighted
from reflect_journal.model.terms import CHANGEABLES, SOURCES

Pick: TypeAlias = Callable[[Outline], tuple[Sighted, ...]]


class Naming(NamedTuple):
    """All sightings of one word in one reflection.

    `place` is the reflection's in the order of time, `rejected_on` its day of the no
    as an ISO date, `changeable` the person's own sorting there or "".
    """

    place: int
    rejected_on: str
    sources: tuple[str, ...]
    changeable: str


def sort_by_time(outlines: Iterable[Outline]) -> list[Outline]:
    """Order by the latest day of a round, else by the day of the no; then by id."""
    return sorted(outlines, key=lambda outline: outline.order)


def find_places(timeline: Sequence[Outline], pick: Pick) -> dict[str, list[int]]:
    """Find for each word the places of the reflections that name it."""
    places: dict[str, list[int]] = {}
    for place, outline in enumerate(timeline):
        for identifier in {sighted.id for sighted in pick(outline)}:
            places.setdefault(identifier, []).append(place)
    return places


def gather_namings(
    timeline: Sequence[Outline], pick: Pick, identifier: str, places: Iterable[int]
) -> list[Naming]:
    """Gather the namings of one word from the reflections at these places."""
    return [
        _gather(place, timeline[place].rejected_on, pick(timeline[place]), identifier)
        for place in places
    ]


def find_sorting(namings: Iterable[Naming]) -> str | None:
    """Find the person's latest own sorting of a weak spot; None where there is none."""
    own = [naming.changeable for naming in namings if naming.changeable]
    return own[-1] if own else None


def count_sources(namings: Iterable[Naming]) -> dict[str, int]:
    """Count for each source in how many reflections it named the word."""
    counts: dict[str, int] = {}
    for naming in namings:
        for source in naming.sources:
            counts[source] = counts.get(source, 0) + 1
    known = [source for source in SOURCES if source in counts]
    newer = sorted(counts.keys() - set(SOURCES))
    return {source: counts[source] for source in [*known, *newer]}


def _gather(
    place: int, rejected_on: str, all_sighted: Iterable[Sighted], identifier: str
) -> Naming:
    sighted = [one for one in all_sighted if one.id == identifier]
    sortings = [one.changeable for one in sighted if one.changeable in CHANGEABLES]
    sources = tuple(dict.fromkeys(one.by for one in sighted))
    return Naming(place, rejected_on, sources, sortings[-1] if sortings else "")
