"""A reflection without a word of its own: what can be shown to somebody else.

Only what comes from a closed list stays: dates, stages, ratings, ids of the built-in
vocabulary. Every name and every text becomes a mark that says that one stood there.
"""

from collections.abc import Container, Mapping, MutableMapping
from typing import Any, Final

from reflect_journal.model.days import read_day
from reflect_journal.model.plan import Plan
from reflect_journal.model.reflection import Fit, Reflection
from reflect_journal.model.round import AreaReview, AskedQuestion, Round
from reflect_journal.model.sighting import Sighting, StrengthSighting
from reflect_journal.model.terms import AREAS
from reflect_journal.model.tolerance import load_reflection
from reflect_journal.model.vocabulary import Strength, Vocabulary, WeakSpot

MARK: Final = "[left out]"
OWN: Final = "own-word-{}"
"""Numbered, for two words that became one would seem to keep coming back."""
CLOSED: Final = frozenset(
    {
        *("form", "stage_reached", "decided_by", "heard_by", "stage", "format"),
        *("balance", "went", "depth", "by", "basis", "changeable", "tried", "helped"),
    }
)
"""Keys whose words the model knows all of; any other text is the person's."""
KEYS: Final = frozenset(AREAS).union(
    *(
        part.model_fields
        for part in (
            *(Reflection, Round, AreaReview, AskedQuestion, Fit, Plan),
            *(Sighting, StrengthSighting),
        )
    )
)
"""Any other key is not ours, and may itself be a name."""
LEFT_OUT: Final = ("tags", "feedback", "heard", "wants", "later")
"""Nothing of these says more with its words left out."""
RATINGS: Final = range(6)
WORDS: Final = frozenset({"weak_spot", "strength"})
DAYS: Final = frozenset({"rejected_on", "held_on", "due_on"})


def redact(
    document: Mapping[str, Any],
    number: int,
    known: Container[str],
    marks: MutableMapping[str, str],
) -> dict[str, Any]:
    """Give a document in which every name and text is left out.

    Args:
        document: as it was stored.
        number: what the company is called by: "Company 3".
        known: the ids of the built-in vocabulary; any other is the person's word.
        marks: what stands for each of these; a new one is added.
    """
    view = load_reflection(document).to_document()
    told: dict[str, Any] = _redact(view, "", known, marks)
    for key in LEFT_OUT:
        told.pop(key, None)
    if not read_day(document.get("rejected_on")):
        # Reading tolerantly puts a day there that nobody wrote.
        del told["rejected_on"]
    return told | {"company": f"Company {number}"}


def redact_vocabulary(
    built_in: Vocabulary, whole: Vocabulary, marks: Mapping[str, str]
) -> Vocabulary:
    """Give the built-in words, and marks for the person's own in their areas.

    So everything is counted among the same reflections as with the words themselves.
    """
    spots, strengths = [], []
    for identifier, mark in marks.items():
        label = mark.replace("-", " ").capitalize()
        spot = whole.weak_spots.get(identifier)
        strength = whole.strengths.get(identifier)
        if spot:
            spots.append(WeakSpot(mark, label, spot.area, spot.changeable))
        if strength:
            strengths.append(Strength(mark, label, strength.area))
    return built_in.extended(spots, strengths)


def _redact(
    value: Any, key: str, known: Container[str], marks: MutableMapping[str, str]
) -> Any:
    match value:
        case dict():
            return {
                name: _redact(one, name, known, marks)
                for name, one in value.items()
                if name in KEYS
            }
        case list():
            return [_redact(one, key, known, marks) for one in value]
        case str() if value and key not in CLOSED | DAYS:
            return _redact_word(value, known, marks) if key in WORDS else MARK
        case bool() | str() | None:
            return value
        case _:
            # A rating; no other number belongs there.
            return value if value in RATINGS else None


def _redact_word(
    identifier: str, known: Container[str], marks: MutableMapping[str, str]
) -> str:
    if identifier in known:
        return identifier
    return marks.setdefault(identifier, OWN.format(len(marks) + 1))
