"""What became of the plans: made, tried, helped."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from reflect_journal.model.outline import Outline

TRIED: Final = frozenset({"yes", "partly"})


@dataclass(frozen=True, slots=True)
class PlanCount:
    """How many plans were made, of these tried at least in part, of these helped."""

    made: int
    tried: int
    helped: int

    def to_json(self) -> dict[str, int]:
        """Give what the JSON of a summary holds."""
        return {"made": self.made, "tried": self.tried, "helped": self.helped}


def count_plans(outlines: Iterable[Outline]) -> PlanCount:
    """Count the plans of reflections, one each at most."""
    outcomes = [outline.outcome for outline in outlines if outline.plan]
    tried = [one for one in outcomes if one.tried in TRIED]
    return PlanCount(
        made=len(outcomes),
        tried=len(tried),
        helped=sum(one.helped == "yes" for one in tried),
    )
