"""What is for the person alone: reactions, which no view, search or report shows."""

import json
from collections.abc import Mapping
from typing import Any, Final

PRIVATE_KEYS: Final = frozenset({"reaction"})
"""Keys whose values are shown only where the person asks for exactly them."""


def without_private(document: Mapping[str, Any]) -> dict[str, Any]:
    """Give a document without what is for the person alone; it is not changed.

    Wherever such a key stands: also in parts that this program does not understand.
    """
    kept: dict[str, Any] = _leave_out(dict(document))
    return kept


def with_private(
    document: Mapping[str, Any], before: Mapping[str, Any]
) -> dict[str, Any]:
    """Give a document with the reactions to words that it still holds.

    What was shown without them, changed and handed in again must not lose them.
    """
    old, new = before.get("heard"), document.get("heard")
    if not isinstance(old, list) or not isinstance(new, list):
        return dict(document)
    kept = {
        json.dumps(_leave_out(one), sort_keys=True): one["reaction"]
        for one in old
        if isinstance(one, dict) and "reaction" in one
    }
    heard = [
        {**one, "reaction": kept[key]}
        if isinstance(one, dict) and (key := json.dumps(one, sort_keys=True)) in kept
        else one
        for one in new
    ]
    return {**document, "heard": heard}


def _leave_out(value: Any) -> Any:
    match value:
        case dict():
            return {
                key: _leave_out(one)
                for key, one in value.items()
                if key not in PRIVATE_KEYS
            }
        case list():
            return [_leave_out(one) for one in value]
        case _:
            return value
