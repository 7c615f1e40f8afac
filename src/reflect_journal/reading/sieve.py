"""Whether a sentence says something, or only what all such mails say."""

import re
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from reflect_journal.reading.bank import Bank
from reflect_journal.reading.index import Index
from reflect_journal.reading.patterns import flatten, make_pattern

Kind: TypeAlias = Literal["boilerplate", "information"]

# Found by logistic regression on the development mails: docs/reading.md.
START: Final = -1.5
FAMILIAR: Final = -4.9
PER_SIGN: Final = 1.5
MOST_SIGNS: Final = 3
PER_LIKELIHOOD: Final = 2.9
AFTER_OPENING: Final = -2.7
OF_A_LETTER: Final = 0.55
_FIGURE: Final = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Sieve:
    """Tells sentences that say nothing by those that are known to."""

    known: Index
    information: re.Pattern[str]
    openings: re.Pattern[str]
    turns: re.Pattern[str]
    sign_offs: re.Pattern[str]

    def is_formula(self, sentence: str) -> bool:
        """Tell whether a sentence is one that only stands in such mails."""
        return self._opens(flatten(sentence)) or (
            self.known.find_nearest(sentence) >= OF_A_LETTER
        )

    def find_kind(self, sentence: str, likely: float) -> Kind:
        """Tell the kind of a sentence of a letter whose best label scores `likely`."""
        plain = flatten(sentence)
        signs = len({match[0] for match in self.information.finditer(plain)})
        signs += bool(_FIGURE.search(plain))
        says = (
            START
            + FAMILIAR * self.known.find_nearest(sentence)
            + PER_SIGN * min(signs, MOST_SIGNS)
            + PER_LIKELIHOOD * likely
            + AFTER_OPENING * self._opens(plain)
        )
        return "information" if says > 0 else "boilerplate"

    def _opens(self, plain: str) -> bool:
        return bool(self.openings.match(plain)) and not self.turns.search(plain)


def build_sieve(bank: Bank) -> Sieve:
    """Make a sieve of what a bank knows about empty sentences."""
    return Sieve(
        bank.letters,
        make_pattern(bank.signs),
        make_pattern(bank.openings),
        make_pattern(bank.turns),
        make_pattern(bank.sign_offs),
    )
