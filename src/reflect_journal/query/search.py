"""Which reflections hold some words, and where: literal, case and accents ignored.

A search has two steps: `build_mention_test` looks at the stored bytes, quickly, and
may say yes too often but never no too often; `find_hit` reads the texts.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from reflect_journal.model.paths import Path, format_path, walk_texts
from reflect_journal.model.private import PRIVATE_KEYS
from reflect_journal.model.text import fold_text
from reflect_journal.query.folding import LONE, fold_bytes
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
        "to",
        "via",
        "state",
        "asked_on",
        "nudged_on",
        "received_on",
        "closed_on",
        "heard_on",
        "noted_on",
        "pondered_on",
        "done_on",
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
    wanted = [part.encode("utf-8", LONE) for part in parts]

    def may_mention(line: bytes) -> bool:
        try:
            folded = fold_bytes(line)
        except UnicodeDecodeError:
            return True
        # A single byte is found at once, two are not.
        escaped = b"\\" in line and ESCAPE in line
        return escaped or all(part in folded for part in wanted)

    return may_mention


def find_hit(document: Mapping[str, Any], words: Sequence[str]) -> Hit | None:
    """Find where a stored reflection holds the words, all of them in its texts.

    The hit is the first text with all words, else the first with the first word.
    """
    wanted = [word.encode("utf-8", LONE) for word in words]
    texts = [
        (fold_bytes(text.encode("utf-8", LONE)), path, text)
        for path, text in walk_own_texts(document)
    ]
    if not words or not all(any(word in one[0] for one in texts) for word in wanted):
        return None
    whole = (one for one in texts if all(word in one[0] for word in wanted))
    first = (one for one in texts if wanted[0] in one[0])
    _, path, text = next(whole, None) or next(first)
    return Hit(format_path(path), cut_snippet(text, words[0]))


def walk_own_texts(document: Mapping[str, Any]) -> Iterator[tuple[Path, str]]:
    """Give the texts that people typed, with the path to each, in order.

    What is for the person alone is found by nobody.
    """
    for path, text in walk_texts(document):
        names = [part for part in path if isinstance(part, str)]
        if names[-1] not in CODED_KEYS and PRIVATE_KEYS.isdisjoint(names):
            yield path, text
