"""What is odd about the journal, in plain words and without a word of its texts."""

import os
import shlex
from typing import Final, NamedTuple

UNREADABLE_LINE: Final = "unreadable-line"
UNFINISHED_LINE: Final = "unfinished-line"
CHANGED_OUTSIDE: Final = "changed-outside"
NEWER_VERSION: Final = "newer-version"
TWO_VERSIONS: Final = "two-versions"
UNREADABLE_FILE: Final = "unreadable-file"
NOT_A_REGULAR_FILE: Final = "not-a-regular-file"
UNUSABLE: Final = "unusable"
TOO_OPEN: Final = "too-open"
FOREIGN_OWNER: Final = "foreign-owner"
READ_ONLY: Final = "read-only"
DISK_NEARLY_FULL: Final = "disk-nearly-full"
CONFIGURATION: Final = "configuration"
UNREADABLE_DRAFT: Final = "unreadable-draft"
NEWER_DRAFT: Final = "newer-draft"
OLD_DRAFT: Final = "old-draft"
DRAFT_ELSEWHERE: Final = "draft-of-another-journal"
LEFT_OVER: Final = "left-over"
UNSAVED_CHANGES: Final = "unsaved-changes"
NOT_READ: Final = "not-read"
REPEATED: Final = "repeated-line"
ODD_CLOCK: Final = "odd-clock"
SYNC_COPY: Final = "copy-of-a-log"
TWO_JOURNALS: Final = "two-journals"
SYNCED: Final = "synced-folder"
OPEN_CONFIGURATION: Final = "open-configuration"

ERASED_TEXT: Final = "erased-text"
NO_BACKUP: Final = "no-backup"

NO_DAMAGE: Final = (NEWER_VERSION, TWO_VERSIONS, ERASED_TEXT)
WORTH_KNOWING: Final = (
    OLD_DRAFT,
    DRAFT_ELSEWHERE,
    LEFT_OVER,
    UNSAVED_CHANGES,
    NOT_READ,
    REPEATED,
    ODD_CLOCK,
    SYNC_COPY,
    TWO_JOURNALS,
    SYNCED,
    OPEN_CONFIGURATION,
    NO_BACKUP,
)
"""Kinds that nobody has to act on; all others are for the person to look at."""
LINES_NAMED: Final = 5


class Finding(NamedTuple):
    """Something that `reflect doctor` reports.

    `kind` is one of the words of this module; `where` names the place, such as
    "a1b2c3.jsonl, line 12"; `means` says what it means for the person and `do` what
    to do now, in whole sentences.
    """

    kind: str
    where: str
    means: str
    do: str

    @property
    def is_damage(self) -> bool:
        """Whether something is broken; versions side by side are not."""
        return self.kind not in NO_DAMAGE

    @property
    def needs_person(self) -> bool:
        """Whether somebody has to act; the others are only worth knowing."""
        return self.kind not in WORTH_KNOWING


class Oddity(NamedTuple):
    """A kind of finding with its words, before it is known where."""

    kind: str
    means: str
    do: str


