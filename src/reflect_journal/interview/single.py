"""One question by itself, outside an interview: the same kinds, the same commands."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final, cast

from reflect_journal.interview.conversation import SEVERAL_LINES
from reflect_journal.interview.delicate import DANGER_TEXT, is_danger
from reflect_journal.interview.kinds import (
    Answered,
    Choice,
    Kind,
    Partly,
    Refused,
    Reply,
    Setting,
)
from reflect_journal.interview.prompt import Prompt, Prompter
from reflect_journal.interview.typed import Line, Some, text
from reflect_journal.interview.words import Words
from reflect_journal.model.text import normalise_text

SKIP_HINT: Final = "Enter skips"
HELP: Final = "Enter or :skip leaves it out, :quit stops; what you gave is kept."


class QuitError(Exception):
    """The person typed :quit; everything answered before it stands."""


@dataclass(frozen=True, slots=True)
class Single:
    """One question: its wording, how a line becomes an answer, and what it offers."""

    key: str
    wording: str
    kind: Kind = field(default_factory=text)
    choices: Sequence[Choice] = ()
    hint: str = SKIP_HINT
    example: str = ""
    help: str = ""


def ask_single(
    prompter: Prompter,
    single: Single,
    today: date,
    keep: Callable[[Any], object] = bool,
) -> Any:
    """Ask until it is answered or skipped; None or an empty list for skipped.

    `keep` is given what Enter would answer after each of several moves, before
    anything is said to be noted.

    Raises:
        QuitError: at :quit.
        KeyboardInterrupt, EOFError: from the prompter.
    """
    partial, move = None, Partly(None)
    while True:
        setting = Setting(single.choices, partial, today)
        line = prompter.ask(_present(single, setting, move))
        reply = _listen(prompter, single, line, setting)
        match reply:
            case Answered(value):
                if isinstance(value, str) and is_danger(value):
                    prompter.say(DANGER_TEXT)
                return value
            case Refused(sentence):
                prompter.say(sentence)
            case _:
                # No kind that is asked by itself ends a sitting or goes back.
                move = cast("Partly", reply)
                partial = move.value
                so_far = single.kind.finish(replace(setting, partial=partial))
                if isinstance(so_far, Answered) and so_far.value:
                    keep(so_far.value)


def _listen(prompter: Prompter, single: Single, line: str, setting: Setting) -> Reply:
    """Obey a command, or understand an answer."""
    match "".join(line.split()).lower():
        case ":quit":
            raise QuitError
        case ":skip":
            return Answered(None)
        case ":help" | ":back":
            return Refused("\n".join(filter(None, (single.help, HELP))))
        case ":more" if isinstance(single.kind, Words):
            return single.kind.show_all(setting)
        case ":more" if isinstance(single.kind, Line):
            several = Prompt(single.key, SEVERAL_LINES, shape="lines")
            line = prompter.ask(several)
    return _understand(single.kind, line, setting)


def _present(single: Single, setting: Setting, move: Partly) -> Prompt:
    kind = single.kind
    prompt = Prompt(
        key=single.key,
        wording=single.wording,
        choices=tuple(kind.show(setting)),
        in_rows=isinstance(kind, Words) or kind.shape == "pick",
        hint=single.hint,
        example=single.example,
        shape=kind.shape,
        at_most=kind.at_most if isinstance(kind, Some) else 1,
    )
    if not move.note:
        return prompt
    return replace(prompt, wording=move.note, hint=move.hint, example="")


def _understand(kind: Kind, line: str, setting: Setting) -> Reply:
    line = normalise_text(line)
    if kind.shape != "lines":
        line = line.strip()
    return kind.parse(line, setting) if line.strip() else kind.finish(setting)
