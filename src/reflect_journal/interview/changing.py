"""The questions of an edit, each for one place in the document as it stands."""

from collections.abc import Sequence
from typing import Any

from reflect_journal.interview import choices, conditions, storing
from reflect_journal.interview.facts import offer
from reflect_journal.interview.kinds import CANNOT_TELL, Choice, Kind
from reflect_journal.interview.question import (
    Condition,
    Document,
    Question,
    Recall,
    Situation,
    Store,
    always,
)
from reflect_journal.interview.typed import AnyDay, DateLine, OneOf, Scale, text
from reflect_journal.model.paths import find_at, parse_path, put_at, remove_at
from reflect_journal.model.terms import (
    AREA_LABELS,
    CHANGEABLE_LABELS,
    STAGE_LABELS,
)

SOURCES = choices.number_labels(
    ("self", "you"),
    ("recruiter", "a recruiter"),
    ("interviewer", "an interviewer"),
    ("friend", "a friend"),
    ("colleague", "a colleague"),
    ("coach", "a coach"),
)
BASES = choices.number_labels(
    ("said", "somebody said it"), ("seen", "it could be seen"), ("guess", "a guess")
)
FORMATS = choices.number_labels(
    ("chat", "a free talk"),
    ("fixed-questions", "fixed questions"),
    ("task", "a task"),
    ("presentation", "a presentation"),
    ("mixed", "mixed"),
)
WENT = choices.number_labels(
    ("strong", "strong"), ("ok", "all right"), ("rough", "rough")
)
DEPTHS = choices.DEPTHS[:4]
SURPRISED = choices.number_labels(("yes", "yes"), ("no", "no"))
CHANGEABLES = choices.number_labels(*CHANGEABLE_LABELS.items())
OUT = "out"
STAY_OR_GO = choices.number_labels(("stay", "leave it in"), (OUT, "take it out"))


def ask(
    path: str,
    wording: str,
    label: str,
    kind: Kind | None = None,
    when: Condition = always,
    **more: Any,
) -> Question:
    """Ask for what stands at a path; the path is the question's name as well."""
    return Question(
        key=path,
        step=0,
        wording=wording,
        kind=kind or text(),
        when=when,
        path="" if "store" in more else path,
        label=label,
        help=f"It is kept at {path}.",
        asked=False,
        **more,
    )


def ask_one(
    path: str,
    wording: str,
    label: str,
    offered: Sequence[Choice],
    when: Condition = always,
    **more: Any,
) -> Question:
    """Ask for one of a few words."""
    several = offer(*offered)
    return ask(path, wording, label, OneOf(), when, choices=several, **more)


def rate_area(path: str, area: str) -> Question:
    """Ask for the rating of an area, whose review stands at a path."""

    def store(document: Document, answer: Any, _: Situation) -> None:
        review = find_at(document, parse_path(path))
        if answer == CANNOT_TELL:
            remove_at(document, parse_path(f"{path}.rating"))
            kept = review if isinstance(review, dict) else {}
            put_at(document, parse_path(path), kept)
        elif answer:
            put_at(document, parse_path(f"{path}.rating"), answer)
        else:
            remove_at(document, parse_path(f"{path}.rating"))
            if not review:
                remove_at(document, parse_path(path))

    def recall(document: Document) -> Any:
        review = find_at(document, parse_path(path))
        if not isinstance(review, dict):
            return None
        return review.get("rating") or CANNOT_TELL

    return ask(
        f"{path}.rating",
        f"{AREA_LABELS[area]}. How was it?  1 hardly ... 5 fully",
        "rating",
        Scale(),
        store=store,
        recall=recall,
        hint="? = cannot tell, Enter = does not apply",
    )


def ask_about_area(path: str, area: str) -> tuple[Question, ...]:
    """Ask for everything about one area of a round."""
    title = AREA_LABELS[area]
    return (
        rate_area(path, area),
        ask(f"{path}.went_well", f"{title}. What went well?", "went well"),
        ask(f"{path}.next_time", f"{title}. Next time, how?", "next time"),
        ask(f"{path}.note", f"{title}. Anything else?", "note"),
    )


def ask_about_round(path: str, *, is_new: bool) -> tuple[Question, ...]:
    """Ask for a round's stage, day and kind; a new one begins with its stage."""
    stage = f"{path}.stage"
    when = conditions.answered(stage) if is_new else always
    stages = choices.STAGE_CHOICES
    return (
        ask_one(stage, "Which round was it?", "round", stages),
        ask(f"{path}.held_on", "When was it?", "on", DateLine(blank=True), when),
        ask_one(f"{path}.format", "What was it like?", "kind", FORMATS, when),
        ask_one(
            f"{path}.balance", "As a whole it was", "balance", choices.BALANCES, when
        ),
        ask(f"{path}.note", "Anything about this round?", "note", when=when),
    )


