"""The entry of the journal: one rejection and what the person made of it."""

from typing import Annotated, Any

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from reflect_journal.model.base import Day, Name, Part, Rating, Text
from reflect_journal.model.feedback import Channel, Heard, Later
from reflect_journal.model.plan import Plan
from reflect_journal.model.round import Round
from reflect_journal.model.sighting import Sighting, StrengthSighting
from reflect_journal.model.terms import DecidedBy, Form, HeardBy, Stage


def check_not_blank(name: str) -> str:
    """Refuse a name of nothing but blanks."""
    if not name.strip():
        raise PydanticCustomError("blank", "is empty")
    return name


class Fit(Part):
    """Whether role and culture would have suited, ability aside."""

    role: Rating | None = None
    culture: Rating | None = None
    note: Text = ""


class Reflection(Part):
    """One rejection and what the person made of it."""

    form: Form = "full"
    company: Annotated[Name, AfterValidator(check_not_blank)]
    role: Name = ""
    rejected_on: Day
    stage_reached: Stage | None = None
    decided_by: DecidedBy | None = None
    heard_by: HeardBy | None = None
    their_words: Text = ""
    sting: Rating | None = None
    feeling: Text = ""
    what_worked: Text = ""
    moment: Text = ""
    rounds: list[Round] = []
    sightings: list[Sighting] = []
    strengths: list[StrengthSighting] = []
    fit: Fit | None = None
    friend_words: Text = ""
    lesson: Text = ""
    plan: Plan | None = None
    tags: list[Name] = []
    feedback: list[Channel] = []
    heard: list[Heard] = []
    wants: list[Name] = []
    later: Later | None = None

    def to_document(self) -> dict[str, Any]:
        """Give the JSON document: what was set, and keys this program ignores."""
        return self.model_dump(mode="json", exclude_unset=True)


class Document(Reflection):
    """A reflection as it is handed in: it may carry the id it was saved under."""

    id: Annotated[str, Field(pattern="^[0-9A-Za-z]{26}$")] | None = None
