"""A text in sentences."""

import re
from typing import Final

LONGEST: Final = 600
_ENDS: Final = re.compile(r"(?<=[.!?])[\"')\]]*\s+(?=[\"'(\[]*[^\W_])|\s*\n+\s*")
_FOLDED: Final = re.compile(r"([^\n]{40})[ \t\r]*\n[ \t>]*(?=[a-z])")
_SHORTENED: Final = re.compile(
    r"(?:\b(?:mr|mrs|ms|mx|dr|dy|sr|jr|st|prof|engr|rev|capt|sgt|hon|tel|ext|dept|asst"
    r"|e\.g|i\.e|eg|etc|vs|no|approx)|\b[A-Za-z])\.$",
    re.IGNORECASE,
)


def split_sentences(text: str) -> list[str]:
    """Give the sentences of a text, in its own words, none of them endless.

    A long line whose next one goes on in lower case was folded, as mails are.
    """
    unfolded = _FOLDED.sub(r"\1 ", text)
    found: list[str] = []
    joined = ""
    for part in _ENDS.split(unfolded):
        one = f"{joined} {part}".strip()
        joined = ""
        if not one:
            continue
        if _SHORTENED.search(one[-8:]) and len(one) < LONGEST:
            joined = one
            continue
        found.extend(_cut(one))
    return [*found, *_cut(joined)]


def _cut(sentence: str) -> list[str]:
    return [
        sentence[at : at + LONGEST].strip() for at in range(0, len(sentence), LONGEST)
    ]
