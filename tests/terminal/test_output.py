"""An output knows how wide it is, and what it does when nobody takes it."""

import io

import pytest

from reflect_journal.terminal.output import AnswerLostError, Output


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Full(io.StringIO):
    def write(self, _: str) -> int:
        raise OSError(28, "No space left on device")


class Gone(io.StringIO):
    def write(self, _: str) -> int:
        raise BrokenPipeError(32, "Broken pipe")


@pytest.mark.parametrize(
    ("columns", "expected"),
    [("50", 50), ("5", 20), ("", 80), ("0", 80), ("x", 80), ("9" * 5000, 80)],
)
def test_the_environment_may_name_the_width(columns: str, expected: int) -> None:
    for stream in (Terminal(), io.StringIO()):
        assert Output(stream, environ={"COLUMNS": columns}).width == expected


def test_running_text_is_at_most_80_wide_and_not_folded_in_plain() -> None:
    wide = {"COLUMNS": "200"}
    assert Output(Terminal(), environ=wide).text_width == 80
    assert Output(Terminal(), environ=wide, plain=True).text_width > 100_000


def test_only_a_terminal_cuts() -> None:
    assert Output(Terminal()).cuts
    assert not Output(Terminal(), plain=True).cuts
    assert not Output(io.StringIO()).cuts


@pytest.mark.parametrize("color", [True, False])
def test_an_answer_that_cannot_be_written_says_so(color: bool) -> None:
    with pytest.raises(AnswerLostError, match="no space left on device"):
        Output(Full(), color=color).write(["a"])
    with pytest.raises(AnswerLostError) as caught:
        Output(Gone()).write_json({})
    assert caught.value.nobody_reads


def test_a_conversation_that_nobody_hears_is_no_error() -> None:
    Output(Full(), must_arrive=False).write(["a"])
    Output(Gone(), must_arrive=False).write_text("a")


def test_json_is_plain_ascii() -> None:
    stream = io.StringIO()
    Output(stream).write_json({"a": "é\x7f\x1b\ud800"})
    assert stream.getvalue() == '{"a": "\\u00e9\\u007f\\u001b\\ud800"}\n'
