"""Options that every command takes, help, and what is said of a slip of the hand."""

import re
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

import reflect_journal
from reflect_journal.cli.app import app, main
from reflect_journal.cli.loading import COMMANDS, list_places
from tests.cli.desk import Desk, rejection

pytestmark = pytest.mark.uncounted

COMMON = {"--json", "--plain", "--no-input", "--color", "--journal", "--help", "-h"}
FILTERS = {"--company", "--role", "--stage", "--since", "--until", "--tag"}
OWN: dict[str, set[str]] = {
    "new": {"--quick", "--from", "--company", "--role", "--on", "--stage"},
    "continue": set(),
    "list": FILTERS | {"--spot", "--area", "--limit"},
    "show": {"--markdown"},
    "search": FILTERS | {"--spot", "--area", "--limit"},
    "summary": FILTERS | {"--spot", "--area", "--all", "--by"},
    "report": {
        *(FILTERS | {"--spot", "--area", "--markdown", "--redact", "--open"}),
        *("--yes", "-y"),
    },
    "demo": set(),
    "feedback ask": {
        *("--to", "--via", "--kind", "--name", "--my-name", "--memory", "--with"),
        *("--eml", "--template", "--sent", "--on", "--yes", "-y"),
    },
    "feedback check": {"--strict"},
    "feedback read": set(),
    "feedback add": {"--by", "--who", "--via", "--on", "--state", "--comment"},
    "feedback show": {"--reaction"},
    "feedback list": {"--open"},
    "feedback later": {"--on", "--note", "--done"},
    "prep": {"--role", "--stage", "--markdown"},
    "edit": {"--field", "--from", "--editor"},
    "delete": {"--list", "--forever", "--keep-bad", "--yes", "-y"},
    "undelete": set(),
    "undo": set(),
    "history": {"--keep"},
    "where": set(),
    "backup": {"--yes", "-y"},
    "restore": {"--erased", "--yes", "-y"},
    "export": FILTERS | {"--spot", "--area", "--markdown", "--redact", "--yes", "-y"},
    "doctor": {"--repair", "--gone", "--yes", "-y"},
    "vocabulary": set(),
    "schema": set(),
    "completion": set(),
}
READING: list[list[str]] = [
    ["list"],
    ["show", "last"],
    ["search", "acre"],
    ["summary"],
    ["prep"],
    ["history", "last"],
    ["delete", "--list"],
    ["where"],
    ["feedback", "list"],
    ["feedback", "show", "last"],
    ["doctor"],
    ["vocabulary"],
    ["schema"],
    ["completion", "bash"],
]


HINT = re.compile(r"\breflect ([a-z]+)")
PROSE = {"saved", "to", "knows", "journal", "is", "can", "there", "it", "never"}


def read_help(capsys: pytest.CaptureFixture[str], desk: Desk, *arguments: str) -> str:
    ran = desk.run(*arguments)
    assert (ran.code, ran.err) == (0, "")
    return capsys.readouterr().out


def find_command(name: str) -> Any:
    command: Any = get_command(app)
    for part in name.split():
        command = command.commands[part]
    return command


def test_every_command_has_its_options_and_no_other() -> None:
    assert list_places().keys() == OWN.keys()
    for name, own in OWN.items():
        command = find_command(name)
        found = {
            option
            for parameter in command.params
            if parameter.param_type_name == "option"
            for option in parameter.opts
        }
        assert found | {"--help", "-h"} == own | COMMON, name


def test_every_option_and_command_has_help() -> None:
    group: Any = get_command(app)
    for command in [group, *map(find_command, OWN), *group.commands.values()]:
        assert command.help
        for parameter in command.params:
            assert parameter.help, (command.name, parameter.name)


@pytest.mark.parametrize("name", ["", *OWN])
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_fits_and_names_only_what_is_there(
    capsys: pytest.CaptureFixture[str], desk: Desk, name: str, option: str
) -> None:
    text = read_help(capsys, desk, *name.split(), option)
    assert max(map(len, text.splitlines())) <= 80
    named = re.findall(r"reflect\s+([a-z]+)(?=\s|$)", text)
    assert set(named) <= COMMANDS.keys() | {"command"}
    assert text.startswith(f"Usage: reflect {name}".rstrip())


