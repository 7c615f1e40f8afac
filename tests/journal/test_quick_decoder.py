"""The quick decoder comes alone, and its package still works afterwards."""

import subprocess
import sys
from importlib.machinery import PathFinder
from typing import Any

import pydantic_core
import pytest

from reflect_journal.journal import quick_decoder
from reflect_journal.journal.quick_decoder import load_quick_decoder

ALONE = """
import sys
from reflect_journal.journal.quick_decoder import load_quick_decoder
decode = load_quick_decoder()
assert "pydantic_core" not in sys.modules
assert decode(b'{"a": [1]}', cache_strings="keys") == {"a": [1]}
assert load_quick_decoder() is decode
import pydantic_core
from reflect_journal.model.reflection import Reflection
assert pydantic_core.from_json is decode
print(Reflection.model_fields["company"].is_required())
"""
NAMES = ("pydantic_core", "pydantic_core._pydantic_core")


def test_it_is_loaded_alone_and_the_package_after_it() -> None:
    run = subprocess.run(
        [sys.executable, "-c", ALONE],
        check=True,
        capture_output=True,
        text=True,
        env={"PYTHONPATH": ":".join(sys.path)},
    )
    assert run.stdout.strip() == "True"


def test_a_package_that_is_there_already_is_used() -> None:
    assert load_quick_decoder() is pydantic_core.from_json


@pytest.fixture
def forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delitem(sys.modules, name, raising=False)


@pytest.mark.usefixtures("forgotten")
def test_it_is_found_inside_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    known = sys.modules.get(NAMES[1], vars(pydantic_core)["_pydantic_core"])
    monkeypatch.setattr(quick_decoder, "module_from_spec", lambda _: known)
    assert load_quick_decoder() is pydantic_core.from_json


@pytest.mark.usefixtures("forgotten")
@pytest.mark.parametrize("missing", NAMES)
def test_where_it_cannot_be_had_alone_the_package_is_imported(
    monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    real = PathFinder.find_spec

    def find(name: str, path: Any = None) -> Any:
        if name == missing:
            monkeypatch.setitem(sys.modules, NAMES[0], pydantic_core)
            return None
        return real(name, path)

    monkeypatch.setattr(PathFinder, "find_spec", find)
    assert load_quick_decoder() is pydantic_core.from_json
