"""What a journal tells of earlier versions: deleted, followed, undone."""

from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

from reflect_journal.errors import NotSavedError, ReflectError
from reflect_journal.journal.versions import OneReflectionError

What: TypeAlias = Literal["saved", "edited", "deleted", "restored", "erased"]
SAVED: Final = "saved"
EDITED: Final = "edited"
DELETED: Final = "deleted"
RESTORED: Final = "restored"
ERASED: Final = "erased"


@dataclass(frozen=True, slots=True)
class Deleted:
    """A deleted reflection, when that was, and what it said; None where not known.

    `erased` is true for one that was erased for good; what it said is there only
    where a copy came back from elsewhere.
    """

    id: str
    deleted_at: str
    document: dict[str, Any] | None
    erased: bool = False


@dataclass(frozen=True, slots=True)
class Erased:
    """What was erased, and files that may hold it and were left alone."""

    identifiers: tuple[str, ...]
    may_hold: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PastVersion:
    """One saved version of a reflection.

    Attributes:
        revision: its name.
        at: when it was saved, UTC as text.
        device: the device that saved it; "" where the record does not say.
        what: what was done.
        current: whether no other version follows it; where two do not, both stand
            side by side.
        document: what it says; None for a deletion.
        before: what the version said that it followed; None where there was none.
    """

    revision: str
    at: str
    device: str
    what: What
    current: bool
    document: dict[str, Any] | None
    before: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Undone:
    """A change that was taken back.

    Attributes:
        what: what the change had done to the last of its reflections.
        identifiers: its reflections, more than one where they were changed together.
        document: what the last of them says, or said, where that is known.
    """

    what: What
    identifiers: tuple[str, ...]
    document: dict[str, Any] | None


class TextMissingError(OneReflectionError):
    """An earlier text of a reflection is not in the journal."""

    exit_code = 3

    def __str__(self) -> str:
        """Say what is missing and where it may be."""
        return (
            f"The earlier text of {self.identifier} is not in this journal.\n"
            "Nothing was changed. It may be on another device, or in a line that "
            f"cannot be read: {self.call} doctor"
        )


class ErasedError(ReflectError):
    """A reflection was erased, and its text is nowhere in the journal."""

    exit_code = 3

    def __init__(self, identifier: str, erased_at: str) -> None:
        """Keep the reflection's id and when it was erased."""
        super().__init__(identifier, erased_at)
        self.identifier = identifier
        self.erased_at = erased_at

    def __str__(self) -> str:
        """Say so, and what alone may still hold it."""
        return (
            f"{self.identifier} was erased for good on {self.erased_at[:10]}; "
            "that cannot be undone.\nNothing was changed. If you made a backup "
            f"before, it may hold the text: {self.call} restore FILE --erased"
        )


class NotErasedError(NotSavedError):
    """Something stood in the way before all of a text was erased."""

    def __init__(self, reason: str) -> None:
        """Keep what stood in the way."""
        super().__init__(reason)

    def __str__(self) -> str:
        """Say so, that nothing else was touched, and the way on."""
        return (
            f"Not erased everywhere: {self.reason}.\n"
            "Everything else is as it was. When that is mended, the same command "
            "goes on."
        )


class FollowedElsewhereError(OneReflectionError):
    """What should be undone has been changed on another device since."""

    exit_code = 2

    def __str__(self) -> str:
        """Say why nothing was undone, and how to choose a version."""
        return (
            "Your last change has been changed again on another device since.\n"
            "Nothing was undone. All its versions, and how to choose one:\n"
            f"{self.call} history {self.identifier}"
        )
