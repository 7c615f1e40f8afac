"""What to do with a draft that waits when a new interview begins."""

from typing import Final, Literal, TypeAlias, cast

from reflect_journal.cli.context import Context
from reflect_journal.cli.ending import say_kept
from reflect_journal.cli.unfinished import describe_others, find_drafts
from reflect_journal.errors import InterviewStoppedError
from reflect_journal.interview.choices import number_labels
from reflect_journal.interview.kinds import find_choice
from reflect_journal.interview.prompt import Prompt, Prompter

Decision: TypeAlias = Literal["go-on", "afresh", "throw-away", "leave"]
DECISIONS: Final = number_labels(
    ("go-on", "go on"),
    ("afresh", "start afresh, the old one is kept aside"),
    ("throw-away", "throw it away"),
)
GO_ON_OR_NOT: Final = number_labels(("go-on", "go on"), ("throw-away", "throw it away"))
ONE_OR_TWO: Final = "1 or 2, please; :quit leaves it as it is."
WHAT_NOW: Final = "1, 2 or 3, please; :quit leaves it as it is."
YES: Final = frozenset({"y", "yes"})


def ask_what_to_do(context: Context, prompter: Prompter) -> Decision:
    """Ask about the draft that was kept last, if there is one, and throw it away.

    Raises:
        InterviewStoppedError: at Ctrl-C or Ctrl-D; the draft stays.
    """
    drafts = find_drafts(context)
    if not drafts:
        return "afresh"
    waiting = drafts[0]
    for line in describe_others(drafts, context.call):
        prompter.say(line)
    try:
        decision = ask_about(prompter, str(waiting.answers.get("company") or ""))
    except (KeyboardInterrupt, EOFError):
        raise InterviewStoppedError(kept=True) from None
    if decision == "throw-away":
        context.drafts.discard(waiting.id)
    if decision == "leave":
        prompter.say(say_kept(context.call))
    return decision


def ask_about(prompter: Prompter, company: str) -> Decision:
    """Ask until one of the three is chosen; Enter goes on with it."""
    name = f" ({company})" if company else ""
    prompt = Prompt(
        key="draft",
        wording=f"An unfinished reflection waits{name}.",
        choices=DECISIONS,
        hint="Enter = go on",
    )
    return decide(prompter, prompt, WHAT_NOW)


def ask_to_go_on(prompter: Prompter, wording: str) -> Decision:
    """Ask whether to go on with a change that was not saved; Enter goes on."""
    prompt = Prompt(
        key="unsaved", wording=wording, choices=GO_ON_OR_NOT, hint="Enter = go on"
    )
    return decide(prompter, prompt, ONE_OR_TWO)


def decide(prompter: Prompter, prompt: Prompt, otherwise: str) -> Decision:
    """Ask until one of the choices is taken; a loss is asked about once more."""
    while True:
        typed = prompter.ask(prompt)
        command = "".join(typed.split()).lower()
        choice = find_choice(typed, prompt.choices)
        if command in {"", ":skip"}:
            return "go-on"
        if command == ":quit":
            return "leave"
        if choice is None:
            prompter.say(otherwise)
        elif choice.value != "throw-away" or confirm_loss(prompter):
            return cast("Decision", choice.value)


def confirm_loss(prompter: Prompter) -> bool:
    """Ask once more before a draft is thrown away."""
    prompt = Prompt(
        key="throw-away",
        wording="Throw it away? It cannot be brought back.",
        hint="y = yes, Enter = no",
    )
    return prompter.ask(prompt).strip().lower() in YES
