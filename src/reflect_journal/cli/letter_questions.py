"""What a letter still lacks is asked for, and whether it was sent."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from reflect_journal.cli.context import Context
from reflect_journal.cli.feedback_saving import note, questions
from reflect_journal.interview.choices import number_labels
from reflect_journal.interview.single import QuitError, Single, ask_single
from reflect_journal.interview.typed import Letters, Some
from reflect_journal.interview.typed import name as name_kind
from reflect_journal.letters import channels
from reflect_journal.letters.facts import LetterFacts, Piece, find_missing
from reflect_journal.model.days import format_day
from reflect_journal.model.saved import SavedReflection
from reflect_journal.terminal.prompters import TerminalPrompter

PIECE_CHOICES: Final = number_labels(
    ("others", "what those showed who got further"),
    ("unsure", "where you cannot tell yourself"),
    ("again", "that you would like to be considered again"),
    ("sorry", "that you are sorry, because you would like to work with them"),
)
NEEDLESS: Final = "Nobody waits for that reminder: one is enough, after asking once."
SENT: Final = Single(
    key="sent",
    wording="Is it sent?",
    kind=Letters(letters={"y": "yes", "yes": "yes", "n": "", "no": ""}),
    hint="y = yes, today, Enter = not yet",
    help="Noted with its day, so that {call} feedback list can say what is open.",
)


def ask_for_missing(
    context: Context,
    prompter: TerminalPrompter,
    facts: LetterFacts,
    *,
    chosen: bool,
) -> LetterFacts:
    """Ask for the pieces that are missing; every one of them can be skipped."""

    def put(single: Single) -> Any:
        return ask_single(prompter, single, context.today)

    with questions(context):
        try:
            for piece, option in find_missing(facts):
                field = option.removeprefix("--").replace("-", "_")
                wording = f"{piece[0].upper()}{piece[1:]}?"
                given: Any = {field: put(Single(field, wording, name_kind())) or ""}
                facts = replace(facts, **given)
            if not chosen and facts.to != "friend" and facts.kind == "ask":
                facts = replace(facts, pieces=_ask_for_pieces(put, facts))
        except QuitError:
            return facts
    return facts


def _ask_for_pieces(put: Any, facts: LetterFacts) -> tuple[Piece, ...]:
    offered = [one for one in PIECE_CHOICES if one.value != "unsure" or facts.unsure]
    labels = number_labels(*((one.value, one.label) for one in offered))
    single = Single(
        "pieces",
        "What else should be in it? Enter alone: all but the last.",
        Some(at_most=len(labels), suggests=True),
        labels,
        hint="0 = nothing",
    )
    picked = put(single)
    # Nothing picked in a list with a cursor is Enter as well.
    return facts.pieces if picked in (None, []) else tuple(picked)


def tell_needless(context: Context, saved: SavedReflection, facts: LetterFacts) -> None:
    """Tell before a reminder is shown that nobody is to be reminded."""
    from reflect_journal.letters.mail import strip_address

    if facts.kind == "nudge" and not channels.may_nudge(
        saved.document, facts.to, facts.via, strip_address(facts.name)
    ):
        context.err.write_folded(NEEDLESS)


def note_sent(
    context: Context,
    saved: SavedReflection,
    facts: LetterFacts,
    prompter: TerminalPrompter | None,
    *,
    sent: bool,
    day: str,
) -> None:
    """Note the day on which it was sent, when it was; asked on a terminal."""
    if facts.kind not in {"ask", "nudge"}:
        return
    if not sent and not _is_sent(context, prompter):
        return
    from reflect_journal.letters.mail import strip_address

    asked = (facts.to, facts.via, strip_address(facts.name), day)

    def change(document: dict[str, Any]) -> None:
        if facts.kind == "ask":
            known = channels.note_asked(document, *asked)
            if known is not None:
                context.err.write_folded(_tell_asked_before(known))
        else:
            channels.note_nudged(document, *asked)

    if note(context, saved, change) is not saved:
        context.err.write_folded(f"Noted. What is open: {context.call} feedback list")


def _tell_asked_before(known: Mapping[str, Any]) -> str:
    who, day = known.get("who") or "They", format_day(known["asked_on"])
    told = f"{who} had been asked the same way, on {day}; that day stays."
    if known["state"] == "nudged":
        return told
    return f"{told} For a reminder: --kind nudge; for somebody else: --name NAME."


def _is_sent(context: Context, prompter: TerminalPrompter | None) -> bool:
    if prompter is None:
        return False
    with questions(context):
        try:
            sent = replace(SENT, help=SENT.help.replace("{call}", context.call))
            return bool(ask_single(prompter, sent, context.today))
        except QuitError:
            return False
