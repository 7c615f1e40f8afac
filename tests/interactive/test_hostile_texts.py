"""Whatever a prompter is given to show, and whatever is typed, the screen is safe."""

import io
import re

import pytest
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output.vt100 import Vt100_Output

from reflect_journal.interview.kinds import Choice
from reflect_journal.interview.prompt import Prompt
from reflect_journal.terminal.output import Output
from reflect_journal.terminal.plain_prompter import PlainPrompter
from reflect_journal.terminal.rich_prompter import RichPrompter
from tests.hostile import FORBIDDEN, HOSTILE

pytestmark = pytest.mark.uncounted

DRAWN = re.compile("\x1b\\[[?0-9;]*[A-HJKX@Phlmnr]|[\x08\r]|\x1b\\[[0-9 ]*q")
"""What the screen library draws with: places, colours, modes, cursors."""


def make_prompt(text: str, **more: object) -> Prompt:
    long = f"{text} {text}"
    return Prompt(
        "key",
        long,
        text,
        text,
        hint=text,
        example=long,
        now=text,
        editable=text,
        **more,  # type: ignore[arg-type]
    )


def make_choices(text: str) -> tuple[Choice, ...]:
    return (Choice(1, "one", text, text), Choice(2, "two", f"b{text}", f"b{text}"))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_plain_shows_nothing_that_a_terminal_obeys(text: str) -> None:
    stream = io.StringIO()
    typed = iter([f"{text}\n", f"{text}\n", ".\n"])
    prompter = PlainPrompter(Output(stream), lambda: next(typed), lambda: False)
    rows = make_prompt(text, choices=make_choices(text), in_rows=True)
    assert prompter.ask(rows) == text
    assert prompter.ask(make_prompt(text, shape="lines")).strip() == text.strip()
    prompter.say(text)
    assert FORBIDDEN.findall(stream.getvalue()) == []


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_rich_shows_nothing_that_a_terminal_obeys(
    monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    stream = io.StringIO()
    with create_pipe_input() as keys:
        screen = Vt100_Output(stream, lambda: Size(24, 80), enable_cpr=False)
        prompter = RichPrompter(Output(stream), keys, screen)
        keys.send_text(f"\x1b[200~{text}\x1b[201~\r")
        answer = prompter.ask(make_prompt(text))
        keys.send_text(" \r")
        rows = make_prompt(text, choices=make_choices(text), shape="pick", at_most=2)
        assert prompter.ask(rows) == "1"
        prompter.say(text)
    assert answer.endswith(text.replace("\r", "\n"))
    drawn = DRAWN.sub("", stream.getvalue())
    assert FORBIDDEN.findall(drawn) == []
