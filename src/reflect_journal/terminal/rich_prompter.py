"""The rich prompter: editing, pasting and picking with a cursor."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, Final

import questionary
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import Input, create_input
from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings
from prompt_toolkit.layout import Layout
from prompt_toolkit.layout.screen import Char
from prompt_toolkit.output import ColorDepth, create_output
from prompt_toolkit.output import Output as ScreenOutput
from prompt_toolkit.shortcuts import PromptSession
from questionary.prompts.common import InquirerControl

from reflect_journal.interview.conversation import COMMANDS
from reflect_journal.interview.kinds import Choice
from reflect_journal.interview.prompt import Prompt
from reflect_journal.terminal.lines import cut, fold, measure, pad
from reflect_journal.terminal.output import Output
from reflect_journal.terminal.plain_prompter import ignore
from reflect_journal.terminal.safe_text import list_marks, show_safely
from reflect_journal.terminal.wording import lay_out

MARK: Final = "> "
END_OF_LINES: Final = "."
PICK_HINT: Final = "Space picks, a number too; Enter goes on."
LEFT_OF_TITLE: Final = 6
LEAST_DESCRIPTION: Final = 24
"""Columns below which the beginning of a description says nothing; `:help` has it."""
LAST_DIGIT: Final = 10
NO_MOVES: Final = ("a", "i")
"""Keys that would pick all rows, or all others."""

# The screen library shows what is typed: it marks ASCII's commands, and no others.
Char.display_mappings.update(list_marks())


@dataclass
class RichPrompter:
    """Asks with a cursor; the screen library is told to write to standard error.

    Attributes:
        output: where questions go.
        keyboard: where keys come from.
        screen: where the screen library draws; `output` where it is None.
        unfinished: the lines of an answer whose end was never typed.
        heed: told of the lines so far after each line of a longer answer.
    """

    output: Output
    keyboard: Input = field(default_factory=create_input)
    screen: ScreenOutput | None = None
    unfinished: str = ""
    heed: Callable[[str], None] = field(default=ignore)

    def ask(self, prompt: Prompt) -> str:
        """Show a question and read its answer."""
        self.unfinished = ""
        screen = self.screen or create_output(stdout=self.output.stream)
        with create_app_session(input=self.keyboard, output=screen):
            if prompt.shape == "pick" and prompt.choices:
                return self._pick(prompt)
            # What would have to be shown as a mark is better not edited by accident.
            default = prompt.editable
            default = default if show_safely(default) == default else ""
            shown = replace(prompt, now="") if default else prompt
            self.output.write(lay_out(shown, self.output.width))
            if prompt.shape == "lines":
                return self._read_lines()
            return find_command_behind(default, self._read(default))

    def watch(self, heed: Callable[[str], None]) -> None:
        """Have somebody told of the lines so far after each line of an answer."""
        self.heed = heed

    def say(self, text: str) -> None:
        """Show lines that are no question."""
        self.output.write(fold(text, self.output.width))

    @property
    def _depth(self) -> ColorDepth | None:
        return None if self.output.color else ColorDepth.DEPTH_1_BIT

    def _read(self, default: str = "", before: tuple[str, ...] | None = None) -> str:
        session: PromptSession[str] = PromptSession(color_depth=self._depth)
        try:
            return session.prompt(MARK, default=default)
        except (KeyboardInterrupt, EOFError):
            if before is not None:
                typed = [*before, session.default_buffer.text]
                self.unfinished = "\n".join(typed).strip("\n")
            raise

    def _read_lines(self) -> str:
        typed = [self._read(before=())]
        if not typed[0].strip() or _is_command(typed[0]):
            return typed[0].strip()
        while typed[-1].split("\n")[-1].strip() != END_OF_LINES:
            self.heed("\n".join(typed))
            typed.append(self._read(before=tuple(typed)))
        return "\n".join(typed).rstrip().removesuffix(END_OF_LINES).strip("\n")

    def _pick(self, prompt: Prompt) -> str:
        # What Enter takes is not seen in the rows; a number to type is.
        tells_enter = prompt.now or prompt.hint.startswith("Enter")
        question = replace(
            prompt, choices=(), in_rows=False, hint=prompt.hint if tells_enter else ""
        )
        self.output.write(lay_out(question, self.output.width))
        while True:
            picked = self._show_list(prompt)
            if picked is not None:
                labels = [one.label for one in prompt.choices if one.number in picked]
                self.say(f"{MARK}{', '.join(labels)}")
                return " ".join(map(str, picked))
            command = self._read(":")
            if command.strip(": "):
                return command

    def _show_list(self, prompt: Prompt) -> list[int] | None:
        """Let rows be picked; None when a colon was typed."""
        bindings = KeyBindings()

        @bindings.add(":", eager=True)
        def _(event: Any) -> None:
            event.app.exit(result=None)

        @bindings.add("c-d", eager=True)
        def _(event: Any) -> None:
            event.app.exit(exception=EOFError)

        for key in NO_MOVES:
            bindings.add(key, eager=True)(lambda _: None)
        rows = _title_rows(prompt.choices, self.output.width)
        application = questionary.checkbox(
            "",
            choices=rows,
            qmark="",
            instruction=PICK_HINT,
            validate=_at_most(prompt.at_most),
            color_depth=self._depth,
            erase_when_done=True,
        ).application
        if application.key_bindings is not None:
            present = application.key_bindings
            _bind_numbers(bindings, application.layout, prompt.choices)
            application.key_bindings = merge_key_bindings([present, bindings])
        picked: list[int] | None = application.run()
        return picked


def find_command_behind(default: str, typed: str) -> str:
    """Give the command typed behind the text that stood there, else all of it."""
    behind = typed.removeprefix(default) if default else ""
    return behind if "".join(behind.split()).lower() in COMMANDS else typed


def _is_command(typed: str) -> bool:
    return typed.strip().startswith(":") and "\n" not in typed


def _at_most(most: int) -> Any:
    def validate(picked: list[int]) -> bool | str:
        return len(picked) <= most or f"At most {most}, please."

    return validate


def _bind_numbers(
    bindings: KeyBindings, layout: Layout, choices: tuple[Choice, ...]
) -> None:
    """Let a digit pick the row of that number, or let it go again."""
    controls = list(layout.find_all_controls())
    [rows] = [one for one in controls if isinstance(one, InquirerControl)]
    for at, choice in enumerate(choices):
        if choice.number <= LAST_DIGIT:
            # The nought stands for ten, as on the keyboard.
            @bindings.add(str(choice.number % LAST_DIGIT), eager=True)
            def _(_: Any, at: int = at, number: int = choice.number) -> None:
                rows.pointed_at = at
                picked = [one for one in rows.selected_options if one != number]
                is_new = len(picked) == len(rows.selected_options)
                rows.selected_options = picked + [number] * is_new


def _title_rows(choices: tuple[Choice, ...], width: int) -> list[questionary.Choice]:
    labels = [show_safely(choice.label) for choice in choices]
    digits = len(str(max(choice.number for choice in choices)))
    labels = [
        f"{choice.number:>{digits}} {label}"
        for choice, label in zip(choices, labels, strict=True)
    ]
    widest = max(map(measure, labels))
    room = width - LEFT_OF_TITLE
    described = room - widest > LEAST_DESCRIPTION
    titles = [
        f"{pad(label, widest)}  {choice.description}" if described else label
        for label, choice in zip(labels, choices, strict=True)
    ]
    return [
        questionary.Choice(cut(title.rstrip(), room), value=choice.number)
        for title, choice in zip(titles, choices, strict=True)
    ]
