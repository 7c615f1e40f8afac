"""What employers want is counted by reflection; opposites stand side by side."""

from reflect_journal.insight.recurrence import DEFAULT_WEIGHTS
from reflect_journal.insight.summary import summarise
from reflect_journal.insight.wants import OPPOSITES, count_wants, find_opposites
from reflect_journal.model.outline import outline_reflection
from reflect_journal.model.vocabulary import load_built_in


def test_wants_are_counted_once_a_reflection_whatever_the_case() -> None:
    outlines = [
        outline_reflection(str(number), {"company": "A", "wants": wants})
        for number, wants in enumerate(
            [["Ownership", "ownership", "Calm"], ["OWNERSHIP "], []]
        )
    ]
    assert [one.to_json() for one in count_wants(outlines)] == [
        {"want": "Ownership", "count": 2},
        {"want": "Calm", "count": 1},
    ]


def test_only_pairs_of_which_both_sides_were_named_are_shown() -> None:
    names = ["overconfident-manner", "low-confidence", "too-eager"]
    spots = [{"weak_spot": one} for one in names]
    outline = outline_reflection("1", {"company": "A", "sightings": spots})
    found = summarise([outline], load_built_in(), DEFAULT_WEIGHTS)
    (pair,) = find_opposites(found.weak_spots)
    assert [one["count"] for one in pair.to_json()["sides"]] == [1, 1]
    assert [one.id for one in pair.sides] == names[:2]


def test_every_side_is_a_word_of_the_vocabulary() -> None:
    known = load_built_in().weak_spots
    assert {one for pair in OPPOSITES for one in pair} <= known.keys()
