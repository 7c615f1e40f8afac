"""Editing in the person's own editor: the whole document, or one text of it."""

import os
import re
from dataclasses import dataclass
from typing import Any, Final

from reflect_journal.cli import ending
from reflect_journal.cli.asking import need_terminal_to_edit
from reflect_journal.cli.by_document import read_document
from reflect_journal.cli.changed import (
    UNCHANGED,
    Edited,
    check,
    find_opened,
    find_to_change,
    save_changed,
)
from reflect_journal.cli.context import Context
from reflect_journal.cli.waiting import ask_to_go_on
from reflect_journal.errors import (
    InterviewStoppedError,
    ReflectError,
    RefusedInputError,
)
from reflect_journal.journal.editing import (
    EditorFolder,
    Sheet,
    Task,
    digest,
    list_beside,
    read_sheet,
)
from reflect_journal.journal.editor import find_editor, run_editor
from reflect_journal.model.changes import apply_changes
from reflect_journal.model.fields import is_text, parse_place
from reflect_journal.model.json_items import BYTE_ORDER_MARK
from reflect_journal.model.paths import find_at, parse_path
from reflect_journal.model.saved import SavedReflection
from reflect_journal.model.text import normalise_text
from reflect_journal.terminal.prompters import TerminalPrompter

SOURCE: Final = "PATH"
WAITS: Final = "A text from your editor waits that was not saved ({what})."
NOT_IN_NAMES: Final = re.compile(r"[^0-9A-Za-z]+")


class EditorFailedError(ReflectError):
    """The editor did not end as editors do, or its file is not there any more."""

    def __init__(self, what: str) -> None:
        """Keep what happened, as a sentence."""
        super().__init__(what)
        self.what = what

    def __str__(self) -> str:
        """Say it, and that nothing was saved."""
        return f"{self.what} Nothing was saved."


class KeptError(ReflectError):
    """Something went wrong with a text from an editor; the text is kept.

    Attributes:
        cause: what went wrong.
        path: the file that holds the text.
        again: the command that goes on with it.
    """

    def __init__(self, cause: ReflectError, path: str, again: str) -> None:
        """Keep the cause and the way on."""
        super().__init__(cause, path, again)
        self.cause = cause
        self.path = path
        self.again = again
        self.exit_code = cause.exit_code  # type: ignore[misc]

    def __str__(self) -> str:
        """Say what the cause says, where the text is, and how to go on."""
        again = f"{self.call}{self.again.removeprefix(ReflectError.call)}"
        return f"{self.cause}\nYour text is kept in {self.path}\nTo go on: {again}"


@dataclass(frozen=True, slots=True)
class Work:
    """A text on its way through the editor."""

    context: Context
    folder: EditorFolder
    base: SavedReflection
    command: list[str]
    again: str

    def edit(self, sheet: Sheet) -> Edited:
        """Let it be edited and save it; the file goes when the text is durable.

        Raises:
            KeptError: when it was changed and could not be saved.
            EditorFailedError, NoEditorError: when there is nothing to keep.
        """
        with self.folder.hold(sheet) as is_ours:
            if not is_ours:
                what = "It lies open in another editor already."
                raise EditorFailedError(what)
            try:
                edited = self._edit(sheet)
            except BaseException as error:
                if not self._was_changed(sheet):
                    self.folder.clear(sheet)
                    raise
                path = str(self.folder.settle(sheet).path)
                if not isinstance(error, ReflectError):
                    raise
                raise KeptError(error, path, self.again) from error
        self.folder.clear(sheet)
        return edited

    def _edit(self, sheet: Sheet) -> Edited:
        keyboard, screen = self.context.world.stdin, self.context.err.stream
        code = run_editor(self.command, sheet.path, keyboard, screen)
        if code:
            how = f"was stopped (signal {-code})" if code < 0 else f"ended with {code}"
            what = f"The editor {how}."
            raise EditorFailedError(what)
        try:
            content = read_sheet(sheet)
        except OSError:
            what = "The editor left no file behind."
            raise EditorFailedError(what) from None
        if digest(content) == sheet.task.given:
            self.context.err.write([UNCHANGED])
            return Edited(self.base.id)
        document = self._read(content, sheet)
        check(self.context, self.base, document, str(sheet.path))
        return save_changed(self.context, self.base, document, sheet.task.revision)

    def _read(self, content: bytes, sheet: Sheet) -> dict[str, Any]:
        source = str(sheet.path)
        if not sheet.task.path:
            return read_document(content, source, self.base)
        text = normalise_text(decode_text(content, source)).removesuffix("\n")
        changes = {parse_path(sheet.task.path): text or None}
        return apply_changes(self.base.document, changes, source)

    def _was_changed(self, sheet: Sheet) -> bool:
        if list_beside(sheet):
            return True
        try:
            content = read_sheet(sheet)
        except OSError:
            return False
        is_empty = not content.strip()
        return digest(content) != sheet.task.given and not is_empty


