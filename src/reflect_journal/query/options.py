"""Words that a person gives to an option: a stage, an area, a weak spot."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from reflect_journal.errors import InvalidOptionError
from reflect_journal.model.terms import AREA_LABELS, STAGE_LABELS
from reflect_journal.model.text import fold_text, shorten

if TYPE_CHECKING:
    from reflect_journal.model.vocabulary import Vocabulary

# More would not change the answer, and likeness takes time by the square.
COMPARED: Final = 80


def parse_stage(text: str, option: str = "--stage") -> str:
    """Read a stage by its name, or by the label that lists show.

    Raises:
        InvalidOptionError: with the nearest stage and all of them.
    """
    return _parse_term(text, option, STAGE_LABELS, "a stage")


def parse_area(text: str, option: str = "--area") -> str:
    """Read an area by its name, or by the label that views show.

    Raises:
        InvalidOptionError: with the nearest area and all of them.
    """
    return _parse_term(text, option, AREA_LABELS, "an area")


def parse_spot(text: str, vocabulary: "Vocabulary", option: str = "--spot") -> str:
    """Read the id of a weak spot, or its label, or how only one of them begins.

    Raises:
        InvalidOptionError: with the nearest id and the command that shows them all.
    """
    names = {fold_text(one.label): one.id for one in vocabulary.weak_spots.values()}
    names |= {fold_text(one): one for one in vocabulary.weak_spots}
    found = find_word(text, names)
    if found:
        return found
    nearest = names.get(_find_nearest(fold_text(text).strip(), names) or "")
    raise _refuse(text, option, "a weak spot", nearest, "reflect vocabulary")


def find_word(text: str, names: Mapping[str, str]) -> str | None:
    """Find the id behind a folded name, or behind all that begin like the text."""
    typed = fold_text(text).strip()
    if typed in names:
        return names[typed]
    begun = {one for name, one in names.items() if typed and name.startswith(typed)}
    return begun.pop() if len(begun) == 1 else None


def _parse_term(text: str, option: str, labels: Mapping[str, str], kind: str) -> str:
    typed = fold_text(text).strip()
    known = {fold_text(label): term for term, label in labels.items()}
    known |= {term: term for term in labels}
    if typed in known:
        return known[typed]
    nearest = _find_nearest(typed, known)
    everything = ", ".join(labels)
    raise _refuse(text, option, kind, known[nearest] if nearest else None, everything)


def _find_nearest(typed: str, known: Iterable[str]) -> str | None:
    import difflib

    return next(iter(difflib.get_close_matches(typed[:COMPARED], known, n=1)), None)


def _refuse(
    text: str, option: str, kind: str, nearest: str | None, everything: str
) -> InvalidOptionError:
    close = f"Did you mean {nearest}? " if nearest else ""
    return InvalidOptionError(
        option, f"{shorten(text)} is not {kind}.", f"{close}All of them: {everything}"
    )
