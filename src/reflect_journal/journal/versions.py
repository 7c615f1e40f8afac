"""What is asked of a journal, and what it answers."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from reflect_journal.errors import ReflectError
from reflect_journal.journal.findings import Finding
from reflect_journal.model.outline import Outline


class NewVersion(NamedTuple):
    """A version of a reflection that is to be saved.

    `revision` is chosen before the first attempt, so that a retry is the same
    version; `parents` are the revisions it follows, none for a new reflection;
    `claimed` is true when the id came with the document and may be known already.
    """

    id: str
    revision: str
    document: Mapping[str, Any]
    parents: tuple[str, ...] = ()
    claimed: bool = False


class NewDeletion(NamedTuple):
    """The deletion of a reflection that is to be saved; it hides its `parents`."""

    id: str
    revision: str
    parents: tuple[str, ...]


class NewErasure(NamedTuple):
    """An erasure that is to be saved: no text comes back but one that follows it."""

    id: str
    revision: str
    parents: tuple[str, ...]


class Receipt(NamedTuple):
    """The ids that are safe now, and those that were saved with this content before."""

    saved: tuple[str, ...] = ()
    already: tuple[str, ...] = ()


class Survey(NamedTuple):
    """All current reflections in outline, and what is odd about the journal."""

    outlines: list[Outline]
    findings: tuple[Finding, ...] = ()

    @property
    def damaged(self) -> bool:
        """Whether some finding is damage, which one line should mention."""
        return any(finding.is_damage for finding in self.findings)


class OneReflectionError(ReflectError):
    """Something stands in the way of one reflection."""

    def __init__(self, identifier: str) -> None:
        """Keep the reflection's id."""
        super().__init__(identifier)
        self.identifier = identifier


class KnownIdError(OneReflectionError):
    """A document carries the id of a reflection that says something else."""

    exit_code = 2

    def __str__(self) -> str:
        """Say that it is known, that nothing was changed, and both ways on."""
        return (
            f"The journal already has a reflection {self.identifier}, and it says "
            "something else.\nNothing was saved. To keep both, take the id out of the "
            f"document; to see the one that is there: {self.call} show "
            f"{self.identifier}"
        )
