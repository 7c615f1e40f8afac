"""One sitting of an interview: begin or go on, keep every answer, save at the end."""

import json
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from reflect_journal.cli.context import Context
from reflect_journal.cli.status import find_open_plan
from reflect_journal.errors import (
    InterviewStoppedError,
    NewerRecordError,
    NoTerminalError,
    NotSavedError,
)
from reflect_journal.interview.assembly import assemble_document
from reflect_journal.interview.conversation import Conversation
from reflect_journal.interview.prompt import Prompter
from reflect_journal.interview.question import OpenPlan
from reflect_journal.interview.session import Session, Surroundings
from reflect_journal.journal.drafts import Draft
from reflect_journal.journal.journal import NewVersion
from reflect_journal.model.days import format_day
from reflect_journal.model.documents import parse_document
from reflect_journal.model.saved import SavedReflection
from reflect_journal.terminal.prompters import make_prompter

KEPT: Final = "Kept, nothing is lost. To go on: reflect continue"
UNKEPT: Final = (
    "This could not be written down yet: {reason}. The interview goes on, and every "
    "answer tries again; free some space meanwhile."
)
ENOUGH: Final = "Enough for tonight. Everything else can wait until tomorrow."
FACTS_CLOSE: Final = (
    "Saved. That is enough for tonight. reflect continue goes on\n"
    "whenever you like; nothing is lost if you never do."
)
HURTS_MUCH: Final = 4


def find_plan_of(context: Context, besides: str | None = None) -> OpenPlan | None:
    """Find the earlier plan that is asked about, not that of the same reflection."""
    outlines = [one for one in context.survey().outlines if one.id != besides]
    found = find_open_plan(context, outlines)
    if found is None:
        return None
    identifier, texts = found
    return OpenPlan(identifier, texts["cue"], texts["action"])


