"""Whole screens of the invented journal, as a person sees them.

`pytest tests/terminal --rewrite-screens` writes them anew, to be looked at.
"""

import re
from functools import cache
from importlib import resources
from pathlib import Path

import pytest

from reflect_journal.terminal.lines import measure
from tests.cli.desk import Desk

SCREENS = Path(__file__).parent / "screens"
VIEWS = {
    "reflect": (),
    "list": ("list",),
    "show": ("show", "harbour"),
    "summary": ("summary",),
    "summary-all": ("summary", "--all"),
    "summary-spot": ("summary", "--spot", "rambling-answers"),
    "summary-by-stage": ("summary", "--by", "stage"),
    "summary-by-month": ("summary", "--by", "month"),
    "summary-by-who": ("summary", "--by", "who"),
    "prep": ("prep", "--stage", "technical"),
}
WIDTHS = (50, 80, 120)
STYLE = re.compile(r"\x1b\[(\d*)m")
MARKS = {"1": "<b>", "2": "<d>", "0": "</>", "": "</>"}
"""How a style is written down: bold, dim, and the end of either."""


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = Desk(tmp_path_factory.mktemp("screens") / "desk")
    source = resources.files("reflect_journal.example") / "reflections.jsonl"
    assert desk.run("new", "--from", "-", stdin=source.read_bytes()).code == 0
    return desk


class Screens:
    """What one command shows on terminals of all kinds."""

    def __init__(self, desk: Desk, name: str) -> None:
        self.desk = desk
        self.arguments = VIEWS[name]
        self.show = cache(self._show)

    def _show(self, width: int, *options: str, color: bool = False) -> str:
        ran = self.desk.run(
            *self.arguments,
            *options,
            terminal=True,
            columns=width,
            environ={} if color else None,
        )
        assert (ran.code, ran.err) == (0, "")
        return ran.out

    def write_down(self) -> str:
        screens = {f"{width} columns": self.show(width) for width in WIDTHS}
        if screens["120 columns"] == screens["80 columns"]:
            screens["120 columns"] = "(as at 80)\n"
        screens["plain"] = self.show(80, "--plain")
        colored = self.show(80, color=True).splitlines()
        styled = [mark_styles(one) for one in colored if STYLE.search(one)]
        screens["the lines with a style"] = "".join(f"{one}\n" for one in styled)
        return "\n".join(f"=== {name}\n{screen}" for name, screen in screens.items())


def mark_styles(text: str) -> str:
    return STYLE.sub(lambda found: MARKS[found[1]], text)


@pytest.mark.parametrize("name", VIEWS)
def test_a_screen_is_as_it_was_looked_at(
    example: Desk, name: str, request: pytest.FixtureRequest
) -> None:
    screens = Screens(example, name)
    written = screens.write_down()
    page = SCREENS / f"{name}.txt"
    if request.config.getoption("--rewrite-screens"):
        page.write_text(written, encoding="utf-8", newline="\n")
    assert written == page.read_text(encoding="utf-8")

    for width in WIDTHS:
        assert max(map(measure, screens.show(width).splitlines())) <= width
    assert STYLE.sub("", screens.show(80, color=True)) == screens.show(80)
    assert not {"\x1b", "\r", "\b"} & set(screens.show(80, "--plain"))
    assert screens.show(80, "--plain") == screens.show(50, "--plain")


def test_no_screen_is_left_over() -> None:
    assert {one.stem for one in SCREENS.iterdir()} == set(VIEWS)
