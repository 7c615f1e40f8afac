"""What a letter is checked for: phrases, why they harm, what to write instead."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from reflect_journal.letters.phrases import (
    arguing,
    blaming,
    defensive,
    pleading,
    pressing,
)

AROUND: Final = 60
"""So many characters before and after a phrase can take it back."""


@dataclass(frozen=True, slots=True)
class Advice:
    """`why` says what it does to the reader, `instead` what can stand there."""

    why: str
    instead: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of sentence that makes people close the door."""

    phrases: re.Pattern[str]
    unless: re.Pattern[str]
    advice: Advice

    def holds(self, plain: str) -> bool:
        """Say whether a sentence, as `to_plain` writes it, is of this kind."""
        return any(
            not self.unless.search(
                plain, max(0, found.start() - AROUND), found.end() + AROUND
            )
            for found in self.phrases.finditer(plain)
        )


RULES: Final[Mapping[str, Rule]] = {
    "defensive": Rule(
        defensive.DEFENSIVE,
        defensive.UNLESS,
        Advice(
            "It explains you, and reads as if you had not heard them.",
            "Leave it out. Ask: what would you suggest I do differently next time?",
        ),
    ),
    "arguing": Rule(
        arguing.ARGUING,
        arguing.UNLESS,
        Advice(
            "It argues, and nobody's mind is changed by a letter.",
            "What they perceived is how it came across. Ask them for an example of it.",
        ),
    ),
    "pleading": Rule(
        pleading.PLEADING,
        pleading.UNLESS,
        Advice(
            "Their decision is made; asking to reopen it closes the door.",
            "Say that you accept it, and that you would be glad to be considered "
            "again.",
        ),
    ),
    "blaming": Rule(
        blaming.BLAMING,
        blaming.UNLESS,
        Advice(
            "It blames them, and they stop reading there.",
            "Leave it out of the letter; it has a place in your own notes.",
        ),
    ),
    "pressing": Rule(
        pressing.PRESSING,
        pressing.UNLESS,
        Advice(
            "It presses; good feedback needs time, and they have to ask others first.",
            "There is no hurry. One friendly reminder after ten working days is "
            "enough.",
        ),
    ),
}
NO_THANKS: Final = Advice(
    "There is no word of thanks in it.",
    "Thank them for one concrete thing: their time, a question, something they showed.",
)
LONGEST: Final = 200
TOO_LONG: Final = Advice(
    f"It has more than {LONGEST} words; a short letter is answered.",
    "Thanks, the decision accepted, two questions, no hurry. The rest can go.",
)
