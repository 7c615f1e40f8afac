"""Every number on the page is one of the summary, and the page claims no more."""

import html
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings

from reflect_journal.insight.disputes import find_disputes
from reflect_journal.insight.months import group_by_month
from reflect_journal.insight.voices import group_by_agreement
from reflect_journal.model.outline import outline_reflection
from reflect_journal.model.saved import SavedReflection
from reflect_journal.model.vocabulary import load_built_in
from reflect_journal.report.html import render_html
from reflect_journal.report.markdown import render_report_markdown
from reflect_journal.report.page import (
    Findings,
    Report,
    choose_portraits,
    compose_report,
)
from reflect_journal.terminal.portrait import Portrait, Section, portray
from reflect_journal.terminal.portrait_rows import Row
from tests.insight import naive
from tests.insight.documents import (
    STORED,
    Document,
    identify,
    journals,
    load_stored,
    sum_up,
    write,
)


def compose(documents: list[Document], **said: str) -> Report:
    vocabulary = load_built_in()
    outlines = [outline_reflection(*one) for one in identify(documents)]
    summary = sum_up(documents)
    portraits = [
        portray(SavedReflection(one, one, "", "", other), one[-4:], vocabulary)
        for one, other in identify(documents)
    ]
    findings = Findings(
        outlines=outlines,
        summary=summary,
        months=group_by_month(outlines, vocabulary),
        voices=group_by_agreement(summary.weak_spots),
        disputes=find_disputes(outlines, vocabulary),
    )
    return compose_report(findings, portraits, made_on="22 Nov 2026", **said)


