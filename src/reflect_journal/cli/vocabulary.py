"""`reflect vocabulary`: the words for weak spots and strengths."""

from typing import Annotated, Any

import typer

from reflect_journal.cli.context import Context
from reflect_journal.errors import NotKnownError
from reflect_journal.model.text import fold_text
from reflect_journal.model.vocabulary import Strength, Vocabulary, WeakSpot
from reflect_journal.query.options import find_word

Identifier = Annotated[
    str, typer.Argument(metavar="[ID]", help="One word, with what to do about it.")
]


def vocabulary(context: Context, identifier: Identifier = "") -> None:
    """Show the words for what went wrong and what worked.

    Your own words go into config.toml; reflect where tells its place. Example:
    reflect vocabulary rambling-answers
    """
    words = context.vocabulary
    if identifier:
        words = choose(words, identifier)
    if context.options.json:
        context.answer_json(
            {
                "weak_spots": [describe_spot(one) for one in words.weak_spots.values()],
                "strengths": [
                    describe_strength(one) for one in words.strengths.values()
                ],
            }
        )
        return
    from reflect_journal.terminal.vocabulary_view import render_vocabulary, render_word

    if identifier:
        for spot in words.weak_spots.values():
            context.out.write(render_word(context.out, spot))
        for strength in words.strengths.values():
            context.out.write(render_word(context.out, strength))
    else:
        context.out.write(render_vocabulary(context.out, words))


def choose(words: Vocabulary, identifier: str) -> Vocabulary:
    """Give a vocabulary of the one word that an id, a label or its beginning means.

    Raises:
        NotKnownError: with the nearest id.
    """
    labelled: list[WeakSpot | Strength] = [*words.weak_spots.values()]
    labelled += words.strengths.values()
    names = {fold_text(one.label): one.id for one in labelled}
    names |= {fold_text(one.id): one.id for one in labelled}
    found = find_word(identifier, names) or ""
    if found in words.weak_spots:
        return Vocabulary({found: words.weak_spots[found]}, {})
    if found in words.strengths:
        return Vocabulary({}, {found: words.strengths[found]})
    nearest = words.find_nearest(identifier)
    raise NotKnownError(
        identifier, nearest or words.find_nearest_strength(identifier) or ""
    )


def describe_spot(spot: WeakSpot) -> dict[str, Any]:
    """Give a weak spot as JSON."""
    return {
        "id": spot.id,
        "label": spot.label,
        "area": spot.area,
        "changeable": spot.changeable,
        "description": spot.description,
        "exercise": spot.exercise or None,
        "closing": spot.closing or None,
        "own": spot.own,
    }


def describe_strength(strength: Strength) -> dict[str, Any]:
    """Give a strength as JSON."""
    return {
        "id": strength.id,
        "label": strength.label,
        "area": strength.area,
        "description": strength.description,
        "keep": strength.keep or None,
        "own": strength.own,
    }
