"""Editing on a terminal: part by part, with what stands there as the answer."""

from dataclasses import dataclass, field, replace
from typing import Any, cast

from reflect_journal.cli import ending
from reflect_journal.cli.changed import (
    Edited,
    check,
    find_opened,
    find_to_change,
    save_changed,
)
from reflect_journal.cli.context import Context
from reflect_journal.cli.sitting import Sitting
from reflect_journal.cli.waiting import ask_to_go_on
from reflect_journal.errors import (
    InterviewStoppedError,
    NotSavedError,
    RefusedInputError,
)
from reflect_journal.interview.editing import (
    FORM,
    MENU,
    EditSession,
    assemble_edited,
    begin_edit,
    list_changed,
)
from reflect_journal.interview.session import Session, Surroundings
from reflect_journal.journal.drafts import Draft, DraftStore
from reflect_journal.journal.record import format_at
from reflect_journal.model.saved import SavedReflection
from reflect_journal.terminal.prompters import TerminalPrompter

OPENING = (
    "Enter keeps what stands there, :skip empties it, :back goes back.\n"
    ":quit stops, nothing is lost."
)
WAITS = "Changes to {name} wait that were not saved."


@dataclass
class EditSitting(Sitting):
    """One sitting of an edit; `opened` is the reflection as it was then."""

    opened: SavedReflection = field(kw_only=True)
    edited: Edited = field(init=False)

    def __post_init__(self) -> None:
        """Begin with nothing changed."""
        self.edited = Edited(self.opened.id)

    @property
    def store(self) -> DraftStore:
        """Where unfinished changes are kept."""
        return open_store(self.context)

    @property
    def has_something(self) -> bool:
        """Whether anything was changed."""
        aside = self.session.answers.get("aside")
        return bool(aside or list_changed(self._edit))

    @property
    def _edit(self) -> EditSession:
        return cast(EditSession, self.session)

    def _keep(self, session: Session) -> None:
        self.session = session
        if self.has_something:
            super()._keep(session)
        else:
            self.unkept = ""
            self.store.discard(self.draft.id)

    def _assemble(self) -> dict[str, Any]:
        return assemble_edited(self._edit)

    def _save(self) -> str:
        document = self._assemble()
        path = str(self.store.path_of(self.draft.id))
        try:
            check(self.context, self.opened, document, path)
        except RefusedInputError:
            # Back to the menu, so that the answer can be changed.
            answers = dict(self.session.answers)
            answers.pop(MENU.key, None)
            self._keep(replace(self.session, answers=answers))
            raise
        revision = self.draft.revision
        try:
            self.edited = save_changed(
                self.context, self.opened, document, revision, path, self.again
            )
        except NotSavedError as error:
            if self.unkept:
                raise self._hand_back(error.reason) from error
            raise
        self.store.discard(self.draft.id)
        return self.draft.id


def edit_by_questions(context: Context, reference: str) -> Edited:
    """Ask what is to be changed, and save it.

    Raises:
        NoTerminalError: when there is nobody to ask.
        InterviewStoppedError: at Ctrl-C or Ctrl-D; the changes so far are kept.
        RefusedInputError, NotSavedError: when they cannot be saved; they are kept.
    """
    from reflect_journal.cli.asking import need_terminal_to_edit
    from reflect_journal.terminal.keyboard import leave_as_found

    base = find_to_change(context, reference)
    prompter = need_terminal_to_edit(context)
    with leave_as_found(context.world.stdin):
        sitting = _begin(context, prompter, base)
        if sitting is None:
            return Edited(base.id)
        sitting.hold()
    return sitting.edited


def _begin(
    context: Context, prompter: TerminalPrompter, base: SavedReflection
) -> EditSitting | None:
    """Begin, or go on with what waits; None to leave it waiting."""
    store, short = open_store(context), context.shorten_id(base.id)
    again = f"reflect edit {short}"
    name = str(base.document.get("company") or short)
    draft = next((one for one in store.load_all() if one.id == base.id), None)
    if draft is not None:
        try:
            decision = ask_to_go_on(prompter, WAITS.format(name=name))
        except (KeyboardInterrupt, EOFError):
            raise InterviewStoppedError(kept=True, again=again) from None
        if decision == "leave":
            prompter.say(ending.say_kept(context.call, again))
            return None
        if decision == "throw-away":
            store.discard(draft.id)
            draft = None
    opened = base
    if draft is not None:
        opened = find_opened(context, base, draft.base_revision or "")
    around = Surroundings(context.vocabulary, context.today, call=context.call)
    session = begin_edit(opened.document, around, draft.answers if draft else None)
    if draft is None:
        now, revision = format_at(context.world.now()), context.world.new_id()
        draft = Draft(base.id, FORM, now, now, revision=revision)
        draft = replace(draft, base=base.id, base_revision=base.revision)
    else:
        session = replace(session, asked=draft.asked, partial=draft.partial)
    prompter.say(f"{name} ({short})\n{OPENING}")
    return EditSitting(
        context,
        prompter,
        draft,
        session,
        base,
        again=again,
        hand_in=f"{again} --from FILE, with the lines above in FILE",
        opened=opened,
    )


def open_store(context: Context) -> DraftStore:
    """Open the folder of unfinished changes."""
    return DraftStore(context.places, folder=context.places.edits)
