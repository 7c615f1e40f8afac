"""What is done to a journal, from which state, and what has to be there afterwards.

A new command that writes becomes one more line of `DEEDS`; every harness takes it.
"""

import io
import json
import re
import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeAlias

from reflect_journal.cli.app import run
from reflect_journal.cli.world import World
from reflect_journal.errors import (
    JournalUnusableError,
    NotSavedError,
    ReflectError,
    RefusedInputError,
)
from reflect_journal.journal.archive import read_archive
from reflect_journal.journal.daily import back_up_daily
from reflect_journal.journal.disk import DiskJournal
from reflect_journal.journal.drafts import Draft, DraftStore
from reflect_journal.journal.editing import EditorFolder, Task
from reflect_journal.journal.generations import list_generations
from reflect_journal.journal.overhaul import Overhaul
from reflect_journal.journal.places import Places, find_places
from reflect_journal.journal.system import System
from reflect_journal.journal.versions import NewVersion
from tests.torture.person import REACTION, WORDS, Person, Screen
from tests.torture.worlds import NOW

Shown: TypeAlias = dict[str, str]
"""What a person gets to see: texts by their id."""

NOT_SAVED, UNUSABLE, REFUSED_INPUT = 75, 4, 2


class Outcome(Enum):
    """How a deed ended."""

    ACKNOWLEDGED = "acknowledged"
    REFUSED = "refused"
    BROKEN = "broken"


def find_home_places(home: Path) -> Places:
    return find_places({"REFLECT_HOME": str(home)})


def make_id(name: str) -> str:
    """Ids that differ in most letters, as real ones do."""
    return f"01{sha256(name.encode()).hexdigest()[:24].upper()}"


def open_journal(home: Path, patience: float = 0.0) -> DiskJournal:
    from ulid import ULID

    return DiskJournal(
        find_home_places(home),
        lambda: datetime.now(UTC),
        lambda: str(ULID()),
        system=System(patience=patience),
    )


def make_version(name: str, size: int = 6000, **changes: Any) -> NewVersion:
    """A reflection that takes more than one page of a file."""
    document = {"company": name, "rejected_on": "2026-11-20", "lesson": "y" * size}
    given: dict[str, Any] = {"id": make_id(name), "revision": make_id(f"r {name}")}
    return NewVersion(document=document, **{**given, **changes})


def show(document: object) -> str:
    return json.dumps(document, sort_keys=True)


def look_at_journal(home: Path) -> Shown:
    journal = open_journal(home)
    ids = [outline.id for outline in journal.survey().outlines]
    return {
        one.id: show(one.document) + ("" if one.sealed else " (changed)")
        for one in journal.get(ids)
    }


def look_at_drafts(home: Path) -> Shown:
    drafts = DraftStore(find_home_places(home)).load_all()
    return {one.id: show(one.answers) for one in drafts}


@dataclass(frozen=True)
class Deed:
    """One command that writes.

    `begin` makes the state before, `act` does it and raises where it is refused;
    `before` and `after` is what `look` finds then: nothing in between is allowed but
    what is named there.
    """

    name: str
    begin: Callable[[Path], None]
    act: Callable[[Path], None]
    before: Mapping[str, str]
    after: Mapping[str, str]
    look: Callable[[Path], Shown] = look_at_journal
    between: tuple[Mapping[str, str], ...] = ()


OLD = [make_version(f"old{number}", 1000) for number in range(3)]
ONE = [make_version("new0")]
BATCH = [make_version(f"new{number}") for number in range(3)]
CHANGE = [
    make_version("old0 told again", id=OLD[0].id, parents=(OLD[0].revision,)),
]
LAST = make_version("last", 10)
RUBBISH = b"\x00\xff rubbish\n"
TORN = b'{"v":1,"op":"put","id":"01TORN","reflection":{"company":"' + b"t" * 5000


def begin_nothing(home: Path) -> None:
    assert not home.exists()


