"""The same texts as a journal of jrnl, and jrnl itself in an environment of its own."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

from bench.texts import FIRST_DAY, invent_reflections
from reflect_journal.query.search import walk_own_texts

FOLDER: Final = Path(__file__).parent
REQUIREMENTS: Final = FOLDER / "requirements.txt"
ENVIRONMENT: Final = FOLDER.parent / "build" / "bench" / "jrnl"
INSTALL: Final = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check")


class NoPeerError(Exception):
    """There is no jrnl to be held against."""


def install_jrnl() -> Path:
    """Install the pinned jrnl, unless it is there; give its program.

    Raises:
        NoPeerError: when it cannot be installed.
    """
    stamp = ENVIRONMENT / "requirements.txt"
    pins = REQUIREMENTS.read_bytes()
    if not stamp.is_file() or stamp.read_bytes() != pins:
        print("Installing jrnl into build/bench (once) ...", file=sys.stderr)
        try:
            _run(sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT))
            python = str(ENVIRONMENT / "bin" / "python")
            _run(python, *INSTALL, "--require-hashes", "-r", str(REQUIREMENTS))
        except (OSError, subprocess.CalledProcessError) as error:
            raise NoPeerError from error
        stamp.write_bytes(pins)
    return ENVIRONMENT / "bin" / "jrnl"


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)


def make_peer_journal(folder: Path, count: int) -> Path:
    """Make a journal of jrnl with the texts of `count` reflections; give its config."""
    journal, config = folder / "journal.txt", folder / "jrnl.yaml"
    folder.mkdir(parents=True)
    with journal.open("w", encoding="utf-8") as file:
        for document in invent_reflections(count):
            file.write(format_entry(document))
    # JSON is YAML as well, but jrnl takes a file that begins with { for an old one.
    config.write_text(f"---\n{json.dumps(make_config(journal))}\n", "utf-8")
    return config


def format_entry(document: dict[str, Any]) -> str:
    """Write a reflection as an entry: all its texts, its weak spots as tags."""
    texts = [text for _, text in walk_own_texts(document)]
    tags = [f"@{one['weak_spot']}" for one in document["sightings"]]
    day = document["rejected_on"] or FIRST_DAY.isoformat()
    body = "\n".join([*texts, " ".join(tags)])
    return f"[{day} 21:00] {document['company']}.\n{body}\n\n"


def make_config(journal: Path) -> dict[str, Any]:
    """Make the configuration that jrnl writes at its first start, but for the paths."""
    return {
        "version": "v4.6",
        "journals": {"default": {"journal": str(journal)}},
        "editor": "",
        "encrypt": False,
        "template": False,
        "default_hour": 9,
        "default_minute": 0,
        "timeformat": "%F %H:%M",
        "tagsymbols": "#@",
        "highlight": True,
        "linewrap": 79,
        "indent_character": "|",
        "colors": dict.fromkeys(("body", "date", "tags", "title"), "none"),
    }
