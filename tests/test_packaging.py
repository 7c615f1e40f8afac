"""What is handed out is complete, pinned, and speaks of no machine."""

import ast
import re
import subprocess
import sys
import tarfile
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder
from packaging.requirements import Requirement
from packaging.version import Version

import reflect_journal

pytestmark = pytest.mark.uncounted

PROJECT = Path(__file__).parent.parent
PACKAGE = PROJECT / "src" / "reflect_journal"
PYPROJECT = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
REQUIREMENTS = sorted((PROJECT / "requirements").glob("*.txt"))

PIN = re.compile(
    r"(?P<name>[a-z0-9-]+)==(?P<version>[^\s;]+)(?: ; [^\\]+)?"
    r"(?P<hashes>(?: \\\n    --hash=sha256:[0-9a-f]{64})+)"
)


def pins(name: str) -> dict[str, Version]:
    text = (PROJECT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    return {pin["name"]: Version(pin["version"]) for pin in PIN.finditer(text)}


def imported_modules(node: ast.AST) -> list[str]:
    match node:
        case ast.Import(names=names):
            return [alias.name for alias in names]
        case ast.ImportFrom(module=str(module), level=0):
            return [module]
        case _:
            return []


def tracked_files() -> list[Path]:
    try:
        listed = subprocess.run(
            ["git", "-C", PROJECT, "ls-files", "-z"], capture_output=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not in a clone")
    paths = [PROJECT / name for name in listed.stdout.decode().split("\0") if name]
    return [path for path in paths if path.is_file()]


# In pieces, so that this page does not name what it forbids.
HOSTS = "|".join(
    ["py" + "pi", "python" + "hosted", "registry" + r"\.npm", "deb" + r"\.debian"]
)
FOLDERS = "|".join(["ro" + "ot", "ho" + "me", "Us" + "ers", "wo" + "rk", "op" + "t"])
FORBIDDEN = re.compile(
    rf"\b(?:[\w-]+\.)*(?:{HOSTS})[\w-]*\.(?:org|net|com|io)\b"
    rf"|(?<![\w.~/)-])/(?:{FOLDERS})/\w"
)


def test_no_file_names_a_registry_or_a_place_on_a_machine() -> None:
    found = [
        f"{path.relative_to(PROJECT)}:{number}: {line.strip()}"
        for path in tracked_files()
        for number, line in enumerate(
            path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1
        )
        if FORBIDDEN.search(line)
    ]

    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        "--index-url https://" + "py" + "pi.org/simple",
        "https://files." + "python" + "hosted.org/packages/x.whl",
        "open('/ro" + "ot/x')",
        "cd /ho" + "me/someone/reflect",
    ],
)
def test_forbidden_places_are_recognised(line: str) -> None:
    assert FORBIDDEN.search(line)


def test_the_three_requirement_files_exist() -> None:
    assert [path.name for path in REQUIREMENTS] == ["build.txt", "dev.txt", "run.txt"]


@pytest.mark.parametrize("path", REQUIREMENTS, ids=lambda path: path.name)
def test_every_requirement_is_pinned_with_hashes(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    rest = [line for line in PIN.sub("", text).splitlines() if line]

    assert [line for line in rest if not line.startswith("    #")] == []


def test_pins_lie_within_the_declared_bounds() -> None:
    pinned = pins("run")
    declared = [Requirement(text) for text in PYPROJECT["project"]["dependencies"]]

    assert {
        need.name: str(pinned[need.name])
        for need in declared
        if pinned[need.name] not in need.specifier
    } == {}


def test_every_dependency_has_a_lower_and_an_upper_bound() -> None:
    for text in PYPROJECT["project"]["dependencies"]:
        bounds = {part.operator for part in Requirement(text).specifier}

        assert bounds == {">=", "<"}, text


def test_every_library_that_the_package_imports_is_declared() -> None:
    declared = {
        Requirement(text).name.replace("-", "_")
        for text in PYPROJECT["project"]["dependencies"]
    }
    # Ours, pydantic's other half, and the one that is named unlike its library.
    declared |= {"pydantic_core", "reflect_journal", "ulid"}

    imported = {
        name.partition(".")[0]
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in imported_modules(node)
    }

    assert imported - declared - sys.stdlib_module_names == set()


def test_development_uses_the_versions_that_people_run_and_build_with() -> None:
    assert pins("dev") == pins("dev") | pins("run") | pins("build")


def test_build_requirements_are_those_that_are_pinned() -> None:
    assert (
        PYPROJECT["build-system"]["requires"] == PYPROJECT["dependency-groups"]["build"]
    )


def test_changelog_has_a_place_for_what_comes_next_and_no_later_version() -> None:
    text = (PROJECT / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## \[(.+?)\]", text, flags=re.MULTILINE)

    assert headings[0] == "Unreleased"
    assert all(
        Version(heading) <= Version(reflect_journal.__version__)
        for heading in headings[1:]
    )


def test_readme_is_short_enough_to_be_read() -> None:
    readme = PROJECT / "README.md"
    if not readme.exists():
        pytest.skip("no README yet")

    assert len(readme.read_text(encoding="utf-8").splitlines()) <= 120


def test_wheel_holds_the_package_and_nothing_else(tmp_path: Path) -> None:
    (built,) = WheelBuilder(str(PROJECT)).build(
        directory=str(tmp_path / "wheel"), versions=["standard"]
    )
    info = f"reflect_journal-{reflect_journal.__version__}.dist-info"
    package = {
        path.relative_to(PACKAGE.parent).as_posix()
        for pattern in (
            "*.py",
            "*.json",
            "*.jsonl",
            "*.md",
            "*.html",
            "*.css",
            "*.txt",
            "*.index",
            "py.typed",
        )
        for path in PACKAGE.rglob(pattern)
    }

    with ZipFile(built) as wheel:
        names = set(wheel.namelist())
        entry_points = wheel.read(f"{info}/entry_points.txt").decode()

    assert names == package | {
        f"{info}/METADATA",
        f"{info}/RECORD",
        f"{info}/WHEEL",
        f"{info}/entry_points.txt",
        f"{info}/licenses/LICENSE",
    }
    assert entry_points == (
        "[console_scripts]\nreflect = reflect_journal.__main__:main\n"
    )


def test_sdist_brings_what_a_packager_needs(tmp_path: Path) -> None:
    (built,) = SdistBuilder(str(PROJECT)).build(
        directory=str(tmp_path / "sdist"), versions=["standard"]
    )
    top = f"reflect_journal-{reflect_journal.__version__}"

    with tarfile.open(built) as sdist:
        names = set(sdist.getnames())

    assert names >= {
        f"{top}/{name}"
        for name in (
            "CHANGELOG.md",
            "LICENSE",
            "Makefile",
            "README.md",
            "pyproject.toml",
            "requirements/run.txt",
            "src/reflect_journal/py.typed",
            "tests/test_packaging.py",
        )
    }
