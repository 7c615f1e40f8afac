"""What can be changed in a saved document: entries of a menu, and their questions."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from reflect_journal.interview import changing, choices, facts
from reflect_journal.interview.changing import ask, ask_one, label_stage
from reflect_journal.interview.conditions import answered
from reflect_journal.interview.question import Document, Question
from reflect_journal.interview.storing import recall_fit, store_fit
from reflect_journal.interview.typed import DateLine, Line, Scale, lines
from reflect_journal.interview.words import Words
from reflect_journal.model.paths import find_at, parse_path
from reflect_journal.model.terms import AREA_LABELS, AREAS, PASSES
from reflect_journal.model.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the menu: it asks questions, or opens a menu of its own.

    `about` is what stands beside the label where the answers do not say it.
    """

    label: str
    questions: tuple[Question, ...] = ()
    inside: tuple["Entry", ...] = ()
    about: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """The names of its questions."""
        return tuple(one.key for one in self.questions)

    def list_questions(self) -> Iterator[Question]:
        """Give its questions and those of all entries inside."""
        yield from self.questions
        for entry in self.inside:
            yield from entry.list_questions()


def build_menu(document: Document, vocabulary: Vocabulary) -> tuple[Entry, ...]:
    """Build the menu of everything that can be changed in a document."""
    rounds = _list_entries(document, "rounds")
    return (
        Entry("facts", _ask_for_facts()),
        Entry(
            "what worked",
            (
                ask("what_worked", "What worked, and what did you do?", "worked"),
                ask("moment", "Which moment would you play again?", "the moment"),
            ),
        ),
        *(_describe_round(document, at, entry) for at, entry in rounds),
        Entry(
            "another round",
            changing.ask_about_round(
                f"rounds[{_count(document, 'rounds')}]", is_new=True
            ),
        ),
        _gather_sightings(document, "sightings", "weak spots", vocabulary),
        _gather_sightings(document, "strengths", "strengths", vocabulary),
        Entry("fit and words", _ask_around()),
        Entry(
            "lesson and plan",
            (
                ask("lesson", "One line to take along?", "take along"),
                *changing.ask_for_plan(),
            ),
        ),
        Entry("tags", (_ask_for_tags(),)),
    )


def _ask_for_facts() -> tuple[Question, ...]:
    asked = (*facts.FACTS, facts.STING)
    kinds = {facts.DATE.key: DateLine(blank=True)}
    return tuple(
        replace(one, step=0, asked=False, kind=kinds.get(one.key, one.kind))
        for one in asked
    )


def _ask_around() -> tuple[Question, ...]:
    return (
        *(
            ask(
                f"fit.{part}",
                f"{wording}  1 no ... 5 very much",
                label,
                Scale(),
                hint="? = cannot tell",
                store=store_fit(part),
                recall=recall_fit(part),
            )
            for part, wording, label in (
                ("role", "Is that work what you want to do?", "the work"),
                ("culture", "Would the people and the style have suited?", "the style"),
            )
        ),
        ask("fit.note", "Anything about the fit?", "fit"),
        ask(
            "their_words",
            "Their words.",
            "their words",
            lines(),
            hint="A line with only a full stop ends it.",
        ),
        ask("friend_words", "What would you say to a friend?", "to a friend"),
    )


def _ask_for_tags() -> Question:
    return ask(
        "tags",
        "Tags, with commas between them.",
        "tags",
        Line(),
        store=changing.store_tags,
        recall=changing.recall_tags,
    )


def _describe_round(document: Document, at: int, entry: Document) -> Entry:
    path = f"rounds[{at}]"
    own = Entry("the round", changing.ask_about_round(path, is_new=False))
    named = find_at(entry, ("areas",))
    areas = [
        area
        for area in AREAS
        if area in PASSES or (isinstance(named, dict) and area in named)
    ]
    count = _count(document, f"{path}.questions")
    return Entry(
        label_stage(entry.get("stage")),
        inside=(
            own,
            *(
                Entry(
                    AREA_LABELS[area].lower(),
                    changing.ask_about_area(f"{path}.areas.{area}", area),
                )
                for area in areas
            ),
            *(
                Entry(
                    f"question {one + 1}",
                    changing.ask_about_question(
                        f"{path}.questions[{one}]", is_new=False
                    ),
                )
                for one, _ in _list_entries(document, f"{path}.questions")
            ),
            Entry(
                "another question",
                changing.ask_about_question(f"{path}.questions[{count}]", is_new=True),
            ),
        ),
        about=str(entry.get("held_on") or ""),
    )


def _gather_sightings(
    document: Document, name: str, label: str, vocabulary: Vocabulary
) -> Entry:
    word = "weak_spot" if name == "sightings" else "strength"
    held = [
        (at, vocabulary.get_label(str(entry.get(word) or "?")))
        for at, entry in _list_entries(document, name)
    ]
    entries = [
        Entry(
            title,
            changing.ask_about_sighting(
                f"{name}[{at}]", title, is_weak_spot=name == "sightings"
            ),
        )
        for at, title in held
    ]
    another = Entry("another one", _ask_for_more(f"more-{name}", name))
    if not entries:
        return replace(another, label=label)
    about = ", ".join(title for _, title in held)
    return Entry(label, inside=(*entries, another), about=about)


def _ask_for_more(key: str, name: str) -> tuple[Question, ...]:
    offered = (
        choices.offer_all_spots if name == "sightings" else choices.offer_strengths
    )
    when = answered(key)
    return (
        ask(
            key,
            "Which one?",
            "new",
            Words(),
            hint="type a word, Enter = go on",
            choices=offered,
            store=changing.add_sightings(key, name),
            recall=_recall_nothing,
        ),
        ask_one(
            f"{key}:by",
            "Who saw it?",
            "by",
            changing.SOURCES,
            when,
            hint="Enter = you",
            store=changing.take_out_later,
            recall=_recall_nothing,
        ),
        ask_one(
            f"{key}:basis",
            "What is it based on?",
            "ground",
            changing.BASES,
            when,
            hint="Enter = a guess",
            store=changing.take_out_later,
            recall=_recall_nothing,
        ),
    )


def _recall_nothing(_: Document) -> None:
    return None


def _list_entries(document: Document, path: str) -> list[tuple[int, dict[str, Any]]]:
    """List what can be read of a list, each with its index."""
    held = find_at(document, parse_path(path))
    entries = enumerate(held) if isinstance(held, list) else ()
    return [(at, one) for at, one in entries if isinstance(one, dict)]


def _count(document: Document, path: str) -> int:
    held = find_at(document, parse_path(path))
    return len(held) if isinstance(held, list) else 0
