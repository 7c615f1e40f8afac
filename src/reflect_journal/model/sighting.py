"""Who saw which weak spot or strength, and on what ground."""

from typing import Annotated

from pydantic import AfterValidator, ValidationInfo
from pydantic_core import PydanticCustomError

from reflect_journal.model.base import Part, Text
from reflect_journal.model.terms import Basis, Changeable, Source, Stage
from reflect_journal.model.vocabulary import Vocabulary


def check_weak_spot(identifier: str, info: ValidationInfo) -> str:
    """Refuse an id that the vocabulary of the context does not hold."""
    vocabulary = _vocabulary(info)
    if vocabulary is not None and identifier not in vocabulary.weak_spots:
        raise _unknown(identifier, vocabulary.find_nearest(identifier))
    return identifier


def check_strength(identifier: str, info: ValidationInfo) -> str:
    """Refuse an id that the vocabulary of the context does not hold."""
    vocabulary = _vocabulary(info)
    if vocabulary is not None and identifier not in vocabulary.strengths:
        raise _unknown(identifier, vocabulary.find_nearest_strength(identifier))
    return identifier


def _vocabulary(info: ValidationInfo) -> Vocabulary | None:
    return info.context["vocabulary"] if info.context else None


def _unknown(identifier: str, nearest: str | None) -> PydanticCustomError:
    return PydanticCustomError(
        "unknown_id",
        "is not in the vocabulary",
        {"identifier": identifier, "nearest": nearest or ""},
    )


KnownWeakSpot = Annotated[str, AfterValidator(check_weak_spot)]
KnownStrength = Annotated[str, AfterValidator(check_strength)]


class Sighting(Part):
    """Somebody saw a weak spot."""

    weak_spot: KnownWeakSpot
    by: Source = "self"
    basis: Basis = "guess"
    stage: Stage | None = None
    note: Text = ""
    changeable: Changeable | None = None
    """Only where the person sorted it otherwise than the vocabulary does."""


class StrengthSighting(Part):
    """Somebody saw a strength."""

    strength: KnownStrength
    by: Source = "self"
    basis: Basis = "guess"
    stage: Stage | None = None
    note: Text = ""
