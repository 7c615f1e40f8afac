"""One file that holds a journal: a ZIP archive with a list of sums."""

# The library asks for it at the first name in an archive, then under the lock.
import encodings.cp437  # noqa: F401
import io
import json
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any, BinaryIO, Final

from reflect_journal.errors import RefusedInputError
from reflect_journal.journal.reading import split_lines
from reflect_journal.journal.record import format_at

ARCHIVE_FORMAT: Final = 1
ABOUT: Final = "backup of a reflect journal: bring it back with reflect restore"
MANIFEST: Final = "manifest.json"
CONFIG: Final = "config.toml"
LOGS: Final = "journal/"
DRAFTS: Final = "drafts/"
EDITS: Final = "edits/"
MEMBER: Final = re.compile(
    r"manifest\.json|config\.toml"
    r"|journal/[^./\\:\0][^/\\:\0]{0,254}\.jsonl"
    r"|(?:drafts|edits)/[0-9A-Za-z][0-9A-Za-z_-]{0,63}\.json"
)
UNSAFE: Final = re.compile(r"[^0-9A-Za-z ._()-]")

MEMBERS_LIMIT: Final = 10_000
TOTAL_LIMIT: Final = 2 * 1024**3
MANIFEST_LIMIT: Final = 8 * 1024**2
RATIO_LIMIT: Final = 100
SMALL: Final = 1024**2
"""Bytes; below, no ratio is too great to be read."""
CHUNK: Final = 1024**2
DAMAGES: Final = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError),
    *(NotImplementedError, RuntimeError, OverflowError),
)
"""All that the library raises over bytes that are no archive any more."""
KINDS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
IS_ENCRYPTED: Final = 1


