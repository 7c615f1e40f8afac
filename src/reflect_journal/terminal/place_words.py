"""Places inside a document in the words of the person who filled it in."""

from typing import Final

from reflect_journal.model.paths import parse_path
from reflect_journal.model.terms import AREA_LABELS

WORDS: Final = {
    "company": "company",
    "role": "role",
    "their_words": "their words",
    "feeling": "how it was",
    "what_worked": "what worked",
    "moment": "the moment",
    "rounds": "round",
    "areas": "",
    "questions": "they asked",
    "asked": "",
    "meant": "what they meant",
    "my_answer": "your answer",
    "went_well": "went well",
    "next_time": "next time",
    "sightings": "weak spot",
    "strengths": "strength",
    "fit": "fit",
    "friend_words": "to a friend",
    "lesson": "to take along",
    "plan": "plan",
    "cue": "if",
    "action": "then",
    "obstacle": "in the way",
    "tags": "tag",
    "note": "note",
}
UNNUMBERED: Final = {"sightings", "strengths", "tags", "questions"}
"""Lists whose entries nobody counts."""


def name_place(field: str) -> str:
    """Name a place: `rounds[0].areas.answers.note` becomes "Answers, note"."""
    path = parse_path(field)
    words: list[str] = []
    for at, part in enumerate(path):
        before = path[at - 1] if at else ""
        if isinstance(part, int):
            if part and before not in UNNUMBERED:
                words[-1:] = [f"{words[-1]} {part + 1}"] if words else []
        elif before == "areas":
            words.append(AREA_LABELS.get(part, part))
        else:
            words.append(WORDS.get(part, part.replace("_", " ")))
    # The first round needs no name where something in it has one.
    told = [one for one in words if one]
    return ", ".join(told[1:] if len(told) > 1 and told[0] == WORDS["rounds"] else told)
