"""Somebody who answers: a scripted prompter, and a whole interview held with one."""

import json
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, TypeAlias

from reflect_journal.interview.assembly import assemble_document
from reflect_journal.interview.conversation import Conversation
from reflect_journal.interview.prompt import Prompt
from reflect_journal.interview.question import OpenPlan
from reflect_journal.interview.session import Session, Surroundings
from reflect_journal.model.documents import parse_document
from reflect_journal.model.vocabulary import load_built_in

Lines: TypeAlias = Mapping[str, str | Sequence[str]]

TODAY = date(2026, 11, 21)
VOCABULARY = load_built_in()
PLAN = OpenPlan("01J", "they ask for an example", "say the result first")
INTERRUPT = "Ctrl-C"
PATIENCE = 400


@dataclass
class Person:
    """Types the lines set for a question, in turn, and Enter for all else."""

    lines: Lines
    prompts: list[Prompt] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    def ask(self, prompt: Prompt) -> str:
        at = sum(one.key == prompt.key for one in self.prompts)
        self.prompts.append(prompt)
        assert len(self.prompts) < PATIENCE, "the interview goes in circles"
        lines = self.lines.get(prompt.key, "")
        turns = [lines] if isinstance(lines, str) else list(lines)
        line = turns[at] if at < len(turns) else ""
        if line == INTERRUPT:
            raise KeyboardInterrupt
        return line

    def say(self, text: str) -> None:
        self.told.append(text)

    @property
    def keys(self) -> list[str]:
        return [prompt.key for prompt in self.prompts]

    def find(self, key: str) -> list[Prompt]:
        return [prompt for prompt in self.prompts if prompt.key == key]

    def shown(self, key: str) -> list[str]:
        return [show(prompt) for prompt in self.find(key)]


@dataclass
class Interview:
    """What came of an interview."""

    person: Person
    session: Session
    ending: str
    kept: list[Session]

    @property
    def document(self) -> dict[str, Any]:
        return assemble(self.session)


def surround(plan: OpenPlan | None = None) -> Surroundings:
    return Surroundings(VOCABULARY, TODAY, plan)


def begin(form: str = "full", plan: OpenPlan | None = None) -> Session:
    return Session(form, surround(plan))


def hold(
    lines: Lines | None = None,
    form: str = "full",
    plan: OpenPlan | None = None,
    session: Session | None = None,
) -> Interview:
    """Hold an interview, or go on with one."""
    person, kept = Person(lines or {}), list[Session]()
    conversation = Conversation(session or begin(form, plan), person, kept.append)
    ending: str = conversation.hold()
    return Interview(person, conversation.session, ending, kept)


def assemble(session: Session, base: dict[str, Any] | None = None) -> dict[str, Any]:
    """Assemble the document and see that the journal would take it."""
    document = assemble_document(session, TODAY, base)
    if base is None:
        taken = parse_document(document, "the interview", "", VOCABULARY, TODAY)
        assert document == taken.document
    return document


def thaw(session: Session, plan: OpenPlan | None = None) -> Session:
    """Rebuild a session from what a draft holds of it."""
    frozen = json.dumps([session.answers, session.asked, session.partial])
    answers, asked, partial = json.loads(frozen)
    return Session(session.form, surround(plan), answers, tuple(asked), partial)


def show(prompt: Prompt) -> str:
    """Write a prompt in one line, as the contract of the interview does."""
    choices = [f"{choice.number} {choice.label}" for choice in prompt.choices]
    parts = [prompt.wording, *choices, prompt.hint]
    return "  ".join(part for part in parts if part)


NUMBERS = ("sting", "rating:", "fit:")


@dataclass
class Stranger(Person):
    """Answers anything at random, remembering the words that must not be lost."""

    chance: random.Random = field(default_factory=lambda: random.Random(0))  # noqa: S311
    words: dict[str, str] = field(default_factory=dict)
    typed: list[str] = field(default_factory=list)
    commands: bool = True
    changes: int = 0

    def ask(self, prompt: Prompt) -> str:
        self.prompts.append(prompt)
        assert len(self.prompts) < PATIENCE, "the interview goes in circles"
        line = self.think(prompt)
        self.typed.append(line)
        return line

    def think(self, prompt: Prompt) -> str:
        roll = self.chance.random()
        if prompt.key == "read-back":
            self.changes += 1
            number = str(self.chance.randint(1, max(1, len(prompt.choices))))
            return number if roll < 0.6 and self.changes < 6 else ""
        if self.commands and roll < 0.08 and prompt.key != "rest":
            return ":back"
        if roll < 0.14:
            self.words.pop(prompt.key, None)
            return ":skip"
        if roll < 0.3:
            return ""
        if prompt.choices or prompt.key in {"sorting", "areas"}:
            picks = min(prompt.at_most, self.chance.randint(1, 2), len(prompt.choices))
            chosen = self.chance.sample(prompt.choices, picks)
            return " ".join(str(choice.number) for choice in chosen)
        return self.write(prompt)

    def write(self, prompt: Prompt) -> str:
        word = f"word-{len(self.prompts)}-word"
        match prompt.key:
            case "gate" | "rest":
                return "g"
            case "date":
                return self.chance.choice(["yesterday", "2026-11-01", "3 days ago"])
            case "strengths" | "their_spots":
                return self.chance.choice(["good", "long", "solid", "calm", "example"])
            case "sting":
                self.words[prompt.key] = word
                return f"{self.chance.randint(1, 5)} {word}"
            case key if key.startswith(NUMBERS):
                return self.chance.choice(["1", "2", "3", "4", "5", "?"])
            case key:
                judged = self.chance.random() < 0.2
                self.words[key] = word
                return f"{word}, I always fail" if judged else word


def meet_stranger(
    seed: int, *, thawing: bool = False, commands: bool = True, form: str = ""
) -> tuple[Stranger, Session]:
    """Hold a random interview; `thawing` goes through a draft after every line."""
    chance = random.Random(seed)  # noqa: S311
    plan = chance.choice([None, PLAN])
    form = form or chance.choice(["full", "full", "quick"])
    stranger = Stranger({}, chance=chance, commands=commands)

    def keep(session: Session) -> None:
        if thawing:
            conversation.session = replace(thaw(session, plan), resting=session.resting)

    conversation = Conversation(begin(form, plan), stranger, keep)
    assert conversation.hold() == "complete"
    return stranger, conversation.session
