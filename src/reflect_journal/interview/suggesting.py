"""What the closing questions offer, out of what was said before."""

from reflect_journal.interview import conditions
from reflect_journal.interview.kinds import Choice
from reflect_journal.interview.question import Situation
from reflect_journal.model.terms import PASSES


def offer_named_spots(situation: Situation) -> tuple[Choice, ...]:
    """Offer the weak spots named so far, each with its sorting as it stands."""
    label = situation.vocabulary.get_label
    return tuple(
        Choice(
            number,
            spot,
            label(spot),
            find_sorting_here(situation, spot),
            find_sorting(situation, spot),
        )
        for number, spot in enumerate(conditions.find_named_spots(situation), 1)
    )


def find_sorting_here(situation: Situation, spot: str) -> str:
    """Give how the reflection sorts a weak spot, else how the vocabulary does."""
    before = situation.get("sorted_before") or {}
    return before.get(spot) or situation.vocabulary.weak_spots[spot].changeable


def find_sorting(situation: Situation, spot: str) -> str:
    """Give how the person sorted a weak spot last, else how the vocabulary does."""
    here = situation.get("sorted_before") or {}
    return (
        here.get(spot)
        or situation.sorted_lately.get(spot)
        or find_sorting_here(situation, spot)
    )


def suggest_lesson(situation: Situation) -> str:
    """Suggest the first "next time" that was typed."""
    keys = [f"next:{area}" for area in PASSES]
    chosen = [f"next:{area}" for area in conditions.find_chosen_areas(situation)]
    typed = (situation.get(key) for key in [*chosen, *keys, "still"])
    return next((text for text in typed if text), "")


def find_plan_spot(situation: Situation) -> str:
    """Give the first weak spot that can be changed soon, "" where there is none."""
    own = situation.get("sorting") or {}
    named = conditions.find_named_spots(situation)
    sorted_soon = (
        spot
        for spot in named
        if (own.get(spot) or find_sorting(situation, spot)) == "soon"
    )
    return next(sorted_soon, "")


def name_plan_spot(situation: Situation) -> str:
    """Name the weak spot that the plan is for, and give an example of a moment."""
    spot = find_plan_spot(situation)
    label = f"for {situation.vocabulary.get_label(spot)}; " if spot else ""
    return f"{label}for example: if they ask for an example"


def give_example(situation: Situation) -> str:
    """Give the first sentence of the exercise that the plan could start from."""
    spot = situation.vocabulary.weak_spots.get(find_plan_spot(situation))
    if spot is None or not spot.exercise:
        return ""
    first = spot.exercise.split(". ")[0].removesuffix(".")
    return f"for example: {first}"
