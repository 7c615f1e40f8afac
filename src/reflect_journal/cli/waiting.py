"""What to do with a draft that waits when a new interview begins."""

from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from reflect_journal.interview.choices import number_labels
from reflect_journal.interview.kinds import find_choice
from reflect_journal.interview.prompt import Prompt

if TYPE_CHECKING:
    from reflect_journal.interview.prompt import Prompter

Decision: TypeAlias = Literal["go-on", "afresh", "throw-away"]
DECISIONS: Final = number_labels(
    ("go-on", "go on"),
    ("afresh", "start afresh, the old one is kept aside"),
    ("throw-away", "throw it away"),
)


def ask_about(prompter: "Prompter", company: str) -> Decision:
    """Ask until one of the three is chosen; Enter goes on with it."""
    name = f" ({company})" if company else ""
    prompt = Prompt(
        key="draft",
        wording=f"An unfinished reflection waits{name}.",
        choices=DECISIONS,
        hint="Enter = go on",
    )
    while True:
        typed = prompter.ask(prompt).strip()
        choice = find_choice(typed, DECISIONS) if typed else DECISIONS[0]
        if choice is None:
            prompter.say("1, 2 or 3, please.")
        elif choice.value == "go-on":
            return "go-on"
        elif choice.value == "afresh":
            return "afresh"
        elif confirm_loss(prompter):
            return "throw-away"


def confirm_loss(prompter: "Prompter") -> bool:
    """Ask once more before a draft is thrown away."""
    prompt = Prompt(
        key="throw-away",
        wording="Throw it away? It cannot be brought back.",
        hint="y = yes, Enter = no",
    )
    return prompter.ask(prompt).strip().lower() in {"y", "yes"}
