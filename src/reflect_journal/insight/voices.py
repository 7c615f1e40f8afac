"""Who sees what: common ground, what only others said, one's own view, disputes."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from reflect_journal.insight.agreement import Agreement
from reflect_journal.insight.findings import WeakSpotFinding

ORDER: Final[tuple[Agreement, ...]] = ("common-ground", "blind-spot", "my-guess")


@dataclass(frozen=True, slots=True)
class VoiceGroup:
    """The weak spots of one agreement, by weight."""

    agreement: Agreement
    weak_spots: tuple[WeakSpotFinding, ...]

    def to_json(self) -> dict[str, Any]:
        """Give one group of `summary --by who`."""
        return {
            "agreement": self.agreement,
            "weak_spots": [one.to_json() for one in self.weak_spots],
        }


def group_by_agreement(findings: Iterable[WeakSpotFinding]) -> tuple[VoiceGroup, ...]:
    """Group weak spots by who sees them; every group is there, also an empty one."""
    found = tuple(findings)
    return tuple(
        VoiceGroup(agreement, tuple(one for one in found if one.agreement == agreement))
        for agreement in ORDER
    )