def begin_old(home: Path) -> None:
    journal = open_journal(home)
    for version in OLD:
        journal.save([version])


def find_log(home: Path) -> Path:
    places = find_home_places(home)
    return places.journal / f"{places.device.read_text().strip()}.jsonl"


def begin_torn(home: Path) -> None:
    begin_old(home)
    with find_log(home).open("ab") as log:
        log.write(TORN)


def begin_left_over(home: Path) -> None:
    begin_old(home)
    log = find_log(home)
    for name in ("01a", "01b"):
        temp = log.with_name(f".{log.stem}-{name}.partial")
        temp.write_bytes(log.read_bytes())


def begin_draft(home: Path) -> None:
    keep_draft(home, {"moment": "one"})


def keep_draft(home: Path, answers: dict[str, Any]) -> None:
    draft = Draft(make_id("draft"), "full", "", "", answers)
    DraftStore(find_home_places(home), system=System(patience=0.0)).keep(draft)


def begin_damaged(home: Path) -> None:
    """A line changed by hand, rubbish, a record glued to a torn one, a torn tail."""
    begin_old(home)
    log = find_log(home)
    first, one, two, three = log.read_bytes().splitlines(keepends=True)
    changed = one.replace(b'"old0"', b'"OLD0"')
    log.write_bytes(b"".join([first, changed, RUBBISH, two, TORN[:80], three, TORN]))


def repair(home: Path, patience: float = 0.0) -> None:
    from ulid import ULID

    Overhaul(
        find_home_places(home),
        lambda: datetime.now(UTC),
        lambda: str(ULID()),
        system=System(patience=patience),
    ).carry_out()


def look_at_damage(home: Path) -> Shown:
    """What is shown, what `reflect doctor` tells, and whether all bytes are there."""
    places = find_home_places(home)
    kinds = sorted({one.kind for one in open_journal(home).survey().findings})
    kept = b"".join(
        path.read_bytes()
        for folder in (places.journal, places.quarantine)
        for path in folder.glob("*.[jp]*")
    )
    texts = look_at_journal(home)
    shown_texts = {one: text.removesuffix(" (changed)") for one, text in texts.items()}
    there = all(piece in kept for piece in (RUBBISH, TORN, b'"OLD0"'))
    told = {"told": " ".join(kinds), "bytes": "there" if there else "lost"}
    return shown_texts | told


def save(*versions: NewVersion) -> Callable[[Path], None]:
    def act(home: Path) -> None:
        open_journal(home).save(versions)

    return act


def begin_handed_in(home: Path) -> None:
    begin_old(home)
    documents = [{**one.document, "id": one.id} for one in BATCH]
    (home / "handed-in.json").write_text(json.dumps(documents))


def hand_in(home: Path) -> None:
    """The command itself, as it is typed."""
    command(home, "new", "--from", str(home / "handed-in.json"))


def save_facts(home: Path) -> None:
    command(home, "new", "--no-input", "--company", "new0", "--on", "2026-11-20")


def void(_: object) -> None:
    """Only the deed counts, not what it answers."""


EDITED = OLD[0]._replace(document={**OLD[0].document, "moment": "z" * 6000})


def edit(home: Path) -> None:
    """Change one text of a saved reflection, as it is typed."""
    text = EDITED.document["moment"]
    command(home, "edit", OLD[0].id, "--field", f"moment={text}")


def command(home: Path, *arguments: str, stdin: Person | None = None) -> None:
    """Do a command as it is typed, where somebody is there with their answers."""
    world = World(
        environ={"REFLECT_HOME": str(home)},
        stdin=stdin or io.TextIOWrapper(io.BytesIO()),
        stdout=io.StringIO(),
        stderr=stdin.screen if stdin else io.StringIO(),
        now=lambda: NOW if arguments[0] == "feedback" else datetime.now(UTC),
    )
    code = run(list(arguments), world)
    if code == NOT_SAVED:
        raise NotSavedError(str(code))
    if code == UNUSABLE:
        raise JournalUnusableError(str(home), str(code))
    if code == REFUSED_INPUT and arguments[0] in {"restore", "new"}:
        # What cannot be read is refused like any other input.
        raise RefusedInputError(home.name, "", str(code))
    if code:
        raise RuntimeError(code)


