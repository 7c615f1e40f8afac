"""Whether there is colour, and how a line gets it."""

import io
from collections.abc import Callable, Iterable, Mapping

from reflect_journal.terminal.lines import Line


def choose_color(option: str, environ: Mapping[str, str], *, is_terminal: bool) -> bool:
    """Decide about colour: --color, then the environment, then the stream."""
    if option != "auto":
        return option == "always"
    if environ.get("NO_COLOR"):
        return False
    forced = environ.get("CLICOLOR_FORCE", "0") not in {"", "0"}
    if environ.get("FORCE_COLOR") or forced:
        return True
    return is_terminal and environ.get("TERM") != "dumb"


def paint(lines: Iterable[Line], make_safe: Callable[[str], str]) -> str:
    """Give lines in their styles; every piece of text passes through `make_safe`."""
    from rich.console import Console
    from rich.text import Text

    painted = io.StringIO()
    console = Console(
        file=painted,
        force_terminal=True,
        legacy_windows=False,
        color_system="standard",
        markup=False,
        highlight=False,
        emoji=False,
        no_color=False,
    )
    for one in lines:
        pieces = [(make_safe(text), style) for text, style in one]
        console.print(Text.assemble(*pieces), soft_wrap=True)
    return painted.getvalue()
