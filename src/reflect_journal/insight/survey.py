"""From reflections in the order of time to a finding for each word they name."""

from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import Final

from reflect_journal.insight.agreement import judge_agreement
from reflect_journal.insight.exposure import Exposure, Exposures
from reflect_journal.insight.findings import (
    StrengthFinding,
    WeakSpotFinding,
    sort_by_weight,
)
from reflect_journal.insight.naming import (
    Naming,
    Pick,
    count_sources,
    find_sorting,
    gather_namings,
    group_sightings,
)
from reflect_journal.insight.recurrence import measure_recurrence
from reflect_journal.insight.trend import measure_trend
from reflect_journal.model.outline import Outline
from reflect_journal.model.vocabulary import Vocabulary

WEAK_SPOTS: Final[Pick] = attrgetter("sightings")
STRENGTHS: Final[Pick] = attrgetter("strengths")


def survey_weak_spots(
    timeline: Sequence[Outline],
    exposures: Exposures,
    vocabulary: Vocabulary,
    weights: Mapping[str, float],
) -> tuple[WeakSpotFinding, ...]:
    """Find what can be said of every weak spot named at least once, by weight."""
    findings = []
    for identifier, sightings in group_sightings(timeline, WEAK_SPOTS).items():
        word = vocabulary.weak_spots.get(identifier)
        exposure = exposures.get_for(word.area if word else None)
        namings = gather_namings(timeline, sightings)
        findings.append(
            _judge_weak_spot(identifier, namings, exposure, vocabulary, weights)
        )
    return sort_by_weight(findings)


def survey_strengths(
    timeline: Sequence[Outline],
    exposures: Exposures,
    vocabulary: Vocabulary,
    weights: Mapping[str, float],
) -> tuple[StrengthFinding, ...]:
    """Find what can be said of every strength named at least once, by weight."""
    findings = []
    for identifier, sightings in group_sightings(timeline, STRENGTHS).items():
        word = vocabulary.strengths.get(identifier)
        namings = gather_namings(timeline, sightings)
        finding = StrengthFinding(
            id=identifier,
            label=word.label if word else identifier,
            area=word.area if word else None,
            recurrence=measure_recurrence(namings, exposures.elsewhere, weights),
            sources=count_sources(namings),
        )
        findings.append(finding)
    return sort_by_weight(findings)


def _judge_weak_spot(
    identifier: str,
    namings: Sequence[Naming],
    exposure: Exposure,
    vocabulary: Vocabulary,
    weights: Mapping[str, float],
) -> WeakSpotFinding:
    word = vocabulary.weak_spots.get(identifier)
    changeable = find_sorting(namings) or (word.changeable if word else None)
    exercise = word.exercise if word and changeable != "not-at-all" else ""
    sources = count_sources(namings)
    return WeakSpotFinding(
        id=identifier,
        label=word.label if word else identifier,
        area=word.area if word else None,
        changeable=changeable,
        recurrence=measure_recurrence(namings, exposure, weights),
        trend=measure_trend(namings, exposure),
        agreement=judge_agreement(sources),
        sources=sources,
        exercise=exercise or None,
    )
