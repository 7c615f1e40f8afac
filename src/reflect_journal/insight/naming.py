"""Who named one weak spot or strength, reflection by reflection, in order of time."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from reflect_journal.model.outline import Outline, Sighted
from reflect_journal.model.terms import CHANGEABLES, SOURCES

Pick: TypeAlias = Callable[[Outline], Iterable[Sighted]]


class Naming(NamedTuple):
    """All sightings of one word in one reflection.

    `place` is the reflection's in the order of time, `rejected_on` its day of the no
    as an ISO date, `changeable` the person's own sorting there or "".
    """

    place: int
    rejected_on: str
    sources: tuple[str, ...]
    changeable: str


class Sightings(NamedTuple):
    """All sightings of one word, in order: of each its reflection's place, and itself.

    Two plain lists, for a journal may hold hundreds of thousands.
    """

    places: list[int]
    sighted: list[Sighted]


def sort_by_time(outlines: Iterable[Outline]) -> list[Outline]:
    """Order by the latest day of a round, else by the day of the no; then by id."""
    # The order of an outline, without a call for each.
    return sorted(outlines, key=lambda one: (one.held_on or one.rejected_on, one.id))


def group_sightings(timeline: Iterable[Outline], pick: Pick) -> dict[str, Sightings]:
    """Group the sightings that `pick` gives by the word they name."""
    groups: dict[str, Sightings] = {}
    for place, outline in enumerate(timeline):
        for one in pick(outline):
            group = groups.get(one.id)
            if group is None:
                group = groups[one.id] = Sightings([], [])
            places, sighted = group
            places.append(place)
            sighted.append(one)
    return groups


def gather_namings(timeline: Sequence[Outline], sightings: Sightings) -> list[Naming]:
    """Gather the sightings of one word into one naming for each reflection."""
    namings: list[Naming] = []
    alone: dict[str, tuple[str, ...]] = {}
    latest = -1
    for place, (_, by, sorting) in zip(*sightings, strict=True):
        own: str = sorting if sorting in CHANGEABLES else ""
        sources = alone.get(by) or alone.setdefault(by, (by,))
        if place == latest:
            before = namings.pop()
            sources = tuple(dict.fromkeys((*before.sources, by)))
            own = own or before.changeable
        latest = place
        namings.append(Naming(place, timeline[place].rejected_on, sources, own))
    return namings


def find_sorting(namings: Sequence[Naming]) -> str | None:
    """Find the person's latest own sorting of a weak spot; None where there is none."""
    own = (naming.changeable for naming in reversed(namings) if naming.changeable)
    return next(own, None)


def find_sortings(outlines: Iterable[Outline]) -> dict[str, str]:
    """Find the person's latest own sorting of every weak spot that has one."""
    timeline = sort_by_time(outlines)
    groups = group_sightings(timeline, lambda outline: outline.sightings)
    found = {
        identifier: find_sorting(gather_namings(timeline, sightings))
        for identifier, sightings in groups.items()
    }
    return {identifier: sorting for identifier, sorting in found.items() if sorting}


def count_sources(namings: Iterable[Naming]) -> dict[str, int]:
    """Count for each source in how many reflections it named the word."""
    counts: dict[str, int] = {}
    for sources, times in Counter([one.sources for one in namings]).items():
        for source in sources:
            counts[source] = counts.get(source, 0) + times
    return {source: counts[source] for source in _sort_sources(counts)}


def _sort_sources(sources: Iterable[str]) -> Iterator[str]:
    # Sources that only a newer program knows stand at the end.
    known = set(sources)
    yield from (source for source in SOURCES if source in known)
    yield from sorted(known.difference(SOURCES))
