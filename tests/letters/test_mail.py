"""A draft for a mail program holds what the letter says and no header more."""

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflect_journal.letters.mail import find_recipient, make_message, strip_address
from reflect_journal.letters.writing import Letter

HEADERS = {"Subject", "X-Unsent", "Content-Type", "Content-Transfer-Encoding"}
HEADERS |= {"MIME-Version"}


def read_back(content: bytes) -> EmailMessage:
    message = message_from_bytes(content, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def test_a_draft_opens_with_its_subject_its_text_and_its_recipient() -> None:
    letter = Letter("Für Zoë: thank you", "Dear Zoë,\n\nthank you.\n東京\n")
    message = read_back(make_message(letter, "Zoë Lind <lind@example.org>"))
    assert message["Subject"] == "Für Zoë: thank you"
    assert message["To"].addresses[0].display_name == "Zoë Lind"
    assert message["To"].addresses[0].addr_spec == "lind@example.org"
    assert message["X-Unsent"] == "1"
    assert message.get_content().replace("\r\n", "\n") == letter.body


def test_without_an_address_there_is_no_recipient() -> None:
    for name in ("Ms Lind", "", "a@", "@b", "Zoë <zoë@example.org>", "a b@c d"):
        message = read_back(make_message(Letter("s", "b"), name))
        assert set(message.keys()) == HEADERS, name


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Lind, Zoë <lind@example.org>", "Lind Zoë"),
        ('"Lind, Z." <lind@example.org>', "Lind Z."),
        ("<lind@example.org>", ""),
        ("lind@example.org", ""),
        ("Zoë; b@example.com, (HR) <lind@example.org>", "Zoë b example.com HR"),
        (f"{'b@example.com, ' * 9}<lind@example.org>", "b example.com " * 9),
    ],
)
def test_a_name_in_front_is_shown_and_is_no_recipient(name: str, shown: str) -> None:
    to = read_back(make_message(Letter("s", "b"), name))["To"]
    assert [one.addr_spec for one in to.addresses] == ["lind@example.org"]
    assert to.addresses[0].display_name == shown.strip()


def test_the_letter_itself_greets_without_the_address() -> None:
    assert strip_address("Ms Lind <lind@example.org>") == "Ms Lind"
    assert strip_address('"Lind, Zoë" <lind@example.org>') == "Lind, Zoë"
    assert strip_address("Ms <Lind>") == "Ms <Lind>"
    assert strip_address("lind@example.org") == "lind@example.org"


LINE_ENDS = "\r\n\x0b\x0c\x1c\x85\N{LINE SEPARATOR}"
hostile = st.text(
    st.one_of(st.characters(exclude_categories=[]), st.sampled_from(LINE_ENDS))
)


@given(hostile, hostile, hostile)
def test_no_text_becomes_a_header(before: str, after: str, body: str) -> None:
    attack = f"{before}\r\nBcc: all@example.org{after}"
    content = make_message(Letter(attack, body), f"{attack} <x@example.org>")
    message = read_back(content)
    assert set(message.keys()) <= HEADERS | {"To"}
    assert message["X-Unsent"] == "1"
    head = content.partition(b"\r\n\r\n")[0]
    assert not any(line.startswith(b"Bcc") for line in head.splitlines())


@given(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=120))
def test_a_subject_of_any_script_comes_back(subject: str) -> None:
    message = read_back(make_message(Letter(subject, "")))
    assert message["Subject"] == subject


@given(hostile)
def test_an_address_is_found_or_not_but_never_breaks(name: str) -> None:
    find_recipient(name)
    find_recipient(f"{name} <a@{name}>")
