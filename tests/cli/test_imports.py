"""What a command does not need, it does not import: that is how it starts at once."""

import sys

import pytest

from tests.cli.desk import Desk, rejection
from tests.cli.program import run

HEAVY = {
    "pydantic",
    "rich.console",
    "questionary",
    "prompt_toolkit",
    "dateparser",
    "filelock",
    "ulid",
    "platformdirs",
    "reflect_journal.reading.index",
}
LIGHT = [
    "",
    "--help",
    "list",
    "list --json",
    "list --since 6m --spot rambling-answers",
    "summary",
    "summary --all",
    "summary --json",
    "search needle",
    "search needle --json",
    "show last --json",
    "where",
    "vocabulary",
    "doctor",
    "completion bash",
]
REPORT = f"""
import shlex, sys
from reflect_journal.cli.app import main
for command in sys.argv[1:] or [None]:
    try:
        main(None if command is None else shlex.split(command))
    except SystemExit as leaving:
        if leaving.code:
            sys.exit(f"{{command}}: {{leaving.code}}")
    heavy = {HEAVY!r} & sys.modules.keys()
    if heavy:
        sys.exit(f"{{command}}: {{heavy}}")
"""


def complain_of_imports(desk: Desk, *commands: str, **environ: str) -> str:
    program = [sys.executable, "-c", REPORT]
    return run(desk.home, *commands, program=program, environ=environ).stderr


@pytest.fixture
def one(desk: Desk) -> Desk:
    odd = rejection("Büro 東京", lesson="needle größer " * 20)
    desk.save(odd, odd, {**odd, "sightings": [{"weak_spot": "rambling-answers"}]})
    return desk


def test_reading_commands_import_nothing_heavy(one: Desk) -> None:
    assert complain_of_imports(one, *LIGHT) == ""


def test_showing_one_reflection_imports_no_prompt(one: Desk) -> None:
    assert complain_of_imports(one, "show last") == "show last: {'pydantic'}\n"


@pytest.mark.parametrize(
    "environ",
    [
        {"_REFLECT_COMPLETE": "complete_bash", "COMP_WORDS": "reflect show b"}
        | {"COMP_CWORD": "2"},
        {"_REFLECT_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "reflect s"},
    ],
)
def test_completing_imports_nothing_heavy(one: Desk, environ: dict[str, str]) -> None:
    assert complain_of_imports(one, **environ) == ""
