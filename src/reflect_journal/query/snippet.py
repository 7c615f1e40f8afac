"""What is shown of a hit: the place and a line of text around it."""

import re
from typing import Final, NamedTuple

from reflect_journal.model.text import fold_text
from reflect_journal.query.folding import fold_quickly

WIDTH: Final = 80
EDGE: Final = 20
CUT: Final = "..."
RUN: Final = re.compile(r"[\x00-\x7f]+|[^\x00-\x7f]")


class Hit(NamedTuple):
    """Where a word was found: `rounds[0].note`, and the text around it on one line."""

    field: str
    snippet: str


def cut_snippet(text: str, word: str) -> str:
    """Give about 80 characters around a folded word, white space as single spaces."""
    flat = " ".join(text.split())
    start, end = _locate(flat, word)
    left = max(0, min((start + end - WIDTH) // 2, len(flat) - WIDTH, start))
    right = min(len(flat), left + WIDTH)
    # Cut between words where that costs little.
    before = flat.find(" ", left, min(left + EDGE, start)) if left else -1
    after = max(right - EDGE, end)
    behind = flat.rfind(" ", after, right + 1) if right < len(flat) else -1
    left = left if before < 0 else before + 1
    right = right if behind < 0 else behind
    return (CUT if left else "") + flat[left:right] + (CUT if flat[right:] else "")


def _locate(text: str, word: str) -> tuple[int, int]:
    # White space that a letter folds to may be gone from the line that is shown.
    at = max(fold_quickly(text).find(word), 0)
    return _find_origin(text, at), _find_origin(text, at + len(word))


def _find_origin(text: str, at: int) -> int:
    # Folding changes lengths (ß becomes ss, accents go), never the order of letters.
    for run in RUN.finditer(text):
        length = len(run[0]) if run[0].isascii() else len(fold_text(run[0]))
        if at < length:
            return run.start() + (at if run[0].isascii() else 0)
        at -= length
    return len(text)