def need_terminal(context: Context) -> Prompter:
    """Give the way to ask.

    Raises:
        NoTerminalError: when there is nobody to ask.
    """
    if not (context.world.stdin.isatty() and context.world.stderr.isatty()):
        raise NoTerminalError
    return make_prompter(context.err, context.world.stdin, plain=context.is_plain)


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
    """

    context: Context
    prompter: Prompter
    draft: Draft
    session: Session
    base: SavedReflection | None = None
    unkept: str = ""
    warned: bool = field(default=False)

    def hold(self) -> str | None:
        """Ask, and save when all is answered; give the id that was saved.

        Raises:
            InterviewStoppedError: at Ctrl-C or Ctrl-D, with everything kept.
            NotSavedError: when the disk refused to the end.
        """
        conversation = Conversation(self.session, self.prompter, self._keep)
        try:
            with _leave_terminal_as_found():
                ending = conversation.hold()
        except (KeyboardInterrupt, EOFError):
            self._check_kept()
            kept = bool(self.session.asked)
            raise InterviewStoppedError(kept=kept) from None
        if ending != "complete":
            self._check_kept()
            if ending != "rest":
                self.prompter.say(KEPT if self.session.asked else "Nothing to keep.")
            return None
        return self._save()

    def _keep(self, session: Session) -> None:
        self.session = session
        now = format_moment(self.context.world.now())
        self.draft = Draft(
            id=self.draft.id,
            form=session.form,
            started_at=self.draft.started_at,
            updated_at=now,
            answers=dict(session.answers),
            asked=session.asked,
            base=self.draft.base,
            base_revision=self.draft.base_revision,
            revision=self.draft.revision,
            partial=session.partial,
            extra=self.draft.extra,
        )
        try:
            self.context.drafts.keep(self.draft)
            self.unkept = ""
        except NotSavedError as error:
            self.unkept = error.reason
            if not self.warned:
                self.warned = True
                self.prompter.say(UNKEPT.format(reason=error.reason))

    def _check_kept(self) -> None:
        """Hand the text back where the disk did not take it."""
        if self.unkept:
            self.prompter.say(json.dumps(self._assemble(), indent=2))
            raise NotSavedError(self.unkept, "the lines above; copy them")

    def _assemble(self) -> dict[str, Any]:
        started = datetime.fromisoformat(self.draft.started_at).astimezone().date()
        base = self.base.document if self.base else None
        return assemble_document(self.session, started, base)

    def _save(self) -> str:
        context = self.context
        path = str(context.drafts.path_of(self.draft.id))
        document = self._check(self._assemble(), path)
        parents = (self.draft.base_revision,) if self.draft.base_revision else ()
        version = NewVersion(self.draft.id, self.draft.revision, document, parents)
        try:
            context.journal.save([version])
        except NotSavedError as error:
            self._check_kept()
            raise NotSavedError(error.reason, path, "reflect continue") from error
        self._tell_plan_outcome()
        # It is saved: nothing that goes wrong from here on may say otherwise.
        with suppress(OSError):
            self.prompter.say(self._close(document))
        context.drafts.discard(self.draft.id)
        return self.draft.id

    def _check(self, document: dict[str, Any], path: str) -> dict[str, Any]:
        if self.base is not None:
            # What an older or newer program saved is not judged again.
            return document
        context = self.context
        submission = parse_document(
            document, path, "", context.vocabulary, context.today
        )
        return submission.document

    def _tell_plan_outcome(self) -> None:
        plan = self.session.surroundings.open_plan
        tried = self.session.answers.get("tried")
        if plan is None or not tried:
            return
        context = self.context
        saved = context.journal.get([plan.reflection])[0]
        document = json.loads(json.dumps(saved.document))
        if document.get("plan", {}).get("tried"):
            return
        document["plan"]["tried"] = tried
        if self.session.answers.get("helped"):
            document["plan"]["helped"] = self.session.answers["helped"]
        version = NewVersion(
            saved.id, context.world.new_id(), document, (saved.revision, *saved.others)
        )
        with suppress(NewerRecordError):
            context.journal.save([version])

    def _close(self, document: dict[str, Any]) -> str:
        if document["form"] == "facts":
            return FACTS_CLOSE
        short = self.context.shorten_id(self.draft.id)
        day = format_day(document["rejected_on"])
        saved = f"Saved: {document['company']}, {day} ({short})."
        return "\n".join(part for part in (saved, choose_last_line(document)) if part)


def choose_last_line(document: dict[str, Any]) -> str:
    """Give the one line below "Saved", "" for none."""
    if document.get("sting", 0) >= HURTS_MUCH:
        return ENOUGH
    action = document.get("plan", {}).get("action", "")
    if action and not document["plan"].get("tried"):
        return (
            f"Next: {action.rstrip('.')}. You will be asked whether you could try it."
        )
    return ""


def format_moment(moment: datetime) -> str:
    """Write a UTC time as drafts and records hold it."""
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03}Z"


def start_session(
    context: Context,
    form: str,
    answers: dict[str, Any] | None = None,
    besides: str | None = None,
) -> Session:
    """Give the session of an interview that begins now."""
    surroundings = Surroundings(
        context.vocabulary, context.today, find_plan_of(context, besides)
    )
    return Session(form, surroundings, answers or {})


def start_draft(context: Context, form: str) -> Draft:
    """Give the draft of an interview that begins now; it is not on disk yet."""
    now = format_moment(context.world.now())
    new_id = context.world.new_id
    return Draft(new_id(), form, now, now, revision=new_id())


def resume_session(context: Context, draft: Draft) -> Session:
    """Give the session that a draft holds."""
    session = start_session(context, draft.form, dict(draft.answers), draft.base)
    return Session(
        session.form,
        session.surroundings,
        session.answers,
        draft.asked,
        draft.partial,
    )


@contextmanager
def _leave_terminal_as_found() -> Iterator[None]:
    """Leave through Python when told to stop, so that the screen is put right."""

    def leave(number: int, _: object) -> None:
        raise SystemExit(128 + number)

    names = [name for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    numbers = [getattr(signal, name) for name in names]
    before = {number: signal.signal(number, leave) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
