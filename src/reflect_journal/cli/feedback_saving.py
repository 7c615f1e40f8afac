"""Changes to a saved reflection that come from feedback: checked, saved, undoable."""

import json
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from typing import Any, Final

from reflect_journal.cli.context import Context
from reflect_journal.errors import (
    InvalidOptionError,
    MissingAnswerError,
    NewerRecordError,
    NoTerminalError,
    ReflectError,
    RefusedInputError,
)
from reflect_journal.journal.journal import NewVersion
from reflect_journal.journal.record import FORMAT
from reflect_journal.model.limits import SIZE_LIMIT
from reflect_journal.model.saved import SavedReflection
from reflect_journal.terminal.prompters import TerminalPrompter

OPTIONS: Final = "the options"
WITHOUT: Final = "reflect feedback add ID --by WHO FILE"


def find_to_note(context: Context, reference: str) -> SavedReflection:
    """Find the one reflection that something is added to.

    Raises:
        NotFoundError, AmbiguousError: when there is none, or several.
        NewerRecordError: when a newer program saved it.
    """
    saved = context.find(reference)
    if saved.version > FORMAT:
        raise NewerRecordError(saved.id, saved.version)
    return saved


def note(
    context: Context, saved: SavedReflection, change: Callable[[dict[str, Any]], object]
) -> SavedReflection:
    """Save a new version of a reflection and give it; nothing for no change.

    Raises:
        RefusedInputError: when it would become too large.
        NotSavedError: when the disk refused; then nothing was kept.
    """
    document = json.loads(json.dumps(saved.document))
    change(document)
    if document == saved.document:
        return saved
    if len(json.dumps(document, ensure_ascii=False).encode(errors="replace")) > (
        SIZE_LIMIT
    ):
        problem = "would be larger than 1 MiB."
        raise RefusedInputError("the reflection", "", problem)
    new = NewVersion(saved.id, context.world.new_id(), document, (saved.revision,))
    context.journal.save([new])
    # Not read again: what is saved is saved, whatever the disk says a moment later.
    return saved._replace(revision=new.revision, document=document)


def check_part(
    context: Context, key: str, value: Any, source: str = OPTIONS
) -> dict[str, Any]:
    """Check what is to be added under one key as strictly as a document handed in.

    Raises:
        RefusedInputError: naming the first thing refused.
    """
    from reflect_journal.model.documents import parse_document

    whole = {"company": "-", "rejected_on": context.today.isoformat(), key: value}
    words, today = context.vocabulary, context.today
    checked = parse_document(whole, source, "", words, today).document
    return {key: checked[key]}


def find_prompter(context: Context) -> TerminalPrompter | None:
    """Find the way to ask, None where nobody may or can be asked."""
    if context.options.no_input:
        return None
    from reflect_journal.cli.beginning import need_terminal

    try:
        return need_terminal(context)
    except NoTerminalError:
        return None


def explain_missing(context: Context, what: str, option: str) -> ReflectError:
    """Give the error for what nobody may be asked, or nobody is there to be asked."""
    if context.options.no_input:
        return MissingAnswerError(what, option)
    return NoTerminalError(f"{what}, and there is no terminal to ask on.", WITHOUT)


@contextmanager
def questions(context: Context) -> Iterator[None]:
    """Ask with the terminal left as it was found; Ctrl-D stops as Ctrl-C does."""
    from reflect_journal.terminal.keyboard import leave_as_found

    with leave_as_found(context.world.stdin):
        try:
            yield
        except EOFError:
            raise KeyboardInterrupt from None


def parse_word(option: str, typed: str, known: Collection[str]) -> str:
    """Read an option that takes one of a few words.

    Raises:
        InvalidOptionError: naming all of them.
    """
    if typed not in known:
        raise InvalidOptionError(option, f"it takes {', '.join(known)}.")
    return typed


def parse_past_day(context: Context, typed: str, option: str = "--on") -> str:
    """Read the day on which something happened; today where none is given.

    Raises:
        InvalidOptionError: when it is none, or still to come.
    """
    from reflect_journal.interview.dates import explain_day, find_day

    if not typed:
        return context.today.isoformat()
    day = find_day(typed, context.today)
    if day is None:
        raise InvalidOptionError(option, explain_day(typed, context.today))
    return day.isoformat()


def name_company(saved: SavedReflection) -> str:
    """Give the company of a reflection in words."""
    company = saved.document.get("company")
    return company if isinstance(company, str) and company else "unnamed"
