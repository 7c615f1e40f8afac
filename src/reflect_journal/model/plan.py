"""One if-then plan, and what came of it."""

from reflect_journal.model.base import Day, Part, Text
from reflect_journal.model.sighting import KnownWeakSpot
from reflect_journal.model.terms import Helped, Tried


class Plan(Part):
    """If `cue`, then `action`; later whether it was tried and whether it helped."""

    cue: Text = ""
    action: Text = ""
    weak_spot: KnownWeakSpot | None = None
    obstacle: Text = ""
    due_on: Day | None = None
    tried: Tried | None = None
    helped: Helped | None = None
