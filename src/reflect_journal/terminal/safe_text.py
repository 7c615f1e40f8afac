"""The one gate between what people or files say and a terminal.

A terminal obeys some characters instead of showing them. Each of them is shown as
a visible mark; the stored text is never changed.
"""

import re
from typing import Final

_CONTROL_PICTURES: Final = 0x2400
_DELETE: Final = 0x7F
_BEYOND_ASCII: Final = (
    *range(0x80, 0x3000),
    *range(0xFE00, 0x10000),
    *range(0xE0000, 0xE0080),
)
_COMMANDING: Final = re.compile(
    "["
    "\x00-\x1f\x7f"  # C0: escape, bell, carriage return, backspace ...
    "\x80-\x9f"  # C1: the same commands in one character
    "\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb"  # bidirectional overrides, zero width, separators, annotations
    "\ud800-\udfff"  # lone surrogates cannot be encoded
    "\U000e0000-\U000e007f"  # tag characters: text that nobody sees
    "]"
)


def show_safely(text: str) -> str:
    """Replace every character that a terminal would obey by a visible mark."""
    if text.isascii() and text.isprintable():
        return text
    return _COMMANDING.sub(lambda found: _mark(found[0]), text)


def list_marks() -> dict[str, str]:
    """List the marks of all characters beyond ASCII that are shown as one."""
    text = "".join(map(chr, _BEYOND_ASCII))
    return {one: _mark(one) for one in _COMMANDING.findall(text)}


def _mark(character: str) -> str:
    code = ord(character)
    if character == "\t":
        return " "
    if code < ord(" "):
        return chr(_CONTROL_PICTURES + code)
    if code == _DELETE:
        return "\N{SYMBOL FOR DELETE}"
    if code <= 0x9F:  # noqa: PLR2004 - the end of C1
        return f"\\x{code:02x}"
    return f"\u27e8U+{code:04X}\u27e9"