def test_no_line_of_the_list_of_commands_is_cut(
    capsys: pytest.CaptureFixture[str], desk: Desk
) -> None:
    _, commands = read_help(capsys, desk, "--help").split("\n\nReflect:")
    assert "..." not in commands


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("show", "Missing: ID (last, words of the company, or the short id"),
        ("search", "Missing: WORDS (all of them must occur)."),
        ("demo summary", "reflect demo does not take: summary"),
        ("show a b c", "reflect show does not take: b c"),
    ],
)
def test_a_word_too_few_or_too_many_is_told_in_the_words_of_the_help(
    capsys: pytest.CaptureFixture[str], arguments: str, told: str
) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(arguments.split())
    assert capsys.readouterr().err.startswith(told)


def test_help_has_the_groups_in_order(
    capsys: pytest.CaptureFixture[str], desk: Desk
) -> None:
    text = read_help(capsys, desk, "--help")
    headings = re.findall(r"(?m)^(\w[\w ]+):$", text)
    groups = ["Reflect", "Look back", "Other eyes", "Next time", "Change your mind"]
    groups += ["Your data"]
    assert headings == ["Options", *groups]
    listed = re.findall(r"(?m)^  ([a-z]+)  ", text)
    assert listed == list(COMMANDS)


@pytest.mark.parametrize("arguments", READING)
def test_json_is_one_object_wherever_the_option_stands(
    desk: Desk, arguments: list[str]
) -> None:
    desk.save(rejection())
    behind = desk.run(*arguments, "--json")
    before = desk.run("--json", *arguments)
    names = arguments[:2] if arguments[0] == "feedback" else arguments[:1]
    assert behind.json["schema"] == f"reflect/{'-'.join(names)}@1"
    assert (behind.err, len(behind.lines), behind) == ("", 1, before)


@pytest.mark.parametrize("arguments", READING)
def test_plain_and_no_input_change_nothing_in_a_pipe_but_the_folding(
    desk: Desk, arguments: list[str]
) -> None:
    desk.save(rejection())
    usual, plain = desk.run(*arguments), desk.run(*arguments, "--plain", "--no-input")
    assert usual.out.split() == plain.out.split()
    assert plain == desk.run("--plain", "--no-input", *arguments)


def test_version_is_printed(desk: Desk) -> None:
    assert re.fullmatch(r"reflect \d+\.\d+\.\d+\n", desk.run("--version").out)
    assert desk.run("-V").out == desk.run("--version").out
    assert "version" in desk.run("--version", "--json").json


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["sumary"], "Did you mean 'summary'?"),
        (["lst"], "Did you mean 'list'?"),
        (["nonsense"], "No such command 'nonsense'."),
        (["list", "--compny", "a"], "--company"),
        (["list", "--nonsense"], "No such option: --nonsense"),
        (["--nonsense"], "No such option: --nonsense"),
        (["list", "stray"], "stray"),
        (["show"], "ID"),
        (["completion"], "SHELL"),
        (["list", "--company"], "--company"),
        (["list", "--stage", "panl"], "Did you mean panel?"),
        (["summary", "--area", "answer"], "Did you mean answers?"),
        (["summary", "--spot", "ramblin-answers"], "Did you mean rambling-answers?"),
        (["list", "--spot", "nonsense"], "reflect vocabulary"),
        (["list", "--since", "soon"], "2026-11-18"),
        (["list", "--until", "2026-02-30"], "--until"),
        (["list", "--limit", "many"], "--limit"),
        (["search", "a", "--limit=-1"], "--limit"),
        (["list", "--color", "blue"], "auto, always, never"),
        (["--color", "blue"], "auto, always, never"),
        (["new", "--stage", "nonsense", "--no-input"], "--stage"),
        (["new", "--company", "x" * 201, "--no-input"], "--company"),
        (["new", "--on", "2026-13-01", "--no-input"], "--on"),
    ],
)
def test_a_slip_is_named_with_a_way_on(
    desk: Desk, arguments: list[str], said: str
) -> None:
    ran = desk.run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert len(ran.err.splitlines()) >= 2


def test_errors_are_folded_for_a_terminal_and_paths_stay_whole(desk: Desk) -> None:
    ran = desk.run("list", "--stage", "nonsense", terminal=True, columns=50)
    assert max(map(len, ran.err.splitlines())) <= 50
    path = "/nowhere" * 20
    assert path in desk.run("new", "--from", path, terminal=True, columns=50).err


def test_hints_name_only_commands_that_are_there() -> None:
    package = Path(reflect_journal.__file__).parent
    texts = [path.read_text(encoding="utf-8") for path in package.rglob("*.py")]
    hints = {hint for text in texts for hint in re.findall(HINT, text)}
    assert hints >= {"new", "continue", "doctor", "list"}
    assert hints - PROSE <= COMMANDS.keys()
