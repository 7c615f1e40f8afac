"""Somebody's words, durable before anything else is asked about them."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

from reflect_journal.cli.context import Context
from reflect_journal.cli.feedback_form import describe_form
from reflect_journal.cli.feedback_saving import (
    check_part,
    explain_missing,
    name_company,
    note,
    questions,
)
from reflect_journal.cli.feedback_words import find_piped_words, read_words
from reflect_journal.errors import (
    JournalUnusableError,
    NotSavedError,
    ReflectError,
)
from reflect_journal.interview.prompt import Prompt
from reflect_journal.interview.single import QuitError, Single, ask_single
from reflect_journal.interview.typed import Letters, lines
from reflect_journal.journal.files import STANDARD_INPUT, keep_input
from reflect_journal.journal.kept_words import KeptWords
from reflect_journal.letters.channels import (
    find_same_words,
    note_ended,
    note_received,
    note_words,
)
from reflect_journal.letters.friend_reply import holds_form, read_reply
from reflect_journal.model.days import format_day
from reflect_journal.model.limits import TEXT_LIMIT
from reflect_journal.model.saved import SavedReflection
from reflect_journal.terminal.prompters import TerminalPrompter

WORDS: Final = Single(
    key="words",
    wording="What did they say? In their words, as much as you like.",
    kind=lines(),
    hint="a line with only a full stop ends it; Enter = nothing",
    help="Copy it in or write it down as you remember it; nothing of it is changed.",
)
GO_ON: Final = Single(
    key="kept-words",
    wording="Words from last time were not saved yet. Take them?",
    kind=Letters(enter="y", letters={"y": "y", "yes": "y", "n": "n", "no": "n"}),
    hint="Enter = yes, n = write anew",
)
NO_WORDS: Final = "Their words are missing"
HOW_TO: Final = "Enter skips any question, :quit stops. Nothing is sent from here."
ENDED: Final = {
    "declined": "Noted. Many may not say more; that says nothing about you.",
    "silent": "Noted. Silence is normal and says nothing about you.",
    "closed": "Noted: nothing is awaited there any more. What comes can be added.",
}
ANSWERED: Final = "They have answered already; that stays. Somebody else: --who NAME."
HANDED_BACK: Final = "It could not be written down. Here it is; please copy it:"


@dataclass(frozen=True, slots=True)
class Taken:
    """The reflection as it stands now, and what was said; `is_new` unless it was there.

    What was there is what was said last, so that more can be told of it.
    """

    saved: SavedReflection
    heard: Mapping[str, Any]
    is_new: bool = True


def take_words(
    context: Context,
    prompter: TerminalPrompter | None,
    saved: SavedReflection,
    told: dict[str, Any],
    file: str,
) -> Taken | None:
    """Take the words from a file, pipe or keyboard and save them; None for no words.

    Raises:
        MissingAnswerError, NoTerminalError: without words and somebody to ask.
        NotSavedError: naming the place where the words are safe.
        KeyboardInterrupt: stopped while typing; what was typed is saved.
    """
    if file:
        words = read_words(context, file)
        return save_words(context, saved, told, words, file)
    if prompter is None:
        words = find_piped_words(context)
        if not words:
            raise explain_missing(context, NO_WORDS, "FILE, or in a pipe")
        return save_words(context, saved, told, words, STANDARD_INPUT)
    kept = KeptWords(context.places, saved.id)
    with questions(context):
        prompter.say(f"{name_company(saved)}. {HOW_TO}")
        try:
            words = _ask_for_words(context, prompter, kept)
        except QuitError:
            return None
        except (KeyboardInterrupt, EOFError):
            _save_unfinished(context, prompter, saved, told, kept)
            raise KeyboardInterrupt from None
        except SystemExit:
            # Told to stop, perhaps with the terminal gone: nobody may be listening.
            with suppress(OSError, ReflectError):
                _save_unfinished(context, prompter, saved, told, kept)
            raise
    if not words:
        context.err.write(["Nothing was said, so nothing is kept."])
        return None
    return _save_and_discard(context, saved, told, words, kept)


def _ask_for_words(
    context: Context, prompter: TerminalPrompter, kept: KeptWords
) -> str:
    before = kept.find()
    if before:
        prompter.say(before)
        if ask_single(prompter, GO_ON, context.today) == "y":
            return before
    prompter.watch(kept.try_to_keep)
    while True:
        words = prompter.ask(
            Prompt(WORDS.key, WORDS.wording, hint=WORDS.hint, shape="lines")
        )
        command = "".join(words.split()).lower()
        if command == ":quit":
            raise QuitError
        if command in {"", ":skip"}:
            return ""
        if command in {":help", ":back", ":more"}:
            prompter.say(WORDS.help)
            continue
        kept.try_to_keep(words)
        if len(words) <= TEXT_LIMIT:
            return words
        prompter.say(f"That is {len(words):,} characters; {TEXT_LIMIT:,} fit.")


def _save_unfinished(
    context: Context,
    prompter: TerminalPrompter,
    saved: SavedReflection,
    told: dict[str, Any],
    kept: KeptWords,
) -> None:
    words = prompter.unfinished
    if words.strip():
        kept.try_to_keep(words)
        _save_and_discard(context, saved, told, words[:TEXT_LIMIT], kept)


def _save_and_discard(
    context: Context,
    saved: SavedReflection,
    told: dict[str, Any],
    words: str,
    kept: KeptWords,
) -> Taken | None:
    taken = save_words(context, saved, told, words, "")
    kept.discard()
    return taken


def save_words(
    context: Context,
    saved: SavedReflection,
    told: dict[str, Any],
    words: str,
    file: str,
) -> Taken | None:
    """Save what was said, with what a friend's form says.

    Returns:
        None where it is there already, and others have spoken since.

    Raises:
        RefusedInputError: when a name is too long.
        NotSavedError: naming the place where the words are safe.
    """
    heard = {**told, "words": words, "noted_on": context.today.isoformat()}
    heard = {key: value for key, value in heard.items() if value}
    if told["by"] == "friend":
        reply = read_reply(words)
        form = {"ratings": reply.ratings, "works": reply.works, "change": reply.change}
        heard |= {key: value for key, value in form.items() if value}
    checked = check_part(context, "heard", [heard])["heard"][0]
    known = find_same_words(saved.document, checked)
    if known is not None:
        day = format_day(known.get("noted_on") or known.get("heard_on") or "")
        noted = f", noted {day}" if day else ""
        context.err.write_folded(f"These words are there already{noted}; kept once.")
        is_last = saved.document["heard"][-1] is known
        return Taken(saved, known, is_new=False) if is_last else None

    def change(document: dict[str, Any]) -> None:
        note_words(document, checked)
        who, via = told["who"], told["via"]
        note_received(document, told["by"], via, who, told["heard_on"])

    try:
        now = note(context, saved, change)
    except (NotSavedError, JournalUnusableError) as error:
        raise _keep_elsewhere(context, saved, told, words, file, error) from error
    context.err.write_folded("Saved, in their words.")
    if told["by"] == "friend" and holds_form(words):
        context.err.write_folded(describe_form(checked))
    return Taken(now, checked)


def _keep_elsewhere(
    context: Context,
    saved: SavedReflection,
    told: dict[str, Any],
    words: str,
    file: str,
    error: NotSavedError | JournalUnusableError,
) -> ReflectError:
    """Keep words that could not be saved where they can be handed in again."""
    place = file if file and file != STANDARD_INPUT else ""
    if not place:
        try:
            place = str(keep_input(words.encode(), context.places.drafts))
        except NotSavedError:
            context.err.write([HANDED_BACK])
            context.err.write_text(words)
    if isinstance(error, JournalUnusableError):
        if place:
            context.err.write([f"Their words are kept in {place}"])
        return error
    source = place or "FILE, with the lines above in FILE"
    again = f"{ReflectError.call} feedback add {saved.id} --by {told['by']} {source}"
    return NotSavedError(error.reason, place, again)


def note_end(
    context: Context, saved: SavedReflection, told: dict[str, Any], state: str
) -> None:
    """Note that no words came."""
    by, who, day = told["by"], told["who"], told["heard_on"]
    row = {"to": by, "state": state, "who": who, "closed_on": day}
    check_part(context, "feedback", [row])
    noted = []

    def change(document: dict[str, Any]) -> None:
        noted.append(note_ended(document, by, state, who, day))

    note(context, saved, change)
    context.err.write_folded(ENDED[state] if all(noted) else ANSWERED)
    if context.options.json:
        context.answer_json({"id": saved.id, "saved": all(noted), "heard": None})