def begin_deleted(home: Path) -> None:
    begin_old(home)
    open_journal(home).delete([OLD[0].id])


def begin_changed(home: Path) -> None:
    begin_old(home)
    open_journal(home).save(CHANGE)


def begin_lost(home: Path) -> None:
    """A backup, and a journal that has lost a part of what is in it."""
    begin_old(home)
    command(home, "backup", str(home / "backup.zip"))
    shutil.rmtree(home / "data")
    for version in OLD[:2]:
        open_journal(home).save([version])


def begin_spread(home: Path) -> None:
    """One reflection wherever the program puts one."""
    begin_old(home)
    places = find_home_places(home)
    [line] = [
        one
        for one in find_log(home).read_bytes().splitlines()
        if OLD[0].id.encode() in one
    ]
    places.quarantine.mkdir(parents=True)
    (places.quarantine / "x.part").write_bytes(line[:900])
    changed = [*CHANGE, make_version("beside", 1000)]
    open_journal(home).save(changed)
    back_up_daily(places, lambda: NOW)
    draft = Draft(OLD[0].id, "full", "", "", {"moment": "old0"}, base=OLD[0].id)
    for folder in (places.drafts, places.edits):
        DraftStore(places, folder=folder, system=System(patience=0.0)).keep(draft)
    task = Task(OLD[0].id, OLD[0].revision, "01SHEET", "", "reflection.json", "")
    EditorFolder(places).lay_out(task, b'"old0"')
    (places.quarantine / f"{OLD[0].id}.json").write_bytes(b'broken "old0"')


def erase(home: Path) -> None:
    """Erase; what could not be, and is named to the person, counts as refused."""
    left = open_journal(home).erase([OLD[0].id]).may_hold
    if left:
        raise NotSavedError(", ".join(left))


def look_for_erased(home: Path) -> Shown:
    """What is shown, and whether a word of what should be gone is still there."""
    found = look_at_journal(home)
    held = [path.read_bytes() for path in home.rglob("*") if path.is_file()]
    for one in list_generations(find_home_places(home).backups):
        held += one.read().parts.values()
    remains = any(b'"old0' in one for one in held)
    return {**found, **({"remains": "yes"} if remains else {})}


def ask_for_feedback(home: Path) -> None:
    letter, person = str(home / "letter.eml"), ("--name", "Zoë <z@example.org>")
    given = ("--my-name", "Kim", "--eml", letter, "--yes", "--sent", "--on")
    ask = ("feedback", "ask", OLD[0].id, "--to", "hr", "--with", "none")
    command(home, *ask, *person, *given, DAY)


def hear(home: Path) -> None:
    """Type in what somebody said, and one's own reaction.

    Raises:
        RuntimeError: when they were refused and cannot be found any more.
    """
    screen = Screen()
    add = ("feedback", "add", OLD[0].id, "--by", "recruiter", "--on", DAY, "--plain")
    try:
        command(home, *add, stdin=Person(screen))
    except ReflectError:
        said = screen.getvalue()
        asked = "What did they say?" in said
        if asked and not (is_shown(WORDS, said) or is_told(WORDS, said)):
            raise RuntimeError(said) from None
        reacted = "And your own reaction?" in said
        if reacted and "not be written down" in said and not is_shown(REACTION, said):
            raise RuntimeError(said) from None
        raise


def is_shown(text: str, screen: str) -> bool:
    """Whether the screen says that a text is saved, or shows it."""
    saved = text == WORDS and "Saved, in their words." in screen
    return saved or all(line in screen for line in text.splitlines())


