"""Both prompters without a terminal: lines by callables, keys through a pipe."""

import io
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from reflect_journal.interview.kinds import Choice
from reflect_journal.interview.prompt import Prompt
from reflect_journal.terminal.keyboard import has_more, read_line
from reflect_journal.terminal.output import Output
from reflect_journal.terminal.plain_prompter import (
    CUT_WARNING,
    ONE_ANSWER,
    ONE_LINE,
    TERMINAL_LINE_LIMIT,
    PlainPrompter,
)
from reflect_journal.terminal.prompters import make_prompter
from reflect_journal.terminal.rich_prompter import (
    RichPrompter,
    find_command_behind,
)

LINE = Prompt(key="company", wording="Which company?")
LINES = Prompt(key="their_words", wording="Their words.", shape="lines")
PICK = Prompt(
    key="spots",
    wording="Does one of these name it?",
    choices=(
        Choice(1, "rambling", "Went on too long", "longer than needed"),
        Choice(2, "missed", "Missed the question"),
        Choice(3, "vague", "Too vague"),
    ),
    in_rows=True,
    shape="pick",
    at_most=2,
)
DOWN = "\x1b[B"


class Typist:
    """Types lines; those behind a line of a paste wait already."""

    def __init__(self, lines: Iterable[str], *, at_once: bool = False) -> None:
        self.lines = list(lines)
        self.at_once = at_once

    def read_line(self) -> str:
        return self.lines.pop(0) if self.lines else ""

    def has_more(self) -> bool:
        return self.at_once and bool(self.lines)


def make_plain(*lines: str, at_once: bool = False) -> tuple[PlainPrompter, io.StringIO]:
    typist = Typist(lines, at_once=at_once)
    stream = io.StringIO()
    return PlainPrompter(Output(stream), typist.read_line, typist.has_more), stream


@pytest.fixture
def keys() -> Iterator[PipeInput]:
    with create_pipe_input() as pipe:
        yield pipe


def make_rich(keys: PipeInput) -> tuple[RichPrompter, io.StringIO]:
    stream = io.StringIO()
    return RichPrompter(Output(stream), keys, DummyOutput()), stream


@pytest.mark.parametrize("end", ["\n", "\r\n", ""])
def test_plain_gives_the_line_without_its_end(end: str) -> None:
    prompter, stream = make_plain(f"  Acme 日本 {end}")
    assert prompter.ask(LINE) == "  Acme 日本 "
    assert stream.getvalue() == "Which company?\n> "


def test_plain_end_of_input_is_a_stop_on_a_line_of_its_own() -> None:
    prompter, stream = make_plain()
    with pytest.raises(EOFError):
        prompter.ask(LINE)
    assert stream.getvalue().endswith("> \n")


def test_plain_interruption_is_a_stop_on_a_line_of_its_own() -> None:
    def interrupt() -> str:
        raise KeyboardInterrupt

    stream = io.StringIO()
    prompter = PlainPrompter(Output(stream), interrupt, lambda: False)
    with pytest.raises(KeyboardInterrupt):
        prompter.ask(LINE)
    assert stream.getvalue().endswith("> \n")


@pytest.mark.parametrize(
    ("lines", "answer"),
    [
        (["one\n", "\n", "two\n", ".\n"], "one\n\ntwo"),
        (["one\n", " . \n"], "one"),
        ([".\n"], ""),
        (["\n"], ""),
        ([":skip\n"], ":skip"),
    ],
)
def test_plain_several_lines(lines: list[str], answer: str) -> None:
    prompter, _ = make_plain(*lines)
    assert prompter.ask(LINES) == answer
    assert prompter.unfinished == ""


@pytest.mark.parametrize("blanks", [1, 3])
def test_plain_paste_may_begin_with_blank_lines(blanks: int) -> None:
    prompter, _ = make_plain(*["\n"] * blanks, "Dear\n", "all\n", ".\n", at_once=True)
    assert prompter.ask(LINES) == "Dear\nall"


