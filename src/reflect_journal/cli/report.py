"""`reflect report`: what the journal shows, as a page to look at, print or show."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated, Final

import typer

from reflect_journal.cli.confirming import DECLINED, Yes, confirm
from reflect_journal.cli.context import Context
from reflect_journal.cli.redacting import REDACTED, leave_out
from reflect_journal.errors import InvalidOptionError
from reflect_journal.model.days import format_day
from reflect_journal.model.outline import Outline, outline_reflection
from reflect_journal.model.saved import SavedReflection
from reflect_journal.query.filters import Filters
from reflect_journal.query.ordering import sort_newest_first
from reflect_journal.query.references import build_short_ids

if TYPE_CHECKING:
    from reflect_journal.report.page import Report

STANDARD_OUTPUT: Final = "-"
AT_ONCE: Final = 100
File = Annotated[
    str, typer.Argument(metavar="[FILE]", help="Where to; - is the screen.")
]
Markdown = Annotated[bool, typer.Option("--markdown", help="Markdown, not HTML.")]
Redact = Annotated[
    bool, typer.Option("--redact", help="Leave out every name and text.")
]
Open = Annotated[bool, typer.Option("--open", help="Open it in the browser.")]


def report(
    context: Context,
    filters: Filters,
    file: File = "",
    markdown: Markdown = False,
    redact: Redact = False,
    open_: Open = False,
    yes: Yes = False,
) -> int:
    """Write what the journal shows into one page.

    The page needs no network and no other file. With --redact it can be shown to a
    coach. Example: reflect report --open
    """
    name = file or f"reflect-report-{context.today}.{'md' if markdown else 'html'}"
    if name == STANDARD_OUTPUT:
        for option, is_on in (("--open", open_), ("--json", context.options.json)):
            if is_on:
                raise InvalidOptionError(option, "it needs a file.")
    from reflect_journal.cli.next_step import tell_next_step

    everything = context.survey().outlines
    outlines = sort_newest_first(filters.apply(everything, context.vocabulary))
    # It names a company, or a plan in the person's words.
    next_step = "" if redact else tell_next_step(context, everything)
    if name == STANDARD_OUTPUT:
        page = compose(context, outlines, next_step, redact=redact)
        context.out.write_text(render(page, markdown=markdown))
        return 0
    from reflect_journal.journal.files import find_target, write_file

    path, replaces = find_target(name)
    if replaces and not yes and not confirm(context, f"{name} is there. Replace it?"):
        context.err.write(["Nothing was written."])
        return DECLINED
    page = compose(context, outlines, next_step, redact=redact)
    text = render(page, markdown=markdown)
    write_file(path, f"{text}\n".encode(), replace=replaces)
    if context.options.json:
        found = {"file": str(path.absolute()), "reflections": len(outlines)}
        context.answer_json({**found, "redacted": redact})
    context.err.write([f"Written: {name}", *([REDACTED] if redact else [])])
    if open_ and not context.world.open_page(path.absolute().as_uri()):
        context.err.write(["No browser could be started; open the file yourself."])
    return 0


def render(page: "Report", *, markdown: bool) -> str:
    """Render the whole page as text."""
    if markdown:
        from reflect_journal.report.markdown import render_report_markdown

        return "\n".join(render_report_markdown(page))
    from reflect_journal.report.html import render_html

    return render_html(page)


def compose(
    context: Context, outlines: list[Outline], next_step: str, *, redact: bool
) -> "Report":
    """Count and describe reflections, the newest first."""
    from reflect_journal.insight.disputes import find_disputes
    from reflect_journal.insight.months import group_by_month
    from reflect_journal.insight.summary import summarise
    from reflect_journal.insight.voices import group_by_agreement
    from reflect_journal.report.page import Findings, compose_report
    from reflect_journal.terminal.portrait import portray

    vocabulary = context.vocabulary
    reflections = read_reflections(context, [one.id for one in outlines])
    if redact:
        reflections, vocabulary = leave_out(reflections, len(outlines), vocabulary)
        outlines = [outline_reflection(one.id, one.document) for one in reflections]
    summary = summarise(outlines, vocabulary, context.config.weights)
    # An id that a hand wrote into the log may be a name.
    short = {} if redact else build_short_ids(one.id for one in outlines)
    findings = Findings(
        outlines=outlines,
        summary=summary,
        months=group_by_month(outlines, vocabulary),
        voices=group_by_agreement(summary.weak_spots),
        disputes=find_disputes(outlines, vocabulary),
    )
    return compose_report(
        findings,
        (portray(one, short.get(one.id, ""), vocabulary) for one in reflections),
        made_on=format_day(context.today.isoformat()),
        next_step=next_step,
        remark=REDACTED if redact else "",
    )


def read_reflections(
    context: Context, identifiers: Sequence[str]
) -> Iterable[SavedReflection]:
    """Read reflections, only as many as are taken: a page has no room for all."""
    for at in range(0, len(identifiers), AT_ONCE):
        yield from context.journal.get(identifiers[at : at + AT_ONCE])
