"""The small part of a reflection that lists, filters and summaries need.

Read from the stored document without pydantic and without mistrust: a value of
an unexpected kind counts as absent, so that one odd record never stops the rest.
"""

from collections.abc import Mapping
from typing import Any, Final, NamedTuple, TypeVar

from reflect_journal.model.days import read_day
from reflect_journal.model.terms import PASSES

PASS_SET: Final = frozenset(PASSES)
RATINGS: Final = range(1, 6)


class Sighted(NamedTuple):
    """A weak spot or strength, who saw it, and the person's own sorting or ""."""

    id: str
    by: str
    changeable: str


class Fit(NamedTuple):
    """Whether role and culture would have suited, 1 to 5; 0 where it was not said."""

    role: int
    culture: int


class PlanOutcome(NamedTuple):
    """Which weak spot a plan is for, whether it was tried, and whether it helped."""

    weak_spot: str
    tried: str
    helped: str


class Asked(NamedTuple):
    """One channel of feedback: whom, how, how it stands, and its ISO dates or ""."""

    to: str
    via: str
    state: str
    who: str
    asked_on: str
    nudged_on: str
    received_on: str


class FeedbackOutline(NamedTuple):
    """What feedback was asked for and came in.

    `due_on` is the day to write to them again, while that is not done; `ponder_since`
    the day of the oldest words about which was not asked yet what could be true;
    `wants` what the employer said they want. "" and () where there is none.
    """

    channels: tuple[Asked, ...] = ()
    due_on: str = ""
    ponder_since: str = ""
    wants: tuple[str, ...] = ()


Shared = TypeVar("Shared", Fit, PlanOutcome, FeedbackOutline)
NO_FEEDBACK: Final = FeedbackOutline()
FEEDBACK_KEYS: Final = frozenset({"feedback", "heard", "wants", "later"})
NO_FIT: Final = Fit(0, 0)
NO_OUTCOME: Final = PlanOutcome("", "", "")