CUT_OFF: Final = Oddity(
    UNFINISHED_LINE,
    "The last save here was cut short, or another program is still writing. "
    "It was never reported as saved; everything before it is whole.",
    "If you miss something, look for the draft: reflect continue. The piece does no "
    "harm; reflect doctor --repair takes it out and keeps its bytes.",
)
UNREADABLE_WHOLE: Final = Oddity(
    UNREADABLE_LINE,
    "This line cannot be read: a save that was cut short, or bytes that changed "
    "on the disk. All other lines are read as before.",
    "If a reflection is missing, take this file from a backup. If none is: "
    "reflect doctor --repair takes the line out and keeps its bytes.",
)
UNREADABLE_PART: Final = Oddity(
    UNREADABLE_LINE,
    "Part of this line cannot be read. What is whole in it is shown as usual.",
    "If a reflection is missing, take this file from a backup. If none is: "
    "reflect doctor --repair takes out what cannot be read and keeps its bytes.",
)
CHANGED: Final = Oddity(
    CHANGED_OUTSIDE,
    "The text of this line is not as reflect saved it: it was changed by hand, by "
    "another program, or on the disk. It is shown as it stands there.",
    "Look at the reflection: reflect show. If it is as you want it, reflect doctor "
    "--repair seals it as it stands. If not, take this file from a backup.",
)
CHANGED_COPY: Final = Oddity(
    CHANGED_OUTSIDE,
    "This line is another copy of a saved version, with a different text. "
    "The copy that is as reflect saved it is shown.",
    "Compare the two if you changed this line by hand. reflect doctor --repair keeps "
    "the one as it was saved, and the bytes of the other.",
)
CHANGED_DELETION: Final = Oddity(
    CHANGED_OUTSIDE,
    "This line says that a reflection was deleted, but it is not as reflect saved "
    "it. So the reflection is shown.",
    "If you did delete it, delete it once more. reflect doctor --repair takes the "
    "line out and keeps its bytes.",
)
SPACED_OUT: Final = Oddity(
    CHANGED_OUTSIDE,
    "Another program changed the line ends or put spaces around the line. "
    "Not a word of yours is different.",
    "reflect doctor --repair puts that right. Keep the file out of programs that "
    "convert text files.",
)
NEWER: Final = Oddity(
    NEWER_VERSION,
    "A newer reflect saved this. It is shown as far as this one understands it, and "
    "is not changed.",
    "Update reflect to see and change all of it.",
)
SIDE_BY_SIDE: Final = Oddity(
    TWO_VERSIONS,
    "This reflection was changed in two places at the same time. Both versions are "
    "kept; the newer one is shown.",
    "Nothing is lost. reflect history ID shows both, and reflect history ID "
    "--keep REV chooses one; ID is the name above, REV stands in the history.",
)
STILL_THERE: Final = Oddity(
    ERASED_TEXT,
    "This reflection was erased for good, but a file of the journal still holds its "
    "text: erasing was cut short, or another device or a copy brought it back. "
    "It is not shown.",
    "To erase that too: reflect delete --forever with this id. "
    "To have it back after all: reflect undelete with this id.",
)
FILE_UNREADABLE: Final = Oddity(
    UNREADABLE_FILE,
    "This file could not be read to its end, so some reflections may be missing "
    "from what is shown.",
    "Check that you may read it and that the disk is well, then try again.",
)
FILE_ODD: Final = Oddity(
    NOT_A_REGULAR_FILE,
    "This has the name of a log but is a folder, a link or a device. "
    "It is left alone, and nothing in it is shown.",
    "Move it away. If it is a link, put the file itself in its place.",
)


class Notes:
    """Findings while they are gathered, the lines of one file side by side."""

    def __init__(self) -> None:
        self._lines: dict[tuple[str, Oddity], list[int]] = {}

    def add(self, oddity: Oddity, place: str, line: int = 0) -> None:
        """Note an oddity of a file or, from 1 on, of a line in it."""
        self._lines.setdefault((format_name(place), oddity), []).append(line)

    def list_findings(self) -> tuple[Finding, ...]:
        """List what was noted, by file and line."""
        noted = sorted(
            ((place, sorted(lines), oddity))
            for (place, oddity), lines in self._lines.items()
        )
        return tuple(
            Finding(oddity.kind, _format_where(place, lines), oddity.means, oddity.do)
            for place, lines, oddity in noted
        )


def speak_of_another_device(finding: Finding, log: str) -> Finding:
    """Say where damage in a log is mended that this device does not write."""
    do = (
        "Another device writes this file, so it is mended there: reflect doctor "
        "--repair. If no device writes it any more: reflect doctor --repair --gone "
        f"{shlex.quote(format_name(log))}"
    )
    return finding._replace(do=do)


def describe_unusable(place: str, problem: str) -> Finding:
    """Describe a journal that cannot be used at all."""
    return Finding(
        UNUSABLE,
        format_name(place),
        f"The journal cannot be used: {problem}.",
        "Nothing in it was changed. Check that this is the folder you mean "
        "(reflect where) and that its disk is there, or take it from a backup.",
    )


def format_name(name: str) -> str:
    """Give a file's name as text that can always be printed."""
    return os.fsencode(name).decode("utf-8", "replace")


def _format_where(place: str, lines: list[int]) -> str:
    if not lines[0]:
        return place
    named = ", ".join(str(line) for line in lines[:LINES_NAMED])
    rest = len(lines) - LINES_NAMED
    word = "line" if len(lines) == 1 else "lines"
    return f"{place}, {word} {named}" + (f" and {rest} more" if rest > 0 else "")
