"""A report as Markdown that shows its texts and obeys none of them."""

from collections.abc import Iterator

from reflect_journal.report.page import Part, Report, Row, Table
from reflect_journal.terminal.markdown_view import escape_markdown, render_markdown


def render_report_markdown(report: Report) -> list[str]:
    """Render a report as the lines of a Markdown document."""
    lines = [f"# {report.title}", ""]
    lines += [escape_markdown(f"{report.subtitle}. Made on {report.made_on}.")]
    if report.remark:
        lines += ["", escape_markdown(report.remark)]
    for part in report.parts:
        lines += ["", f"## {part.heading}", *_render_part(part)]
    if report.portraits:
        lines += ["", "## The reflections"]
    for portrait in report.portraits:
        lines.append("")
        # One level below the heading that they stand under.
        lines += [
            f"##{one}" if one[:1] == "#" else one for one in render_markdown(portrait)
        ]
    if report.left_out:
        lines += ["", escape_markdown(report.left_out)]
    return lines


def _render_part(part: Part) -> Iterator[str]:
    for sentence in part.sentences:
        yield from ("", escape_markdown(sentence))
    for table in part.tables:
        yield from _render_table(table)
    for note in part.notes:
        yield from ("", escape_markdown(note))


def _render_table(table: Table) -> Iterator[str]:
    yield from ("", f"**{escape_markdown(table.caption)}**", "")
    for row in table.rows:
        yield _render_row(row)


def _render_row(row: Row) -> str:
    told = "; ".join((row.shown, *row.cells, *row.details))
    return f"- **{escape_markdown(row.name)}:** {escape_markdown(told)}"
