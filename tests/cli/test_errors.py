"""Every error makes a sentence of its data and has an exit code of the contract."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator

import pytest

import reflect_journal
from reflect_journal.errors import ReflectError

CODES = {1, 2, 3, 4, 5, 75, 130}
PROGRAMMERS_WORDS = ("Error", "Exception", "Traceback", "<", "None", "object at")


def walk_subclasses(kind: type[ReflectError]) -> Iterator[type[ReflectError]]:
    for one in kind.__subclasses__():
        yield one
        yield from walk_subclasses(one)


def find_errors() -> list[type[ReflectError]]:
    for module in pkgutil.walk_packages(reflect_journal.__path__, "reflect_journal."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    return sorted(set(walk_subclasses(ReflectError)), key=lambda one: one.__name__)


def construct(kind: type[ReflectError]) -> ReflectError:
    made: dict[str, object] = {}
    if kind.__init__ is ReflectError.__init__:
        return kind()
    for name, parameter in inspect.signature(kind).parameters.items():
        annotation = str(parameter.annotation)
        if "bool" in annotation:
            made[name] = True
        elif "int" in annotation:
            made[name] = 2
        elif "ReflectError" in annotation:
            made[name] = ReflectError("The cause.")
        elif "Sequence" in annotation:
            made[name] = ["first", "second"]
        else:
            made[name] = f"the {name}"
    return kind(**made)


@pytest.mark.parametrize("kind", find_errors(), ids=lambda kind: str(kind.__name__))
def test_an_error_speaks_in_sentences(kind: type[ReflectError]) -> None:
    error = construct(kind)
    text = str(error)
    assert kind.__name__.endswith("Error")
    assert error.exit_code in CODES
    assert text[0].isupper() or text.startswith(("the ", '"'))
    assert [word for word in PROGRAMMERS_WORDS if word in text] == []
