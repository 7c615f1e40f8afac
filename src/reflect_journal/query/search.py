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
    found, missing = None, set(wanted)
    for path, text in walk_own_texts(document):
        folded = fold_bytes(text.encode("utf-8", LONE))
        held = [word for word in wanted if word in folded]
        missing.difference_update(held)
        if held and len(held) == len(wanted):
            found = path, text
            missing.clear()
            break
        if found is None and held and held[0] == wanted[0]:
            found = path, text
    if found is None or missing:
        return None
    return Hit(format_path(found[0]), cut_snippet(found[1], words[0]))


def build_hold_test(words: Sequence[str]) -> Callable[[Mapping[str, Any]], bool]:
    """Build the test whether `find_hit` finds something, which is quicker than it."""
    wanted = [word.encode("utf-8", LONE) for word in words]

    def holds(document: Mapping[str, Any]) -> bool:
        texts: list[str] = []
        _gather_own_texts(document, texts, own=True)
        # No word holds a line end, so none begins in one text and ends in the next.
        folded = fold_bytes("\n".join(texts).encode("utf-8", LONE))
        return bool(wanted) and all(word in folded for word in wanted)

    return holds


def _gather_own_texts(value: Any, texts: list[str], *, own: bool) -> None:
    # What `walk_own_texts` gives, without the paths.
    if isinstance(value, str):
        if own:
            texts.append(value)
    elif isinstance(value, dict):
        for key, one in value.items():
            if key not in PRIVATE_KEYS:
                _gather_own_texts(one, texts, own=key not in CODED_KEYS)
    elif isinstance(value, list):
        for one in value:
            _gather_own_texts(one, texts, own=own)


def walk_own_texts(document: Mapping[str, Any]) -> Iterator[tuple[Path, str]]:
    """Give the texts that people typed, with the path to each, in order.

    What is for the person alone is found by nobody.
    """
    for path, text in walk_texts(document):
        names = [part for part in path if isinstance(part, str)]
        if names[-1] not in CODED_KEYS and PRIVATE_KEYS.isdisjoint(names):
            yield path, text
