"""One reflection as Markdown that shows its texts and obeys none of them."""

import re
from collections.abc import Iterator
from typing import Final

from reflect_journal.terminal.portrait import Portrait, Row
from reflect_journal.terminal.safe_text import show_safely

_SPECIAL: Final = re.compile(r"([\\`*_\[\]()<>!#|~&])")
_LINE_START: Final = re.compile(r"^(\s*)([-+]|\d+[.)]|=+)(?=\s|$)")


def escape_markdown(text: str) -> str:
    """Take from a line of text everything that Markdown would act on."""
    escaped = _SPECIAL.sub(r"\\\1", show_safely(text))
    return _LINE_START.sub(_escape_start, escaped)


def _escape_start(found: re.Match[str]) -> str:
    start = found[2]
    return f"{found[1]}{start[:-1]}\\{start[-1]}"


def render_markdown(portrait: Portrait) -> list[str]:
    """Render a reflection as a Markdown document."""
    lines = [f"# {escape_markdown(portrait.title)}", ""]
    lines += [f"*{escape_markdown(portrait.subtitle)}*"]
    for remark in portrait.remarks:
        lines += ["", escape_markdown(remark)]
    for section in portrait.sections:
        lines += ["", f"## {escape_markdown(section.heading)}"]
        for row in section.rows:
            lines += _render_row(row)
    return lines


def _render_row(row: Row) -> Iterator[str]:
    # Two blanks at its end keep a line of the text a line.
    texts = [escape_markdown(one) for one in row.text.splitlines()] or [""]
    if not row.label:
        return iter(["", "  \n".join(texts)])
    depth = "  " if row.label.startswith(" ") else ""
    label = escape_markdown(row.label.strip())
    body = f"  \n{depth}  ".join(texts)
    start = [] if depth else [""]
    return iter([*start, f"{depth}- **{label}:** {body}"])
