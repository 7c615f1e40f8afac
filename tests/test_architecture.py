"""The floor plan holds: imports go down, and each floor keeps to its own trade."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import reflect_journal
from reflect_journal.cli.loading import list_places

pytestmark = pytest.mark.uncounted

PACKAGE = Path(reflect_journal.__file__).parent
MODULES = {
    ".".join(path.relative_to(PACKAGE).with_suffix("").parts): ast.parse(
        path.read_text(encoding="utf-8")
    )
    for path in sorted(PACKAGE.rglob("*.py"))
}
BELOW = {
    "errors": set(),
    "model": {"errors"},
    "query": {"errors", "model"},
    "interview": {"errors", "model"},
    "insight": {"errors", "model"},
    "reading": {"errors", "model"},
    "journal": {"errors", "model", "query", "interview", "insight"},
    "terminal": {"errors", "model", "query", "interview", "insight", "reading"},
    "example": set[str](),
    "letters": {"errors", "model", "reading"},
    "report": {"errors", "model", "query", "insight", "terminal"},
    "cli": {
        "errors",
        "model",
        "query",
        "interview",
        "insight",
        "journal",
        "terminal",
        "letters",
        "report",
        "reading",
    },
}
PURE = {"errors", "model", "query", "interview", "insight", "letters", "reading"}
OWNERS = {
    "rich": {"terminal"},
    "questionary": {"terminal"},
    "prompt_toolkit": {"terminal"},
    "typer": {"cli"},
    "filelock": {"journal"},
    "platformdirs": {"journal"},
    "ulid": {"cli"},
    "jinja2": {"letters", "report"},
}
AMBIENT_MODULES = {"time", "random", "secrets", "uuid", "os", "sys", "pathlib"}
AMBIENT_NAMES = {"now", "today", "utcnow", "environ", "getenv", "urandom"}
DISK_NAMES = {
    *("open", "write_bytes", "read_text", "read_bytes", "mkdir"),
    *("makedirs", "unlink", "rename", "remove", "rmdir", "touch", "rmtree", "iterdir"),
    *("glob", "rglob", "listdir", "scandir", "fsync"),
}
DISK_MODULES = {"pathlib", "shutil", "tempfile", "glob", "fileinput", "sqlite3"}
# Data that comes inside the package is read as a resource, not as a file.
RESOURCES = {
    *("model.vocabulary", "report.html", "letters.writing", "letters.patterns"),
    *("reading.bank", "reading.slips"),
}
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}
COMMAND_MODULES = {
    f"cli.{place.partition(':')[0]}" for place in list_places().values()
} | {"cli.status"}


def floor_of(module: str) -> str:
    return module.partition(".")[0]


def list_imports(module: str) -> Iterator[str]:
    """Give all modules that a module imports, wherever in it."""
    for node in ast.walk(MODULES[module]):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=str(name), names=names):
                yield from (f"{name}.{alias.name}" for alias in names)


def list_own_imports(module: str) -> set[str]:
    own = {one for one in list_imports(module) if one.startswith("reflect_journal.")}
    names = {one.removeprefix("reflect_journal.") for one in own}
    return {one if one in MODULES else one.rpartition(".")[0] for one in names} - {""}


def list_names(module: str) -> set[str]:
    """Give the names that a module calls or takes from something."""
    return {
        node.attr if isinstance(node, ast.Attribute) else node.id
        for node in ast.walk(MODULES[module])
        if isinstance(node, ast.Attribute | ast.Name)
    }


def list_calls(module: str) -> set[str]:
    return {
        node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
        for node in ast.walk(MODULES[module])
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute | ast.Name)
    }


def on(*floors: str) -> list[str]:
    return [one for one in MODULES if floor_of(one) in floors]


def test_every_room_is_on_the_floor_plan() -> None:
    assert {floor_of(one) for one in MODULES} - {"__init__", "__main__"} == set(BELOW)


@pytest.mark.parametrize("floor", BELOW)
def test_imports_only_go_down(floor: str) -> None:
    wrong = {
        module: sorted(up)
        for module in on(floor)
        if (up := {floor_of(one) for one in list_own_imports(module)} - BELOW[floor])
        - {floor, "__init__"}
    }
    assert wrong == {}


def test_commands_do_not_import_each_other() -> None:
    wrong = {
        module: sorted(others)
        for module in COMMAND_MODULES
        if (others := (list_own_imports(module) & COMMAND_MODULES) - {module})
    }
    assert wrong == {}


def test_shared_rooms_import_no_command() -> None:
    rooms = set(on("cli")) - COMMAND_MODULES - {"cli.app"}
    wrong = {
        room: sorted(commands)
        for room in rooms
        if (commands := list_own_imports(room) & COMMAND_MODULES)
    }
    assert wrong == {}


@pytest.mark.parametrize("library", OWNERS)
def test_a_library_is_known_on_one_floor_only(library: str) -> None:
    wrong = [
        module
        for module in MODULES
        if floor_of(module) not in OWNERS[library]
        and any(one.partition(".")[0] == library for one in list_imports(module))
    ]
    assert wrong == []


@pytest.mark.parametrize("module", on(*PURE))
def test_pure_floors_take_time_and_place_as_values(module: str) -> None:
    imported = {one.partition(".")[0] for one in list_imports(module)}
    assert imported & AMBIENT_MODULES == set()
    assert list_calls(module) & {"now", "utcnow"} == set()
    assert list_names(module) & (AMBIENT_NAMES - {"now", "today"}) == set()


def test_only_the_journal_touches_the_disk() -> None:
    wrong = {
        module: sorted(names)
        for module in MODULES
        if floor_of(module) != "journal" and module not in RESOURCES
        if (names := list_calls(module) & DISK_NAMES)
        | ({one.partition(".")[0] for one in list_imports(module)} & DISK_MODULES)
    }
    assert wrong == {}


def test_nothing_is_printed_but_by_the_output() -> None:
    printing = [module for module in MODULES if "print" in list_calls(module)]
    # It prints into memory, for the output to write.
    assert printing == ["terminal.color"]
    writing = {
        module for module in MODULES if {"stdout", "stderr"} & list_names(module)
    }
    streams = {"cli.world", "cli.context", "cli.failures", "cli.beginning"}
    assert {one for one in writing if floor_of(one) != "terminal"} <= streams


def test_every_module_says_what_it_is_for() -> None:
    assert [one for one, tree in MODULES.items() if not ast.get_docstring(tree)] == []


def test_no_room_has_an_empty_name() -> None:
    parts = {part for module in MODULES for part in module.split(".")}
    assert parts & EMPTY_NAMES == set()


def test_modules_stay_short_enough_to_read() -> None:
    long = {
        module: lines
        for module, tree in MODULES.items()
        if (
            lines := max(
                (getattr(one, "end_lineno", 0) for one in tree.body), default=0
            )
        )
        > 300
    }
    assert long == {}
