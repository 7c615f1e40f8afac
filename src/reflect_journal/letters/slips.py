"""Which slips a sentence of a letter is, if any.

Sentences by many hands say what it is like, a turn of phrase makes it likelier.
"""

from typing import Final

from reflect_journal.letters.advice import SLIPS
from reflect_journal.letters.patterns import load_phrases
from reflect_journal.letters.plain import to_plain
from reflect_journal.reading.slips import FINE, load_slips

# Found by holding out one hand after the other: docs/reading.md.
OF_PHRASE: Final = 1.8
"""How much a turn of phrase counts."""
AT_LEAST: Final = 1.7
"""How far a sentence has to be likelier a slip than fine."""


def find_slips(sentence: str) -> list[str]:
    """Give the kinds of slip that a sentence is, none where it is fine.

    A second kind needs a turn of phrase of its own: slips are like each other.
    """
    scores = load_slips().score(sentence)
    bar = AT_LEAST + scores.get(FINE, 0.0)
    plain = to_plain(sentence)
    weights = {kind: scores.get(kind, 0.0) for kind in SLIPS}
    # Looked for where it can decide: patterns take longer to load than to use.
    said = {
        kind
        for kind, weight in weights.items()
        if weight + OF_PHRASE > bar and load_phrases(kind).stand_in(plain)
    }
    for kind in said:
        weights[kind] += OF_PHRASE
    likeliest = max(weights, key=weights.__getitem__)
    return [
        kind
        for kind, weight in weights.items()
        if weight > bar and (kind == likeliest or kind in said)
    ]
