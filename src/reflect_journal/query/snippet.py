"""What is shown of a hit: the place and a line of text around it."""

from dataclasses import dataclass
from typing import Final

from reflect_journal.model.text import fold_text

WIDTH: Final = 80
CUT: Final = "..."


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a word was found: `rounds[0].note`, and the text around it on one line."""

    field: str
    snippet: str


def cut_snippet(text: str, word: str) -> str:
    """Give about 80 characters around a folded word, white space as single spaces."""
    flat = " ".join(text.split())
    start, end = _locate(flat, word)
    left = max(0, min((start + end - WIDTH) // 2, len(flat) - WIDTH, start))
    right = min(len(flat), left + WIDTH)
    before = flat.find(" ", left, start) if left else -1
    behind = flat.rfind(" ", end, right + 1) if right < len(flat) else -1
    left = left if before < 0 else before + 1
    right = right if behind < 0 else behind
    return (CUT if left else "") + flat[left:right] + (CUT if flat[right:] else "")


def _locate(text: str, word: str) -> tuple[int, int]:
    folded = fold_text(text)
    # White space that a letter folds to may be gone from the line that is shown.
    at = max(folded.find(word), 0)
    if text.isascii():
        return at, at + len(word)
    # Folding changes lengths (ß becomes ss, accents go), never the order of letters.
    origins = [place for place, letter in enumerate(text) for _ in fold_text(letter)]
    origins.append(len(text))
    return origins[at], origins[min(at + len(word), len(folded))]