class Outline(NamedTuple):
    """One reflection, as far as it is counted, filtered and put in order.

    `rejected_on` and `held_on` are ISO dates, or "" where none can be read;
    `held_on` is the latest of the rounds; `rated` are the passes with a rating in
    some round; `names_passes` tells whether a round names any pass at all; `plan`
    is "open", "tried" or ""; `ratings` are the areas, of all eleven, with each rating
    that some round gives them.
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
    rounds: int = 0
    ratings: tuple[tuple[str, int], ...] = ()
    fit: Fit = NO_FIT
    outcome: PlanOutcome = NO_OUTCOME
    feedback: FeedbackOutline = NO_FEEDBACK

    @property
    def order(self) -> tuple[str, str]:
        """The place in time: latest day of a round, else the day of the no; then id."""
        return (self.held_on or self.rejected_on, self.id)


def outline_reflection(
    identifier: str,
    document: Mapping[str, Any],
    shared: dict[Any, Any] | None = None,
) -> Outline:
    """Read the outline of a stored document.

    Args:
        identifier: the id of the reflection.
        document: its stored document.
        shared: texts and sets of an earlier outline are taken from here instead of
            being kept once more; 100,000 outlines need a quarter of the memory.
    """
    shared = {} if shared is None else shared
    share = shared.setdefault
    get = document.get
    stage_reached = _text(get("stage_reached"))
    rounds = _mappings(get("rounds"))
    stages, rated, named = {stage_reached: None}, set(), False
    ratings = set()
    balances, held_on = [], ""
    for one in rounds:
        stages[_text(one.get("stage"))] = None
        balances.append(one.get("balance"))
        held_on = max(held_on, read_day(one.get("held_on")))
        areas = one.get("areas")
        if isinstance(areas, dict):
            for name, review in areas.items():
                named = named or name in PASS_SET
                rating = _rating(review, "rating")
                if rating:
                    rated.add(name)
                    ratings.add((name, rating))
    texts = (
        _text(get("form")) or "full",
        _text(get("company")),
        _text(get("role")),
        read_day(get("rejected_on")),
        held_on,
        stage_reached,
        _text(get("decided_by")),
    )
    stages.pop("", None)
    sets = (
        tuple(stages),
        tuple([name for name in PASSES if name in rated]) if rated else (),
        _texts(balances),
        _sighted(get("sightings"), "weak_spot", shared),
        _sighted(get("strengths"), "strength", shared),
        _texts(get("tags")),
        tuple(sorted(ratings)),
    )
    form, company, role, rejected_on, held_on, stage_reached, decided_by = [
        share(one, one) for one in texts
    ]
    stages_, rated_, balances_, sightings, strengths, tags, ratings_ = [
        share(one, one) for one in sets
    ]
    return Outline(
        identifier,
        form,
        company,
        role,
        rejected_on,
        held_on,
        stage_reached,
        decided_by,
        stages_,
        rated_,
        named,
        balances_,
        sightings,
        strengths,
        tags,
        _plan_state(get("plan")),
        len(rounds),
        ratings_,
        _share(_fit(get("fit")), shared),
        _share(_outcome(get("plan")), shared),
        _share(_outline_feedback(document), shared),
    )


def _sighted(value: object, key: str, shared: dict[Any, Any]) -> tuple[Sighted, ...]:
    # Apart from all else that is shared: there, equal tuples of another kind may be.
    known: dict[Any, Sighted] = shared.setdefault(Sighted, {})
    sighted = []
    for one in _mappings(value):
        if not _text(one.get(key)):
            continue
        by, changeable = _text(one.get("by")) or "self", _text(one.get("changeable"))
        told = (one[key], by, changeable)
        found = known.get(told)
        if found is None:
            found = known[told] = Sighted(*told)
        sighted.append(found)
    return tuple(sighted)


def _share(value: Shared, shared: dict[Any, Any]) -> Shared:
    # Named tuples of two kinds are equal where their values are: apart by kind.
    same: Shared = shared.setdefault(type(value), {}).setdefault(value, value)
    return same


def _rating(holder: object, key: str) -> int:
    rating = holder.get(key) if isinstance(holder, dict) else None
    return rating if type(rating) is int and rating in RATINGS else 0


def _fit(fit: object) -> Fit:
    if not isinstance(fit, dict):
        return NO_FIT
    return Fit(_rating(fit, "role"), _rating(fit, "culture"))


def _outcome(plan: object) -> PlanOutcome:
    if not isinstance(plan, dict):
        return NO_OUTCOME
    return PlanOutcome(*[_text(plan.get(key)) for key in PlanOutcome._fields])


def _outline_feedback(document: Mapping[str, Any]) -> FeedbackOutline:
    # Most reflections hold nothing of it, and there may be a hundred thousand.
    if FEEDBACK_KEYS.isdisjoint(document):
        return NO_FEEDBACK
    channels = [
        Asked(
            *[_text(one.get(key)) for key in ("to", "via", "state", "who")],
            *[
                read_day(one.get(key))
                for key in ("asked_on", "nudged_on", "received_on")
            ],
        )
        for one in _mappings(document.get("feedback"))
    ]
    days = [
        read_day(one.get("noted_on"))
        for one in _mappings(document.get("heard"))
        if not one.get("pondered_on")
    ]
    later = document.get("later")
    later = later if isinstance(later, dict) else {"done_on": True}
    return FeedbackOutline(
        tuple(channels),
        "" if later.get("done_on") else read_day(later.get("due_on")),
        min(filter(None, days), default=""),
        _texts(document.get("wants")),
    )


def _plan_state(plan: object) -> str:
    if not isinstance(plan, dict) or not _text(plan.get("action")):
        return ""
    return "tried" if plan.get("tried") else "open"


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        return ()
    return tuple([text for text in value if text and isinstance(text, str)])


def _mappings(value: object) -> list[dict[str, Any]]:
    if not isinstance(value, list):
        return []
    return [one for one in value if isinstance(one, dict)]
