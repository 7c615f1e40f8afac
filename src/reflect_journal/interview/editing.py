"""An edit under way: a menu of what stands, and the questions that change it."""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Any, Final

from reflect_journal.interview import storing
from reflect_journal.interview.changing import OUT, recall_at
from reflect_journal.interview.closing import READ_BACK
from reflect_journal.interview.edit_menu import Entry, build_menu
from reflect_journal.interview.kinds import (
    Answered,
    Choice,
    Partly,
    Reply,
    Revisit,
    Setting,
)
from reflect_journal.interview.moves import ReadBack
from reflect_journal.interview.question import Document, Question, Situation
from reflect_journal.interview.read_back import format_answer
from reflect_journal.interview.script import Script
from reflect_journal.interview.session import Session, Surroundings
from reflect_journal.interview.typed import Scale
from reflect_journal.model.changes import apply_changes, drop_emptied
from reflect_journal.model.paths import Path, parse_path
from reflect_journal.model.terms import UNNAMED
from reflect_journal.model.text import normalise_text

FORM: Final = "edit"
OPENS: Final = ">"
RATINGS: Final = tuple(range(1, 6))
EMPTY: Final[tuple[Any, ...]] = (None, "", [], {})
NEEDED: Final = ("date",)
"""What every reflection has; emptying it leaves it as it is."""
INSIDE: Final = "Which part?"
INSIDE_HINT: Final = "its number, Enter = back"


@dataclass(frozen=True, slots=True)
class Menu(ReadBack):
    """Save, change something first, or leave it for another day.

    A choice's value names the questions to ask; one that begins with `>` opens the
    entries inside.
    """

    def parse(self, line: str, setting: Setting) -> Reply:
        """Take a row's number, or n."""
        reply = ReadBack.parse(self, line, setting)
        if isinstance(reply, Revisit) and reply.keys[0].startswith(OPENS):
            return Partly(reply.keys[0], INSIDE, INSIDE_HINT)
        return reply

    def finish(self, setting: Setting) -> Reply:
        """Save; from inside an entry go back to the first menu."""
        return Partly(None) if setting.partial else Answered("yes")


MENU: Final = replace(
    READ_BACK,
    step=0,
    wording="What do you want to change?",
    hint="a number, Enter = save and leave, n = not yet",
    kind=Menu(),
    help="Each number asks for one part again; Enter keeps what stands there. "
    "Nothing is saved before you leave this list.",
)


@dataclass(frozen=True, slots=True)
class EditSession(Session):
    """The state of one edit.

    Attributes:
        menu: what can be changed.
        document: as it stood when the edit began.
    """

    menu: tuple[Entry, ...] = ()
    document: Mapping[str, Any] | None = None

    @property
    def script(self) -> Script:
        """Every question of the menu, and the menu itself."""
        return Script(FORM, "", self.questions)

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions that may hold an answer."""
        inside = (one for entry in self.menu for one in entry.list_questions())
        return *inside, MENU

    def list_rows(self, move: Any) -> tuple[Choice, ...]:
        """Give the rows of the first menu, or of the entry that was opened."""
        entries = self.menu
        if isinstance(move, str) and move.removeprefix(OPENS).isdecimal():
            entries = self.menu[int(move.removeprefix(OPENS))].inside
        return tuple(
            Choice(
                number,
                " ".join(entry.keys) or f"{OPENS}{number - 1}",
                entry.label,
                entry.about or self._describe(entry),
            )
            for number, entry in enumerate(entries, 1)
        )

    def has_nothing_at(self, key: str) -> bool:
        """Tell whether a question would not be asked."""
        return not self.find_question(key).when(self.situation)

    def go_back(self) -> "Session | None":
        """Ask the question before again, or show the menu; None at the first menu."""
        under_way = self.under_way
        if not under_way.revisit:
            moved = under_way.moves.get(MENU.key) is not None
            return self.move_to(MENU, None) if moved else None
        at = under_way.revisit[0]
        keys = next(one.keys for one in self._list_leaves() if at in one.keys)
        situation = self.situation
        before = [
            key
            for key in keys[: keys.index(at)]
            if self.find_question(key).when(situation)
        ]
        revisit = (before[-1], *under_way.revisit) if before else ()
        under_way = under_way.with_move(at, None).with_revisit(revisit)
        return replace(self, partial=under_way.to_json())

    def _list_leaves(self) -> list[Entry]:
        return [one for entry in self.menu for one in (entry.inside or (entry,))]

    def _describe(self, entry: Entry) -> str:
        asked = [*entry.questions, *(entry.inside[0].questions if entry.inside else ())]
        said = (
            format_answer(one, self.answers.get(one.key), self.situation)
            for one in asked
            if one.when(self.situation)
        )
        return ", ".join(" ".join(one.split()) for one in said if one)


def begin_edit(
    document: Document, around: Surroundings, answers: Mapping[str, Any] | None = None
) -> EditSession:
    """Begin to change a document; `answers` are those of a draft, None for none."""
    menu = build_menu(document, around.vocabulary)
    session = EditSession(FORM, around, menu=menu, document=document)
    held = recall_all(session) if answers is None else answers
    return replace(session, answers=held)


def recall_all(session: EditSession) -> dict[str, Any]:
    """Find what the document answers already; what cannot be read counts as absent."""
    document = {"company": UNNAMED, **(session.document or {})}
    held = {
        one.key: _clean(one, (one.recall or recall_at(one.path))(document))
        for one in session.questions
        if one is not MENU
    }
    return {key: answer for key, answer in held.items() if answer not in EMPTY}


def _clean(question: Question, answer: Any) -> Any:
    """Give what the question could have been answered with; None for all else."""
    match answer:
        case str():
            return normalise_text(answer)
        case {"sting": sting, "feeling": feeling}:
            sting = sting if sting in RATINGS else None
            feeling = normalise_text(feeling) if isinstance(feeling, str) else ""
            return {"sting": sting, "feeling": feeling} if sting or feeling else None
        case int() if isinstance(question.kind, Scale) and answer in RATINGS:
            return int(answer)
    return None


def list_changed(session: EditSession) -> list[Question]:
    """List the questions whose answers differ from what the document holds."""
    before, now = recall_all(session), session.answers
    return [
        one
        for one in session.questions
        if one is not MENU
        and _level(before.get(one.key)) != _level(now.get(one.key))
        and not (one.key in NEEDED and now.get(one.key) in EMPTY)
    ]


def _level(answer: Any) -> Any:
    return None if answer in EMPTY else answer


def assemble_edited(session: EditSession) -> Document:
    """Put every changed answer where it belongs; all else stays as it was stored."""
    document: Document = deepcopy(dict(session.document or {}))
    changed, situation = list_changed(session), session.situation
    values = {
        parse_path(one.path): _find_value(one, situation) for one in changed if one.path
    }
    given = {path: value for path, value in values.items() if value is not None}
    document = apply_changes(document, given, "")
    for one in changed:
        if not one.path:
            one.store(document, session.answers.get(one.key), situation)
    for text in session.answers.get("aside") or []:
        storing.append_text(document, "feeling", text)
    emptied: dict[Path, Any] = {path: None for path in values if path not in given}
    out = [one.key for one in changed if session.answers.get(one.key) == OUT]
    emptied |= {parse_path(key): None for key in out}
    return drop_emptied(apply_changes(document, emptied, ""), session.document or {})


def _find_value(question: Question, situation: Situation) -> Any:
    answer = situation.get(question.key)
    if answer in EMPTY:
        return UNNAMED if question.key == "company" else None
    return answer
