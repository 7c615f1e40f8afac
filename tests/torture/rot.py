"""Every bit of a journal flips, every length is cut off, text turns into NULs."""

from collections.abc import Iterator
from pathlib import Path

from reflect_journal.errors import ReflectError
from tests.torture.deeds import (
    LAST,
    Shown,
    find_log,
    look_at_journal,
    make_version,
    open_journal,
    show,
    shown,
)
from tests.torture.mutants import mutated
from tests.torture.verdict import (
    NEXT_FAILS,
    OLD_LOST,
    SILENT,
    TRACEBACK,
    UNREADABLE,
    Bench,
    Tally,
)

KEPT = [make_version(f"kept{number}", 40) for number in range(4)]
NULS = (1, 13, 200)
CLEAN = "cut where a line ends"
SAVES = 97
"""After every so many damages a save has to work, too."""


def flip(content: bytes, step: int) -> Iterator[tuple[str, bytes, int]]:
    """Give what it is called, the damaged log, and how many may be touched."""
    for bit in range(0, len(content) * 8, step):
        damaged = bytearray(content)
        damaged[bit // 8] ^= 1 << bit % 8
        yield f"bit {bit}", bytes(damaged), 1


def cut(content: bytes, step: int) -> Iterator[tuple[str, bytes, int]]:
    for length in range(len(content) - 1, content.index(b"\n"), -step):
        gone = content[length:].count(b"\n")
        at_end = b"\n" in content[length - 1 : length + 1]
        name = CLEAN if at_end else "cut"
        yield f"{name} at {length}", content[:length], gone


def blank(content: bytes, step: int) -> Iterator[tuple[str, bytes, int]]:
    for start in range(0, len(content), 7 * step):
        for length in NULS:
            nuls = bytes(length)
            damaged = content[:start] + nuls + content[start + length :]
            touched = content[start : start + length].count(b"\n") + 1
            yield f"{length} NULs at {start}", damaged, touched


def rot(bench: Bench) -> Tally:
    tally = Tally()
    home = bench.folder / "home"
    journal = open_journal(home)
    for version in KEPT:
        journal.save([version])
    log = find_log(home)
    content = log.read_bytes()
    steps = (61, 29, 11) if bench.fast else (1, 1, 1)
    with mutated(bench.mutant):
        for damage, step in zip((flip, cut, blank), steps, strict=True):
            for where, damaged, touched in damage(content, step):
                log.write_bytes(damaged)
                examine(tally, home, where, touched)
    return tally


def examine(tally: Tally, home: Path, where: str, touched: int) -> None:
    """All others are whole, and what is not whole is not called so."""
    tally.points += 1
    whole = shown(*KEPT)
    try:
        found = look_at_journal(home)
        told = bool(open_journal(home).survey().findings)
    except ReflectError as error:
        # Four lines: one of them can always be read, unless all were cut off.
        tally.note(UNREADABLE, f"{where}: {error}")
        return
    except Exception as error:  # noqa: BLE001 - reading never raises anything else
        tally.note(TRACEBACK, f"{where}: {error!r}")
        return
    untouched = [one for one in whole if found.get(one) == whole[one]]
    if len(untouched) < len(whole) - touched:
        tally.note(OLD_LOST, where)
    # Cut off where a line ends, nothing tells that there were more.
    is_unnoticed = found != whole and not told and not where.startswith(CLEAN)
    if is_believed(found, whole) or is_unnoticed:
        tally.note(SILENT, where)
    if tally.points % SAVES == 0:
        save_after(tally, home, where, found)


def is_believed(found: Shown, whole: Shown) -> bool:
    """Whether a text that was never saved is shown as if it had been."""
    known = set(whole.values())
    return any(
        text not in known and not text.endswith(" (changed)") for text in found.values()
    )


def save_after(tally: Tally, home: Path, where: str, found: Shown) -> None:
    open_journal(home).save([LAST])
    now = look_at_journal(home)
    if now.pop(LAST.id, None) != show(LAST.document) or now != found:
        tally.note(NEXT_FAILS, where)