def is_told(text: str, screen: str) -> bool:
    """Whether the screen names a file that holds a text."""
    named = re.search(r"/\S+handed-in\S+", screen)
    try:
        return named is not None and Path(named[0]).read_text() == text
    except OSError:
        return True


def look_at_feedback(home: Path) -> Shown:
    """What is shown, what was typed twice only once, and the letter."""
    found = {key: json.loads(text) for key, text in look_at_journal(home).items()}
    for document in found.values():
        merge(document, "heard", "heard_on")
        merge(document, "feedback", "to")
    letter = home / "letter.eml"
    lines = letter.read_text().splitlines() if letter.exists() else []
    letters = {"letter": f"{lines[0]} {lines[-1]}"} if lines else {}
    return {key: show(one) for key, one in found.items()} | letters


def merge(document: dict[str, Any], key: str, by: str) -> None:
    """Make one of all items that have the same under `by`."""
    merged: dict[str, Any] = {}
    for one in document.get(key, ()):
        merged[one[by]] = merged.get(one[by], {}) | one
    if merged:
        document[key] = list(merged.values())


def look_at_export(home: Path) -> Shown:
    path = home / "export.jsonl"
    lines = path.read_text().splitlines() if path.exists() else []
    documents = [json.loads(line) for line in lines]
    return {one.pop("id"): show(one) for one in documents}


def look_at_backup(home: Path) -> Shown:
    path = home / "backup.zip"
    if not path.exists():
        return {}
    with path.open("rb") as file:
        archive = read_archive(file, "")
    assert not archive.damaged
    records = [json.loads(line) for line in archive.list_lines()]
    return {one["id"]: show(one["reflection"]) for one in records if one["op"] == "put"}


def shown(*versions: NewVersion) -> Shown:
    return {one.id: show(one.document) for one in versions}


OLD_SHOWN = shown(*OLD)
DAMAGED_SHOWN = OLD_SHOWN | {
    OLD[0].id: show({**OLD[0].document, "company": "OLD0"}),
}
TOLD = "changed-outside unfinished-line unreadable-line"
SPREAD = shown(*CHANGE, *OLD[1:], make_version("beside", 1000))
REMAINS = {"remains": "yes"}
DAY = NOW.date().isoformat()
LETTER = {"letter": "To: =?utf-8?q?Zo=C3=AB?= <z@example.org> Kim"}
ASKED = {"to": "hr", "via": "email", "state": "asked", "asked_on": DAY, "who": "Zoë"}
RECEIVED = {"to": "recruiter", "via": "email", "state": "received", "received_on": DAY}
SPOKE = {"by": "recruiter", "words": WORDS, "heard_on": DAY, "noted_on": DAY}
ON_A_DAY = ("--on", "2027-03-01", "--note", "two talks given")
LATER = {"due_on": "2027-03-01", "note": "two talks given"}


def add(**more: Any) -> Shown:
    """What is shown where the oldest reflection holds more."""
    return OLD_SHOWN | {OLD[0].id: show({**OLD[0].document, **more})}


