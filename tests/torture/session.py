"""Every command once, in one process, as one after the other would be typed."""

import sys
from contextlib import suppress
from pathlib import Path

from reflect_journal.cli.app import COMMANDS, main
from tests.torture.deeds import OTHER_DEVICE, TORN, find_log

ASKS = {"continue"}
"""What cannot be done without a terminal."""


def list_session(document: str) -> list[list[str]]:
    """Give the command lines; the document is handed in."""
    return [
        [],
        ["--help"],
        ["new", "--no-input", "--company", "Acre", "--role", "cook"],
        ["new", "--from", document],
        ["new", "--no-input", "--company", "Birch"],
        ["list"],
        ["list", "--json"],
        ["show", "last"],
        ["show", "last", "--markdown"],
        ["search", "acre"],
        ["summary"],
        ["vocabulary"],
        ["where"],
        ["schema"],
        ["completion", "bash"],
        ["doctor"],
    ]


def run_session(home: Path, document: str) -> None:
    for number, arguments in enumerate(list_session(document)):
        if number == len(COMMANDS) // 3 + 1:
            tear(home)
        with suppress(SystemExit):
            main(arguments)


def tear(home: Path) -> None:
    """Leave what a killed save leaves."""
    log = find_log(home)
    with log.open("ab") as file:
        file.write(TORN)
    assert not log.with_name(f"{OTHER_DEVICE}.jsonl").exists()


if __name__ == "__main__":
    run_session(Path(sys.argv[1]), sys.argv[2])
