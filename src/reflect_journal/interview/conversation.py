"""The conversation: ask, listen, keep, until all is answered or the person stops."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from reflect_journal.interview.closing import READ_BACK
from reflect_journal.interview.hearing import hear
from reflect_journal.interview.kinds import Halt, Partly, Refused
from reflect_journal.interview.presenting import present
from reflect_journal.interview.prompt import Prompt, Prompter
from reflect_journal.interview.question import Question
from reflect_journal.interview.session import REST, Session
from reflect_journal.interview.typed import Line
from reflect_journal.interview.words import Words

Ending: TypeAlias = Literal["complete", "quit", "not-yet", "rest"]
COMMANDS = (":back", ":skip", ":help", ":quit", ":more")
ALL_COMMANDS = ":back :skip :help :more :quit work at every question."
SEVERAL_LINES = "As many lines as you like. A line with only a full stop ends it."


@dataclass
class Conversation:
    """One sitting of an interview.

    Attributes:
        session: the state so far; it is replaced, never changed.
        prompter: shows questions and reads lines.
        keep: makes the state durable; called after every answer and move.
        refused: a text that was no answer as it stood, to be edited.
    """

    session: Session
    prompter: Prompter
    keep: Callable[[Session], None]
    step_shown: int = 0
    move: Partly | None = None
    refused: str = ""

    def hold(self) -> Ending:
        """Ask until there is nothing left to ask or the person ends the sitting.

        Raises:
            KeyboardInterrupt, EOFError: from the prompter; everything up to the
                line being typed is kept.
        """
        while (question := self.session.current) is not None:
            prompt = present(self.session, question, self.step_shown, self.move)
            if self.refused:
                prompt = replace(prompt, editable=self.refused)
            self.step_shown = question.step or self.step_shown
            line = self.prompter.ask(prompt)
            ending = self._obey(line, question, prompt)
            if ending:
                return ending
        return "complete"

    def _obey(self, line: str, question: Question, prompt: Prompt) -> Ending | None:
        command = "".join(line.split()).lower()
        match command:
            case ":quit":
                return "quit"
            case ":back":
                self._go_back()
            case ":skip":
                return self._skip(question)
            case ":help":
                self.prompter.say(self._explain(question, prompt))
            case ":more":
                return self._show_more(question, prompt)
            case _ if command.startswith(":") and "\n" not in line:
                return self._question_colon(line, question)
            case _:
                return self._hear(line, question)
        return None

    def _hear(self, line: str, question: Question) -> Ending | None:
        session, reply = hear(self.session, question, line)
        match reply:
            case Refused(sentence):
                self.prompter.say(sentence)
                if isinstance(question.kind, Line):
                    self.refused = line
            case Halt(reason):
                self._accept(session)
                return reason
            case _:
                self._accept(session, reply if isinstance(reply, Partly) else None)
        return None

    def _accept(self, session: Session, move: Partly | None = None) -> None:
        self.session = session
        self.move = move
        self.refused = ""
        self.keep(session)

    def _skip(self, question: Question) -> Ending | None:
        if question is REST or question.key == READ_BACK.key:
            # There a line is a decision, and Enter makes the gentler one.
            return self._hear("", question)
        self._accept(self.session.answer(question, None))
        return None

    def _go_back(self) -> None:
        session = self.session.go_back()
        if session is None:
            self.prompter.say("This is the first question.")
        else:
            self._accept(session)

    def _show_more(self, question: Question, prompt: Prompt) -> Ending | None:
        if isinstance(question.kind, Words):
            setting = self.session.setting(question)
            move = question.kind.show_all(setting)
            self._accept(self.session.move_to(question, move.value), move)
            return None
        if not (isinstance(question.kind, Line) and question.kind.takes_lines):
            self.prompter.say(self._explain(question, prompt))
            return None
        several = Prompt(key=question.key, wording=SEVERAL_LINES, shape="lines")
        return self._obey(self.prompter.ask(several), question, prompt)

    def _explain(self, question: Question, prompt: Prompt) -> str:
        return explain(question, prompt, self.session.surroundings.call)

    def _question_colon(self, line: str, question: Question) -> Ending | None:
        wording = f"{line.strip()} is no command here. {ALL_COMMANDS}"
        prompt = Prompt(
            key="colon", wording=wording, hint="Keep it as your answer? y = yes"
        )
        if self.prompter.ask(prompt).strip().lower() in {"y", "yes"}:
            return self._hear(line, question)
        return None


def explain(question: Question, prompt: Prompt, call: str) -> str:
    """Say why a question is asked, what its choices mean, and what can be typed."""
    described = [
        f"{choice.number} {choice.label}: {choice.description}"
        for choice in prompt.choices
        if choice.description
    ]
    why = question.help.replace("{call}", call)
    return "\n".join(part for part in (why, *described, ALL_COMMANDS) if part)