def edit_in_editor(context: Context, reference: str, place: str) -> Edited:
    """Open a reflection, or one text of it, in the person's editor.

    Raises:
        NoTerminalError: when there is no terminal for an editor.
        RefusedInputError: when there is no text of that name.
        NoEditorError, EditorFailedError, KeptError: when it did not work.
    """
    from reflect_journal.terminal.keyboard import leave_as_found

    # What was left is offered here, not only told.
    context.told_left = True
    base = find_to_change(context, reference)
    prompter = need_terminal_to_edit(context)
    command = find_editor(context.world.environ, windows=os.name == "nt")
    folder = EditorFolder(context.places)
    with leave_as_found(context.world.stdin):
        short = context.shorten_id(base.id)
        again = f"reflect edit {short} --editor"
        left = _offer_left(folder, prompter, base, place, again)
        if left == "leave":
            prompter.say(ending.say_kept(context.call, again))
            return Edited(base.id)
        if isinstance(left, Sheet):
            base = find_opened(context, base, left.task.base)
        sheet = left or _lay_out(context, folder, base, place)
        return Work(context, folder, base, command, again).edit(sheet)


def _offer_left(
    folder: EditorFolder,
    prompter: TerminalPrompter,
    base: SavedReflection,
    place: str,
    again: str,
) -> Any:
    """Offer what was left of this reflection; a sheet, "leave" or None for afresh."""
    for sheet in folder.list_left():
        task = sheet.task
        if task.id != base.id or (place and task.path != place):
            continue
        what = task.path or "the whole document"
        beside = ", ".join(list_beside(sheet))
        if beside:
            what = f"{what}; beside it in {sheet.folder}: {beside}"
        try:
            decision = ask_to_go_on(prompter, WAITS.format(what=what))
        except (KeyboardInterrupt, EOFError):
            raise InterviewStoppedError(kept=True, again=again) from None
        if decision != "throw-away":
            return sheet if decision == "go-on" else "leave"
        folder.clear(sheet)
    return None


def _lay_out(
    context: Context, folder: EditorFolder, base: SavedReflection, place: str
) -> Sheet:
    name, text = "reflection.json", ending.hand_back(base.document)
    if place:
        name = f"{NOT_IN_NAMES.sub('-', place).strip('-')[:60]}.txt"
        text = find_text(base, place)
    # Editors end a text with a line end, and so it has one from the beginning.
    content = f"{normalise_text(text)}\n".encode() if text else b""
    revision = context.world.new_id()
    task = Task(base.id, base.revision, revision, place, name, digest(content))
    return folder.lay_out(task, content)


def find_text(base: SavedReflection, place: str) -> str:
    """Find one text of a reflection; "" where nothing stands there yet.

    Raises:
        RefusedInputError: when no text can stand there.
    """
    path = parse_place(place, SOURCE)
    if not is_text(path, SOURCE):
        advice = f"To set it: reflect edit ID --field {place}=VALUE"
        raise RefusedInputError(SOURCE, place, "is no text.", advice)
    # Refused before anything is typed, not after.
    apply_changes(base.document, {path: "a text"}, SOURCE)
    held = find_at(base.document, path)
    return held if isinstance(held, str) else ""


def decode_text(content: bytes, source: str) -> str:
    """Read a text as UTF-8.

    Raises:
        RefusedInputError: naming the line that is none.
    """
    try:
        return content.removeprefix(BYTE_ORDER_MARK).decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise RefusedInputError(source, f"line {line}", "is not UTF-8 text.") from None
