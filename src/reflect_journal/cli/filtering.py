"""The filter options that several commands share."""

import re
from collections.abc import Callable, Mapping
from typing import Annotated, Any, Final

import typer

from reflect_journal.cli.context import Context
from reflect_journal.errors import InvalidOptionError
from reflect_journal.model.text import shorten
from reflect_journal.query.days import parse_since
from reflect_journal.query.filters import Filters
from reflect_journal.query.options import parse_area, parse_spot, parse_stage

SHOWN_ON_TERMINAL: Final = 20
LIMIT: Final = re.compile(r"[0-9]{1,9}")
Limit = Annotated[
    str, typer.Option("--limit", metavar="N", help="At most so many; 0 for all.")
]


def _offer(option: str, metavar: str, described: str) -> Any:
    return Annotated[str, typer.Option(option, metavar=metavar, help=described)]


FILTERS: Final[dict[str, Any]] = {
    "company": _offer("--company", "WORDS", "Words of the company's name."),
    "role": _offer("--role", "WORDS", "Words of the role."),
    "stage": _offer("--stage", "STAGE", "A stage that was reached."),
    "since": _offer("--since", "DAY", "From this day on; also 90d, 6m."),
    "until": _offer("--until", "DAY", "Up to this day; also 90d, 6m."),
    "spot": _offer("--spot", "SPOT", "A weak spot that was seen: its id or label."),
    "area": _offer("--area", "AREA", "An area that was spoken of."),
    "tag": _offer("--tag", "TAG", "A tag."),
}
"""The options that a command takes for its one parameter `filters`."""


def build_filters(context: Context, given: Mapping[str, str]) -> Filters:
    """Read the values of the filter options, by the names of `FILTERS`.

    Raises:
        InvalidOptionError: for a value that means nothing.
    """
    today = context.today
    parsers: dict[str, Callable[[str], str]] = {
        "stage": parse_stage,
        "since": lambda text: parse_since(text, today, "--since").isoformat(),
        "until": lambda text: parse_since(text, today, "--until").isoformat(),
        "spot": lambda text: parse_spot(text, context.vocabulary),
        "area": parse_area,
    }
    return Filters(
        **{
            name: parsers[name](text) if name in parsers else text
            for name, text in given.items()
            if text
        }
    )


def choose_limit(context: Context, limit: str) -> int | None:
    """Give how many rows to show: what was asked, else a screenful for people.

    Raises:
        InvalidOptionError: for what is no number.
    """
    if limit:
        if not LIMIT.fullmatch(limit):
            problem = f"{shorten(limit)} is no number from 0 on."
            raise InvalidOptionError("--limit", problem, "0 stands for all.")
        return int(limit) or None
    is_read_by_people = context.out.is_terminal and not context.options.json
    return SHOWN_ON_TERMINAL if is_read_by_people else None
