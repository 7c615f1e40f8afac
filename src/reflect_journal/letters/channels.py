"""What asking and hearing change in a stored reflection: channels, words, reminders.

Every function changes the document that it is given, which is a copy of the caller's.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from reflect_journal.letters.requests import find_request, find_row
from reflect_journal.model.outline import Asked
from reflect_journal.model.terms import WAITING_STATES

Document = dict[str, Any]
STILL_OPEN: Final = WAITING_STATES | {"declined", "silent", "closed"}
"""States in which an answer may still come in, sometimes after weeks."""


def note_asked(
    document: Document, to: str, via: str, who: str, on: str
) -> Document | None:
    """Note that somebody was asked.

    Whoever was asked by the same way and has not answered keeps the first day; that
    row is given then, None otherwise.
    """
    known = find_request(document, to, via, who)
    row = _add(document, to, via) if known is None else known
    row.setdefault("state", "asked")
    _name(row, who)
    if row.get("asked_on"):
        return row
    row["asked_on"] = on
    return None


def may_nudge(document: Mapping[str, Any], to: str, via: str, who: str) -> bool:
    """Tell whether somebody was asked and not reminded yet."""
    return find_row(document, to, via, who, {"asked"}) is not None


def note_nudged(document: Document, to: str, via: str, who: str, on: str) -> None:
    """Note the one reminder, where it may be sent."""
    row = find_row(document, to, via, who, {"asked"})
    if row is not None:
        row |= {"state": "nudged", "nudged_on": on}


def note_received(document: Document, by: str, via: str, who: str, on: str) -> None:
    """Note that an answer came, on the row that waits for it or on a new one."""
    row = find_row(document, by, via, who, STILL_OPEN)
    row = _add(document, by, via or "email") if row is None else row
    row |= {"state": "received", "received_on": on}
    _name(row, who)
    if via:
        row["via"] = via


def note_ended(document: Document, by: str, state: str, who: str, on: str) -> bool:
    """Note that no feedback came: declined, silence, or closed by the person.

    False where they have answered: that stays.
    """
    row = find_row(document, by, "", who, STILL_OPEN)
    if row is None:
        answered = find_row(document, by, "", who, {"received"})
        if answered is not None and (answered.get("who") or not who):
            return False
        row = _add(document, by)
    row |= {"state": state, "closed_on": on}
    _name(row, who)
    return True


def note_words(document: Document, heard: Mapping[str, Any]) -> None:
    """Add what somebody said."""
    given = {key: value for key, value in heard.items() if value not in ("", None, {})}
    _list(document, "heard").append(given)


def find_same_words(
    document: Mapping[str, Any], heard: Mapping[str, Any]
) -> Mapping[str, Any] | None:
    """Find what somebody said where all of it is there already, whatever the days."""
    given = {key: heard[key] for key in heard if not key.endswith("_on")}
    present = document.get("heard")
    for one in present if isinstance(present, list) else ():
        if isinstance(one, dict) and given == {key: one.get(key) for key in given}:
            return one
    return None


def note_sightings(
    document: Document, by: str, spots: Sequence[str], strengths: Sequence[str]
) -> None:
    """Add what the person found in their words: seen by the speaker, and said."""
    for key, name, found in (
        ("sightings", "weak_spot", spots),
        ("strengths", "strength", strengths),
    ):
        for identifier in found:
            sighting = {name: identifier, "by": by, "basis": "said"}
            if sighting not in (present := _list(document, key)):
                present.append(sighting)


def note_wants(document: Document, wants: Sequence[str]) -> None:
    """Add what the employer said they want, each once."""
    present = _list(document, "wants")
    present += [one for one in dict.fromkeys(wants) if one not in present]


def count_answers(channels: Sequence[Asked]) -> tuple[int, int]:
    """Count on how many channels an answer came, and on how many was asked."""
    asked = [one for one in channels if one.asked_on]
    return sum(one.state == "received" for one in asked), len(asked)


def _add(document: Document, to: str, via: str = "") -> Document:
    row = {"to": to, "via": via} if via else {"to": to}
    _list(document, "feedback").append(row)
    return row


def _name(row: Document, who: str) -> None:
    if who and not row.get("who"):
        row["who"] = who


def _list(document: Document, key: str) -> list[Any]:
    if not isinstance(document.get(key), list):
        document[key] = []
    present: list[Any] = document[key]
    return present
