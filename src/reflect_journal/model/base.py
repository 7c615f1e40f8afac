"""What all parts of a reflection share: strictness, texts, ratings and days."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationInfo
from pydantic_core import PydanticCustomError

from reflect_journal.model.limits import (
    FIRST_DAY,
    NAME_LIMIT,
    TEXT_LIMIT,
    find_last_day,
)

Name = Annotated[str, Field(max_length=NAME_LIMIT)]
Text = Annotated[str, Field(max_length=TEXT_LIMIT)]
Rating = Annotated[int, Field(ge=1, le=5)]


def check_day(day: date, info: ValidationInfo) -> date:
    """Refuse a day before 1970 or more than a year ahead of the context's today."""
    if info.context is not None:
        last = find_last_day(info.context["today"])
        if not FIRST_DAY <= day <= last:
            raise PydanticCustomError(
                "day_out_of_range", "is not a day between 1970 and one year ahead"
            )
    return day


Day = Annotated[date, AfterValidator(check_day)]


class Part(BaseModel):
    """A part of a reflection.

    Unknown keys are kept so that a newer program's fields survive; documents
    handed in are checked for them by `parse_document`.
    """

    model_config = ConfigDict(
        strict=True,
        frozen=True,
        extra="allow",
        allow_inf_nan=False,
        hide_input_in_errors=True,
        json_schema_extra={"additionalProperties": False},
    )
