"""Everything that reads a file is given damaged ones: a sentence, and nothing lost."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from importlib import resources
from itertools import count
from pathlib import Path
from typing import Any, Final, TypeAlias

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.cli.desk import Desk, Run, rejection
from tests.torture.mutations import (
    changed_lines,
    changed_values,
    damaged_bytes,
)
from tests.torture.verdict import TRACEBACK, Bench, Tally

Codes: TypeAlias = set[int]
LOST: Final = "lost"
UNEXPECTED: Final = "unexpected exit code"
FAULT: Final = "Something unexpected happened"
KEPT: Final = "Kept Elsewhere"
MORE: Final = "One More"
LEAST_TEXT: Final = 5
EXAMPLES: Final = {True: 1, False: 600}
LOOKS: Final = (
    ((), {0}),
    (("list", "--json"), {0}),
    (("show", "last"), {0, 3}),
    (("search", "a"), {0}),
    (("summary",), {0}),
    (("summary", "--by", "who"), {0}),
    (("report", "-"), {0, 3}),
    (("report", "-", "--markdown"), {0, 3}),
    (("prep",), {0}),
    (("history", "last"), {0, 3}),
    (("delete", "--list"), {0}),
    (("export",), {0}),
    (("export", "--markdown"), {0}),
    (("restore",), {0}),
    (("doctor",), {0, 1}),
)
CONFIG: Final = b"""\
[[weak_spots]]
id = "too-quiet"
label = "Too quiet"
area = "soft-skills"
changeable = "soon"
exercise = "Speak to the far wall."

[[strengths]]
id = "good-maps"
label = "Draws maps"
area = "answers"

[weights]
friend = 1.5
"""
ODD_SETTINGS: Final = (
    "1",
    "-1",
    "nan",
    "inf",
    "9" * 5000,
    "9" * 400,
    "1e400",
    "true",
    "[]",
    "{}",
    '""',
    '" "',
    '"""\na\n"""',
    '"\\u001b[31m"',
    "1979-05-27",
    "9999-12-31T23:59:60Z",
    "07:32:00",
    "[" * 3000,
    '"' + "x" * 100_000 + '"',
    '"rambling-answers"',
)
FOLDERS: Final = ("data/journal", "state/drafts", "state/quarantine", "state/locks")
NAMES: Final = (
    b"a",
    b"-rf",
    b" ",
    b"a\nb",
    b"\x1b]0;owned\x07",
    b"\xff\xfe",
    "\u202eabc".encode(),
    b"[bold]:smile:",
    b"n" * 240,
    b".DEVICE-01x",
    b"DEVICE-01x",
    b"DEVICE",
    b".hidden",
)
TYPED: Final = (
    "3 flat\nHarbour Analytics\nData engineer\n2026-11-20\n8\n1\n"
    "The schema question.\n.\n\nThe pipeline story.\n.\n"
)
GOING_ON: Final = ("", "\n\n\n\n", ":back\n:back\n\n1\n:quit\n", "\n" * 60)


class Table:
    """A desk that is laid anew for every example, and what was found at it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.tally = Tally()
        self.now = ""
        self.desk = Desk(folder / "desk", (f"01KNEW{one:020}" for one in count()))
        self.template = template = Desk(folder / "template")
        examples = resources.files("reflect_journal.example") / "reflections.jsonl"
        self.documents = examples.read_bytes()
        template.run("new", "--from", "-", stdin=self.documents)
        template.run("new", "--no-input", "--company", "Single", "--on", "2026-11-01")
        template.run("delete", "last", "--yes")
        template.run("undo")
        self.device = (template.home / "state" / "device").read_text().strip()
        self.lines = template.log.read_bytes().splitlines(keepends=True)
        self.own = f"data/journal/{self.device}.jsonl"
        self.lines += (template.home / self.own).read_bytes().splitlines(keepends=True)
        other = Desk(folder / "other", (f"01KEPT{one:020}" for one in count()))
        other.save(rejection(KEPT))
        shutil.copy(other.log, template.journal / "kept.jsonl")
        template.config.write_bytes(CONFIG)
        template.run("new", "--plain", typed=TYPED)
        [self.draft] = (template.home / "state" / "drafts").iterdir()

    def lay(self, path: str = "", content: bytes = b"") -> Path:
        """Lay the desk, with one file damaged."""
        shutil.rmtree(self.desk.home, ignore_errors=True)
        shutil.copytree(self.template.home, self.desk.home)
        self.now = f"{path}: {content[:300]!r}"
        damaged = self.desk.home / path
        if path:
            damaged.parent.mkdir(exist_ok=True)
            damaged.write_bytes(content)
        return damaged

    def run(self, *arguments: str, codes: Codes, **more: Any) -> Run | None:
        """Run a command; note what no command may do."""
        try:
            ran = self.desk.run(*arguments, **more)
        except Exception as error:  # noqa: BLE001 - whatever it is, nobody may see it
            self.tally.note(TRACEBACK, f"{arguments}: {error!r}; {self.now}")
            return None
        said = f"{arguments}: {ran.code} {ran.err[-300:]}; {self.now}"
        if FAULT in ran.err:
            self.tally.note(TRACEBACK, said)
        elif ran.code not in codes:
            self.tally.note(UNEXPECTED, said)
        return ran

    def look(self) -> None:
        """Read with every command that reads."""
        for arguments, codes in LOOKS:
            self.run(*arguments, codes=codes)

    def check(self, holds: bool, what: str) -> None:
        if not holds:
            self.tally.note(LOST, f"{what}; {self.now}")

    def list_companies(self) -> list[str]:
        ran = self.run("list", "--json", codes={0})
        if ran is None or ran.code:
            return []
        return [one["company"] for one in ran.json["reflections"]]

    def save_one_more(self) -> None:
        self.run("new", "--no-input", "--company", MORE, codes={0})
        companies = self.list_companies()
        self.check({KEPT, MORE} <= {*companies}, "an old or a new reflection")


