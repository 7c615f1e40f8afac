"""What has to be erased of a reflection, and which lines are its own; pure."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from reflect_journal.errors import NewerRecordError
from reflect_journal.journal.ancestry import is_erased, name_all
from reflect_journal.journal.changing import Moment, Plan
from reflect_journal.journal.record import PURGE, START, read_line, salvage
from reflect_journal.journal.revisions import ERASURE, NEWER
from reflect_journal.journal.versions import NewErasure

BEGINNING: Final = re.compile(rb'\{"v":\d+,"op":"[a-z]+","id":"([0-9A-Za-z]+)"')
EMPTY: Final = b"\0 \t\r\n"


def plan_erasure(identifiers: Iterable[str], moment: Moment) -> Plan[tuple[str, ...]]:
    """Erase reflections; those that are erased already need no new record.

    Raises:
        NotFoundError, NewerRecordError: for the first that cannot be; then none is.
    """
    wanted = tuple(dict.fromkeys(identifiers))
    contents = moment.known.contents
    write = []
    for identifier in wanted:
        heads = moment.get_heads(identifier)
        of_it = [one for one in contents.versions.values() if one.id == identifier]
        newer = [contents.formats[one.rev] for one in of_it if one.state & NEWER]
        if newer:
            raise NewerRecordError(identifier, max(newer))
        if not is_erased(heads):
            # Earlier erasures too: what lay between them will be gone.
            erasures = (one for one in of_it if one.state & ERASURE)
            parents = name_all([*heads, *erasures])
            write.append(NewErasure(identifier, moment.new_id(), parents))
    return Plan(tuple(write), wanted)


@dataclass(frozen=True, slots=True)
class Sieve:
    """Takes what belongs to some reflections out of lines, and nothing else."""

    identifiers: frozenset[str]

    def sift(self, raw: bytes) -> bytes:
        """Give what stays of a line: all of it, nothing, or a part of a broken one."""
        record = read_line(raw).record
        if record is not None:
            return b"" if self._holds(record) else raw
        rest, end = [], 0
        for start, stop in salvage(raw):
            if self._holds(read_line(raw[start:stop]).record or {}):
                rest.append(raw[end:start])
                end = stop
        left = b"".join([*rest, raw[end:]])
        is_own = self._begins_own(left) or (end and not left.strip(EMPTY))
        return b"" if is_own else left

    def is_unclear(self, raw: bytes) -> bool:
        """Tell whether nobody can say whose text a line holds."""
        if read_line(raw).record is not None:
            return False
        return bool(self.sift(raw).strip(EMPTY))

    def is_doubtful(self, raw: bytes) -> bool:
        """Tell whether a line could be its own, because it begins as nobody else's."""
        left = self.sift(raw)
        is_single = BEGINNING.match(left) and left.count(START) == 1
        return self.is_unclear(raw) and not is_single

    def count_others(self, lines: Iterable[bytes]) -> Counter[tuple[str, str]]:
        """Count the records of everybody else by reflection and revision."""
        records = (read_line(raw).record or {} for raw in lines)
        return Counter(
            (str(one.get("id")), str(one.get("rev")))
            for one in records
            if not self._holds(one)
        )

    def _holds(self, record: dict[str, object]) -> bool:
        # The erasure itself has to stay, and holds no text.
        return record.get("id") in self.identifiers and record.get("op") != PURGE

    def _begins_own(self, piece: bytes) -> bool:
        found = BEGINNING.match(piece)
        return (
            found is not None
            and found[1].decode() in self.identifiers
            and piece.count(START) == 1
        )
