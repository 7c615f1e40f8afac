"""Every command once, in one process, as one after the other would be typed."""

import sys
from contextlib import suppress
from pathlib import Path

from reflect_journal.cli.app import main
from tests.torture.deeds import TORN, find_log

BEHIND_TORN = "Birch"
ASKS = {"continue"}
"""What cannot be done without a terminal."""


def list_session(document: str) -> list[list[str]]:
    """Give the command lines; the document is handed in."""
    return [
        [],
        ["--help"],
        ["new", "--no-input", "--company", "Acre", "--role", "cook"],
        ["new", "--from", document],
        ["new", "--no-input", "--company", BEHIND_TORN],
        ["list"],
        ["list", "--json"],
        ["show", "last"],
        ["show", "last", "--markdown"],
        ["search", "acre"],
        ["summary"],
        ["summary", "--by", "who"],
        ["report", f"{document}.html", "--yes"],
        ["prep"],
        ["demo"],
        ["vocabulary"],
        ["where"],
        ["schema"],
        ["completion", "bash"],
        ["history", "last"],
        ["export"],
        ["backup", f"{document}.zip", "--yes"],
        ["restore"],
        ["restore", f"{document}.zip"],
        ["edit", "last", "--field", "lesson=Ask first."],
        ["feedback", "ask", "last", "--eml", f"{document}.eml", "--yes", "--sent"],
        ["feedback", "add", "last", "--by", "friend", document],
        ["feedback", "add", "last", "--by", "recruiter", "--state", "silent"],
        ["feedback", "later", "last", "--on", "2026-12-01"],
        ["feedback", "list"],
        ["feedback", "show", "last", "--reaction"],
        ["feedback", "check", document],
        ["delete", "last", "--yes"],
        ["delete", "--list"],
        ["undo"],
        ["delete", "acre", "--yes"],
        ["undelete", "acre"],
        ["delete", "--forever", "acre", "--yes", "--keep-bad"],
        ["doctor"],
        ["doctor", "--repair", "--yes"],
    ]


def run_session(home: Path, document: str) -> None:
    for arguments in list_session(document):
        if BEHIND_TORN in arguments:
            tear(home)
        with suppress(SystemExit):
            main(arguments)


def tear(home: Path) -> None:
    """Leave what a killed save leaves."""
    with find_log(home).open("ab") as log:
        log.write(TORN)


if __name__ == "__main__":
    run_session(Path(sys.argv[1]), sys.argv[2])
