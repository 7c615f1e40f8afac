"""Feedback: whom the person asked, what they said, and when to write again."""

from reflect_journal.model.base import Day, Name, Part, Rating, Text
from reflect_journal.model.terms import Addressee, Area, FeedbackState, Source, Via


class Channel(Part):
    """One way on which feedback was asked for or came in."""

    to: Addressee
    via: Via = "email"
    state: FeedbackState = "asked"
    who: Name = ""
    asked_on: Day | None = None
    nudged_on: Day | None = None
    received_on: Day | None = None
    closed_on: Day | None = None


class Impression(Part):
    """How something was meant, and how it came across."""

    intended: Text = ""
    came_across: Text = ""


class Heard(Part):
    """What somebody said, to the letter; everything else stands beside it.

    `noted_on` is the day on which it was written down, `pondered_on` the one on which
    the person was asked what could be true. `reaction` is for the person alone and
    shown nowhere unasked.
    """

    by: Source
    who: Name = ""
    via: Via | None = None
    heard_on: Day | None = None
    noted_on: Day | None = None
    words: Text = ""
    comment: Text = ""
    ratings: dict[Area, Rating | None] = {}
    works: Text = ""
    change: Text = ""
    impressions: list[Impression] = []
    could_be_true: Text = ""
    pondered_on: Day | None = None
    reaction: Text = ""


class Later(Part):
    """When to write to them again, and what is different by then."""

    due_on: Day
    note: Text = ""
    done_on: Day | None = None
