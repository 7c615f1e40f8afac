"""A mail as a file or a pipe gives it: headers, parts and codings around a text."""

from email import message_from_bytes, policy
from email.message import EmailMessage
from email.parser import BytesHeaderParser
from typing import Final

ENDING: Final = ".eml"
SENT: Final = frozenset({"mime-version", "message-id", "received"})
"""Headers that nobody copies out of a mail program by hand."""
WRITTEN: Final = frozenset({"from", "subject", "date"})


class NoPlainTextError(Exception):
    """A mail without a part of plain text, or with one that cannot be decoded."""


def is_mail(content: bytes, name: str = "") -> bool:
    """Tell whether some bytes are a whole mail, headers and all, not a copied text."""
    headers = {one.lower() for one in BytesHeaderParser().parsebytes(content)}
    known = SENT | WRITTEN if name.lower().endswith(ENDING) else SENT
    return bool(headers & known)


def read_mail(content: bytes) -> str:
    """Give the plain text of a mail to the letter, with plain line ends.

    Raises:
        NoPlainTextError: when there is none; nothing is guessed from its HTML.
    """
    mail = message_from_bytes(content, EmailMessage, policy=policy.default)
    body = mail.get_body(("plain",))
    # A part without headers counts as empty, and is none the less there.
    payload = None if body is None else body.get_payload(decode=True)
    if body is None or not isinstance(payload, bytes):
        raise NoPlainTextError
    # Some programs name none or the wrong one; UTF-8 does not fit by accident.
    for one in (body.get_content_charset("utf-8"), "utf-8"):
        try:
            return payload.decode(one).replace("\r\n", "\n")
        except (UnicodeDecodeError, LookupError):
            continue
    raise NoPlainTextError