def test_plain_several_enters_answer_several_questions() -> None:
    prompter, _ = make_plain("\n", "\n", "\n", at_once=True)
    assert [prompter.ask(LINES), prompter.ask(LINES), prompter.ask(LINE)] == [""] * 3
    with pytest.raises(EOFError):
        prompter.ask(LINE)


def paste(*lines: str, **prompt: Any) -> tuple[PlainPrompter, str, str]:
    """Give the prompter, the answer and the screen after lines that came at once."""
    typist, stream = Typist(lines, at_once=True), io.StringIO()
    prompter = PlainPrompter(
        Output(stream),
        typist.read_line,
        # The last line is typed by hand.
        lambda: len(typist.lines) > 1,
        followed=lambda: len(typist.lines) > 1,
    )
    asked = Prompt(key="moment", wording="The moment?", **prompt)
    return prompter, prompter.ask(asked), stream.getvalue()


@pytest.mark.parametrize("end", ["\n", "the end of it\n"])
def test_plain_pasted_lines_are_one_answer_that_enter_ends(end: str) -> None:
    _, answer, screen = paste("one\n", "\n", "two\n", end, takes_lines=True)
    assert answer == f"one\n\ntwo\n{end}".strip()
    assert screen == f"The moment?\n> \n{ONE_ANSWER}\n> "


def test_plain_command_behind_a_paste_is_obeyed_after_it() -> None:
    prompter, answer, _ = paste("one\n", "two\n", ":quit\n", takes_lines=True)
    assert answer == "one\ntwo"
    assert prompter.ask(LINE) == ":quit"


def test_plain_pasted_lines_answer_no_question_for_one_line() -> None:
    _, answer, screen = paste("Dear Anna,\n", "we regret\n", ":quit\n", "2\n")
    assert answer == "2"
    assert screen == f"The moment?\n> \n{ONE_LINE}\n> "


def test_plain_paste_that_is_interrupted_is_remembered() -> None:
    typist, kept = Typist(["one\n", "two\n"], at_once=True), list[str]()
    prompter = PlainPrompter(
        Output(io.StringIO()),
        typist.read_line,
        typist.has_more,
        followed=typist.has_more,
    )
    prompter.watch(kept.append)
    with pytest.raises(EOFError):
        prompter.ask(Prompt(key="moment", wording="The moment?", takes_lines=True))
    assert [prompter.unfinished] == kept == ["one\ntwo"]


def test_plain_remembers_lines_without_an_end() -> None:
    prompter, _ = make_plain("one\n", "\n", "two\n")
    with pytest.raises(EOFError):
        prompter.ask(LINES)
    assert prompter.unfinished == "one\n\ntwo"


@pytest.mark.parametrize("letter", ["x", "日"])
def test_plain_warns_of_a_line_that_may_be_cut(letter: str) -> None:
    width = len(letter.encode())
    full = letter * (TERMINAL_LINE_LIMIT // width)
    short, _ = make_plain(f"{full[1:]}\n")
    long, stream = make_plain(f"{full}\n")
    short.ask(LINE)
    assert long.ask(LINE) == full
    assert CUT_WARNING in stream.getvalue()


def test_rich_edits_a_line(keys: PipeInput) -> None:
    prompter, stream = make_rich(keys)
    keys.send_text("Acne\x7f\x7fme\r")
    assert prompter.ask(LINE) == "Acme"
    assert stream.getvalue() == "Which company?\n"


def test_rich_edits_the_answer_that_stands(keys: PipeInput) -> None:
    prompter, stream = make_rich(keys)
    keys.send_text("!\r")
    now = Prompt(key="lesson", wording="One line?", now="Stop", editable="Stop")
    assert prompter.ask(now) == "Stop!"
    assert "now:" not in stream.getvalue()


def test_rich_does_not_edit_what_it_would_have_to_show_as_marks(
    keys: PipeInput,
) -> None:
    prompter, stream = make_rich(keys)
    keys.send_text("\r")
    now = Prompt(key="lesson", wording="One line?", now="a\x1b", editable="a\x1b")
    assert prompter.ask(now) == ""
    assert "now: a\N{SYMBOL FOR ESCAPE}" in stream.getvalue()


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("one\r\rtwo\r.\r", "one\n\ntwo"),
        ("\x1b[200~\none\n\ntwo\n\x1b[201~\r.\r", "one\n\ntwo"),
        ("\x1b[200~one\n.\x1b[201~\r", "one"),
        ("\r", ""),
        (": Skip\r", ": Skip"),
    ],
)
def test_rich_several_lines(keys: PipeInput, typed: str, answer: str) -> None:
    prompter, _ = make_rich(keys)
    keys.send_text(typed)
    assert prompter.ask(LINES) == answer


