"""What stands around the words of a letter: greeting, signature, quotation."""

import re
from collections.abc import Sequence
from typing import Final

LONGEST_GREETING: Final = 5
LONGEST_SIGN_OFF: Final = 7
LONGEST_SIGNATURE: Final = 9
_QUOTED: Final = re.compile(
    r">|.*\bwrote:$|(?:from|to|cc|bcc|sent|date|subject|reply-to|von|an|betreff|de|objet):\s",
    re.IGNORECASE,
)
"""Quotations, and the lines above a mail that was forwarded."""


def find_frames(lines: Sequence[str], sign_offs: re.Pattern[str]) -> list[bool]:
    """Tell which sentences of a letter only stand around what it says."""
    framed = [bool(_QUOTED.match(line)) for line in lines]
    if lines and lines[0].endswith((",", ":")):
        framed[0] = len(lines[0].split()) <= LONGEST_GREETING
    closing = _find_closing(lines, sign_offs)
    for at in range(closing, len(lines)):
        words = len(lines[at].split())
        framed[at] |= words <= LONGEST_SIGNATURE and lines[at][-1] not in ".!?"
    return framed


def _find_closing(lines: Sequence[str], sign_offs: re.Pattern[str]) -> int:
    """Give the place of the line that closes the letter, after the last where none."""
    for at in range(len(lines) - 1, 0, -1):
        few = len(lines[at].split()) <= LONGEST_SIGN_OFF
        open_ended = lines[at][-1] not in ".!?"
        if few and open_ended and sign_offs.match(lines[at].lower()):
            return at
    return len(lines)
