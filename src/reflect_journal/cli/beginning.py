"""How a sitting begins: a way to ask, and something to ask about."""

from dataclasses import replace
from typing import Any, Final

from reflect_journal.cli.context import Context
from reflect_journal.cli.earlier_plan import note_plan, recall_plan
from reflect_journal.cli.likely import make_ranking
from reflect_journal.cli.sitting import Sitting
from reflect_journal.cli.unfinished import Unfinished, Waiting
from reflect_journal.errors import NoTerminalError
from reflect_journal.insight.naming import find_sortings
from reflect_journal.interview.assembly import recall_answers
from reflect_journal.interview.rehearsal import makes_sense
from reflect_journal.interview.session import Session, Surroundings
from reflect_journal.journal.drafts import Draft, DraftUnusableError
from reflect_journal.journal.record import format_at
from reflect_journal.model.saved import SavedReflection
from reflect_journal.model.terms import UNNAMED
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
    prompter.say(session.script.opening.replace("{call}", context.call))
    return Sitting(context, prompter, draft, session)


def go_on(context: Context, prompter: TerminalPrompter, waiting: Waiting) -> Sitting:
    """Go on with what waits."""
    if isinstance(waiting, Unfinished):
        return _go_on_with(context, prompter, waiting)
    return _ask_the_rest(context, prompter, waiting)


def _go_on_with(
    context: Context, prompter: TerminalPrompter, unfinished: Unfinished
) -> Sitting:
    draft, base = unfinished.draft, unfinished.base
    name = draft.answers.get("company")
    prompter.say(f"Going on{f' with {name}' if name else ''}.\n{HOW_TO}")
    answers = dict(draft.answers)
    if draft.base and base is None:
        prompter.say(DELETED)
        # All that is known of the deleted one counts as answered now.
        answers.pop("recalled", None)
    elif base and base.revision not in {draft.base_revision, draft.revision}:
        prompter.say(CHANGED)
    session = _make_session(context, draft, answers)
    if not makes_sense(session, draft.started_at):
        raise DraftUnusableError(str(context.drafts.path_of(draft.id)))
    return Sitting(context, prompter, draft, session, base)


def _ask_the_rest(
    context: Context, prompter: TerminalPrompter, base: SavedReflection
) -> Sitting:
    """Begin to ask for what a saved reflection does not hold yet."""
    draft = replace(
        _start_draft(context, "full"),
        id=base.id,
        base=base.id,
        base_revision=base.revision,
    )
    session = _make_session(context, draft, {})
    known = recall_answers(session, base.document)
    session = replace(session, answers={**session.answers, **known})
    name = base.document.get("company") or UNNAMED
    prompter.say(f"{name}: only what is still empty.\n{HOW_TO}")
    return Sitting(context, prompter, draft, session, base)


def _start_draft(context: Context, form: str) -> Draft:
    now = format_at(context.world.now())
    new_id = context.world.new_id
    return Draft(new_id(), form, now, now, revision=new_id())


def _make_session(context: Context, draft: Draft, answers: dict[str, Any]) -> Session:
    plan = recall_plan(context, answers, draft.id)
    others = [one for one in context.survey().outlines if one.id != draft.id]
    sorted_lately = find_sortings(others)
    return Session(
        draft.form,
        Surroundings(
            context.vocabulary,
            context.today,
            plan,
            sorted_lately,
            draft.begun_on,
            make_ranking(context),
            context.call,
        ),
        {**answers, **note_plan(plan)},
        draft.asked,
        draft.partial,
    )
