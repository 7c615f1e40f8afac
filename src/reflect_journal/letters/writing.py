"""Letters from templates: built in, or the person's own, in a sandbox."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment

from reflect_journal.letters.facts import QUESTIONS, LetterFacts

TEMPLATES: Final = resources.files("reflect_journal.letters") / "templates"
SUBJECT: Final = "Subject:"
NO_TEMPLATES: Final[Mapping[str, str]] = {}


class TemplateRefusedError(Exception):
    """A template of the person's own cannot be used.

    Attributes:
        name: the template's file name.
        problem: what is wrong with it.
    """

    def __init__(self, name: str, problem: str) -> None:
        """Keep the name and the problem."""
        super().__init__(name, problem)
        self.name = name
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter or call sheet, ready to be read once more by the person."""

    subject: str
    body: str


def name_templates(facts: LetterFacts) -> tuple[str, ...]:
    """Name the templates that fit, the most particular first."""
    if facts.kind != "ask":
        return (f"{facts.kind}-{facts.to}.txt", f"{facts.kind}.txt")
    return (f"{facts.to}-{facts.via}.txt", f"{facts.via}.txt")


def write_letter(facts: LetterFacts, own: Mapping[str, str] = NO_TEMPLATES) -> Letter:
    """Write a letter.

    Args:
        facts: what it may say.
        own: the person's templates by file name; they come before the built-in ones.

    Raises:
        TemplateRefusedError: when one of the person's own cannot be used.
    """
    return _split(_render(*find_template(facts, own), facts))


def find_template(
    facts: LetterFacts, own: Mapping[str, str] = NO_TEMPLATES
) -> tuple[str, str]:
    """Find the template that fits best, as its name and its text."""
    return next(
        (name, known[name])
        for known in (own, load_built_in())
        for name in name_templates(facts)
        if name in known
    )


@cache
def load_built_in() -> Mapping[str, str]:
    """Load the templates that come with the program, by file name."""
    return {one.name: one.read_text("utf-8") for one in TEMPLATES.iterdir()}


def _render(name: str, template: str, facts: LetterFacts) -> str:
    # What the person typed comes in as a value, so it is never read as a template.
    environment = SandboxedEnvironment(
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    values = {
        "to": facts.to,
        "via": facts.via,
        "name": facts.name or "[their name]",
        "my_name": facts.my_name or "[your name]",
        "company": facts.company,
        "role": facts.role,
        "memory": _end_sentence(facts.memory),
        "unsure": _join(facts.unsure) if "unsure" in facts.pieces else "",
        "others": "others" in facts.pieces,
        "again": "again" in facts.pieces,
        "sorry": "sorry" in facts.pieces,
        "questions": QUESTIONS,
    }
    try:
        return environment.from_string(template).render(values)
    except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError) as bad:
        raise TemplateRefusedError(name, str(bad)) from bad


def _split(text: str) -> Letter:
    first, _, rest = text.lstrip().partition("\n")
    if not first.startswith(SUBJECT):
        return Letter("", text.strip())
    return Letter(" ".join(first.removeprefix(SUBJECT).split()), rest.strip())


def _end_sentence(text: str) -> str:
    text = text.strip()
    return f"{text}." if text and text[-1] not in ".!?" else text


def _join(words: tuple[str, ...]) -> str:
    *most, last = words or ("",)
    return f"{', '.join(most)} and {last}" if most else last
