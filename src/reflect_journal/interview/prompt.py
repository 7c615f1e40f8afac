"""What a prompter is given to show, and what it must be able to do."""

from dataclasses import dataclass
from typing import Protocol

from reflect_journal.interview.kinds import Choice, Shape


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question, ready to be shown.

    Attributes:
        key: the question's name.
        wording: the question.
        place: the step as words ("step 3 of 7"), "" when it was shown before.
        place_hint: what is true for all questions of the step; "" when shown before.
        choices: what can be chosen, with the numbers to type.
        in_rows: whether the choices stand one to a line with their descriptions.
        hint: what Enter and other keys mean.
        example: a dim line below.
        now: the answer that stands and that Enter keeps; "" where there is none.
        editable: that answer as text, to be edited where a prompter can.
        shape: one line, several lines, or a pick from the choices.
        at_most: how many may be picked.
        takes_lines: whether lines that were pasted together are one answer.
    """

    key: str
    wording: str
    place: str = ""
    place_hint: str = ""
    choices: tuple[Choice, ...] = ()
    in_rows: bool = False
    hint: str = ""
    example: str = ""
    now: str = ""
    editable: str = ""
    shape: Shape = "line"
    at_most: int = 1
    takes_lines: bool = False


class Prompter(Protocol):
    """A way to ask: with a cursor and colours, or with nothing but whole lines.

    Every string that is handed over may hold what a person typed; the prompter
    makes it safe before it meets the terminal.
    """

    def ask(self, prompt: Prompt) -> str:
        """Show a question and give what was typed, without the line's end.

        Several lines come back joined by line feeds. Picks come back as their numbers.

        Raises:
            KeyboardInterrupt: the person pressed Ctrl-C.
            EOFError: the person pressed Ctrl-D, or the input ended.
        """
        ...

    def say(self, text: str) -> None:
        """Show lines that are no question."""
        ...
