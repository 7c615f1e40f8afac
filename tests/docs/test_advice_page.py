"""Every piece of advice has its row: what does it now, and which test shows it."""

import ast

import pytest

from tests.docs.pages import PROJECT, list_rows, read_page

pytestmark = pytest.mark.uncounted

IDS = (
    *("S0.1", "S0.2", "S0.3", "S0.3b", "S0.4", "S0.5", "S0.6", "S0.7", "S0.8"),
    *("S0.8b", "S0.9", "S0.10"),
    *(f"S1.{number}" for number in range(1, 11)),
    *("S2.1", "S2.2", "S2.3", "S2.3a", "S2.3b"),
    *(f"S2.{number}" for number in range(4, 15)),
    *(f"S3.{number}" for number in range(1, 18)),
    *(f"S4.{number}" for number in range(1, 19)),
)
ROWS = list_rows(read_page("docs/advice.md"))


def test_every_advice_has_one_row_in_order() -> None:
    assert tuple(row[0] for row in ROWS) == IDS


def test_the_page_counts_its_rows() -> None:
    assert f"gave {len(IDS)} pieces of advice" in read_page("docs/advice.md")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_an_advice_is_put_to_work_by_a_command_and_a_test_or_says_why_not(
    row: list[str],
) -> None:
    _, advice, now, proof = row

    assert advice
    assert proof
    if now == "not yet":
        assert "::" not in proof
        return
    assert now.startswith("`reflect")
    proofs = [one.strip("`").partition("::") for one in proof.split(", ")]
    for path, _, name in proofs:
        tree = ast.parse((PROJECT / path).read_text(encoding="utf-8"))
        functions = [one for one in tree.body if isinstance(one, ast.FunctionDef)]
        assert name in {one.name for one in functions}
