"""When a question is asked: plain functions of the answers so far."""

from reflect_journal.interview.kinds import OTHER
from reflect_journal.interview.question import Condition, Situation
from reflect_journal.model.terms import NO_REASON_GIVEN

LOW = 3
MOST_RAW = 5
AREAS_GONE_INTO = 2
# Which of two equally low areas is looked at first.
TIE_ORDER = ("answers", "technical", "preparation", "soft-skills", "body-language")


def application_only(situation: Situation) -> bool:
    """No talk took place."""
    return bool(situation.get("stage") == "applied")


def talked(situation: Situation) -> bool:
    """There was a talk to look at."""
    return not application_only(situation)


def very_raw(situation: Situation) -> bool:
    """It hurts as much as the scale can say."""
    sting = situation.get("sting")
    return bool(sting) and sting["sting"] == MOST_RAW


def after_talk(condition: Condition) -> Condition:
    """Demand a talk on top of another condition."""
    return lambda situation: talked(situation) and condition(situation)


def answered(key: str) -> Condition:
    """Demand that a question was answered and not skipped."""
    return lambda situation: situation.has(key)


def find_low_areas(situation: Situation) -> list[str]:
    """Give the passes rated 3 or lower, the lowest first."""
    low: dict[str, int] = {}
    for area in TIE_ORDER:
        rating = situation.get(f"rating:{area}")
        if isinstance(rating, int) and rating <= LOW:
            low[area] = rating
    return sorted(low, key=low.__getitem__)


def too_many_low(situation: Situation) -> bool:
    """More areas are low than are gone into."""
    return talked(situation) and len(find_low_areas(situation)) > AREAS_GONE_INTO


def find_chosen_areas(situation: Situation) -> list[str]:
    """Give the areas that are gone into: two at most."""
    low = find_low_areas(situation)
    if len(low) <= AREAS_GONE_INTO:
        return low
    chosen = situation.get("areas")
    if chosen is None:
        return low[:AREAS_GONE_INTO]
    return [area for area in chosen if area in low]


def goes_into(area: str) -> Condition:
    """The area is one of those gone into."""
    return lambda situation: talked(situation) and area in find_chosen_areas(situation)


def names_something_else(key: str) -> Condition:
    """The person picked "something else" from a list."""
    return lambda situation: OTHER in (situation.get(key) or [])


def picked(key: str, value: str) -> Condition:
    """The person picked this one from a list."""
    return lambda situation: value in (situation.get(key) or [])


def nothing_low(situation: Situation) -> bool:
    """A talk took place and no area is 3 or lower."""
    return talked(situation) and not find_low_areas(situation)


def had_earlier_rounds(situation: Situation) -> bool:
    """The stage reached is not the first talk."""
    first = {None, "applied", "recruiter-screen"}
    return situation.get("stage") not in first


def they_decided(situation: Situation) -> bool:
    """Somebody said no who may have said why."""
    return situation.get("ending") not in {"silence", "role-closed", "me"}


def they_said_why(situation: Situation) -> bool:
    """They gave a reason."""
    return they_decided(situation) and situation.get("reason") == "yes"


def find_named_spots(situation: Situation) -> list[str]:
    """Give the weak spots named so far that can be sorted, in the order of naming."""
    named = dict.fromkeys(situation.get("named_before") or [])
    for key, answer in situation.answers.items():
        if answer and _still_names(situation, key):
            named.update(dict.fromkeys(answer))
    known = situation.vocabulary.weak_spots.keys() - {NO_REASON_GIVEN}
    return [spot for spot in named if spot in known]


def _still_names(situation: Situation, key: str) -> bool:
    """Tell whether a list of weak spots would be asked for, as the answers stand."""
    list_name, _, value = key.partition(":")
    match list_name:
        case "spots":
            return goes_into(value)(situation)
        case "around" | "slip" | "applied":
            return bool(value) and picked(list_name, value)(situation)
        case _:
            return key == "their_spots" and they_said_why(situation)


def named_spots(situation: Situation) -> bool:
    """There is a weak spot to sort."""
    return bool(find_named_spots(situation))


def has_open_plan(situation: Situation) -> bool:
    """An earlier plan waits for its outcome."""
    return situation.open_plan is not None


def tried_it(situation: Situation) -> bool:
    """The earlier plan was tried at least partly."""
    return situation.get("tried") in {"yes", "partly"}
