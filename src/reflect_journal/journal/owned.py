"""Which device writes a log, told by the log's name."""

import re
from typing import Final

BATCH: Final = re.compile(r"-[0-9a-z]{26}\.jsonl")


def is_written_by(device: str, name: str) -> bool:
    """Tell whether a device writes a log of that name; copies are nobody's."""
    rest = name.removeprefix(device)
    if rest == name:
        return False
    return rest == ".jsonl" or BATCH.fullmatch(rest) is not None
