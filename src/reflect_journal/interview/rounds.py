"""The talk an interview is about, and the rounds before it."""

from typing import NamedTuple

from reflect_journal.interview.question import Document, Situation, Store
from reflect_journal.model.terms import STAGES


class Place(NamedTuple):
    """Where the main round stood among how many others."""

    at: int
    others: int


def bring_main_round_forward(document: Document) -> Place:
    """Put the round of the stage reached first, for the time of an interview.

    An empty one stands there where the document has none of that stage.
    """
    given = document.get("rounds")
    rounds = list(given) if isinstance(given, list) else []
    reached = document.get("stage_reached")
    matching = [
        at
        for at, one in enumerate(rounds)
        if isinstance(one, dict) and reached in (None, one.get("stage"))
    ]
    at = matching[-1] if matching else len(rounds)
    main = rounds.pop(at) if matching else {}
    document["rounds"] = [main, *rounds]
    return Place(at, len(rounds))


def put_rounds_back(document: Document, place: Place, stage: str | None) -> None:
    """Put the main round where it stood, and the new earlier ones before it.

    Args:
        document: as it is during the interview.
        place: where the main round stood.
        stage: the stage reached, if it was answered in this interview.
    """
    main, *others = document.pop("rounds")
    known, new = others[: place.others], others[place.others :]
    if main:
        stage = stage or main.get("stage") or document.get("stage_reached") or "other"
        main = {"stage": stage} | main | {"stage": stage}
    new.sort(key=lambda one: STAGES.index(one["stage"]))
    rounds = [*known[: place.at], *new, *([main] if main else []), *known[place.at :]]
    if rounds:
        document["rounds"] = rounds


def note_round(stage: str) -> Store:
    """Note a line about an earlier round, behind what stands there already."""

    def store(document: Document, answer: str, _: Situation) -> None:
        others = document["rounds"][1:]
        earlier = next(
            (
                one
                for one in others
                if isinstance(one, dict) and one.get("stage") == stage
            ),
            None,
        )
        if earlier is None:
            document["rounds"].append({"stage": stage, "note": answer})
        else:
            before = earlier.get("note") or ""
            earlier["note"] = f"{before}\n\n{answer}".lstrip()

    return store
