"""What a finding in a letter says: why it harms, and what to write instead."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Advice:
    """`why` says what it does to the reader, `instead` what can stand there."""

    why: str
    instead: str


SLIPS: Final[Mapping[str, Advice]] = {
    "defensive": Advice(
        "It explains you, and reads as if you had not heard them.",
        "Leave it out. Ask: what would you suggest I do differently next time?",
    ),
    "arguing": Advice(
        "It argues, and nobody's mind is changed by a letter.",
        "What they perceived is how it came across. Ask them for an example of it.",
    ),
    "pleading": Advice(
        "Their decision is made; asking to reopen it closes the door.",
        "Say that you accept it, and that you would be glad to be considered again.",
    ),
    "blaming": Advice(
        "It blames them, and they stop reading there.",
        "Leave it out of the letter; it has a place in your own notes.",
    ),
    "pressing": Advice(
        "It presses; good feedback needs time, and they have to ask others first.",
        "There is no hurry. One friendly reminder after ten working days is enough.",
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
