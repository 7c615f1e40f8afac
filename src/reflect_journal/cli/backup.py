"""`reflect backup`: the whole journal in one file."""

from typing import Annotated, Final

import typer

from reflect_journal.cli.confirming import DECLINED, Yes, confirm
from reflect_journal.cli.context import Context
from reflect_journal.errors import ReflectError

File = Annotated[
    str,
    typer.Argument(
        metavar="[FILE]", help="Where to; else reflect-backup-DAY.zip, in this folder."
    ),
]
DONE: Final = (
    "Read back and compared: it is whole. It is not encrypted. Keep it on another "
    "disk; to have it back: {call} restore FILE"
)


class NothingToBackUpError(ReflectError):
    """The journal is empty; an empty backup would only look like one."""

    exit_code = 3

    def __str__(self) -> str:
        """Say that no file was written, and where the journal was looked for."""
        return (
            "The journal is empty, so no file was written.\n"
            f"Where it was looked for: {self.call} where"
        )


def backup(context: Context, file: File = "", yes: Yes = False) -> int:
    """Put the whole journal into one file.

    Every saved version, what was deleted, unfinished reflections, changes that were
    not saved, and your settings.
    A file that is there is replaced only after asking, or with --yes.
    """
    from reflect_journal.journal.backup import take_backup
    from reflect_journal.journal.files import find_target, name_in_folder, write_file
    from reflect_journal.journal.system import THIS_SYSTEM

    usual = f"reflect-backup-{context.today.isoformat()}.zip"
    name = name_in_folder(file or ".", usual)
    path, replaces = find_target(name)
    if replaces and not yes and not confirm(context, f"{name} is there. Replace it?"):
        context.err.write(["Nothing was written."])
        return DECLINED
    path = path.absolute()
    taken = take_backup(context.places, context.world.now(), THIS_SYSTEM)
    if not taken.records and not taken.drafts:
        raise NothingToBackUpError
    write_file(path, taken.content, replace=replaces)
    done = DONE.format(call=context.call)
    count = f"{taken.reflections} reflection{'s' * (taken.reflections != 1)}"
    context.err.write_folded(f"Backed up: {count}, in {path}\n{done}")
    if context.options.json:
        counts = {"reflections": taken.reflections, "records": taken.records}
        context.answer_json({"file": str(path), **counts})
    return 0
