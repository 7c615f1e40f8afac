"""Colour: the option, NO_COLOR, what forces it, TERM, the stream; in this order."""

import pytest

from tests.cli.desk import Desk, rejection


@pytest.fixture
def one(desk: Desk) -> Desk:
    desk.save(rejection(lesson="Short."))
    return desk


@pytest.mark.parametrize(
    ("terminal", "environ", "options", "expected"),
    [
        (True, {}, "", True),
        (False, {}, "", False),
        (True, {"TERM": "dumb"}, "", False),
        (True, {"NO_COLOR": "1"}, "", False),
        (True, {"NO_COLOR": ""}, "", True),
        (False, {"FORCE_COLOR": "1"}, "", True),
        (False, {"CLICOLOR_FORCE": "1"}, "", True),
        (False, {"CLICOLOR_FORCE": "0"}, "", False),
        (False, {"CLICOLOR_FORCE": ""}, "", False),
        (False, {"FORCE_COLOR": ""}, "", False),
        (True, {"FORCE_COLOR": "1", "TERM": "dumb"}, "", True),
        (False, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, "", False),
        (True, {"NO_COLOR": "1"}, "--color always", True),
        (False, {"TERM": "dumb"}, "--color always", True),
        (True, {"FORCE_COLOR": "1"}, "--color never", False),
        (True, {"FORCE_COLOR": "1"}, "--plain", False),
        (True, {"REFLECT_PLAIN": "1"}, "", False),
        (True, {"REFLECT_PLAIN": "0"}, "", True),
        (True, {"REFLECT_PLAIN": "1"}, "--color always", True),
    ],
)
def test_the_first_that_speaks_decides(
    one: Desk, terminal: bool, environ: dict[str, str], options: str, expected: bool
) -> None:
    ran = one.run("show", "last", *options.split(), terminal=terminal, environ=environ)
    assert ("\x1b[" in ran.out) == expected


def test_json_never_has_colour(one: Desk) -> None:
    ran = one.run("list", "--json", "--color", "always", terminal=True, environ={})
    assert "\x1b" not in ran.out


def test_colour_changes_no_letter(one: Desk) -> None:
    plain = one.run("show", "last").out
    colored = one.run("show", "last", "--color", "always").out
    for code in ("0", "1", "2", "36"):
        colored = colored.replace(f"\x1b[{code}m", "")
    assert plain.split() == colored.split()
