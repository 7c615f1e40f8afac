"""Every command, option, key, exit code, variable and setting is on its page."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reflect_journal.cli.loading import list_places
from reflect_journal.errors import ReflectError
from reflect_journal.insight.recurrence import DEFAULT_WEIGHTS
from reflect_journal.journal import findings, versions
from reflect_journal.journal.config import SPOT_KEYS, STRENGTH_KEYS, load_config
from reflect_journal.journal.overhaul import Step
from reflect_journal.model.terms import AREAS, STAGES
from scripts.make_docs import EXAMPLE, House, find_command, get_program, move_in
from tests.docs.pages import (
    PROJECT,
    list_blocks,
    list_code,
    list_rows,
    read_page,
    read_section,
)

pytestmark = pytest.mark.uncounted

PAGE = "docs/commands.md"
BACKUP = "backup-of-this-test.zip"
REPORT = "report-of-this-test.html"
ANSWERS = {
    "new": f"new --from {EXAMPLE}",
    "list": "list",
    "show": "show harbour",
    "search": "search whiteboard",
    "summary": "summary",
    "report": f"report {REPORT} --yes",
    "demo": "demo",
    "prep": "prep",
    "feedback read": "feedback read letter.txt",
    "edit": "edit harbour --field sting=1",
    "feedback ask": "feedback ask harbour",
    "feedback check": "feedback check letter.txt",
    "feedback add": "feedback add harbour --by friend reply.txt",
    "feedback show": "feedback show harbour",
    "feedback list": "feedback list",
    "feedback later": "feedback later harbour --on 2026-12-01",
    "delete": "delete --list",
    "undelete": "undelete harbour",
    "undo": "undo",
    "history": "history harbour",
    "where": "where",
    "backup": f"backup {BACKUP} --yes",
    "restore": f"restore {BACKUP}",
    "doctor": "doctor",
    "vocabulary": "vocabulary",
    "schema": "schema",
    "completion": "completion bash",
}
# What is below these is no key of the command: a document, or counts by source.
INSIDE = (
    *("reflection", "document", "sources", "commands"),
    *("heard", "channels", "later"),
)
VARIABLE = re.compile(
    r'environ(?:\.get\(|\[)?\(?"([A-Z_]+)"|"([A-Z_]+)" in os\.environ'
)


@pytest.fixture
def house() -> Iterator[House]:
    with move_in() as one:
        one.run(f"reflect new --from {EXAMPLE}")
        yield one


def walk_keys(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            if key not in INSIDE:
                yield from walk_keys(inner)
    elif isinstance(value, list):
        for one in value:
            yield from walk_keys(one)


@pytest.mark.parametrize("name", list_places())
def test_every_command_and_option_has_help_and_is_documented(name: str) -> None:
    command = find_command(name)
    section = " ".join(list_code(read_section(PAGE, name)))
    common = " ".join(list_code(read_section(PAGE, "Options of every command")))

    assert command.help
    for one in command.params:
        assert one.help, one.name
        for option in one.opts if one.param_type_name == "option" else [one.metavar]:
            assert option in section + common


def test_options_of_the_program_itself_are_documented() -> None:
    section = " ".join(list_code(read_section(PAGE, "Options of every command")))

    assert [
        name for one in get_program().params for name in one.opts if name not in section
    ] == []


def test_every_command_answers_in_json_here_but_two() -> None:
    # One only asks, the other hands out documents.
    others = {"continue", "export"}
    assert set(list_places()) - set(ANSWERS) == others


@pytest.mark.parametrize(("name", "call"), ANSWERS.items())
def test_every_json_key_is_documented(house: House, name: str, call: str) -> None:
    if name in {"delete", "undelete"}:
        house.run("reflect delete harbour --yes")
    if name == "restore":
        house.run(f"reflect {ANSWERS['backup']}")
    if name == "feedback list":
        house.run("reflect feedback ask harbour --sent")
    for file in ("letter.txt", "reply.txt"):
        Path(file).write_text("Please reconsider. Answers: 2", encoding="utf-8")
    answer = answer_alone(house, f"reflect {call} --json --no-input")

    assert answer.pop("schema") == f"reflect/{name.replace(' ', '-')}@1"
    documented = list_code(read_section(PAGE, name))
    assert set(walk_keys(answer)) - documented == set()


def answer_alone(house: House, command: str) -> Any:
    """Give the one object among all that is said."""
    shown = "\n".join(house.run(command))
    return json.JSONDecoder().raw_decode(shown, shown.index("{"))[0]


def test_keys_of_the_status_are_documented(house: House) -> None:
    answer = answer_alone(house, "reflect --json")

    documented = list_code(read_section(PAGE, "JSON"))
    assert set(walk_keys(answer)) - documented == set()


def test_keys_and_kinds_of_findings_are_documented() -> None:
    documented = list_code(read_section(PAGE, "doctor"))
    kinds = {
        value
        for name, value in vars(findings).items()
        if name.isupper() and isinstance(value, str)
    }

    assert kinds >= {findings.UNUSABLE, *findings.WORTH_KNOWING}
    keys = {*findings.Finding.__annotations__, *Step.__annotations__, "repaired"}
    assert {*keys, *kinds} - documented == set()


def list_kinds(error: type[ReflectError]) -> Iterator[type[ReflectError]]:
    for one in error.__subclasses__():
        yield one
        yield from list_kinds(one)


def test_every_exit_code_is_documented() -> None:
    errors = set(list_kinds(ReflectError))
    assert versions.KnownIdError in errors
    raised = {one.exit_code for one in errors} | {0, 1}

    documented = [int(row[0]) for row in list_rows(read_section(PAGE, "Exit codes"))]
    assert documented == sorted(raised)


def test_every_variable_of_the_environment_is_documented() -> None:
    sources = (PROJECT / "src").rglob("*.py")
    texts = [path.read_text(encoding="utf-8") for path in sources]
    read = {one or two for text in texts for one, two in VARIABLE.findall(text)}

    assert read >= {"REFLECT_PLAIN", "NO_COLOR", "COLUMNS", "TERM"}
    documented = list_code(read_section(PAGE, "Environment"))
    assert (read | {"REFLECT_HOME"}) - documented == set()


def test_stages_and_areas_are_listed() -> None:
    assert {*STAGES, *AREAS} - list_code(read_section(PAGE, "Filters")) == set()


def test_the_example_of_a_configuration_can_be_used(tmp_path: Path) -> None:
    (example,) = list_blocks(read_page(PAGE), "toml")
    path = tmp_path / "config.toml"
    path.write_text(example, encoding="utf-8")

    config = load_config(path)

    assert [one.label for one in config.own_weak_spots] == ["Too many slides"]
    assert [one.label for one in config.own_strengths] == ["Good stories"]
    assert config.weights == {"friend": 2}
    for name in (*SPOT_KEYS, *STRENGTH_KEYS, *DEFAULT_WEIGHTS):
        assert re.search(rf"\b{name}\b", example), name
