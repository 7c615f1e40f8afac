"""Words looked for as they stand."""

import re
from collections.abc import Iterable


def make_pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Make a pattern that matches any of the words, the longest first."""
    longest_first = sorted(words, key=lambda one: (-len(one), one))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")


def flatten(sentence: str) -> str:
    """Give a sentence in lower case, with plain apostrophes and single blanks."""
    plain = sentence.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return " ".join(plain.split())
