"""One sitting of an interview: ask, keep every answer, save at the end."""

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any, Final

from reflect_journal.cli import ending
from reflect_journal.cli.context import Context
from reflect_journal.cli.earlier_plan import describe_outcome, tell_outcome
from reflect_journal.errors import (
    InterviewStoppedError,
    JournalUnusableError,
    NewerRecordError,
    NotSavedError,
    RefusedInputError,
)
from reflect_journal.interview.assembly import assemble_document
from reflect_journal.interview.closing import READ_BACK
from reflect_journal.interview.conversation import Conversation
from reflect_journal.interview.hearing import hear
from reflect_journal.interview.kinds import Answered
from reflect_journal.interview.session import Session
from reflect_journal.journal.drafts import Draft, DraftStore
from reflect_journal.journal.journal import NewVersion
from reflect_journal.journal.record import format_at
from reflect_journal.model.documents import parse_document
from reflect_journal.model.saved import SavedReflection
from reflect_journal.terminal.prompters import TerminalPrompter

UNKEPT: Final = (
    "This could not be written down yet: {reason}. The interview goes on, and every "
    "answer tries again; free some space meanwhile."
)


@dataclass
class Sitting:
    """The interview of one reflection, from its draft to the journal.

    Attributes:
        context: the run.
        prompter: the way to ask.
        draft: what is on disk, or will be with the first answer.
        session: the state of the interview.
        base: the saved reflection that is being continued.
        unkept: why the last answer is not on disk; "" when it is.
        warned: whether the person was told so.
        again: the command that goes on with it.
        hand_in: how to go on with what could only be handed back.
    """

    context: Context
    prompter: TerminalPrompter
    draft: Draft
    session: Session
    base: SavedReflection | None = None
    unkept: str = ""
    warned: bool = False
    again: str = ending.AGAIN
    hand_in: str = ending.HAND_IN

    @property
    def store(self) -> DraftStore:
        """Where the draft is kept."""
        return self.context.drafts

    @property
    def has_something(self) -> bool:
        """Whether there is anything to keep."""
        return bool(self.session.asked)

    def hold(self) -> str | None:
        """Ask, and save when all is answered; give the id that was saved.

        Raises:
            InterviewStoppedError: at Ctrl-C or Ctrl-D, with everything kept.
            NotSavedError: when the disk refused to the end.
        """
        conversation = Conversation(self.session, self.prompter, self._keep)
        self.prompter.watch(self._keep_lines)
        try:
            how = conversation.hold()
        except (KeyboardInterrupt, EOFError):
            self._settle()
            raise InterviewStoppedError(
                kept=self.has_something, again=self.again
            ) from None
        except SystemExit:
            # Told to stop, perhaps with the terminal gone: nobody may be listening.
            with suppress(OSError, NotSavedError):
                self._settle()
            raise
        if how == "complete":
            return self._save()
        self._settle()
        if how != "rest":
            kept = ending.say_kept(self.context.call, self.again)
            self.prompter.say(kept if self.has_something else ending.NOTHING_TO_KEEP)
        return None

    def _keep(self, session: Session) -> None:
        self.session = session
        self.unkept = "it was interrupted"
        self.draft = self._make_draft(session)
        try:
            self.store.keep(self.draft)
        except NotSavedError as error:
            self.unkept = error.reason
            if not self.warned:
                self.warned = True
                self.prompter.say(UNKEPT.format(reason=error.reason))
        else:
            self.unkept = ""

    def _make_draft(self, session: Session) -> Draft:
        return replace(
            self.draft,
            form=session.form,
            updated_at=format_at(self.context.world.now()),
            answers=dict(session.answers),
            asked=session.asked,
            partial=session.partial,
        )

    def _keep_lines(self, text: str) -> None:
        """Make the lines so far durable, should the last one never come."""
        question = self.session.current
        if question is None:
            return
        session, reply = hear(self.session, question, text)
        if isinstance(reply, Answered):
            with suppress(NotSavedError):
                self.store.keep(self._make_draft(session))

    def _settle(self) -> None:
        """Keep what is not on disk yet; hand it back where that is not possible."""
        question = self.session.current
        if question and self.prompter.unfinished:
            session, reply = hear(self.session, question, self.prompter.unfinished)
            if isinstance(reply, Answered):
                self._keep(session)
        if self.unkept:
            self._keep(self.session)
        if self.unkept:
            raise self._hand_back(self.unkept)

    def _hand_back(self, reason: str) -> NotSavedError:
        self.prompter.say(ending.HANDED_BACK)
        # Not folded: a text that was cut into lines could not be handed in again.
        self.context.err.write_text(ending.hand_back(self._assemble()))
        outcome = describe_outcome(self.session)
        if outcome:
            self.prompter.say(outcome)
        return NotSavedError(reason, "", self.hand_in)

    def _assemble(self) -> dict[str, Any]:
        base = self.base.document if self.base else None
        begun_on = self.session.situation.begun_on
        return assemble_document(self.session, begun_on, base)

    def _save(self) -> str:
        context, draft = self.context, self.draft
        path = str(context.drafts.path_of(draft.id))
        document = self._check(self._assemble(), path)
        parents = (draft.base_revision,) if draft.base_revision else ()
        version = NewVersion(draft.id, draft.revision, document, parents)
        get = self.session.answers.get
        plan = self.session.surroundings.open_plan
        try:
            # The older reflection first, so that the new one is what was saved last.
            remark = tell_outcome(context, plan, get("tried"), get("helped"))
            # It is there already when only what comes after was interrupted.
            if self.base is None or self.base.revision != draft.revision:
                context.journal.save([version])
        except NotSavedError as error:
            if self.unkept:
                raise self._hand_back(error.reason) from error
            raise NotSavedError(error.reason, path, self.again) from error
        except (JournalUnusableError, NewerRecordError) as error:
            if self.unkept:
                raise self._hand_back("the journal cannot be used") from error
            self.prompter.say(ending.say_kept(context.call, self.again))
            raise
        # It is saved: nothing that goes wrong from here on may say otherwise.
        with suppress(OSError):
            short_id = context.shorten_id(draft.id)
            close = ending.say_close(document, short_id, context.call)
            self.prompter.say("\n".join(one for one in (remark, close) if one))
        context.drafts.discard(draft.id)
        return draft.id

    def _check(self, document: dict[str, Any], path: str) -> dict[str, Any]:
        if self.base is not None:
            # What an older or newer program saved is not judged again.
            return document
        words, today = self.context.vocabulary, self.context.today
        try:
            return parse_document(document, path, "", words, today).document
        except RefusedInputError:
            # To be read back once more, so that the answer can be changed.
            answers = dict(self.session.answers)
            answers.pop(READ_BACK.key, None)
            self._keep(replace(self.session, answers=answers))
            raise
