"""The filter options that several commands share."""

import re
from typing import Annotated, Final

import typer

from reflect_journal.cli.context import Context
from reflect_journal.errors import InvalidOptionError
from reflect_journal.model.text import shorten
from reflect_journal.query.days import parse_since
from reflect_journal.query.filters import Filters
from reflect_journal.query.options import parse_area, parse_spot, parse_stage

SHOWN_ON_TERMINAL: Final = 20
LIMIT: Final = re.compile(r"[0-9]{1,9}")
Company = Annotated[
    str, typer.Option("--company", metavar="WORDS", help="Words of the company's name.")
]
Role = Annotated[
    str, typer.Option("--role", metavar="WORDS", help="Words of the role.")
]
Stage = Annotated[
    str, typer.Option("--stage", metavar="STAGE", help="A stage that was reached.")
]
Since = Annotated[
    str, typer.Option("--since", metavar="DAY", help="From this day on; also 90d, 6m.")
]
Until = Annotated[
    str, typer.Option("--until", metavar="DAY", help="Up to this day; also 90d, 6m.")
]
Spot = Annotated[
    str, typer.Option("--spot", metavar="ID", help="A weak spot that was seen.")
]
Area = Annotated[
    str, typer.Option("--area", metavar="AREA", help="An area that was spoken of.")
]
Tag = Annotated[str, typer.Option("--tag", metavar="TAG", help="A tag.")]
Limit = Annotated[
    str, typer.Option("--limit", metavar="N", help="At most so many; 0 for all.")
]


def build_filters(
    context: Context,
    *,
    company: str = "",
    role: str = "",
    stage: str = "",
    since: str = "",
    until: str = "",
    spot: str = "",
    area: str = "",
    tag: str = "",
) -> Filters:
    """Read the values of the filter options.

    Raises:
        InvalidOptionError: for a value that means nothing.
    """
    today = context.today
    return Filters(
        company=company,
        role=role,
        stage=parse_stage(stage) if stage else "",
        since=parse_since(since, today, "--since").isoformat() if since else "",
        until=parse_since(until, today, "--until").isoformat() if until else "",
        spot=parse_spot(spot, context.vocabulary) if spot else "",
        area=parse_area(area) if area else "",
        tag=tag,
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