def read_text(folder: Path) -> str:
    """Read all files of a folder as one text."""
    return "".join(
        path.read_text(errors="replace") for path in folder.rglob("*") if path.is_file()
    )


def list_texts(value: Any) -> Iterator[str]:
    """List the longer texts in a value, which no reading may lose."""
    if isinstance(value, str) and len(value) > LEAST_TEXT:
        yield value
    elif isinstance(value, dict | list):
        inner = value.values() if isinstance(value, dict) else value
        for one in inner:
            yield from list_texts(one)


def fuzz_lines(table: Table, data: st.DataObject) -> None:
    """Lines of a log: records, deletions, heads."""
    lines = table.lines
    changed = changed_lines(lines)
    content = data.draw(
        st.one_of(
            damaged_bytes([b"".join(lines[:3]), b"".join(lines[-4:])]),
            st.lists(st.one_of(changed, st.sampled_from(lines)), max_size=4).map(
                b"".join
            ),
        )
    )
    log = table.lay(table.own, content)
    table.look()
    table.check(log.read_bytes() == content, "a byte that was read")
    table.check(KEPT in table.list_companies(), "a reflection in another log")
    table.save_one_more()
    table.run("delete", "last", "--yes", codes={0, 3, 4, 75})
    table.run("undo", codes={0, 4, 75})
    table.check(log.read_bytes().startswith(content), "a byte before the new ones")


def fuzz_heads(table: Table, data: st.DataObject) -> None:
    """The first line of every log."""
    head, *rest = (table.template.home / table.own).read_bytes().splitlines(True)
    first = data.draw(st.one_of(changed_lines([head]), damaged_bytes([head])))
    content = first + b"".join(rest)
    log = table.lay(table.own, content)
    table.run("doctor", codes={0, 1})
    table.save_one_more()
    table.check(log.read_bytes().startswith(content), "a byte before the new ones")


def fuzz_drafts(table: Table, data: st.DataObject) -> None:
    """Drafts, which hold what is saved nowhere else."""
    kept = table.draft.read_bytes()
    content = data.draw(
        st.one_of(
            damaged_bytes([kept]),
            changed_values([json.loads(kept)]).map(
                lambda one: json.dumps(one).encode()
            ),
            changed_answers(kept),
        )
    )
    draft = table.lay(f"state/drafts/{table.draft.name}", content)
    for arguments in ((), ("where",)):
        table.run(*arguments, codes={0})
    table.run("doctor", codes={0, 1})
    table.check(draft.read_bytes() == content, "a draft that was only looked at")
    try:
        answers = json.loads(content)["answers"]
        # Copied from the journal, to tell whether that plan is still the same.
        answers.pop("earlier_plan", None)
        told = {*list_texts(answers)}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        told = set()
    typed = data.draw(st.sampled_from(GOING_ON))
    table.run("continue", "--plain", codes={0, 2, 3, 130}, typed=typed)
    everything = read_text(table.desk.home)
    missing = [
        one
        for one in told
        if one not in everything and json.dumps(one)[1:-1] not in everything
    ]
    table.check(not missing, f"{missing} of a draft, typed {typed!r}")
    table.run("new", "--plain", codes={0, 2, 130}, typed="2\n3\n")


