"""What is under way in an interview: half-made answers, and questions to ask again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class UnderWay:
    """Moves made within questions, by key, and keys to ask again before going on."""

    moves: Mapping[str, Any] = field(default_factory=dict)
    revisit: tuple[str, ...] = ()

    def to_json(self) -> Any:
        """Give what a draft can hold; None for nothing."""
        if not (self.moves or self.revisit):
            return None
        return {"moves": dict(self.moves), "revisit": list(self.revisit)}

    def with_move(self, key: str, move: Any) -> "UnderWay":
        """Go on within a question; a move of None takes its moves back."""
        moves = {one: made for one, made in self.moves.items() if one != key}
        return UnderWay(moves if move is None else {**moves, key: move}, self.revisit)

    def with_revisit(self, keys: tuple[str, ...]) -> "UnderWay":
        """Ask these again first."""
        return UnderWay(self.moves, keys)


def read_under_way(held: Any) -> UnderWay:
    """Read what a draft holds; what it does not mean counts as nothing."""
    match held:
        case {"moves": dict(moves), "revisit": [*keys]}:
            return UnderWay(moves, tuple(keys))
    return UnderWay()
