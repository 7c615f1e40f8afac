"""What two documents say differently is told place by place."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflect_journal.model.differences import Difference, list_differences
from reflect_journal.model.paths import find_at, parse_path


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ({}, {}, []),
        ({"a": "x", "b": 1}, {"b": 1, "a": "x"}, []),
        ({"a": "x"}, {"a": "y"}, [("a", "x", "y")]),
        ({"a": "x"}, {}, [("a", "x", "")]),
        ({}, {"a": {"b": "é"}}, [("a", "", '{"b": "é"}')]),
        ({"a": {"b": 1}}, {"a": {"b": True}}, [("a.b", "1", "true")]),
        ({"a": [1, 2, 3]}, {"a": [0, 1, 2, 3]}, [("a[0]", "", "0")]),
        ({"a": [1, 2, 3]}, {"a": [1, 3]}, [("a[1]", "2", "")]),
        (
            {"a": [{"b": 1}]},
            {"a": [{"b": 2}, 5]},
            [("a[0].b", "1", "2"), ("a[1]", "", "5")],
        ),
        ({"a": [1]}, {"a": "x"}, [("a", "[1]", "x")]),
    ],
)
def test_every_place_that_differs_is_told(
    old: Any, new: Any, expected: list[tuple[str, str, str]]
) -> None:
    assert list_differences(old, new) == [Difference(*one) for one in expected]


VALUES = st.recursive(
    st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from("abc"), inner, max_size=3)
    ),
    max_leaves=8,
)
DOCUMENTS = st.dictionaries(st.sampled_from("abc"), VALUES, max_size=3)


@given(DOCUMENTS, DOCUMENTS)
def test_nothing_is_told_where_nothing_differs_and_every_place_is_there(
    old: dict[str, Any], new: dict[str, Any]
) -> None:
    assert list_differences(new, new) == []
    for one in list_differences(old, new):
        path = parse_path(one.path)
        assert find_at(new, path) is not None or find_at(old, path) is not None
