"""One reflection as Markdown that shows its texts and obeys none of them."""

import re
from collections.abc import Iterator
from typing import Final

from reflect_journal.terminal.lines import LINE_END
from reflect_journal.terminal.portrait import Portrait
from reflect_journal.terminal.portrait_rows import Row
from reflect_journal.terminal.safe_text import show_safely

_SPECIAL: Final = re.compile(r"([\\`*_\[\]()<>!#|~&])")
_LINE_START: Final = re.compile(r"^(\s*)([-+]|\d+[.)]|=+|-+)(?=\s|$)")
_INDENT: Final = re.compile(r"^[ \t]+")
LINE_BREAK: Final = "\\"
"""At the end of a line it keeps the line a line."""


def escape_markdown(text: str) -> str:
    """Take from a line of text everything that Markdown would act on."""
    escaped = _SPECIAL.sub(r"\\\1", show_safely(_INDENT.sub("", text)))
    return _LINE_START.sub(_escape_start, escaped)


def _escape_start(found: re.Match[str]) -> str:
    start = found[2]
    return f"{found[1]}{start[:-1]}\\{start[-1]}"


def render_markdown(portrait: Portrait) -> list[str]:
    """Render a reflection as a Markdown document."""
    lines = [f"# {_escape_whole(portrait.title)}", ""]
    lines += [f"*{_escape_whole(portrait.subtitle)}*"]
    for remark in portrait.remarks:
        lines += ["", escape_markdown(remark)]
    for section in portrait.sections:
        lines += ["", f"## {escape_markdown(section.heading)}"]
        is_listed = False
        for row in section.rows:
            is_listed = is_listed and bool(row.label)
            lines += [] if is_listed else [""]
            lines += _render_row(row)
            is_listed = bool(row.label)
    return lines


def _escape_whole(text: str) -> str:
    return escape_markdown(" ".join(LINE_END.split(text)))


def _render_row(row: Row) -> Iterator[str]:
    texts = [escape_markdown(one) for one in LINE_END.split(row.text)]
    if not row.label:
        yield from _break_lines(texts)
        return
    depth = "  " if row.label.startswith(" ") else ""
    label = escape_markdown(row.label.strip())
    first, *rest = _break_lines(texts)
    yield f"{depth}- **{label}:** {first}"
    yield from (f"{depth}  {one}" for one in rest)


def _break_lines(texts: list[str]) -> list[str]:
    """Keep lines apart; an empty one parts paragraphs and needs nothing else."""
    following = [*texts[1:], ""]
    return [
        text + LINE_BREAK * bool(text and behind)
        for text, behind in zip(texts, following, strict=True)
    ]
