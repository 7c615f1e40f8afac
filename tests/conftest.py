"""Every test lives in a home of its own, on a plain terminal of fixed width."""

import os
import shutil
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from hypothesis import is_hypothesis_test, settings

import reflect_journal
from tests import offline

offline.forbid_network()
settings.register_profile("here", deadline=None, max_examples=25)
settings.register_profile("ci", settings.get_profile("here"), derandomize=True)
# What `make torture` does, with --hypothesis-profile.
settings.register_profile("thorough", settings.get_profile("here"), max_examples=500)
settings.load_profile("ci" if os.environ.get("CI") else "here")

MEMORY_DISK = Path("/dev/shm")  # noqa: S108 - pytest makes a folder of its own there
ROOM = 1 << 30
TORTURE = Path(__file__).parent / "torture"

# A disk in memory answers at once, and nearly every test waits for a save or two.
if MEMORY_DISK.is_dir() and shutil.disk_usage(MEMORY_DISK).free > ROOM:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY_DISK))
# Programs that are installed have compiled modules, so those started here have too.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-screens",
        action="store_true",
        help="write tests/terminal/screens anew, to be looked at",
    )


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Count the lines that run when the program is imported, and not the gathering."""
    before = sys.gettrace()
    if before:
        for module in walk_packages(reflect_journal.__path__, "reflect_journal."):
            import_module(module.name)
    sys.settrace(None)
    try:
        yield
    finally:
        sys.settrace(before)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Count no lines where a test goes the same way over and over.

    Counting takes ten times as long as the way itself; a test of one example has to
    show that every branch is reached.
    """
    before = sys.gettrace()
    if is_repetitive(item):
        sys.settrace(None)
    try:
        yield
    finally:
        sys.settrace(before)


def is_repetitive(item: pytest.Item) -> bool:
    is_marked = item.get_closest_marker("uncounted") is not None
    test = getattr(item, "obj", None)
    return is_marked or TORTURE in item.path.parents or is_hypothesis_test(test)


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("REFLECT_HOME", str(home / "reflect"))
    for kind in ("CACHE", "CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(home / kind.lower()))
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    for name in ("REFLECT_PLAIN", "FORCE_COLOR", "CLICOLOR_FORCE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def own_mask() -> Iterator[None]:
    """Give every test the usual mask; the program sets one for its whole process."""
    before = os.umask(0o022)
    yield
    os.umask(before)
