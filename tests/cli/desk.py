"""A desk to run commands at: own streams, fixed clock, counted ids, own journal."""

import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

from reflect_journal.cli.app import main
from reflect_journal.cli.world import World

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
Document = dict[str, Any]


class Stream(io.TextIOWrapper):
    """A stream in memory that may say it is a terminal."""

    def __init__(
        self, content: bytes = b"", *, terminal: bool = False, encoding: str = "utf-8"
    ) -> None:
        super().__init__(io.BytesIO(content), encoding=encoding, newline="\n")
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal

    def read_back(self) -> str:
        self.flush()
        buffer = self.buffer
        assert isinstance(buffer, io.BytesIO)
        return buffer.getvalue().decode(self.encoding)


@dataclass(frozen=True)
class Run:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one object on standard output."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


def count_ids() -> Iterator[str]:
    return (f"01JD{number:022}" for number in count(1))


@dataclass
class Desk:
    """Runs commands in one journal."""

    home: Path
    ids: Iterator[str] = field(default_factory=count_ids)
    now: datetime = NOON

    @property
    def journal(self) -> Path:
        return self.home / "data" / "journal"

    @property
    def log(self) -> Path:
        return next(iter(sorted(self.journal.glob("*.jsonl"))))

    @property
    def config(self) -> Path:
        path = self.home / "config" / "config.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def run(
        self,
        *arguments: str,
        stdin: str | bytes = b"",
        typed: str | None = None,
        terminal: bool = False,
        columns: int = 80,
        encoding: str = "utf-8",
        environ: Mapping[str, str] | None = None,
    ) -> Run:
        """Run a command; `typed` is what somebody types at a terminal."""
        given = stdin.encode() if isinstance(stdin, str) else stdin
        sits_there = typed is not None
        out = Stream(terminal=terminal, encoding=encoding)
        err = Stream(terminal=terminal or sits_there, encoding=encoding)
        world = World(
            environ={
                "REFLECT_HOME": str(self.home),
                "COLUMNS": str(columns),
                **({"NO_COLOR": "1"} if environ is None else environ),
            },
            stdin=Stream((typed or "").encode() or given, terminal=sits_there),
            stdout=out,
            stderr=err,
            now=lambda: self.now,
            new_id=lambda: next(self.ids),
        )
        code = None
        try:
            main(list(arguments), world)
        except SystemExit as leaving:
            code = leaving.code
        assert isinstance(code, int)
        return Run(code, out.read_back(), err.read_back())

    def save(self, *documents: Document) -> list[str]:
        """Hand documents in, and give the ids they were saved under."""
        ran = self.run("new", "--from", "-", "--json", stdin=json.dumps(documents))
        assert (ran.code, ran.err) == (0, f"Saved: {count_them(documents)}.\n")
        saved: list[str] = ran.json["saved"]
        return saved

    def append(self, line: Mapping[str, Any] | bytes) -> None:
        """Write a line into the log by hand."""
        content = line if isinstance(line, bytes) else json.dumps(line).encode()
        with self.log.open("ab") as file:
            file.write(content + b"\n")


def count_them(documents: tuple[Document, ...]) -> str:
    return f"{len(documents)} reflection{'s' * (len(documents) != 1)}"


def rejection(company: str = "Acre Systems", **more: Any) -> Document:
    """Build a document with the least it needs."""
    return {"company": company, "rejected_on": "2026-11-01", **more}


def record(reflection: Document, **more: Any) -> Document:
    """Build a line of the log as a hand would write it, without its seal."""
    return {
        "v": 1,
        "op": "put",
        "id": "01JZ0000000000000000000HAND"[:26],
        "rev": "01JZ00000000000000000000RV",
        "parents": [],
        "at": "2026-11-02T10:00:00.000Z",
        "dev": "aaaaaaaa",
        "reflection": reflection,
        **more,
    }
