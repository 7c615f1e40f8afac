"""Drafts: interviews that are not finished yet, safe after every answer."""

import json
import re
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from reflect_journal.errors import ReflectError
from reflect_journal.journal.durable import (
    TEMP_END,
    make_folder,
    read_whole,
    replace_file,
)
from reflect_journal.journal.places import Places
from reflect_journal.journal.reasons import explained
from reflect_journal.journal.system import THIS_SYSTEM, System

DRAFT_FORMAT: Final = 1
DRAFT_END: Final = ".json"
DRAFT_ID: Final = re.compile(r"[0-9A-Za-z][0-9A-Za-z_-]{0,63}")


class DraftUnusableError(ReflectError):
    """A draft holds something that its questions cannot understand."""

    exit_code = 2

    def __init__(self, path: str) -> None:
        """Keep the draft's file."""
        super().__init__(path)
        self.path = path

    def __str__(self) -> str:
        """Say what may have happened, that all is there, and how to begin anew."""
        return (
            f"The unfinished reflection does not fit the questions: {self.path}\n"
            "It was changed outside, or kept by another version of reflect. It is "
            "left as it is; what was typed can be read there in a text editor.\n"
            f"To begin anew, move the file away: {self.call} new"
        )


@dataclass(frozen=True, slots=True)
class Draft:
    """An interview not finished yet.

    `started_at` and `updated_at` are UTC times as text (2026-11-20T21:04:05.123Z);
    `answers` by question, in the order in which they were given, any JSON value;
    `asked` the questions that were shown; `base` and `base_revision` the reflection
    that is being continued; `revision` the one that saving it will have; `partial`
    what was typed of the answer that was interrupted; `extra` what a newer program
    wrote beside all that.
    """

    id: str
    form: str
    started_at: str
    updated_at: str
    answers: dict[str, Any] = field(default_factory=dict)
    asked: tuple[str, ...] = ()
    base: str | None = None
    base_revision: str | None = None
    revision: str = ""
    partial: Any = None
    extra: dict[str, Any] = field(default_factory=dict)

    @property
    def begun_on(self) -> date | None:
        """The day on this machine's calendar on which it was begun, if that is told."""
        try:
            return datetime.fromisoformat(self.started_at).astimezone().date()
        except (ValueError, OverflowError):
            return None


TEXTS: Final = ("id", "form", "started_at", "updated_at", "revision")
NAMES: Final = tuple(one.name for one in fields(Draft) if one.name != "extra")


class DraftStore:
    """The folder of drafts, one file each; `folder` is another one than usual."""

    def __init__(
        self,
        places: Places,
        *,
        folder: Path | None = None,
        system: System = THIS_SYSTEM,
    ) -> None:
        self._folder = folder or places.drafts
        self._system = system

    def keep(self, draft: Draft) -> None:
        """Keep a draft in place of its last state.

        Raises:
            NotSavedError: when that is not possible; the last state is still there.
        """
        content = format_draft(draft)
        with explained():
            make_folder(self._folder, self._system)
            replace_file(self.path_of(draft.id), content, self._system)

    def load_all(self) -> list[Draft]:
        """Load all drafts that can be read, oldest first."""
        drafts = (_load(path) for path in self._list_paths())
        return sorted((one for one in drafts if one), key=lambda draft: draft.id)

    def unreadable(self) -> list[Path]:
        """List the draft files that cannot be read; they are never removed."""
        return [path for path in self._list_paths() if _load(path) is None]

    def find_newest(self) -> Draft | None:
        """Find the draft that was kept last."""
        drafts = self.load_all()
        return max(drafts, key=lambda draft: (draft.updated_at, draft.id), default=None)

    def path_of(self, draft_id: str) -> Path:
        """Give the file of a draft.

        Raises:
            ValueError: when the id would lead out of the folder.
        """
        if not DRAFT_ID.fullmatch(draft_id):
            raise ValueError(draft_id)
        return self._folder / f"{draft_id}{DRAFT_END}"

    def discard(self, draft_id: str) -> None:
        """Remove a draft and what killed attempts to keep it left behind.

        One that cannot be removed stays: what it held is saved, and saving it again
        makes nothing twice.
        """
        path = self.path_of(draft_id)
        with suppress(OSError):
            for temp in self._folder.glob(f".{draft_id}.*{TEMP_END}"):
                temp.unlink(missing_ok=True)
            path.unlink(missing_ok=True)
            self._system.sync_folder(self._folder)

    def _list_paths(self) -> list[Path]:
        try:
            return sorted(
                path
                for path in self._folder.iterdir()
                if path.suffix == DRAFT_END and not path.name.startswith(".")
            )
        except FileNotFoundError:
            return []
        except OSError:
            return [self._folder]


def format_draft(draft: Draft) -> bytes:
    """Give the content of a draft's file; whatever can be typed survives in it."""
    known = {"v": DRAFT_FORMAT, **asdict(draft)}
    extra = known.pop("extra")
    return json.dumps({**extra, **known}, indent=1, default=str).encode() + b"\n"


def parse_draft(content: bytes) -> Draft | None:
    """Take a draft's file; None when it is none, or of a newer format."""
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, dict) or data.pop("v", None) != DRAFT_FORMAT:
        return None
    values = {name: data.pop(name) for name in NAMES if name in data}
    if not _is_draft(values):
        return None
    values["asked"] = tuple(values.get("asked", ()))
    return Draft(**values, extra=data)


def _is_draft(values: dict[str, Any]) -> bool:
    return (
        all(isinstance(values.get(name), str) for name in TEXTS)
        and DRAFT_ID.fullmatch(values["id"]) is not None
        and isinstance(values.get("answers"), dict)
        and isinstance(values.get("asked"), list)
        and all(isinstance(one, str) for one in values["asked"])
        and isinstance(values.get("base"), str | None)
        and isinstance(values.get("base_revision"), str | None)
    )


def _load(path: Path) -> Draft | None:
    try:
        draft = parse_draft(read_whole(path))
    except OSError:
        return None
    # Kept under its own name, a copy would take the place of what it is a copy of.
    return draft if draft and draft.id == path.stem else None
