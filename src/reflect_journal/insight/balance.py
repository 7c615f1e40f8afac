"""How talks were weighted between the technical and the human side, as felt."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from reflect_journal.model.outline import Outline


class Balance(NamedTuple):
    """How many talks (rounds) felt too technical, right, or not technical enough."""

    too_technical: int
    right: int
    too_little_technical: int

    def to_json(self) -> dict[str, int]:
        """Give what the JSON of a summary holds."""
        return {
            "too-technical": self.too_technical,
            "right": self.right,
            "too-little-technical": self.too_little_technical,
        }


def count_balance(outlines: Iterable[Outline]) -> Balance:
    """Count the talks by their balance; those without one do not count."""
    talks: Counter[str] = Counter()
    for balances, times in Counter([one.balances for one in outlines]).items():
        for balance in balances:
            talks[balance] += times
    return Balance(
        talks["too-technical"], talks["right"], talks["too-little-technical"]
    )
