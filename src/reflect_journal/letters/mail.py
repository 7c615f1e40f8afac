"""A letter as a message file that a mail program opens as a draft."""

import re
import unicodedata
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from typing import Final

from reflect_journal.letters.writing import Letter
from reflect_journal.model.text import normalise_text

UNSENT: Final = "X-Unsent"
ADDRESS: Final = r"[^\s<>()\[\]:;,\"\\]+"
ADDRESSED: Final = re.compile(rf"(?:(?P<shown>[^<>]*)<)?\s*(?P<address>{ADDRESS})\s*>?")
# Some mail programs look for addresses only after they have decoded a name.
IN_ADDRESSES: Final = re.compile(r"[<>()\[\]:;,@\"\\]+")


def make_message(letter: Letter, name: str = "") -> bytes:
    """Make the bytes of an .eml file; `name` may hold an address in angle brackets.

    No text becomes a header of its own: line ends and control characters are blanks.
    """
    message = EmailMessage(policy=SMTP)
    recipient = find_recipient(name)
    if recipient is not None:
        message["To"] = recipient
    message["Subject"] = make_header(letter.subject)
    message[UNSENT] = "1"
    message.set_content(normalise_text(letter.body), charset="utf-8")
    return bytes(message)


def find_recipient(name: str) -> Address | None:
    """Find the address in a name such as "Lind, Zoë <lind@example.org>".

    What else means something in a list of addresses is left out of the name shown.
    """
    found = ADDRESSED.fullmatch(make_header(name))
    if found is None or not found["address"].isascii():
        return None
    shown = make_header(IN_ADDRESSES.sub(" ", found["shown"] or ""))
    try:
        return Address(display_name=shown, addr_spec=found["address"])
    except (MessageError, ValueError, IndexError):
        return None


def strip_address(name: str) -> str:
    """Give a name without the address behind it, for the letter itself."""
    before, bracket, _ = name.partition("<")
    return before.strip(' "') if bracket and find_recipient(name) else name


def make_header(text: str) -> str:
    """Make one line of a text: nothing in it can end a header."""
    safe = "".join(
        " " if unicodedata.category(one) in {"Cc", "Zl", "Zp"} else one
        for one in normalise_text(text)
    )
    return " ".join(safe.split())
