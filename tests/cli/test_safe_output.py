"""Whatever a text holds, a terminal is told nothing but what is to be read."""

import json
import re
from typing import Any

import pytest

from tests.cli.desk import Desk, Run, record, rejection

HOSTILE = {
    "escape": "\x1b[31mred\x1b[0m",
    "title": "\x1b]0;owned\x07",
    "link": "\x1b]8;;https://example.org\x1b\\click\x1b]8;;\x1b\\",
    "clipboard": "\x1b]52;c;aGk=\x07",
    "device control": "\x1bP1$r\x1b\\",
    "c1": "\x9b31m \x9d0;x\x9c \x85 \x90",
    "bell, backspace, return, delete": "a\x07b\x08c\rd\x7fe\x0bf\x0cg",
    "bidi": "\u202aa\u202bb\u202cc\u202dd\u202ee\u2066f\u2067g\u2068h\u2069i\u061cj",
    "zero width": "a\u200bb\u200ec\u200fd\u2060e\ufefff",
    "separators": "a\u2028b\u2029c",
    "tags": "a\U000e0041\U000e0042\U000e007fb",
    "annotation": "a\ufff9b\ufffac\ufffbd",
    "markup": "[link=https://example.org]x[/link] [/x] [bold]y :smile:",
    "marks": "e" + "\u0301" * 300,
    "family": "\U0001f468\u200d\U0001f469\u200d\U0001f467 \u2764\ufe0f",
    "hebrew": "שלום עולם",
    "arabic": "مرحبا بالعالم",
    "percent": "%s {0} {x} %(y)s",
}
FORBIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f"
    "\u2028\u2029\u2060\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
OWN_COLOR = re.compile("\x1b\\[(0|1|2|36)m")
COMMANDS: list[list[str]] = [
    [],
    ["list"],
    ["list", "--plain"],
    ["show", "last"],
    ["show", "last", "--markdown"],
    ["search", "needle"],
    ["summary"],
    ["summary", "--all"],
    ["summary", "--spot", "rambling-answers"],
    ["doctor"],
]


def fill(text: str) -> dict[str, Any]:
    """Put a text into every field that takes one."""
    long = f"needle {text}\n\nneedle {text}"
    name = f"Acre {text}"[:200]
    return rejection(
        name,
        role=name,
        form="quick",
        their_words=long,
        feeling=long,
        what_worked=long,
        moment=long,
        rounds=[
            {
                "stage": "panel",
                "note": long,
                "areas": {
                    "answers": {"went_well": long, "next_time": long, "note": long}
                },
                "questions": [
                    {
                        "asked": long,
                        "meant": long,
                        "my_answer": long,
                        "next_time": long,
                    }
                ],
            }
        ],
        sightings=[{"weak_spot": "rambling-answers", "note": long}],
        strengths=[{"strength": "solid-knowledge", "note": long}],
        fit={"role": 3, "note": long},
        friend_words=long,
        lesson=long,
        plan={"cue": long, "action": long, "obstacle": long},
        tags=[name],
    )


def check(ran: Run) -> None:
    for text in (ran.out, ran.err):
        assert FORBIDDEN.findall(text) == []


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_nothing_is_obeyed_and_nothing_is_changed(desk: Desk, text: str) -> None:
    given = fill(text)
    desk.save(given)
    for command in COMMANDS:
        for terminal in (False, True):
            ran = desk.run(*command, terminal=terminal)
            assert ran.code == 0
            check(ran)
    stored = desk.run("show", "last", "--json")
    check(stored)
    assert stored.out.isascii()
    assert stored.json["reflection"] == given


@pytest.mark.parametrize(
    "name", ["escape", "title", "c1", "bidi", "zero width", "tags", "markup"]
)
def test_errors_that_quote_are_safe_as_well(desk: Desk, name: str) -> None:
    text = HOSTILE[name]
    desk.save(*[rejection(f"Acre {text}{at}"[:200]) for at in range(2)])
    wrong = rejection(sightings=[{"weak_spot": text}], **{text: text})
    for command in (
        ["show", f"nobody {text}"],
        ["show", "acre"],
        ["vocabulary", text],
        ["list", "--stage", text],
        ["list", "--since", text],
        ["list", "--limit", text],
        ["list", f"--{text}"],
        ["list", "--color", text],
        ["search", f"nowhere{text}"],
        ["new", "--from", f"{text}.json"],
        ["new", "--from", "-"],
        [f"x{text}"],
    ):
        ran = desk.run(*command, stdin=json.dumps(wrong), terminal=True)
        assert ran.code in {0, 2, 3}, command
        check(ran)


def test_only_own_colours_are_escapes(desk: Desk) -> None:
    desk.save(fill(HOSTILE["escape"]), fill(HOSTILE["link"]))
    for command in COMMANDS:
        ran = desk.run(*command, "--color", "always")
        assert FORBIDDEN.findall(OWN_COLOR.sub("", ran.out)) == []
        assert FORBIDDEN.findall(OWN_COLOR.sub("", ran.err)) == []


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
@pytest.mark.parametrize("color", ["always", "never"])
def test_what_a_stream_cannot_carry_is_replaced(
    desk: Desk, encoding: str, color: str
) -> None:
    desk.save(*map(fill, HOSTILE.values()))
    for command in COMMANDS:
        ran = desk.run(*command, "--color", color, encoding=encoding)
        assert ran.code == 0
    ran = desk.run("show", "nobody 東京", encoding=encoding)
    assert (ran.code, ran.out) == (3, "")


@pytest.mark.uncounted
def test_a_line_of_a_megabyte_is_shown(desk: Desk) -> None:
    desk.save(rejection("Brook"))
    desk.append(record(rejection(lesson="東 " * 20_000 + "x" * 900_000)))
    for command in (["list"], ["show", "acre"], ["search", "東"]):
        assert desk.run(*command, terminal=command == ["list"]).code == 0


def test_lone_surrogates_and_nul_in_the_log_are_shown(desk: Desk) -> None:
    desk.save(rejection("Brook"))
    odd = rejection(lesson="a\ud800b\x00c", what_worked="needle \udc80")
    desk.append(record(odd))
    for command in (*COMMANDS[:-1], ["list", "--json"], ["show", "acre", "--json"]):
        ran = desk.run(*command)
        assert ran.code == 0
        check(ran)


def test_surrogates_handed_in_are_replaced_before_they_are_stored(desk: Desk) -> None:
    given = '{"company": "A\\ud800B", "rejected_on": "2026-11-01", "lesson": "\\u0000"}'
    assert desk.run("new", "--from", "-", stdin=given).code == 0
    [row] = desk.run("list", "--json").json["reflections"]
    assert (row["company"], row["lesson"]) == ("A\ufffdB", "\ufffd")
