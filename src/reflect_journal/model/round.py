"""One stage of the process, with its short looks and the questions asked there."""

from reflect_journal.model.base import Day, Part, Rating, Text
from reflect_journal.model.terms import Area, Balance, Depth, Format, Stage, Went


class AreaReview(Part):
    """One area in one round; no rating means that the person cannot tell."""

    rating: Rating | None = None
    went_well: Text = ""
    next_time: Text = ""
    note: Text = ""


class AskedQuestion(Part):
    """A question that was asked, what was answered and what would be now."""

    asked: Text = ""
    meant: Text = ""
    my_answer: Text = ""
    went: Went | None = None
    depth: Depth | None = None
    surprised: bool = False
    next_time: Text = ""


class Round(Part):
    """One stage of the process that was gone through."""

    stage: Stage
    held_on: Day | None = None
    format: Format | None = None
    balance: Balance | None = None
    note: Text = ""
    areas: dict[Area, AreaReview] = {}
    questions: list[AskedQuestion] = []
