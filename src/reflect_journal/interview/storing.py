"""How answers that need more than a path are put into the document, and found again.

An answer that is stored takes the place of what stood there; None takes it out.
"""

from typing import Any

from reflect_journal.interview.kinds import CANNOT_TELL
from reflect_journal.interview.question import Document, Recall, Situation, Store
from reflect_journal.model.paths import find_at, parse_path, put_at, remove_at
from reflect_journal.model.terms import UNNAMED

DECIDERS = {"silence": "nobody", "role-closed": "role-closed", "me": "me"}
NOT_HEARD = ("role-closed", "me")


def place(document: Document, path: str, value: Any) -> None:
    """Put a value at a place; without one the place is emptied."""
    if value in (None, "", [], {}):
        remove_at(document, parse_path(path))
    else:
        put_at(document, parse_path(path), value)


def append_text(document: Document, path: str, text: str) -> None:
    """Put a text behind what stands at a place, after a blank line."""
    before = find_at(document, parse_path(path)) or ""
    place(document, path, f"{before}\n\n{text}".lstrip())


def store_sting(document: Document, answer: Any, _: Situation) -> None:
    """Part the number from the feeling."""
    place(document, "sting", answer and answer["sting"])
    place(document, "feeling", answer and answer["feeling"])


def recall_sting(document: Document) -> Any:
    """Find number and feeling."""
    sting, feeling = document.get("sting"), document.get("feeling", "")
    return {"sting": sting, "feeling": feeling} if sting or feeling else None


def store_ending(document: Document, answer: Any, _: Situation) -> None:
    """Part how it was heard from who decided."""
    place(document, "decided_by", answer and DECIDERS.get(answer, "company"))
    place(document, "heard_by", None if answer in NOT_HEARD else answer)


def recall_company(document: Document) -> Any:
    """Find the company's name, if it was given one."""
    return None if document["company"] == UNNAMED else document["company"]


def recall_ending(document: Document) -> Any:
    """Find how it ended."""
    decided = document.get("decided_by")
    return decided if decided in NOT_HEARD else document.get("heard_by")


def recall_stage(document: Document) -> Any:
    """Find the stage reached, which the last round tells too."""
    reached = document.get("stage_reached")
    return reached or find_at(document, ("rounds", 0, "stage"))


def store_depth(document: Document, answer: Any, _: Situation) -> None:
    """Note the depth of the answer, or that the question came by surprise."""
    surprised = "rounds[0].questions[0].surprised"
    if answer == "surprised" or find_at(document, parse_path(surprised)):
        put_at(document, parse_path(surprised), answer == "surprised")
    depth = None if answer == "surprised" else answer
    place(document, "rounds[0].questions[0].depth", depth)


def recall_depth(document: Document) -> Any:
    """Find what was noted about the answer."""
    asked = find_at(document, parse_path("rounds[0].questions[0]")) or {}
    return "surprised" if asked.get("surprised") else asked.get("depth")


def rate(area: str) -> Store:
    """Note the rating of an area; "cannot tell" names it without a rating."""
    path = f"rounds[0].areas.{area}"

    def store(document: Document, answer: Any, _: Situation) -> None:
        remove_at(document, parse_path(f"{path}.rating"))
        if answer == CANNOT_TELL:
            put_at(
                document, parse_path(path), find_at(document, parse_path(path)) or {}
            )
        elif answer:
            put_at(document, parse_path(f"{path}.rating"), answer)
        elif not find_at(document, parse_path(path)):
            remove_at(document, parse_path(path))

    return store


def recall_rating(area: str) -> Recall:
    """Find the rating of an area, ? where it was named without one."""

    def recall(document: Document) -> Any:
        review = find_at(document, parse_path(f"rounds[0].areas.{area}"))
        return None if review is None else review.get("rating") or CANNOT_TELL

    return recall


def store_fit(part: str) -> Store:
    """Note one half of the fit; "cannot tell" notes nothing."""

    def store(document: Document, answer: Any, _: Situation) -> None:
        place(document, f"fit.{part}", None if answer == CANNOT_TELL else answer)

    return store


def recall_fit(part: str) -> Recall:
    """Find one half of the fit."""
    return lambda document: find_at(document, ("fit", part))
