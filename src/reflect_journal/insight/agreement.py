"""Who sees it: whether sources that do not know of each other agree."""

from collections.abc import Iterable, Mapping
from typing import Final, Literal, TypeAlias

Agreement: TypeAlias = Literal["common-ground", "blind-spot", "my-guess"]

KINDS: Final[Mapping[str, str]] = {
    "self": "self",
    "recruiter": "company",
    "interviewer": "company",
    "friend": "close",
    "colleague": "close",
    "coach": "close",
}
"""Sources of one kind are not independent: a recruiter relays the interviewer."""


def judge_agreement(sources: Iterable[str]) -> Agreement:
    """Tell whether two or more kinds of source see it, only others, or only oneself."""
    kinds = {KINDS.get(source, source) for source in sources}
    if len(kinds) > 1:
        return "common-ground"
    return "my-guess" if kinds == {"self"} else "blind-spot"
