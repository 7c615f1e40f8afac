"""What stands in a mail is read to the letter, without what stands around it."""

from contextlib import suppress
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflect_journal.letters.mail_file import NoPlainTextError, is_mail, read_mail

TEXT = "Müller says: your answers were long = too long.\n\nJo\n"


def write_mail(coding: str, charset: str = "utf-8") -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "Jo <jo@example.org>"
    mail.set_content(TEXT, cte=coding, charset=charset)
    return mail


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
@pytest.mark.parametrize(
    ("coding", "charset"),
    [
        *(("quoted-printable", "utf-8"), ("base64", "utf-8"), ("8bit", "utf-8")),
        *(("quoted-printable", "iso-8859-1"), ("8bit", "iso-8859-1")),
    ],
)
def test_a_text_is_the_same_however_it_was_sent(
    coding: str, charset: str, end: bytes
) -> None:
    mail = write_mail(coding, charset)
    mail.add_alternative("<p>Other words</p>", subtype="html")
    mail.add_attachment("not theirs", filename="cv.txt")
    content = bytes(mail).replace(b"\n", end)
    assert is_mail(content)
    assert read_mail(content) == TEXT


@pytest.mark.parametrize(
    ("head", "name", "is_one"),
    [
        (b"Received: from x\n\n", "", True),
        (b"From: Jo\nSubject: Hi\n\n", "", False),
        (b"From: Jo\nSubject: Hi\n\n", "A.EML", True),
        (b"We liked you: all of us.\n", "a.eml", False),
        (b"Preparation: 4\nAnswers: 2\n", "a.eml", False),
        (b"", "a.eml", False),
    ],
)
def test_what_was_copied_out_of_a_mail_is_no_mail(
    head: bytes, name: str, is_one: bool
) -> None:
    assert is_mail(head + b"Hm.", name) is is_one


def test_a_part_without_headers_is_plain_text() -> None:
    head = b"Content-Type: multipart/mixed; boundary=a\n\n"
    assert read_mail(head + b"--a\n\nToo long.\n--a--\n") == "Too long."


def test_a_wrong_name_of_its_characters_does_not_hide_a_text() -> None:
    content = b"Content-Type: text/plain; charset=ascii\n\ncaf\xc3\xa9"
    assert read_mail(content) == "caf\N{LATIN SMALL LETTER E WITH ACUTE}"


@pytest.mark.parametrize(
    "content",
    [
        b"MIME-Version: 1.0\nContent-Type: text/html\n\n<p>Hm.</p>",
        b"Content-Type: text/plain; charset=none-such\n\n\xff",
        b"Content-Type: text/plain; charset=ascii\n\n\xff",
        b"Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: a/b\n\n",
    ],
)
def test_without_a_plain_text_nothing_is_guessed(content: bytes) -> None:
    with pytest.raises(NoPlainTextError):
        read_mail(content)


@given(st.binary(), st.binary())
def test_broken_mails_end_in_that_error_only(head: bytes, body: bytes) -> None:
    content = b"MIME-Version: 1.0\nContent-Type: " + head + b"\n\n" + body
    is_mail(content)
    with suppress(NoPlainTextError):
        read_mail(content)