def ask_about_question(path: str, *, is_new: bool) -> tuple[Question, ...]:
    """Ask for one of their questions and what was answered."""
    asked = f"{path}.asked"
    when = conditions.answered(asked) if is_new else always
    surprised = f"{path}.surprised"

    def store(document: Document, answer: Any, _: Situation) -> None:
        if answer is None:
            remove_at(document, parse_path(surprised))
        else:
            put_at(document, parse_path(surprised), answer == "yes")

    def recall(document: Document) -> Any:
        words = {True: "yes", False: "no"}
        held = find_at(document, parse_path(surprised))
        return words[held] if isinstance(held, bool) else None

    return (
        ask(asked, "What did they ask?", "asked"),
        ask(f"{path}.meant", "What did they want to know?", "meant", when=when),
        ask(f"{path}.my_answer", "What did you answer?", "your answer", when=when),
        ask_one(f"{path}.went", "How did it go?", "went", WENT, when),
        ask_one(f"{path}.depth", "What you answered was", "it was", DEPTHS, when),
        ask_one(
            surprised,
            "Did it take you by surprise?",
            "by surprise",
            SURPRISED,
            when,
            store=store,
            recall=recall,
        ),
        ask(f"{path}.next_time", "What would you answer now?", "answer now", when=when),
    )


def ask_about_sighting(
    path: str, label: str, *, is_weak_spot: bool
) -> tuple[Question, ...]:
    """Ask who saw it and on what ground, and whether it is to stay."""

    def stays(situation: Situation) -> bool:
        return bool(situation.get(path) != OUT)

    out = Question(
        key=path,
        step=0,
        wording=f"{label}: does it stay?",
        kind=OneOf(),
        store=take_out_later,
        recall=lambda _: None,
        choices=offer(*STAY_OR_GO),
        hint="Enter = it stays",
        label="stays",
        help="What is taken out stays in the history.",
        asked=False,
    )
    sorting = ask_one(
        f"{path}.changeable", "Is it yours to change?", "yours", CHANGEABLES, stays
    )
    return (
        out,
        ask(f"{path}.note", f"{label}: a note?", "note", when=stays),
        ask_one(f"{path}.by", "Who saw it?", "by", SOURCES, stays),
        ask_one(f"{path}.basis", "What is it based on?", "ground", BASES, stays),
        ask_one(
            f"{path}.stage", "In which round?", "round", choices.STAGE_CHOICES, stays
        ),
        *((sorting,) if is_weak_spot else ()),
    )


def take_out_later(_: Document, __: Any, ___: Situation) -> None:
    """Leave the list as it is: entries go at the very end, all at once."""


def add_sightings(key: str, name: str) -> Store:
    """Add a sighting for each word that was picked, unless it is there already."""

    def store(document: Document, answer: list[str] | None, s: Situation) -> None:
        by, basis = s.get(f"{key}:by") or "self", s.get(f"{key}:basis") or "guess"
        held = document.get(name)
        entries = list(held) if isinstance(held, list) else []
        word = "weak_spot" if name == "sightings" else "strength"
        for one in answer or []:
            if not any(_is_about(entry, word, one, by) for entry in entries):
                entries.append({word: one, "by": by, "basis": basis})
        document[name] = entries

    return store


def _is_about(entry: Any, word: str, identifier: str, by: str) -> bool:
    about = isinstance(entry, dict) and (entry.get(word), entry.get("by", "self"))
    return bool(about == (identifier, by))


def recall_tags(document: Document) -> str | None:
    """Find the tags, in one line."""
    tags = document.get("tags")
    if not isinstance(tags, list):
        return None
    return ", ".join(one for one in tags if isinstance(one, str)) or None


def store_tags(document: Document, answer: str | None, _: Situation) -> None:
    """Part a line into tags, at its commas."""
    tags = [one.strip() for one in (answer or "").split(",")]
    storing.place(document, "tags", [one for one in tags if one])


def ask_for_plan() -> tuple[Question, ...]:
    """Ask for the plan and what came of it."""
    return (
        ask("plan.cue", "The plan. If ...", "if"),
        ask("plan.action", "then I ...", "then I"),
        ask("plan.obstacle", "What could get in the way?", "in the way"),
        ask("plan.due_on", "Until when?", "until", AnyDay()),
        ask_one("plan.tried", "Did you try it?", "tried", choices.TRIED),
        ask_one("plan.helped", "Did it help?", "helped", choices.HELPED),
    )


def label_stage(stage: Any) -> str:
    """Name a round by its stage."""
    return STAGE_LABELS.get(stage, "round") if isinstance(stage, str) else "round"


def recall_at(path: str) -> Recall:
    """Find what stands at a path."""
    return lambda document: find_at(document, parse_path(path))
