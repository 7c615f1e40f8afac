"""How a sitting begins: a way to ask, and something to ask about."""

from dataclasses import replace
from typing import Any, Final

from reflect_journal.cli.context import Context
from reflect_journal.cli.earlier_plan import note_plan, recall_plan
from reflect_journal.cli.sitting import Sitting
from reflect_journal.cli.standing import find_short
from reflect_journal.errors import (
    DraftUnusableError,
    NewerRecordError,
    NoTerminalError,
    NotFoundError,
    NothingWaitsError,
)
from reflect_journal.interview.assembly import recall_answers
from reflect_journal.interview.rehearsal import makes_sense
from reflect_journal.interview.session import Session, Surroundings
from reflect_journal.journal.drafts import Draft
from reflect_journal.journal.record import FORMAT, format_at
from reflect_journal.model.saved import SavedReflection
from reflect_journal.model.text import fold_text
from reflect_journal.terminal.prompters import TerminalPrompter, make_prompter

HOW_TO: Final = "Enter skips, :back goes back, :help explains, :quit stops."
DELETED: Final = (
    "What was saved of it has been deleted meanwhile; saving brings your answers back."
)
CHANGED: Final = (
    "What was saved of it has been changed meanwhile; both versions will be kept."
)


def need_terminal(context: Context) -> TerminalPrompter:
    """Give the way to ask.

    Raises:
        NoTerminalError: when there is nobody to ask.
    """
    streams = (context.world.stdin, context.world.stderr)
    # A stream that was closed before the start is None.
    if not all(stream is not None and stream.isatty() for stream in streams):
        raise NoTerminalError
    return make_prompter(context.err, context.world.stdin, plain=context.is_plain)


def begin(
    context: Context, prompter: TerminalPrompter, form: str, answers: dict[str, Any]
) -> Sitting:
    """Begin a new reflection; nothing is on disk before the first answer."""
    draft = _start_draft(context, form)
    session = _make_session(context, draft, answers)
    prompter.say(session.script.opening)
    return Sitting(context, prompter, draft, session)


def go_on(context: Context, prompter: TerminalPrompter, reference: str) -> Sitting:
    """Go on with what waits, or with what a reference means.

    Raises:
        NotFoundError, AmbiguousError: when no one thing answers to the reference.
        NothingWaitsError: without a reference, when nothing waits.
        DraftUnusableError: when what waits was changed so that nothing fits.
    """
    draft, identifier = _find_meant(context, reference)
    if draft is None:
        return _ask_the_rest(context, prompter, identifier)
    name = draft.answers.get("company")
    prompter.say(f"Going on{f' with {name}' if name else ''}.\n{HOW_TO}")
    base = _find_base(context, prompter, draft)
    answers = dict(draft.answers)
    if draft.base and base is None:
        # All that is known of the deleted one counts as answered now.
        answers.pop("recalled", None)
    session = _make_session(context, draft, answers)
    if not makes_sense(session, draft.started_at):
        raise DraftUnusableError(str(context.drafts.path_of(draft.id)))
    return Sitting(context, prompter, draft, session, base)


def _find_meant(context: Context, reference: str) -> tuple[Draft | None, str]:
    drafts = context.drafts
    if not reference:
        newest = drafts.find_newest()
        return newest, newest.id if newest else _find_short_id(context)
    try:
        identifier = context.find(reference).id
    except NotFoundError:
        words = fold_text(reference).split()
        for draft in reversed(drafts.load_all()):
            company = fold_text(str(draft.answers.get("company") or ""))
            if draft.id == reference or all(word in company for word in words):
                return draft, draft.id
        raise
    of_it = (one for one in drafts.load_all() if identifier in {one.base, one.id})
    return next(of_it, None), identifier


def _find_short_id(context: Context) -> str:
    short = find_short(context.survey().outlines)
    if short is None:
        raise NothingWaitsError
    return short.id


def _find_base(
    context: Context, prompter: TerminalPrompter, draft: Draft
) -> SavedReflection | None:
    """Find what a draft goes on with, as it stands today."""
    if draft.base is None:
        return None
    try:
        base = context.journal.get([draft.base])[0]
    except NotFoundError:
        prompter.say(DELETED)
        return None
    if base.revision not in {draft.base_revision, draft.revision}:
        prompter.say(CHANGED)
    return base


def _ask_the_rest(
    context: Context, prompter: TerminalPrompter, identifier: str
) -> Sitting:
    """Begin to ask for what a saved reflection does not hold yet."""
    base = context.journal.get([identifier])[0]
    if base.version > FORMAT:
        raise NewerRecordError(base.id, base.version)
    draft = replace(
        _start_draft(context, "full"),
        id=base.id,
        base=base.id,
        base_revision=base.revision,
    )
    session = _make_session(context, draft, {})
    known = recall_answers(session, base.document)
    session = replace(session, answers={**session.answers, **known})
    prompter.say(f"{base.document['company']}: only what is still empty.\n{HOW_TO}")
    return Sitting(context, prompter, draft, session, base)


def _start_draft(context: Context, form: str) -> Draft:
    now = format_at(context.world.now())
    new_id = context.world.new_id
    return Draft(new_id(), form, now, now, revision=new_id())


def _make_session(context: Context, draft: Draft, answers: dict[str, Any]) -> Session:
    plan = recall_plan(context, answers, draft.id)
    return Session(
        draft.form,
        Surroundings(context.vocabulary, context.today, plan),
        {**answers, **note_plan(plan)},
        draft.asked,
        draft.partial,
    )
