"""Words that come in from a file, a pipe or the keyboard; never changed."""

from io import BytesIO
from typing import Final

from reflect_journal.cli.context import Context
from reflect_journal.errors import RefusedInputError
from reflect_journal.journal.files import STANDARD_INPUT, read_input
from reflect_journal.model.limits import TEXT_LIMIT

MARK: Final = "\N{ZERO WIDTH NO-BREAK SPACE}"
NOT_TEXT: Final = "is not UTF-8 text."
COPY_IT: Final = (
    "Copy the text out of the program that shows it into a plain text file."
)


class UnreadableTextError(RefusedInputError):
    """A text that was only to be looked at cannot be read; there was no saving."""

    ending = ""


def read_words(context: Context, name: str) -> str:
    """Read a text to the letter, of a mail its plain text; no byte order mark.

    Raises:
        RefusedInputError: when it is no text, is empty or too long.
    """
    return _decode(_read(context, name), name)


def look_at_words(context: Context, name: str) -> str:
    """Read a text of which nothing is to be saved.

    Raises:
        UnreadableTextError: when it is no text, is empty or too long.
    """
    try:
        return read_words(context, name)
    except RefusedInputError as error:
        told = error.source, error.where, error.problem, error.advice
        raise UnreadableTextError(*told) from None


def find_piped_words(context: Context) -> str:
    """Find a text in the pipe; "" where there is none, or a terminal instead.

    Raises:
        RefusedInputError: when it is no text, or too long.
    """
    if context.world.stdin.isatty():
        return ""
    content = _read(context, STANDARD_INPUT)
    return _decode(content, STANDARD_INPUT) if content.strip() else ""


def _read(context: Context, name: str) -> bytes:
    pipe = getattr(context.world.stdin, "buffer", None) or BytesIO()
    return read_input(name, pipe)


def _decode(content: bytes, name: str) -> str:
    source = "standard input" if name == STANDARD_INPUT else name
    content = _take_out(content, name, source)
    try:
        text = content.decode("utf-8").removeprefix(MARK)
    except UnicodeDecodeError:
        raise RefusedInputError(source, "", NOT_TEXT, COPY_IT) from None
    if "\0" in text:
        raise RefusedInputError(source, "", NOT_TEXT, COPY_IT)
    if not text.strip():
        raise RefusedInputError(source, "", "is empty.")
    if len(text) > TEXT_LIMIT:
        problem = f"has {len(text):,} characters; {TEXT_LIMIT:,} fit."
        raise RefusedInputError(source, "", problem)
    return text


def _take_out(content: bytes, name: str, source: str) -> bytes:
    """Give the text of a mail, and anything else as it is."""
    from reflect_journal.letters.mail_file import (
        NoPlainTextError,
        is_mail,
        read_mail,
    )

    try:
        return read_mail(content).encode() if is_mail(content, name) else content
    except NoPlainTextError:
        problem = "is a mail without a plain text."
        raise RefusedInputError(source, "", problem, COPY_IT) from None
