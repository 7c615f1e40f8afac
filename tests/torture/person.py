"""Somebody at a terminal, who answers what is asked and not what comes next."""

import io
from collections.abc import Mapping
from typing import Final

WORDS: Final = "We liked you. 東京\nMore about your own part, please."
REACTION: Final = "I felt small."
ANSWERS: Final = {
    "What did they say?": f"{WORDS}\n.",
    "Take them?": "n",
    "And your own reaction?": REACTION,
}


class Screen(io.StringIO):
    """What the program writes for the person."""

    def isatty(self) -> bool:
        return True


class Person(io.StringIO):
    """Types an answer to the last question on the screen, and Enter to all others."""

    def __init__(self, screen: Screen, answers: Mapping[str, str] = ANSWERS) -> None:
        super().__init__()
        self.screen = screen
        self.answers = answers
        self.seen = 0
        self.typed: list[str] = []

    def isatty(self) -> bool:
        return True

    def readline(self, _: int | None = -1, /) -> str:  # type: ignore[override]
        if not self.typed:
            asked = self.screen.getvalue()[self.seen :]
            self.seen += len(asked)
            fitting = [key for key in self.answers if key in asked]
            answer = self.answers[fitting[-1]] if fitting else ""
            self.typed = answer.split("\n")
        return f"{self.typed.pop(0)}\n"