BEGUN = {**SPOKE, "words": WORDS.splitlines()[0]}
BEGUN_TO_HEAR = add(heard=[BEGUN], feedback=[RECEIVED])
HEARD = add(heard=[SPOKE], feedback=[RECEIVED])
REACTED = add(heard=[{**SPOKE, "reaction": REACTION}], feedback=[RECEIVED])
LEFT = {key: text for key, text in SPREAD.items() if key != OLD[0].id}
DEEDS = {
    one.name: one
    for one in (
        Deed("save the first", begin_nothing, save(*ONE), {}, shown(*ONE)),
        Deed("save one", begin_old, save(*ONE), OLD_SHOWN, shown(*OLD, *ONE)),
        Deed("save several", begin_old, save(*BATCH), OLD_SHOWN, shown(*OLD, *BATCH)),
        Deed("go on", begin_old, save(*CHANGE), OLD_SHOWN, OLD_SHOWN | shown(*CHANGE)),
        Deed("close a torn line", begin_torn, save(*ONE), OLD_SHOWN, shown(*OLD, *ONE)),
        Deed("sweep", begin_left_over, save(*ONE), OLD_SHOWN, shown(*OLD, *ONE)),
        Deed(
            "repair",
            begin_damaged,
            repair,
            DAMAGED_SHOWN | {"told": TOLD, "bytes": "there"},
            DAMAGED_SHOWN | {"told": "", "bytes": "there"},
            look_at_damage,
        ),
        Deed("hand in", begin_handed_in, hand_in, OLD_SHOWN, shown(*OLD, *BATCH)),
        Deed("edit", begin_old, edit, OLD_SHOWN, OLD_SHOWN | shown(EDITED)),
        Deed(
            "delete",
            begin_old,
            lambda home: void(open_journal(home).delete([OLD[0].id])),
            OLD_SHOWN,
            shown(*OLD[1:]),
        ),
        Deed(
            "undelete",
            begin_deleted,
            lambda home: void(open_journal(home).restore([OLD[0].id])),
            shown(*OLD[1:]),
            OLD_SHOWN,
        ),
        Deed(
            "undo",
            begin_changed,
            lambda home: void(open_journal(home).undo(make_id("undo"))),
            OLD_SHOWN | shown(*CHANGE),
            OLD_SHOWN,
        ),
        Deed(
            "erase",
            begin_spread,
            erase,
            SPREAD | REMAINS,
            LEFT,
            look_for_erased,
            (LEFT | REMAINS,),
        ),
        Deed(
            "export",
            begin_old,
            lambda home: command(home, "export", str(home / "export.jsonl"), "--yes"),
            {},
            OLD_SHOWN,
            look_at_export,
        ),
        Deed(
            "back up",
            begin_old,
            lambda home: command(home, "backup", str(home / "backup.zip"), "--yes"),
            {},
            OLD_SHOWN,
            look_at_backup,
        ),
        Deed(
            "restore",
            begin_lost,
            lambda home: command(home, "restore", str(home / "backup.zip"), "--yes"),
            shown(*OLD[:2]),
            OLD_SHOWN,
        ),
        Deed(
            "ask for feedback",
            begin_old,
            ask_for_feedback,
            OLD_SHOWN,
            add(feedback=[ASKED]) | LETTER,
            look_at_feedback,
            (OLD_SHOWN | LETTER,),
        ),
        Deed(
            "hear",
            begin_old,
            hear,
            OLD_SHOWN,
            REACTED,
            look_at_feedback,
            (BEGUN_TO_HEAR, HEARD),
        ),
        Deed(
            "write again later",
            begin_old,
            lambda home: command(home, "feedback", "later", OLD[0].id, *ON_A_DAY),
            OLD_SHOWN,
            add(later=LATER),
        ),
        Deed(
            "keep a draft",
            begin_draft,
            lambda home: keep_draft(home, {"moment": "two" * 2000}),
            {make_id("draft"): show({"moment": "one"})},
            {make_id("draft"): show({"moment": "two" * 2000})},
            look_at_drafts,
        ),
    )
}

Tell: TypeAlias = Callable[[], None]
_telling: list[Tell] = []


def perform(deed: Deed, home: Path, tell: Tell = lambda: None) -> Outcome:
    """Do it, and tell the person as soon as it is done."""
    _telling.append(tell)
    try:
        deed.act(home)
        tell()
    except (ReflectError, MemoryError):
        return Outcome.REFUSED
    except Exception:  # noqa: BLE001 - whatever it is, it is a fault of the program
        return Outcome.BROKEN
    finally:
        with suppress(IndexError):
            _telling.pop()
    return Outcome.ACKNOWLEDGED


def tell_early() -> None:
    """Tell the person before it is true: what one of the mutants does."""
    for tell in _telling:
        tell()
