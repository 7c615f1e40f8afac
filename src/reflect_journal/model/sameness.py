"""When two documents say the same, whatever was left to be understood."""

import json
from typing import Any, Final

IMPLIED: Final = {"form": "full"}
IMPLIED_IN_SIGHTINGS: Final = {"by": "self", "basis": "guess"}
SIGHTINGS: Final = ("sightings", "strengths")


def says_the_same(one: object, other: object) -> bool:
    """Tell whether two documents say the same.

    The order of keys does not count, nor whether something that is meant where it is
    absent was written out.
    """
    return _write(one) == _write(other)


def _write(document: object) -> str:
    if not isinstance(document, dict):
        return json.dumps(document, sort_keys=True)
    whole: dict[str, Any] = {**IMPLIED, **document}
    for key in SIGHTINGS:
        entries = whole.get(key)
        if isinstance(entries, list):
            whole[key] = [_complete(entry) for entry in entries]
    return json.dumps(whole, sort_keys=True)


def _complete(entry: object) -> object:
    return {**IMPLIED_IN_SIGHTINGS, **entry} if isinstance(entry, dict) else entry
