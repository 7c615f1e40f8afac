"""The small part of a reflection that lists, filters and summaries need.

Read from the stored document without pydantic and without mistrust: a value of
an unexpected kind counts as absent, so that one odd record never stops the rest.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from reflect_journal.model.terms import PASSES


class Sighted(NamedTuple):
    """A weak spot or strength, who saw it, and the person's own sorting or ""."""

    id: str
    by: str
    changeable: str


@dataclass(frozen=True, slots=True)
class Outline:
    """One reflection, as far as it is counted, filtered and put in order.

    `rejected_on` and `held_on` are ISO dates or "" (they sort as text);
    `held_on` is the latest of the rounds; `rated` are the passes with a rating in
    some round; `names_passes` tells whether a round names any pass at all; `plan`
    is "open", "tried" or "".
    """

    id: str
    form: str
    company: str
    role: str
    rejected_on: str
    held_on: str
    stage_reached: str
    decided_by: str
    stages: tuple[str, ...]
    rated: tuple[str, ...]
    names_passes: bool
    balances: tuple[str, ...]
    sightings: tuple[Sighted, ...]
    strengths: tuple[Sighted, ...]
    tags: tuple[str, ...]
    plan: str

    @property
    def order(self) -> tuple[str, str]:
        """The place in time: latest day of a round, else the day of the no; then id."""
        return (self.held_on or self.rejected_on, self.id)


def outline_reflection(identifier: str, document: Mapping[str, Any]) -> Outline:
    """Read the outline of a stored document."""
    rounds = _mappings(document.get("rounds"))
    areas = [_mapping(one.get("areas")) for one in rounds]
    stage_reached = _text(document.get("stage_reached"))
    stages = dict.fromkeys(
        [stage_reached, *(_text(one.get("stage")) for one in rounds)]
    )
    return Outline(
        id=identifier,
        form=_text(document.get("form")) or "full",
        company=_text(document.get("company")),
        role=_text(document.get("role")),
        rejected_on=_text(document.get("rejected_on")),
        held_on=max((_text(one.get("held_on")) for one in rounds), default=""),
        stage_reached=stage_reached,
        decided_by=_text(document.get("decided_by")),
        stages=tuple(stage for stage in stages if stage),
        rated=tuple(
            name
            for name in PASSES
            if any(_mapping(area.get(name)).get("rating") for area in areas)
        ),
        names_passes=any(name in area for area in areas for name in PASSES),
        balances=_texts([one.get("balance") for one in rounds]),
        sightings=_sighted(document.get("sightings"), "weak_spot"),
        strengths=_sighted(document.get("strengths"), "strength"),
        tags=_texts(document.get("tags")),
        plan=_plan_state(_mapping(document.get("plan"))),
    )


def _sighted(value: object, key: str) -> tuple[Sighted, ...]:
    return tuple(
        Sighted(
            _text(one.get(key)),
            _text(one.get("by")) or "self",
            _text(one.get("changeable")),
        )
        for one in _mappings(value)
        if _text(one.get(key))
    )


def _plan_state(plan: Mapping[str, Any]) -> str:
    if not _text(plan.get("action")):
        return ""
    return "tried" if plan.get("tried") else "open"


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _texts(value: object) -> tuple[str, ...]:
    return (
        tuple(text for text in value if text and isinstance(text, str))
        if (isinstance(value, list))
        else ()
    )


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _mappings(value: object) -> list[Mapping[str, Any]]:
    return (
        [one for one in value if isinstance(one, dict)]
        if (isinstance(value, list))
        else []
    )
