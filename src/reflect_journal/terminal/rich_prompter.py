"""The rich prompter: editing, pasting and picking with a cursor."""

from dataclasses import dataclass, field
from typing import Any

import questionary
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import Input, create_input
from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings
from prompt_toolkit.output import Output as ScreenOutput
from prompt_toolkit.output import create_output
from prompt_toolkit.shortcuts import PromptSession

from reflect_journal.interview.kinds import Choice
from reflect_journal.interview.prompt import Prompt
from reflect_journal.terminal.lines import cut, fold, measure, pad
from reflect_journal.terminal.output import Output
from reflect_journal.terminal.safe_text import show_safely
from reflect_journal.terminal.wording import lay_out, lay_out_place

MARK = "> "
END_OF_LINES = "."
PICK_HINT = "(space picks, Enter goes on)"
LEFT_OF_TITLE = 8


@dataclass
class RichPrompter:
    """Asks with a cursor; the screen library is told to write to standard error."""

    output: Output
    keyboard: Input = field(default_factory=create_input)
    screen: ScreenOutput | None = None

    def ask(self, prompt: Prompt) -> str:
        """Show a question and read its answer."""
        screen = self.screen or create_output(stdout=self.output.stream)
        with create_app_session(input=self.keyboard, output=screen):
            if prompt.shape == "pick" and prompt.choices:
                return self._pick(prompt)
            self.output.write(lay_out(prompt, self.output.width))
            if prompt.shape == "lines":
                return self._read_lines()
            return self._read(prompt.editable)

    def say(self, text: str) -> None:
        """Show lines that are no question."""
        self.output.write(fold(text, self.output.width))

    def _read(self, default: str = "") -> str:
        session: PromptSession[str] = PromptSession()
        # What would have to be shown as a mark is better not edited by accident.
        shown = default if show_safely(default) == default else ""
        return session.prompt(MARK, default=shown)

    def _read_lines(self) -> str:
        typed = [self._read()]
        if not typed[0].strip() or _is_command(typed[0]):
            return typed[0].strip()
        while typed[-1].split("\n")[-1].strip() != END_OF_LINES:
            typed.append(self._read())
        return "\n".join(typed).rstrip().removesuffix(END_OF_LINES).strip("\n")

    def _pick(self, prompt: Prompt) -> str:
        self.output.write(lay_out_place(prompt))
        question = questionary.checkbox(
            show_safely(prompt.wording),
            choices=self._title_choices(prompt.choices),
            qmark="",
            instruction=PICK_HINT,
            validate=_at_most(prompt.at_most),
        )
        return _ask_or_command(question, self)

    def _title_choices(self, choices: tuple[Choice, ...]) -> list[questionary.Choice]:
        widest = max(measure(show_safely(choice.label)) for choice in choices)
        room = self.output.width - LEFT_OF_TITLE
        return [
            questionary.Choice(
                cut(
                    f"{pad(show_safely(choice.label), widest)}  {choice.description}",
                    room,
                ),
                value=str(choice.number),
            )
            for choice in choices
        ]

    def ask_command(self) -> str:
        """Read a command that began with a colon inside a list."""
        return self._read(":")


def _is_command(typed: str) -> bool:
    return typed.strip().startswith(":") and "\n" not in typed


def _at_most(most: int) -> Any:
    def validate(picked: list[str]) -> bool | str:
        return len(picked) <= most or f"At most {most}, please."

    return validate


def _ask_or_command(question: questionary.Question, prompter: RichPrompter) -> str:
    bindings = KeyBindings()

    @bindings.add(":", eager=True)
    def _(event: Any) -> None:
        event.app.exit(result=None)

    application = question.application
    present = application.key_bindings
    if present is not None:
        application.key_bindings = merge_key_bindings([present, bindings])
    picked = question.unsafe_ask()
    return prompter.ask_command() if picked is None else " ".join(picked)
