"""The report in a real browser: nothing asked for, nothing broken, readable by all."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from importlib import resources
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from reflect_journal.report.html import render_html
from tests.insight.documents import STORED, load_stored, write
from tests.report.test_page import HOSTILE, compose

CHROMIUM = shutil.which("chromium")
QUIET = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update"),
    "--disable-sync",
]
AXE = resources.files("axe_playwright_python") / "axe.min.js"
Look = Literal["light", "dark", "forced"]
LOOKS: tuple[tuple[Look, int], ...] = (("light", 360), ("dark", 1200), ("forced", 360))
"""Every look and both widths; a look changes no width, and a width no look."""
SHOWN = "[...document.querySelectorAll('details p')].map(one => one.checkVisibility())"

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed here"),
    # One browser for all of them.
    pytest.mark.xdist_group("browser"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield running
        running.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The report of the invented journal, and of a text that attacks it."""
    hostile = write(1, company=HOSTILE, what_worked=HOSTILE * 9, lesson=HOSTILE)
    documents = [*load_stored(STORED[1]), hostile]
    page = tmp_path_factory.mktemp("report") / "report.html"
    report = compose(documents, next_step="reflect continue")
    # The checks of a thousand paragraphs find what those of a few find.
    report = replace(report, portraits=report.portraits[-2:])
    text = render_html(report)
    page.write_text(text, encoding="utf-8")
    return page.as_uri()


class Watched:
    """A page, what it asked for beside itself, and what it complained about."""

    def __init__(self, browser: Browser, address: str, width: int, look: Look) -> None:
        context = browser.new_context(
            viewport={"width": width, "height": 800}, offline=True, bypass_csp=True
        )
        self.page: Page = context.new_page()
        self.asked: list[str] = []
        self.troubles: list[str] = []
        self.page.on("request", lambda one: self.asked.append(one.url))
        self.page.on("pageerror", lambda one: self.troubles.append(str(one)))
        self.page.on("console", lambda one: self.troubles.append(one.text))
        self.page.emulate_media(
            color_scheme="dark" if look == "dark" else "light",
            forced_colors="active" if look == "forced" else "none",
        )
        self.page.goto(address)

    def unfold(self) -> None:
        self.page.evaluate(
            "for (const one of document.querySelectorAll('details')) one.open = true"
        )


@pytest.mark.parametrize(("look", "width"), LOOKS)
def test_every_look_is_readable_by_all(
    browser: Browser, address: str, look: Look, width: int
) -> None:
    watched = Watched(browser, address, width, look)
    watched.unfold()
    watched.page.evaluate(AXE.read_text(encoding="utf-8"))
    result: Any = watched.page.evaluate("axe.run({resultTypes: ['violations']})")
    assert [one["id"] for one in result["violations"]] == []
    assert len(result["passes"]) > 10
    assert (watched.asked, watched.troubles) == ([address], [])
    scrolled = watched.page.evaluate("document.documentElement.scrollWidth")
    assert scrolled <= width


def test_a_hostile_text_is_text(browser: Browser, address: str) -> None:
    page = Watched(browser, address, 800, "light").page
    assert page.locator("script, img, iframe, a").count() == 0
    assert page.get_by_text("<script>alert(1)</script>").count() > 0


def test_a_bar_is_drawn_and_as_long_as_its_number(
    browser: Browser, address: str
) -> None:
    page = Watched(browser, address, 1200, "light").page
    row = page.locator("tr", has_text="Went on too long").first
    seen, rest = (row.locator(f"rect.{one}").bounding_box() for one in ("seen", "rest"))
    assert seen is not None
    assert rest is not None
    assert seen["width"] / rest["width"] == pytest.approx(8 / 13, abs=0.02)


def test_it_prints_on_paper_with_every_reflection_unfolded(
    browser: Browser, address: str
) -> None:
    page = Watched(browser, address, 1200, "dark").page
    assert set(page.evaluate(SHOWN)) == {False}
    page.emulate_media(media="print")
    assert page.pdf(format="A4").startswith(b"%PDF-")
    assert set(page.evaluate(SHOWN)) == {True}
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == (
        "rgb(255, 255, 255)"
    )
