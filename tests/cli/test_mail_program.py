"""A mail program of its own opens the draft that a letter is written to."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.desk import Desk, rejection

HEADERS = [
    *("To", "Subject", "X-Unsent", "Content-Type", "Content-Transfer-Encoding"),
    "Mime-Version",
]
ATTACK = "Zoë\r\nBcc: everyone@example.com\r\n\r\nDear all,"
TO = ("--name", "Lind, Zoë <lind@example.org>")

pytestmark = pytest.mark.skipif(
    not (shutil.which("mhdr") and shutil.which("mshow")), reason="needs mblaze"
)


def look(draft: Path, *command: str) -> str:
    """Give what a program of mblaze shows, with a home of its own."""
    environ = os.environ | {"HOME": str(draft.parent), "LC_ALL": "C.UTF-8"}
    ran = subprocess.run(command, env=environ, capture_output=True, check=True)
    assert ran.stderr == b""
    return ran.stdout.decode()


def show_header(draft: Path, name: str) -> str:
    return look(draft, "mhdr", "-d", "-h", name, str(draft)).rstrip("\n")


def show_body(draft: Path) -> str:
    return look(draft, "mshow", "-O", str(draft), "1").replace("\r\n", "\n")


def list_headers(draft: Path) -> list[str]:
    shown = look(draft, "mhdr", str(draft)).splitlines()
    return [line.partition(":")[0] for line in shown]


def write_draft(desk: Desk, *arguments: str) -> Path:
    draft = desk.home / "letter.eml"
    ask = ("feedback", "ask", "last", "--no-input", "--eml", str(draft), "--yes")
    ran = desk.run(*ask, *arguments)
    assert ran.code == 0, ran.err
    return draft


def test_a_mail_program_shows_subject_recipient_text_and_that_it_is_a_draft(
    desk: Desk,
) -> None:
    desk.save(rejection("Söhne 東京", role="Ingénieur für 東京", stage_reached="panel"))
    draft = write_draft(desk, *TO, "--my-name", "Kim Ünal", "--memory", "the café")
    assert list_headers(draft) == HEADERS
    assert show_header(draft, "subject") == (
        "Thank you for the talk (Ingénieur für 東京)"
    )
    assert look(draft, "maddr", "-a", "-h", "to", str(draft)) == "lind@example.org\n"
    assert show_header(draft, "to") == "Lind Zoë <lind@example.org>"
    assert show_header(draft, "x-unsent") == "1"
    printed = desk.run("feedback", "ask", "last", *TO, "--my-name", "Kim Ünal").out
    assert "the café" in show_body(draft)
    assert show_body(draft).splitlines()[-1] == printed.splitlines()[-1] == "Kim Ünal"


@pytest.mark.parametrize("option", ["--name", "--my-name", "--memory"])
def test_no_option_adds_a_header_that_a_mail_program_sees(
    desk: Desk, option: str
) -> None:
    desk.save(rejection(ATTACK, role=ATTACK, stage_reached="panel"))
    address = " <lind@example.org>" if option == "--name" else ""
    draft = write_draft(desk, *TO, option, f"{ATTACK}{address}")
    assert list_headers(draft) == HEADERS
    assert look(draft, "maddr", "-a", str(draft)) == "lind@example.org\n"
    assert show_header(draft, "subject").startswith("Thank you for the talk (Zoë Bcc:")


@pytest.mark.parametrize("option", ["--to", "--via", "--kind", "--with", "--on"])
def test_an_option_that_takes_a_word_takes_no_line_end(desk: Desk, option: str) -> None:
    desk.save(rejection())
    draft = desk.home / "letter.eml"
    ask = ("feedback", "ask", "last", "--sent", "--eml", str(draft))
    assert desk.run(*ask, option, f"hr{ATTACK}").code == 2
    assert option == "--on" or not draft.exists()


def test_a_template_of_ones_own_adds_no_header(desk: Desk) -> None:
    desk.save(rejection())
    folder = desk.config.parent / "letters"
    folder.mkdir()
    template = "Subject: Hi\r\x0bBcc: b@example.com\x85Cc: c\n\nDear {{ name }},\n"
    (folder / "hr-email.txt").write_text(template, encoding="utf-8", newline="")
    draft = write_draft(desk, *TO, "--to", "hr")
    assert list_headers(draft) == HEADERS
    assert "Dear Lind, Zoë," in show_body(draft)