@dataclass(frozen=True, slots=True)
class Summary:
    """What an archive says about itself.

    `journal` is the id of the journal, None where it had none or does not say.
    """

    journal: str | None
    made_at: str
    reflections: int
    records: int


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive that was read: its parts by name, and the names of damaged ones.

    What could be read of a damaged part is there.
    """

    summary: Summary | None
    parts: Mapping[str, bytes]
    damaged: tuple[str, ...]

    def list_lines(self) -> Iterator[bytes]:
        """Give the lines of all logs."""
        for name, content in self.parts.items():
            if name.startswith(LOGS):
                yield from split_content(content)


def split_content(content: bytes) -> Iterator[bytes]:
    """Give the lines of a log that was read, ends included."""
    return (raw for _, raw in split_lines(io.BytesIO(content)))


def name_log(name: str, taken: Mapping[str, bytes]) -> str:
    """Give a log a name in the archive that every system can write."""
    plain = UNSAFE.sub("_", name).lstrip(".")
    member, number = f"{LOGS}{plain}", 1
    while member in taken:
        number += 1
        member = f"{LOGS}{number}-{plain}"
    return member


def build_archive(parts: Mapping[str, bytes], summary: Summary, at: datetime) -> bytes:
    """Make the content of an archive.

    Args:
        parts: what it holds, by names that `MEMBER` allows.
        summary: what it says about itself.
        at: an aware time.
    """
    manifest = {
        "v": ARCHIVE_FORMAT,
        "about": ABOUT,
        "journal": summary.journal,
        "made_at": summary.made_at,
        "reflections": summary.reflections,
        "records": summary.records,
        "files": {
            name: {"bytes": len(content), "sha256": sha256(content).hexdigest()}
            for name, content in parts.items()
        },
    }
    listed = json.dumps(manifest, indent=1).encode() + b"\n"
    whole = {MANIFEST: listed, **parts}
    content = _pack(whole, at, zipfile.ZIP_DEFLATED)
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        if any(_is_bomb(info) for info in packed.infolist()):
            # What repeats itself so much would be refused when it is read.
            return _pack(whole, at, zipfile.ZIP_STORED)
    return content


def summarize(journal: str | None, at: datetime, counts: tuple[int, int]) -> Summary:
    """Make what an archive says about itself: `counts` of reflections and records."""
    return Summary(journal, format_at(at), *counts)


def read_archive(file: BinaryIO, source: str) -> Archive:
    """Read an archive and compare everything with its list.

    Args:
        file: the archive, which can be sought in.
        source: its name, for messages.

    Raises:
        RefusedInputError: when it is none, or holds what no backup holds.
    """
    try:
        with zipfile.ZipFile(file) as packed:
            _check(packed.infolist(), source)
            read = {info.filename: _read(packed, info) for info in packed.infolist()}
    except DAMAGES:
        problem = "is no backup of reflect, or too damaged to be read."
        advice = "Another one may be whole. Those kept here: reflect restore"
        raise RefusedInputError(source, "", problem, advice) from None
    listed, _ = read.pop(MANIFEST, (b"", False))
    manifest = _parse_manifest(listed)
    version = manifest.get("v")
    if isinstance(version, int) and version > ARCHIVE_FORMAT:
        problem = "was made by a newer reflect."
        raise RefusedInputError(source, "", problem, "Update reflect to read it.")
    sums = manifest.get("files")
    damaged = [] if manifest else [MANIFEST]
    damaged += _list_damaged(read, sums if isinstance(sums, dict) else {})
    parts = {name: content for name, (content, _) in read.items()}
    return Archive(_summarize(manifest), parts, tuple(damaged))


def _pack(parts: Mapping[str, bytes], at: datetime, kind: int) -> bytes:
    memory = io.BytesIO()
    year = max(1980, min(at.year, 2107))
    moment = (year, at.month, at.day, at.hour, at.minute, at.second)
    with zipfile.ZipFile(memory, "w") as packed:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, moment)
            info.compress_type = kind
            info.external_attr = (stat.S_IFREG | 0o600) << 16
            packed.writestr(info, content, compresslevel=1)
    return memory.getvalue()


def _check(members: list[zipfile.ZipInfo], source: str) -> None:
    problem = ""
    names = {info.filename for info in members}
    if len(members) > MEMBERS_LIMIT:
        problem = f"holds more than {MEMBERS_LIMIT:,} files."
    elif len(names) < len(members):
        problem = "holds two files of one name."
    elif sum(info.file_size for info in members) > TOTAL_LIMIT:
        problem = "holds more than 2 GiB."
    elif any(map(_is_bomb, members)):
        problem = "would become more than a hundred times as large."
    elif strange := [info for info in members if not _is_expected(info)]:
        problem = f'holds "{strange[0].filename[:80]}", which no backup holds.'
    if problem:
        advice = "It was not made by reflect, or somebody changed it."
        raise RefusedInputError(source, "", problem, advice)


def _is_bomb(info: zipfile.ZipInfo) -> bool:
    return info.file_size > SMALL and info.file_size > RATIO_LIMIT * info.compress_size


def _is_expected(info: zipfile.ZipInfo) -> bool:
    kind = stat.S_IFMT(info.external_attr >> 16)
    return (
        MEMBER.fullmatch(info.orig_filename) is not None
        and kind in {0, stat.S_IFREG}
        and info.compress_type in KINDS
        and not info.flag_bits & IS_ENCRYPTED
        and (info.filename != MANIFEST or info.file_size <= MANIFEST_LIMIT)
    )


def _read(packed: zipfile.ZipFile, info: zipfile.ZipInfo) -> tuple[bytes, bool]:
    """Read as much of a part as can be read, and tell whether that is all."""
    pieces = []
    left = info.file_size
    try:
        with packed.open(info) as file:
            while left > 0 and (piece := file.read(min(CHUNK, left))):
                pieces.append(piece)
                left -= len(piece)
            # Only at its end the sum of the archive itself is compared.
            is_whole = not left and not file.read(1)
    except DAMAGES:
        is_whole = False
    return b"".join(pieces), is_whole


def _parse_manifest(content: bytes) -> dict[str, Any]:
    try:
        manifest = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    return manifest if isinstance(manifest, dict) else {}


def _list_damaged(
    read: Mapping[str, tuple[bytes, bool]], sums: Mapping[str, Any]
) -> Iterator[str]:
    for name, (content, is_whole) in read.items():
        listed = sums.get(name)
        expected = listed.get("sha256") if isinstance(listed, dict) else None
        if not is_whole or sha256(content).hexdigest() != expected:
            yield name
    yield from (str(name) for name in sums if name not in read)


def _summarize(manifest: Mapping[str, Any]) -> Summary | None:
    journal, made_at = manifest.get("journal"), manifest.get("made_at")
    counts = manifest.get("reflections"), manifest.get("records")
    if not isinstance(made_at, str) or not isinstance(journal, str | None):
        return None
    reflections, records = (one if isinstance(one, int) else 0 for one in counts)
    return Summary(journal, made_at, reflections, records)
