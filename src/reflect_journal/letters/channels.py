"""What asking and hearing change in a stored reflection: channels, words, reminders.

Every function changes the document that it is given, which is a copy of the caller's.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from reflect_journal.model.outline import Asked
from reflect_journal.model.terms import WAITING_STATES

Document = dict[str, Any]
SPEAKERS: Final[Mapping[str, str]] = {
    "hiring-manager": "interviewer",
    "hr": "recruiter",
}
"""Who speaks, where that is not the one who was asked under the same name."""
STILL_OPEN: Final = WAITING_STATES | {"silent", "closed"}
"""States in which an answer may still come in, sometimes after weeks."""


def find_speaker(to: str) -> str:
    """Find the kind of source that an addressee is."""
    return SPEAKERS.get(to, to)


def note_asked(document: Document, to: str, via: str, who: str, on: str) -> None:
    """Note that somebody was asked; asked once more, the same channel goes on."""
    channel = _find(document, to, {"asked"})
    if channel is None:
        channel = {"to": to}
        _list(document, "feedback").append(channel)
    channel |= {"via": via, "state": "asked", "asked_on": on}
    if who:
        channel["who"] = who


def note_nudged(document: Document, to: str, on: str) -> bool:
    """Note the one reminder; False where nobody was asked, or reminded already."""
    channel = _find(document, to, {"asked"})
    if channel is None:
        return False
    channel |= {"state": "nudged", "nudged_on": on}
    return True


def note_received(document: Document, by: str, via: str, who: str, on: str) -> None:
    """Note that an answer came, on the channel that waits for it or on a new one."""
    channel = _find(document, by, STILL_OPEN)
    if channel is None:
        channel = {"to": by, "via": via or "email"}
        _list(document, "feedback").append(channel)
    channel |= {"state": "received", "received_on": on}
    if who:
        channel["who"] = who
    if via:
        channel["via"] = via


def note_ended(document: Document, by: str, state: str, on: str) -> None:
    """Note that no feedback came: declined, silence, or closed by the person."""
    channel = _find(document, by, STILL_OPEN)
    if channel is None:
        channel = {"to": by}
        _list(document, "feedback").append(channel)
    channel |= {"state": state, "closed_on": on}


def note_words(document: Document, heard: Mapping[str, Any]) -> None:
    """Add what somebody said."""
    given = {key: value for key, value in heard.items() if value not in ("", None, {})}
    _list(document, "heard").append(given)


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


def _find(document: Document, who: str, states: set[str] | frozenset[str]) -> Any:
    """Find the newest channel to somebody in one of some states."""
    found = [
        one
        for one in _list(document, "feedback")
        if isinstance(one, dict)
        and one.get("state") in states
        and (one.get("to") == who or find_speaker(str(one.get("to"))) == who)
    ]
    return found[-1] if found else None


def _list(document: Document, key: str) -> list[Any]:
    if not isinstance(document.get(key), list):
        document[key] = []
    present: list[Any] = document[key]
    return present
