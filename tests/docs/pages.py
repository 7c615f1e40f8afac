"""The pages, parted into what the tests look at."""

import re
from pathlib import Path

PROJECT = Path(__file__).parents[2]
PAGES = [PROJECT / name for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md")]
PAGES += sorted((PROJECT / "docs").glob("*.md"))

HEADING = re.compile(r"^#+ +(.+)$", re.MULTILINE)
FENCE = re.compile(r"^```(.*?)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def read_page(name: str) -> str:
    return (PROJECT / name).read_text(encoding="utf-8")


def read_section(name: str, heading: str) -> str:
    """Give what stands below a heading, deeper headings included."""
    text = read_page(name)
    begin = re.search(rf"^(#+) +{re.escape(heading)}$", text, re.MULTILINE)
    assert begin, f"{name} has no heading {heading!r}"
    deeper = len(begin[1])
    rest = text[begin.end() :]
    end = re.search(rf"^#{{1,{deeper}}} ", rest, re.MULTILINE)
    return rest[: end.start()] if end else rest


def list_blocks(text: str, kind: str) -> list[str]:
    """List the fenced blocks of a kind."""
    return [block for language, block in FENCE.findall(text) if language == kind]


def list_rows(text: str) -> list[list[str]]:
    """List the cells of all tables, without their heads."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    rows = [re.split(r" *\| *", line.strip("| ")) for line in lines]
    heads = {at for at, row in enumerate(rows) if set("".join(row)) == {"-"}}
    heads |= {at - 1 for at in heads}
    return [row for at, row in enumerate(rows) if at not in heads]


def list_code(text: str) -> set[str]:
    """List what stands between single backticks."""
    return set(re.findall(r"`([^`\n]+)`", FENCE.sub("", text)))


def make_anchor(heading: str) -> str:
    """Give the anchor of a heading as readers of Markdown make it."""
    kept = re.sub(r"[^\w\- ]", "", heading.replace("`", "").lower())
    return kept.strip().replace(" ", "-")


def list_anchors(text: str) -> set[str]:
    return {make_anchor(heading) for heading in HEADING.findall(FENCE.sub("", text))}
