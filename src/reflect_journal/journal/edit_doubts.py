"""Changes to saved reflections that were begun and not saved; a repair leaves them."""

from collections.abc import Iterator

from reflect_journal.journal.drafts import DraftStore
from reflect_journal.journal.editing import EditorFolder, list_beside
from reflect_journal.journal.findings import (
    LEFT_OVER,
    UNREADABLE_DRAFT,
    UNSAVED_CHANGES,
    Finding,
    format_name,
)
from reflect_journal.journal.places import Places
from reflect_journal.journal.sheets import list_half
from reflect_journal.journal.system import System


def find_unsaved_changes(places: Places, system: System) -> Iterator[Finding]:
    """Find what waits to be gone on with, and what cannot be."""
    store = DraftStore(places, folder=places.edits)
    for draft in store.load_all():
        yield Finding(
            UNSAVED_CHANGES,
            format_name(str(store.path_of(draft.id))),
            "Changes to a saved reflection wait that were not saved.",
            f"To go on with them or throw them away: reflect edit {draft.id}",
        )
    for path in store.unreadable():
        yield Finding(
            UNREADABLE_DRAFT,
            format_name(str(path)),
            "These unsaved changes to a reflection cannot be read, so reflect edit "
            "passes them over. Nothing in them was changed.",
            "What was typed may be legible in a text editor. When nothing in it is "
            "needed, delete the file.",
        )
    for sheet in EditorFolder(places, system=system).list_left():
        beside = " What the editor put beside it is in the same folder."
        yield Finding(
            UNSAVED_CHANGES,
            format_name(str(sheet.path)),
            "A text that was open in an editor waits here. It may not be saved."
            + (beside if list_beside(sheet) else ""),
            f"To go on with it or throw it away: reflect edit {sheet.task.id} --editor",
        )
    for folder in list_half(places):
        yield Finding(
            LEFT_OVER,
            format_name(str(folder)),
            "An edit that was stopped at its beginning, or damaged, left this folder.",
            "Look into it. When nothing in it is needed, delete it.",
        )
