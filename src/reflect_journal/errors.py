"""One small class per situation: data in, a sentence and an exit code out.

Exit codes: 1 a check found something or an unexpected fault, 2 refused input,
3 not found or ambiguous, 4 the journal cannot be used, 5 no terminal to ask on,
75 not saved, 130 stopped by the person at a question. A signal from outside ends the
program with 128 and its number, as shells expect.
"""

from collections.abc import Sequence
from typing import ClassVar


class ReflectError(Exception):
    """Something expected went wrong; `str()` gives what happened and what to do.

    Attributes:
        call: how the program is called, for the commands that the sentence names;
            another one where the person named a journal, so that a command that is
            copied from the screen means the same one.
    """

    exit_code: ClassVar[int] = 1
    call: str = "reflect"


class RefusedInputError(ReflectError):
    """A document that was handed in is not one the journal can keep.

    Attributes:
        source: the name of the file, or a word such as "standard input".
        where: the place in it, such as "item 2, sightings[0].weak_spot"; may be "".
        problem: what is wrong there, as the rest of a sentence.
        advice: what to do, whole sentences; may be "".
    """

    exit_code = 2
    ending: ClassVar[str] = "Nothing was saved."

    def __init__(self, source: str, where: str, problem: str, advice: str = "") -> None:
        """Keep the place and the problem."""
        super().__init__(source, where, problem, advice)
        self.source = source
        self.where = where
        self.problem = problem
        self.advice = advice

    def __str__(self) -> str:
        """Name the place, the problem, what to do, and what became of it."""
        place = f"{self.source}, {self.where}" if self.where else self.source
        advice = self.advice.replace(": reflect ", f": {self.call} ")
        lines = [f"{place}: {self.problem}", advice, self.ending]
        return "\n".join(line for line in lines if line)


class InvalidOptionError(ReflectError):
    """What a command was given cannot be understood.

    Attributes:
        option: the option, "" where it is no option's value.
        problem: what is wrong, a whole sentence or the rest of one.
        advice: what to do, whole sentences; may be "".
    """

    exit_code = 2

    def __init__(self, option: str, problem: str, advice: str = "") -> None:
        """Keep the option's name and what is wrong with its value."""
        super().__init__(option, problem, advice)
        self.option = option
        self.problem = problem
        self.advice = advice

    def __str__(self) -> str:
        """Name the option and the problem, and what to do."""
        place = f"{self.option}: " if self.option else ""
        advice = self.advice.replace(": reflect ", f": {self.call} ")
        return f"{place}{self.problem}" + (f"\n{advice}" if advice else "")


class ConfigError(ReflectError):
    """The configuration file holds something that cannot be used.

    It is told, and stops nothing.
    """

    exit_code = 2

    def __init__(self, path: str, where: str, problem: str) -> None:
        """Keep the file, the place in it and what is wrong there."""
        super().__init__(path, where, problem)
        self.path = path
        self.where = where
        self.problem = problem

    def __str__(self) -> str:
        """Name the file and the place, and what becomes of it, in one line."""
        place = f"{self.path}, {self.where}" if self.where else self.path
        return f"{place}: {self.problem} It is left out until it is corrected there."


class MissingAnswerError(ReflectError):
    """An answer is needed and `--no-input` forbids to ask for it."""

    exit_code = 2

    def __init__(self, question: str, instead: str) -> None:
        """Keep what would have been asked and how to give it otherwise."""
        super().__init__(question, instead)
        self.question = question
        self.instead = instead

    def __str__(self) -> str:
        """Say what is missing and how to give it."""
        return (
            f"{self.question}, and --no-input forbids to ask.\n"
            f"Give it with {self.instead}."
        )


class NotFoundError(ReflectError):
    """No reflection answers to a reference."""

    exit_code = 3

    def __init__(self, reference: str, closest: str = "") -> None:
        """Keep the reference and, where there is one, the closest match."""
        super().__init__(reference, closest)
        self.reference = reference
        self.closest = closest

    def __str__(self) -> str:
        """Say that it is not there, what is close, and where all of them are."""
        if self.reference == "last":
            return f"The journal is still empty.\nThe first one: {self.call} new"
        close = f" Closest: {self.closest}." if self.closest else ""
        return (
            f'No reflection called "{self.reference}".{close}\n'
            f"All of them: {self.call} list"
        )


class NothingWaitsError(ReflectError):
    """There is neither a draft nor a short reflection to go on with."""

    exit_code = 3

    def __str__(self) -> str:
        """Say so, and how to begin."""
        return f"Nothing waits to be continued.\nA new one: {self.call} new"


