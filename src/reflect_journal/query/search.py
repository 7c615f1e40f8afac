"""Which reflections hold some words, and where: literal, case and accents ignored.

A search has two steps: `build_mention_test` looks at the stored bytes, quickly, and
may say yes too often but never no too often; `find_hit` reads the texts.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from reflect_journal.model.json_items import walk_texts
from reflect_journal.model.paths import Path, format_path
from reflect_journal.model.text import fold_text
from reflect_journal.query.snippet import Hit, cut_snippet

CODED_KEYS: Final = frozenset(
    (
        "id",
        "form",
        "rejected_on",
        "stage_reached",
        "decided_by",
        "heard_by",
        "stage",
        "held_on",
        "format",
        "balance",
        "went",
        "depth",
        "weak_spot",
        "strength",
        "by",
        "basis",
        "changeable",
        "due_on",
        "tried",
        "helped",
    )
)
"""Keys whose texts are names, ids or dates; all other texts were typed by people."""

# What JSON may write in another way than it stands in the text.
ESCAPED: Final = re.compile(r'[\s\x00-\x1f"\\/]+')
ESCAPE: Final = b"\\u"


def split_words(typed: Iterable[str]) -> tuple[str, ...]:
    """Give the words to look for, folded for comparison."""
    return tuple(fold_text(word) for text in typed for word in text.split())


def build_mention_test(words: Iterable[str]) -> Callable[[bytes], bool]:
    """Build the test whether a line of the log may hold all words (as split).

    Every hit of `find_hit` passes it. The line is JSON in UTF-8; a line with
    escapes by number, which the journal writes for control characters only, passes.
    """
    parts = {part for word in words for part in ESCAPED.split(word) if part}
    plain = [part.encode() for part in parts if part.isascii()]
    accented = [part for part in parts if not part.isascii()]

    def may_mention(line: bytes) -> bool:
        if line.isascii():
            lowered = line.lower()
            found = not accented and all(part in lowered for part in plain)
        else:
            found = _is_in_folded(line.decode(errors="replace"), plain, accented)
        return found or ESCAPE in line

    return may_mention


def find_hit(document: Mapping[str, Any], words: Sequence[str]) -> Hit | None:
    """Find where a stored reflection holds the words, all of them in its texts.

    The hit is the first text with all words, else the first with the first word.
    """
    texts = [(path, text, fold_text(text)) for path, text in walk_own_texts(document)]
    if not words or not all(any(word in one[2] for one in texts) for word in words):
        return None
    whole = (one for one in texts if all(word in one[2] for word in words))
    first = (one for one in texts if words[0] in one[2])
    path, text, _ = next(whole, None) or next(first)
    return Hit(format_path(path), cut_snippet(text, words[0]))


def walk_own_texts(document: Mapping[str, Any]) -> Iterator[tuple[Path, str]]:
    """Give the texts that people typed, with the path to each, in order."""
    for path, text in walk_texts(document):
        names = [part for part in path if isinstance(part, str)]
        if names[-1] not in CODED_KEYS:
            yield path, text


def _is_in_folded(text: str, plain: list[bytes], accented: list[str]) -> bool:
    # Much quicker than folding: what is not ASCII cannot be part of a plain word.
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    letters = decomposed.encode("ascii", "ignore")
    if not all(part in letters for part in plain):
        return False
    if not accented:
        return True
    folded = fold_text(text)
    return all(part in folded for part in accented)
