"""A journal of its own for every test: fixed clock, fixed ids, fixed device."""

import itertools
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from reflect_journal.journal.disk import DiskJournal
from reflect_journal.journal.examining import Examination
from reflect_journal.journal.findings import (
    READ_ONLY,
    TOO_OPEN,
    WORTH_KNOWING,
    Finding,
)
from reflect_journal.journal.journal import Journal
from reflect_journal.journal.places import Places, find_places
from reflect_journal.journal.record import GONE, format_at, seal
from reflect_journal.journal.system import System
from reflect_journal.journal.versions import NewVersion

DEVICE = "a1b2c3d4e5f6"
START = datetime(2026, 11, 20, 21, 4, 5, 123_000, tzinfo=UTC)
IMPATIENT = System(patience=0.0)
AROUND = {TOO_OPEN, READ_ONLY, *WORTH_KNOWING}


def make_clock() -> Callable[[], datetime]:
    """Each look at the clock is a millisecond later."""
    ticks = itertools.count()
    return lambda: START + timedelta(milliseconds=next(ticks))


def make_ids(prefix: str = "01J") -> Callable[[], str]:
    """Ids that count."""
    numbers = itertools.count(1)
    return lambda: f"{prefix}{next(numbers):0{26 - len(prefix)}}"


def make_places(home: Path) -> Places:
    return find_places({"REFLECT_HOME": str(home)})


def make_journal(
    home: Path, *, device: str = DEVICE, system: System = IMPATIENT, ids: str = "01Z"
) -> DiskJournal:
    return DiskJournal(
        make_places(home), make_clock(), make_ids(ids), lambda: device, system=system
    )


def write_document(company: str = "Acre Systems", **fields: Any) -> dict[str, Any]:
    return {"company": company, "rejected_on": "2026-11-20", **fields}


numbers: Iterator[int] = itertools.count(1)


def make_version(
    company: str = "Acre Systems",
    identifier: str | None = None,
    parents: Sequence[str] = (),
    *,
    revision: str | None = None,
    claimed: bool = False,
    **fields: Any,
) -> NewVersion:
    number = next(numbers)
    return NewVersion(
        identifier or f"01A{number:023}",
        revision or f"01R{number:023}",
        write_document(company, **fields),
        tuple(parents),
        claimed,
    )


def make_record(
    identifier: str, revision: str, *parents: str, **fields: Any
) -> dict[str, Any]:
    """A record as another device would have saved it."""
    return {
        "v": 1,
        "op": "put",
        "id": identifier,
        "rev": revision,
        "parents": list(parents),
        "at": format_at(START),
        "dev": "0" * 12,
        "reflection": write_document(),
        **fields,
    }


def make_deletion(identifier: str, revision: str, *parents: str) -> dict[str, Any]:
    record = make_record(identifier, revision, *parents, op=GONE)
    del record["reflection"]
    return record


def write_log(home: Path, *lines: bytes | dict[str, Any], name: str = "b") -> Path:
    """Put a log beside the journal's own ones; records are sealed."""
    folder = make_places(home).journal
    folder.mkdir(parents=True, exist_ok=True)
    log = folder / f"{name}.jsonl"
    log.write_bytes(
        b"".join(one if isinstance(one, bytes) else seal(one) for one in lines)
    )
    return log


def list_companies(journal: Journal) -> list[str]:
    return sorted(outline.company for outline in journal.survey().outlines)


def list_kinds(findings: Sequence[Finding]) -> list[str]:
    return [finding.kind for finding in findings]


def list_findings(journal: Journal) -> list[Finding]:
    """List what every command that reads the journal is told of it."""
    return [*journal.survey().findings]


def examine(home: Path) -> list[Finding]:
    """List what `reflect doctor` finds in the logs, without what is around them."""
    found = Examination(make_places(home), START).list_findings([])
    return [one for one in found if one.kind not in AROUND]
