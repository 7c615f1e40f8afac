"""An index as bytes, so that it opens at once: a line of JSON, then plain numbers."""

import json
from array import array
from typing import Any, Final

from reflect_journal.reading.index import Index
from reflect_journal.reading.postings import Postings
from reflect_journal.reading.words import Lexicon

SHORT: Final = "H"
WHOLE: Final = "I"
FRACTION: Final = "f"
KINDS: Final = (WHOLE, SHORT, FRACTION, WHOLE, WHOLE, SHORT)
"""Of the order of bytes, the owners, the lengths, and the three parts of postings.

A bank of more than 65,535 phrasings cannot be packed so, and would be a large one.
"""
ONE: Final = 1
"""The first number; where it reads otherwise, the bytes are in the other order."""


def pack_index(index: Index) -> bytes:
    """Give an index as bytes, in the order that this machine has them in."""
    names = sorted(set(index.owners))
    postings = index.postings.packed()
    columns: tuple[Any, ...] = (
        [ONE],
        map(names.index, index.owners),
        index.lengths,
        postings.marks,
        postings.ends,
        postings.places,
    )
    arrays = [array(kind, column) for kind, column in zip(KINDS, columns, strict=True)]
    head = {"names": names, "sizes": [len(one) for one in arrays]}
    numbers = b"".join(one.tobytes() for one in arrays)
    return json.dumps(head).encode() + b"\n" + numbers


def unpack_index(packed: bytes, lexicon: Lexicon) -> Index:
    """Make an index of the bytes that `pack_index` gave, on whichever machine."""
    line, _, numbers = packed.partition(b"\n")
    head = json.loads(line)
    at = 0
    columns: list[array[Any]] = []
    for kind, size in zip(KINDS, head["sizes"], strict=True):
        column: array[Any] = array(kind)
        end = at + size * column.itemsize
        column.frombytes(numbers[at:end])
        at = end
        columns.append(column)
    if columns[0][0] != ONE:
        for column in columns:
            column.byteswap()
    _, owners, lengths, marks, ends, places = columns
    names = head["names"]
    return Index(
        lexicon, [names[at] for at in owners], lengths, Postings(marks, ends, places)
    )
