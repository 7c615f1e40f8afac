"""A report as one HTML file that needs nothing else and asks for nothing."""

import base64
import hashlib
from importlib import resources
from typing import Final

from jinja2 import Environment, FunctionLoader, StrictUndefined

from reflect_journal.report.page import Report, Table
from reflect_journal.terminal.lines import LINE_END
from reflect_journal.terminal.safe_text import show_safely

TEMPLATES: Final = resources.files("reflect_journal.report") / "templates"
BAR: Final = 100


def render_html(report: Report) -> str:
    """Render a report as a whole HTML document.

    No script, no image, no address: its policy lets a browser load nothing, and
    allows the one style sheet by its fingerprint.
    """
    style = _load("report.css")
    environment = Environment(
        loader=FunctionLoader(_load),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        # What a terminal would obey, a text editor or a browser may obey as well.
        finalize=_make_safe,
    )
    page = environment.get_template("report.html")
    return page.render(
        report=report, style=style, fingerprint=_fingerprint(style), scale=_scale
    )


def _make_safe(value: object) -> object:
    if type(value) is not str:
        return value
    return "\n".join(show_safely(one) for one in LINE_END.split(value))


def _scale(table: Table, number: int) -> float:
    """Give the length of a bar, in hundredths of the whole."""
    return round(BAR * number / table.most, 1)


def _load(name: str) -> str:
    return (TEMPLATES / name).read_text("utf-8")


def _fingerprint(style: str) -> str:
    digest = hashlib.sha256(style.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