class NotKnownError(ReflectError):
    """A word is not one of the vocabulary."""

    exit_code = 3

    def __init__(self, identifier: str, closest: str = "") -> None:
        """Keep the id and, where there is one, the nearest known id."""
        super().__init__(identifier, closest)
        self.identifier = identifier
        self.closest = closest

    def __str__(self) -> str:
        """Say that it is not known and offer the nearest."""
        close = f"Did you mean {self.closest}? " if self.closest else ""
        return (
            f'"{self.identifier}" is not a word of the vocabulary.\n'
            f"{close}All of them: reflect vocabulary"
        )


class AmbiguousError(ReflectError):
    """Several reflections answer to a reference."""

    exit_code = 3

    def __init__(self, reference: str, candidates: Sequence[str]) -> None:
        """Keep the reference and one line for each candidate."""
        super().__init__(reference, tuple(candidates))
        self.reference = reference
        self.candidates = tuple(candidates)

    def __str__(self) -> str:
        """List the candidates, each with the id that tells it from the others."""
        shown = "\n".join(f"  {line}" for line in self.candidates)
        return (
            f'"{self.reference}" could be any of these:\n{shown}\n'
            "Name one by the letters in front."
        )


class JournalUnusableError(ReflectError):
    """The journal is there but cannot be used."""

    exit_code = 4

    def __init__(self, path: str, problem: str) -> None:
        """Keep the path and what is wrong with it."""
        super().__init__(path, problem)
        self.path = path
        self.problem = problem

    def __str__(self) -> str:
        """Say what is wrong, that nothing was touched, and who knows more."""
        return (
            f"The journal cannot be used: {self.path}: {self.problem}\n"
            f"Nothing was changed. What is wrong in detail: {self.call} doctor"
        )


class NewerRecordError(ReflectError):
    """A change was asked of a record that a newer program wrote."""

    exit_code = 4

    def __init__(self, identifier: str, version: int) -> None:
        """Keep the reflection's id and its record's version."""
        super().__init__(identifier, version)
        self.identifier = identifier
        self.version = version

    def __str__(self) -> str:
        """Say why it is left alone and what helps."""
        return (
            f"This reflection ({self.identifier}) was saved by a newer reflect "
            f"(format {self.version}).\nIt can be read here but not changed. "
            "Nothing was changed; a newer reflect can."
        )


class NoTerminalError(ReflectError):
    """A question has to be asked and there is no terminal to ask it on."""

    exit_code = 5

    def __init__(
        self,
        what: str = "The interview needs a terminal to ask its questions on.",
        without: str = "reflect new --from FILE (a JSON document; reflect schema)",
    ) -> None:
        """Keep what needs the terminal, and what works without one."""
        super().__init__(what, without)
        self.what = what
        self.without = without

    def __str__(self) -> str:
        """Say what is missing and what works without it."""
        without = f"{self.call}{self.without.removeprefix(ReflectError.call)}"
        return f"{self.what}\nWithout one: {without}"


class NotSavedError(ReflectError):
    """The disk, a permission or a lock kept a save from happening.

    Attributes:
        reason: what stood in the way, such as "the disk is full".
        kept_at: the path or words where the text is safe; "" where it is nowhere.
        again: the command that tries again, which begins with "reflect".
    """

    exit_code = 75

    def __init__(self, reason: str, kept_at: str = "", again: str = "") -> None:
        """Keep the reason, the safe place and the way on."""
        super().__init__(reason, kept_at, again)
        self.reason = reason
        self.kept_at = kept_at
        self.again = again

    def __str__(self) -> str:
        """Say that it is not saved, where the text is, and how to go on."""
        lines = [f"Not saved: {self.reason}."]
        if self.kept_at:
            lines[0] += " Your text is safe in"
            lines.append(self.kept_at)
        if self.again:
            again = f"{self.call}{self.again.removeprefix(ReflectError.call)}"
            lines.append(f"When that is mended: {again}")
        elif not self.kept_at:
            lines.append("When that is mended, the same command tries again.")
        return "\n".join(lines)


class InterviewStoppedError(ReflectError):
    """The person stopped at a question with Ctrl-C or Ctrl-D."""

    exit_code = 130

    def __init__(self, *, kept: bool, again: str = "reflect continue") -> None:
        """Keep whether a draft holds the answers so far, and how to go on."""
        super().__init__(kept, again)
        self.kept = kept
        self.again = again

    def __str__(self) -> str:
        """Say that nothing is lost."""
        if not self.kept:
            return "Stopped. There was nothing to keep yet."
        again = f"{self.call}{self.again.removeprefix(ReflectError.call)}"
        return f"Stopped; what you wrote is kept. To go on: {again}"
