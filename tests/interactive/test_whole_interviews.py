"""The three forms with both prompters, on a real terminal, up to what is stored."""

from collections.abc import Mapping
from typing import Any

import pytest

from reflect_journal.interview.prompt import Prompt
from reflect_journal.terminal.plain_prompter import PlainPrompter
from tests.interactive.dialogues import (
    FACTS,
    FACTS_DOCUMENT,
    FULL,
    FULL_DOCUMENT,
    QUICK,
    QUICK_DOCUMENT,
    Dialogue,
)
from tests.interactive.in_process import (
    list_drafts,
    read_last,
    reflect,
    type_answers,
)
from tests.interactive.terminal_driver import PLAIN, RICH, Terminal

pytestmark = pytest.mark.uncounted

PLAIN_WAYS: dict[str, tuple[list[str], dict[str, str]]] = {
    "option": (["--plain"], RICH),
    "variable": ([], {**RICH, "REFLECT_PLAIN": "1"}),
    "terminal": ([], PLAIN),
}
FORMS = [
    pytest.param(["new"], FULL, FULL_DOCUMENT, "They have not said", id="full"),
    pytest.param(["new", "--quick"], QUICK, QUICK_DOCUMENT, "Saved: Acm", id="quick"),
    pytest.param(["new"], FACTS, FACTS_DOCUMENT, "nothing is lost if you", id="facts"),
]


def without_day(document: Mapping[str, Any], *, form: str) -> dict[str, Any]:
    """Leave out the day where the form does not ask for it."""
    hidden = {"rejected_on"} if form == "quick" else set()
    return {key: value for key, value in document.items() if key not in hidden}


@pytest.mark.parametrize("extra", [RICH, PLAIN], ids=["rich", "plain"])
@pytest.mark.parametrize(("arguments", "dialogue", "document", "close"), FORMS)
def test_every_form_is_stored_as_it_was_answered(
    arguments: list[str],
    dialogue: Dialogue,
    document: dict[str, Any],
    close: str,
    extra: dict[str, str],
) -> None:
    with Terminal(arguments, extra) as terminal:
        terminal.answer_all(dialogue).wait(close)
        assert terminal.finish() == 0
    stored = without_day(read_last(), form=document["form"])
    assert stored == document
    assert list_drafts() == []


@pytest.mark.parametrize("way", PLAIN_WAYS)
def test_plain_prompter_writes_no_escape_and_no_lone_carriage_return(way: str) -> None:
    arguments, extra = PLAIN_WAYS[way]
    environ = {**extra, "NO_COLOR": ""}
    with Terminal(["new", *arguments], environ) as terminal:
        terminal.answer("How much does it hurt", "9")
        terminal.wait("A number from 1 to 5").answer("How much does it hurt", ":HELP")
        terminal.wait(":back :skip").answer_all(FULL).wait("Saved")
        assert terminal.finish() == 0
    assert b"\x1b" not in terminal.raw
    assert b"\r" not in terminal.raw.replace(b"\r\n", b"")
    assert not any("\u2500" <= letter <= "\u259f" for letter in terminal.text)


@pytest.mark.parametrize(
    ("arguments", "dialogue", "count"),
    [
        pytest.param(["new"], FULL, 34, id="full"),
        pytest.param(["new", "--quick"], QUICK, 9, id="quick"),
        pytest.param(["new"], FACTS, 7 + 2, id="facts"),
    ],
)
def test_number_of_questions(
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    dialogue: Dialogue,
    count: int,
) -> None:
    asked: list[str] = []
    ask = PlainPrompter.ask

    def count_prompt(prompter: PlainPrompter, prompt: Prompt) -> str:
        # The lists behind "where did it slip" are further moves of one question.
        if not prompt.key.startswith("slip:"):
            asked.append(prompt.wording)
        return ask(prompter, prompt)

    monkeypatch.setattr(PlainPrompter, "ask", count_prompt)
    assert reflect(*arguments, typed=type_answers(dialogue)).code == 0
    assert len(asked) == count