class Reader(HTMLParser):
    """What a browser would make of a page: tags that are closed, rows of tables."""

    VOID = frozenset({"meta", "rect"})
    OPEN_ENDED = frozenset({"p"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.rows: list[list[str]] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID | self.OPEN_ENDED:
            self.open.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in ("th", "td"):
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID | self.OPEN_ENDED:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "tr" in self.open and data.strip():
            self.rows[-1][-1] += f"{data.strip()}\n"


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader


def count_by_hand(documents: list[Document]) -> dict[str, list[tuple[str, str]]]:
    """Give each table's names and numbers, computed without the program."""
    summary: Any = naive.compute_summary(documents)
    told = [one for one in summary["weak_spots"] if one["id"] != "no-reason-given"]
    return {
        "Strengths that were noted": [
            (one["label"], f"{one['seen_in']} of {one['looked_at_in']}")
            for one in summary["strengths"]
        ],
        "Weak spots that were noted": [
            (one["label"], f"{one['seen_in']} of {one['looked_at_in']}")
            if one["looked_at_in"]
            else (one["label"], f"named in {one['also_named_in']}")
            for one in told
        ],
        "Seen differently": [
            ("", f"{one['count']} of {one['of']}")
            for one in naive.list_disputed(documents)
        ],
        "Where processes ended": [
            ("", f"{one['ended_here']} of {one['reached']}")
            for one in naive.group_by_stage(documents)
        ],
    }


def check_numbers(documents: list[Document]) -> None:
    report = compose(documents)
    tables = {one.caption: one for part in report.parts for one in part.tables}
    for caption, expected in count_by_hand(documents).items():
        rows = tables[caption].rows if caption in tables else ()
        shown = [(row.name, row.shown) for row in rows]
        assert [one for _, one in expected] == [one for _, one in shown]
        assert all(
            name in ("", at) for (name, _), (at, _) in zip(expected, shown, strict=True)
        )
    page = render_html(report)
    cells = {tuple(one.split("\n")[0] for one in row) for row in read(page).rows}
    for table in tables.values():
        for row in table.rows:
            assert any(one[:2] == (row.name, row.shown) for one in cells)
    markdown = "\n".join(render_report_markdown(report))
    for table in tables.values():
        for row in table.rows:
            assert f":** {row.shown}" in markdown


def test_the_stored_reflections_have_the_numbers_counted_by_hand() -> None:
    for path in STORED:
        check_numbers(load_stored(path))


@settings(max_examples=25)
@given(journals)
def test_any_reflections_have_the_numbers_counted_by_hand(
    documents: list[Document],
) -> None:
    check_numbers(documents)


def test_bars_are_as_long_as_their_numbers() -> None:
    page = compose([write(1, "rambling-answers"), write(2), write(3), write(4)])
    [bar] = re.findall(
        r'class="seen" width="([\d.]+)"', render_html(page).partition("Who sees")[0]
    )
    assert bar == "25.0"


def test_nothing_noted_is_said_and_not_drawn() -> None:
    page = render_html(compose([]))
    assert page.count("Nothing noted.") == 5
    assert "<svg" not in page
    assert "<details>" not in page


def test_too_few_claim_nothing() -> None:
    page = render_html(compose([write(1, "rambling-answers")]))
    assert "Too few to speak of anything that keeps coming back." in page
    assert "once</td>" not in page


def test_the_next_step_and_a_remark_stand_first() -> None:
    report = compose([write(1)], next_step="reflect continue", remark="No names.")
    page, lines = render_html(report), render_report_markdown(report)
    assert (
        page.index("No names.")
        < page.index("reflect continue")
        < page.index("What works")
    )
    assert lines.index("No names.") < lines.index("## Next")


HOSTILE = '<script>alert(1)</script><img src=x onerror="x">&{{ 7*7 }}\x1b[31m\u202e'


def test_a_hostile_text_is_shown_and_obeyed_by_nobody() -> None:
    document = write(1, company=HOSTILE, what_worked=HOSTILE, lesson=HOSTILE)
    page = render_html(compose([document]))
    reader = read(page)
    assert not {"script", "img", "a", "link", "iframe"} & {
        tag for tag, _ in reader.tags
    }
    assert not {"\x1b", "\u202e"} & set(page)
    assert "49" not in page
    assert html.escape("<script>alert(1)</script>") in page


def test_the_page_asks_for_nothing_and_allows_nothing() -> None:
    page = render_html(compose(load_stored(STORED[1])))
    assert "http:" not in page
    assert "https:" not in page
    assert "url(" not in page
    tags = read(page).tags
    assert not [
        one for _, one in tags if {"src", "href", "style", "onclick"} & one.keys()
    ]
    [policy] = [
        one["content"]
        for _, one in tags
        if one.get("http-equiv") == "Content-Security-Policy"
    ]
    assert str(policy).startswith("default-src 'none'; style-src 'sha256-")
    assert ("html", {"lang": "en"}) in tags


def test_headings_name_their_sections() -> None:
    tags = read(render_html(compose(load_stored(STORED[1])))).tags
    names = [one["aria-labelledby"] for tag, one in tags if tag == "section"]
    assert names == [one["id"] for tag, one in tags if tag == "h2"]
    assert [tag for tag, _ in tags].count("h1") == 1
    assert [tag for tag, _ in tags].count("main") == 1


def test_what_has_no_room_is_said() -> None:
    row = Row("", "x" * 1_000_000)
    long = Portrait("Long", "", (), (Section("Text", (row,)),))
    assert choose_portraits([long, long, long]) == (long,)
    report = compose([write(day, lesson="x" * 900_000) for day in range(3)])
    assert "Older ones that have no room on this page: 2." in render_html(report)
    assert len(render_html(report)) < 2_000_000
    assert "no room on this page: 2" in "\n".join(render_report_markdown(report))


@pytest.mark.uncounted
def test_a_thousand_long_reflections_make_a_page_below_two_megabytes() -> None:
    stored = load_stored(STORED[1])
    many = [
        {**stored[at % len(stored)], "moment": "A long talk. " * 90, "lesson": HOSTILE}
        for at in range(1000)
    ]
    report = compose(many)
    page = render_html(report)
    assert 1_000_000 < len(page.encode()) < 2_000_000
    assert len(report.portraits) > 400
    assert f"this page: {1000 - len(report.portraits)}." in report.left_out
