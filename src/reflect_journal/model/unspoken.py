"""What a record holds beyond what this program knows, when a document replaces it."""

from collections.abc import Iterator, Mapping
from typing import Any, Final, get_args, get_origin

from reflect_journal.model.base import Part
from reflect_journal.model.reflection import Reflection
from reflect_journal.model.refusals import find_part

NAMES: Final = ("weak_spot", "strength", "stage", "asked")
"""Keys that tell what an entry of a list is about."""


def keep_unspoken(new: dict[str, Any], old: Mapping[str, Any]) -> dict[str, Any]:
    """Give the new document with every unknown key of the old one that it leaves out.

    A key inside an entry of a list goes along with the entry that says the same, or
    else with the first about the same thing; without one it goes with its entry.
    """
    return _keep_in_part(Reflection, new, old)


def _keep_in_part(
    part: type[Part], new: dict[str, Any], old: Mapping[str, Any]
) -> dict[str, Any]:
    kept = {
        key: _keep_in_value(part, key, value, old.get(key))
        for key, value in new.items()
    }
    unknown = {key: old[key] for key in old if key not in part.model_fields}
    return {**kept, **{key: unknown[key] for key in unknown if key not in new}}


def _keep_in_value(part: type[Part], key: str, new: Any, old: Any) -> Any:
    field = part.model_fields.get(key)
    inner = find_part(field.annotation) if field else None
    if field is None or inner is None:
        return new
    match new, old:
        case dict(), dict() if get_origin(field.annotation) is dict:
            return _keep_in_areas(field.annotation, inner, new, old)
        case dict(), dict():
            return _keep_in_part(inner, new, old)
        case list(), list():
            return list(_keep_in_list(inner, new, old))
    return new


def _keep_in_areas(
    annotation: Any, inner: type[Part], new: dict[str, Any], old: dict[str, Any]
) -> dict[str, Any]:
    known = get_args(get_args(annotation)[0])
    both = {
        key: _keep_in_part(inner, value, old[key])
        for key, value in new.items()
        if isinstance(value, dict) and isinstance(old.get(key), dict)
    }
    left_out = {key: old[key] for key in old if key not in known and key not in new}
    return {**new, **both, **left_out}


def _keep_in_list(part: type[Part], new: list[Any], old: list[Any]) -> Iterator[Any]:
    waiting = [one for one in old if isinstance(one, dict)]
    pairs: dict[int, dict[str, Any]] = {}
    for alike in (_say_the_same, _are_about_the_same):
        for at, one in enumerate(new):
            partners = (
                other
                for other in waiting
                if isinstance(one, dict) and alike(part, one, other)
            )
            partner = None if at in pairs else next(partners, None)
            if partner is not None:
                pairs[at] = partner
                waiting = [other for other in waiting if other is not partner]
    for at, one in enumerate(new):
        yield _keep_in_part(part, one, pairs[at]) if at in pairs else one


def _say_the_same(part: type[Part], one: dict[str, Any], other: dict[str, Any]) -> bool:
    return all(one.get(key) == other.get(key) for key in part.model_fields)


def _are_about_the_same(
    _: type[Part], one: dict[str, Any], other: dict[str, Any]
) -> bool:
    named = [key for key in NAMES if key in other]
    return bool(named) and all(one.get(key) == other[key] for key in named)
