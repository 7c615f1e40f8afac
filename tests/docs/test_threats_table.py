"""Every threat has a test, and every test that is named exists."""

import re

from tests.docs.pages import PROJECT, list_code, list_rows, read_section
from tests.torture.harnesses import HARNESSES

DEFINED = re.compile(r"^def (test_\w+)", re.MULTILINE)
UNTESTED = ("not yet", "-")


def list_threats() -> list[list[str]]:
    return list_rows(read_section("docs/reliability.md", "Threats"))


def list_tests() -> set[str]:
    files = (PROJECT / "tests").rglob("test_*.py")
    return {name for file in files for name in DEFINED.findall(file.read_text("utf-8"))}


def test_every_threat_is_looked_at_by_a_test_that_exists() -> None:
    known = list_tests() | {*HARNESSES}
    for number, threat, _, tests in list_threats():
        named = list_code(tests)
        assert (tests in UNTESTED) != bool(named), (number, threat)
        assert named <= known, (number, named - known)


def test_every_test_of_threats_stands_in_the_table() -> None:
    source = (PROJECT / "tests/cli/test_threats.py").read_text("utf-8")
    named = {name for row in list_threats() for name in list_code(row[3])}
    missing = {*DEFINED.findall(source)} - named
    assert missing == {"test_hundreds_of_logs_are_one_journal"}
