"""Reflections and their words with every name and text left out."""

from collections.abc import Iterable, Sequence
from typing import Final

from reflect_journal.model.saved import SavedReflection
from reflect_journal.model.vocabulary import Vocabulary, load_built_in

REDACTED: Final = (
    "Names and texts are left out; days, stages, ratings and weak spots are not."
)


def leave_out(
    reflections: Iterable[SavedReflection], count: int, vocabulary: Vocabulary
) -> tuple[Sequence[SavedReflection], Vocabulary]:
    """Leave every name and text out of reflections and of the words they use.

    Args:
        reflections: the newest first; only one of them is held whole at a time.
        count: how many they are; the newest is called by this number.
        vocabulary: all words, the person's own ones included.
    """
    from reflect_journal.report.redaction import redact, redact_vocabulary

    built_in = load_built_in()
    known = built_in.weak_spots.keys() | built_in.strengths.keys()
    marks: dict[str, str] = {}
    left = [
        one._replace(document=redact(one.document, number, known, marks), others=())
        for number, one in zip(range(count, 0, -1), reflections, strict=True)
    ]
    return left, redact_vocabulary(built_in, vocabulary, marks)