@st.composite
def changed_answers(draw: st.DrawFn, kept: bytes) -> bytes:
    """Change the answers of a draft and nothing else."""
    draft = json.loads(kept)
    draft["answers"] = draw(changed_values([draft["answers"]]))
    return json.dumps(draft).encode()


def fuzz_config(table: Table, data: st.DataObject) -> None:
    """The person's own words and weights."""
    content = data.draw(
        st.one_of(damaged_bytes([CONFIG]), odd_settings().map(str.encode))
    )
    config = table.lay("config/config.toml", content)
    for arguments in (("vocabulary",), ("summary",), ("list",), ("show", "last")):
        table.run(*arguments, codes={0, 2})
    table.run("doctor", codes={0, 1})
    table.run("new", "--no-input", "--company", MORE, codes={0, 2})
    table.check(config.read_bytes() == content, "the configuration")


@st.composite
def odd_settings(draw: st.DrawFn) -> str:
    """Put an odd value into a setting."""
    lines = CONFIG.decode().splitlines()
    at = draw(st.sampled_from([n for n, one in enumerate(lines) if "=" in one]))
    key = lines[at].split("=")[0]
    lines[at] = f"{key}= {draw(st.sampled_from(ODD_SETTINGS))}"
    return "\n".join(lines)


def fuzz_documents(table: Table, data: st.DataObject) -> None:
    """Documents handed in."""
    documents = table.documents.splitlines()
    decoded = [json.loads(one) for one in documents]
    content = data.draw(
        st.one_of(
            damaged_bytes([*documents[:3], b"\n".join(documents[:2])]),
            changed_values([*decoded, decoded[:2]]).map(
                lambda one: json.dumps(one).encode()
            ),
        )
    )
    table.lay()
    before = read_text(table.desk.journal)
    ran = table.run("new", "--from", "-", "--json", codes={0, 2}, stdin=content)
    if ran is None or ran.code:
        table.check(read_text(table.desk.journal) == before, "all or nothing")
        return
    for saved in ran.json["saved"]:
        shown = table.run("show", saved, "--json", codes={0})
        table.check(bool(shown and shown.code == 0), "a document that was saved")
        table.run("show", saved, codes={0})
    table.run("summary", codes={0})


def fuzz_state(table: Table, data: st.DataObject) -> None:
    """The name of the device and the file of the lock."""
    [lock] = (table.template.home / "state" / "locks").iterdir()
    path = data.draw(st.sampled_from(["state/device", f"state/locks/{lock.name}"]))
    kept = (table.template.home / path).read_bytes()
    table.lay(path, data.draw(damaged_bytes([kept, b"\n", CONFIG])))
    table.save_one_more()
    table.run("undo", codes={0})


def fuzz_names(table: Table, data: st.DataObject) -> None:
    """Names of files and folders beside ours."""
    folder = data.draw(st.sampled_from(FOLDERS))
    start = data.draw(st.sampled_from(NAMES))
    end = data.draw(st.sampled_from((".jsonl", ".json", ".part", ".partial", "")))
    table.lay()
    name = start.replace(b"DEVICE", table.device.encode()) + end.encode()
    path = table.desk.home / folder / os.fsdecode(name)
    path.parent.mkdir(exist_ok=True)
    kind = data.draw(st.sampled_from(("file", "folder", "link", "pipe", "record")))
    table.now = f"{folder} {name!r} {kind}"
    match kind:
        case "file":
            path.write_bytes(b"odd\x00")
        case "record":
            path.write_bytes(table.lines[-1])
        case _ if path.exists():
            return
        case "folder":
            path.mkdir()
        case "link":
            path.symlink_to("/nowhere")
        case _:
            os.mkfifo(path)
    table.look()
    table.run("where", codes={0})
    table.save_one_more()
    table.run("new", "--from", "-", codes={0}, stdin=table.documents)


KINDS: Final[dict[str, Callable[[Table, st.DataObject], None]]] = {
    "lines": fuzz_lines,
    "heads": fuzz_heads,
    "drafts": fuzz_drafts,
    "config": fuzz_config,
    "documents": fuzz_documents,
    "state": fuzz_state,
    "names": fuzz_names,
}


def fuzz(bench: Bench) -> Tally:
    """Damage one kind of file after the other."""
    table = Table(bench.folder)
    for kind in KINDS.values():
        exercise(table, kind, EXAMPLES[bench.fast])
    return table.tally


def exercise(
    table: Table, kind: Callable[[Table, st.DataObject], None], examples: int
) -> None:
    """Try a kind of damage so many times."""

    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def attempt(data: st.DataObject) -> None:
        table.tally.points += 1
        kind(table, data)

    attempt()