@pytest.mark.parametrize(
    ("stop", "error"), [("\x03", KeyboardInterrupt), ("\x04", EOFError)]
)
def test_rich_stops(keys: PipeInput, stop: str, error: type[BaseException]) -> None:
    prompter, _ = make_rich(keys)
    for prompt, typed in ((LINE, ""), (PICK, ""), (LINES, "one\rtwo\r")):
        keys.send_text(f"{typed}{stop}")
        with pytest.raises(error):
            prompter.ask(prompt)
    assert prompter.unfinished == "one\ntwo"
    keys.send_text("\r")
    prompter.ask(LINE)
    assert prompter.unfinished == ""


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("\r", ""),
        (" \r", "1"),
        (f" {DOWN}{DOWN} \r", "1 3"),
        (f" {DOWN} {DOWN} \r \r", "1 2"),
        ("ai\r", ""),
        ("2\r", "2"),
        ("31\r", "1 3"),
        ("121\r", "2"),
        ("90\r", ""),
        (f"2 {DOWN} \r", "3"),
        (":quit\r", ":quit"),
        (f":\x7f\r{DOWN} \r", "2"),
    ],
)
def test_rich_picks(keys: PipeInput, typed: str, answer: str) -> None:
    prompter, _ = make_rich(keys)
    keys.send_text(typed)
    assert prompter.ask(PICK) == answer


def test_rich_list_writes_what_was_picked(keys: PipeInput) -> None:
    prompter, stream = make_rich(keys)
    keys.send_text(f" {DOWN} \r")
    prompter.ask(PICK)
    assert stream.getvalue().endswith("\n> Went on too long, Missed the question\n")


def test_rich_list_tells_what_enter_takes_but_no_number_to_type(
    keys: PipeInput,
) -> None:
    prompter, stream = make_rich(keys)
    keys.send_text("\r\r")
    prompter.ask(replace(PICK, hint="Enter = Answers, People side"))
    assert "Enter = Answers, People side" in stream.getvalue()
    prompter.ask(replace(PICK, hint="0 none of these"))
    assert "0 none" not in stream.getvalue()


@pytest.mark.parametrize(
    ("default", "typed", "meant"),
    [
        ("Acme", "Acme:quit", ":quit"),
        ("Acme", "Acme : BACK", " : BACK"),
        ("Acme", "Acme:-)", "Acme:-)"),
        ("", ":quit", ":quit"),
    ],
)
def test_command_behind_a_text(default: str, typed: str, meant: str) -> None:
    assert find_command_behind(default, typed) == meant


def test_reading_from_something_that_is_no_file() -> None:
    assert read_line(io.StringIO("one\ntwo\n")) == "one\n"
    assert not has_more(io.StringIO("one\n"))


def test_terminal_that_is_gone_reads_as_the_end() -> None:
    class Gone(io.StringIO):
        def readline(self, _: int = -1, /) -> str:  # type: ignore[override]
            raise OSError

    assert read_line(Gone()) == ""


def test_plain_prompter_never_colors() -> None:
    stream = io.StringIO()
    output = Output(stream, color=True)
    prompter = make_prompter(output, io.StringIO("Acme\n"), plain=True)
    assert prompter.ask(LINE) == "Acme"
    assert "\x1b" not in stream.getvalue()
    assert isinstance(make_prompter(output, io.StringIO(), plain=False), RichPrompter)
