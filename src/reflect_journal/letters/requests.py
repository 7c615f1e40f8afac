"""Which request for feedback is meant: one row for each person and way of asking."""

from collections.abc import Collection, Mapping
from typing import Any, Final

from reflect_journal.model.terms import WAITING_STATES

SPEAKERS: Final[Mapping[str, str]] = {
    "hiring-manager": "interviewer",
    "hr": "recruiter",
}
"""Who speaks, where that is not the one who was asked under the same name."""
USUAL_WAY: Final = "email"
USUAL_STATE: Final = "asked"


def find_speaker(to: str) -> str:
    """Find the kind of source that an addressee is."""
    return SPEAKERS.get(to, to)


def find_request(
    document: Mapping[str, Any], to: str, via: str, who: str
) -> dict[str, Any] | None:
    """Find the open request to one person by one way."""
    found = [
        one
        for one in _list_alike(document, to, who, WAITING_STATES)
        if one.get("to") == to and one.get("via", USUAL_WAY) == via
    ]
    return _find_best(found, to, via, who)


def find_row(
    document: Mapping[str, Any], to: str, via: str, who: str, states: Collection[str]
) -> dict[str, Any] | None:
    """Find the row in one of some states that fits best.

    A name decides before whether an answer is awaited, that before the way, and the
    newest wins; nobody's row is given for somebody of another name.
    """
    return _find_best(_list_alike(document, to, who, states), to, via, who)


def _list_alike(
    document: Mapping[str, Any], to: str, who: str, states: Collection[str]
) -> list[dict[str, Any]]:
    rows = document.get("feedback")
    return [
        one
        for one in (rows if isinstance(rows, list) else [])
        if isinstance(one, dict)
        and one.get("state", USUAL_STATE) in states
        and to in {one.get("to"), find_speaker(str(one.get("to")))}
        and _may_be_one(_split_name(one.get("who")), _split_name(who))
    ]


def _find_best(
    rows: list[dict[str, Any]], to: str, via: str, who: str
) -> dict[str, Any] | None:
    def fit(one: dict[str, Any]) -> tuple[bool, ...]:
        return (
            bool(who) and _split_name(one.get("who")) == _split_name(who),
            one.get("state", USUAL_STATE) in WAITING_STATES,
            one.get("to") == to,
            one.get("via", USUAL_WAY) == via,
        )

    return max(reversed(rows), key=fit, default=None)


def _split_name(name: object) -> frozenset[str]:
    return frozenset(name.casefold().split() if isinstance(name, str) else ())


def _may_be_one(name: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether one name is the other, or a part of it; no name is anybody's."""
    return name <= other or other <= name
