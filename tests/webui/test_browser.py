"""In a real browser: graphs draw, nothing is asked of another host, nothing overflows."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from werkzeug.serving import make_server

from webui.pages.document.frame import TABS
from webui.pages.obligations.view import VIEWS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from flask import Flask
    from playwright.sync_api import Browser, Page

CHROMIUM = Path(os.environ.get("LUOCDO_CHROMIUM", "/usr/bin/chromium"))
pytestmark = pytest.mark.browser

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
"""Rules of axe: WCAG 2.2 at levels A and AA, and what its authors recommend besides."""

MOVED = (
    "window.moved = 0; new PerformanceObserver(list => { for (const e of list.getEntries())"
    " window.moved += e.value; }).observe({ type: 'layout-shift', buffered: true });"
)
"""Sums up how far a page jumps while it is shown (layout instability of the W3C)."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return Debian's Chromium, or skip where it is not installed."""
    if not CHROMIUM.exists():
        pytest.skip(f"Chromium is not installed at {CHROMIUM}")
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def site(app: Flask) -> Iterator[str]:
    """Return the address of the small collection, served for the time of these tests."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()


class Visit:
    """A page that is visited, with what it asked for and complained of.

    Args:
        page: the tab.
        site: address of the site; everything else is another host.
    """

    def __init__(self, page: Page, site: str) -> None:
        self.page = page
        self.foreign: list[str] = []
        self.complaints: list[str] = []
        own = (site, "data:", "blob:", "file:", "about:")
        page.on(
            "request",
            lambda asked: None if asked.url.startswith(own) else self.foreign.append(asked.url),
        )
        page.on(
            "console",
            lambda said: self.complaints.append(said.text) if said.type == "error" else None,
        )
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def is_clean(self) -> bool:
        """Tell whether nothing foreign was asked and nothing failed."""
        assert self.foreign == []
        assert self.complaints == []
        return True


def visit(browser: Browser, site: str, width: int = 1280, scheme: str = "light") -> Visit:
    """Return a fresh tab of that width in pixels."""
    context = browser.new_context(
        viewport={"width": width, "height": 844},
        color_scheme="dark" if scheme == "dark" else "light",
        locale="vi-VN",
    )
    return Visit(context.new_page(), site)


def addresses(sample: ModuleType) -> list[str]:
    """Return the pages that are looked at."""
    return [
        "/",
        "/search",
        "/search?q=toi pham",
        f"/doc/{sample.DIRECTIVE}",
        *(f"/doc/{sample.DIRECTIVE}?tab={tab}" for tab in TABS),
        f"/doc/{sample.BAD}",
        f"/doc/{sample.CONCLUSION}",
        f"/lineage/{sample.DIRECTIVE}",
        f"/lineage/{sample.PLAN}?axis=time&limit=1000",
        *(f"/obligations?view={view}" for view in VIEWS),
        "/obligations?agency=nobody",
        "/compare",
        f"/compare?doc={sample.CONCLUSION}",
        f"/compare/lag?doc={sample.DIRECTIVE}",
        "/compare/targets",
        f"/compare/two?a={sample.DIRECTIVE}&b={sample.BAD}&show=all",
        "/bodies",
        f"/body/{sample.POLICE[3:]}",
        "/questions",
        "/questions/lineage-up?doc=07/CT-UBND",
        "/sparql?query=SELECT%20*%20%7B%3Fs%20%3Fp%20%3Fo%7D%20LIMIT%2020",
        "/questions/lineage-up?doc=0/XX",
        "/completeness",
        "/completeness?rule=C3",
        "/completeness/fetch-next",
        "/thing/vn/place/song-may",
        "/help",
    ]


def test_no_page_overflows_a_phone_or_asks_another_host(
    browser: Browser, site: str, sample: ModuleType
) -> None:
    """At 390 pixels nothing scrolls sideways; no console error, no foreign request."""
    tab = visit(browser, site, 390)
    for address in addresses(sample):
        tab.page.goto(site + address)
        width = tab.page.evaluate("document.documentElement.scrollWidth")
        assert width <= 390, f"{address} is {width} pixels wide"
    assert tab.is_clean()


def test_the_graph_draws_and_a_click_opens_the_document(
    browser: Browser, site: str, sample: ModuleType
) -> None:
    """vis-network draws the nodes where the server put them; a click leads on."""
    tab = visit(browser, site)
    tab.page.goto(f"{site}/lineage/{sample.DIRECTIVE}")
    frame = tab.page.locator("#graph[data-drawn]")
    frame.wait_for(timeout=10_000)
    assert int(frame.get_attribute("data-drawn") or 0) >= 6
    assert tab.page.locator("#graph canvas").count() == 1
    inked = tab.page.evaluate(
        "(() => { const c = document.querySelector('#graph canvas');"
        " const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;"
        " let n = 0; for (let i = 3; i < d.length; i += 4) n += d[i] > 0; return n; })()"
    )
    assert inked > 1000
    box = tab.page.locator("#graph").bounding_box()
    assert box is not None
    tab.page.locator("table a").first.click()
    tab.page.wait_for_url("**/doc/**")
    assert tab.is_clean()


def test_the_same_content_stands_without_script(
    browser: Browser, site: str, sample: ModuleType
) -> None:
    """Where scripts do not run, the table holds every relation."""
    context = browser.new_context(java_script_enabled=False, locale="vi-VN")
    page = context.new_page()
    page.goto(f"{site}/lineage/{sample.DIRECTIVE}")
    text = page.locator("main").inner_text()
    assert "909-KL/TW" in text
    assert "tiếp tục thực hiện" in text.lower()


def test_the_download_draws_by_itself(
    browser: Browser, site: str, sample: ModuleType, app: Flask, tmp_path: Path
) -> None:
    """Opened from disk it draws, and asks no host for anything; hostile titles stay words."""
    for path in (sample.DIRECTIVE, sample.BAD):
        answer = app.test_client().get(f"/lineage-file/{path}")
        file = tmp_path / "drawing.html"
        file.write_bytes(answer.data)
        tab = visit(browser, site)
        tab.page.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
        tab.page.goto(file.as_uri())
        tab.page.locator("canvas").wait_for(timeout=10_000)
        assert tab.is_clean()


def test_words_and_facts_lead_to_each_other(
    browser: Browser, site: str, sample: ModuleType
) -> None:
    """Following a number from the text lands at the fact, and the fact's number at the text."""
    tab = visit(browser, site)
    tab.page.goto(f"{site}/doc/{sample.DIRECTIVE}")
    tab.page.locator(".paper a.ref-citation").first.click()
    tab.page.wait_for_function("location.hash.startsWith('#cit-')")
    target = tab.page.evaluate("document.querySelector(':target').className")
    assert "fact" in target
    tab.page.locator(".fact:target a.fact-number").click()
    tab.page.wait_for_function("location.hash.startsWith('#w-')")
    assert tab.page.evaluate("document.querySelector(':target').classList.contains('m')")
    assert tab.is_clean()


@pytest.mark.parametrize(("lang", "scheme"), [("vi", "light"), ("en", "dark")])
def test_axe_finds_nothing_and_pages_are_small_and_still(
    browser: Browser, site: str, sample: ModuleType, lang: str, scheme: str
) -> None:
    """WCAG 2.2 AA and good practice in both languages and themes; 100 KB; nothing jumps."""
    playwright = pytest.importorskip("axe_playwright_python.sync_playwright")
    axe = playwright.Axe()
    tab = visit(browser, site, 1280, scheme)
    sizes: dict[str, int] = {}
    tab.page.on("response", lambda got: sizes.update({got.url: len(got.body())}))
    tab.page.add_init_script(MOVED)
    faults = []
    for address in addresses(sample):
        tab.page.goto(f"{site}{address}{'&' if '?' in address else '?'}lang={lang}")
        if "/lineage/" in address:
            tab.page.locator("#graph[data-drawn]").wait_for(timeout=10_000)
        answer = axe.run(tab.page, options={"runOnly": RULES})
        faults += [
            f"{address}: {fault['id']}: {fault['nodes'][0]['html'][:120]}"
            for fault in answer.response["violations"]
        ]
        if tab.page.evaluate("window.moved") >= 0.01:
            faults.append(f"{address}: the page jumps")
    faults += [u for u, size in sizes.items() if size > 100_000 and "/vendor/" not in u]
    assert faults == []


def test_a_keyboard_reaches_the_content_and_every_tab(
    browser: Browser, site: str, sample: ModuleType
) -> None:
    """The first stop skips the menu; then links follow in the order of the page, each visible."""
    tab = visit(browser, site)
    tab.page.goto(f"{site}/doc/{sample.DIRECTIVE}")
    tab.page.keyboard.press("Tab")
    assert tab.page.evaluate("document.activeElement.className") == "skip"
    tab.page.keyboard.press("Enter")
    assert tab.page.evaluate("location.hash") == "#main"
    reached = []
    for _ in range(10):
        tab.page.keyboard.press("Tab")
        reached.append(tab.page.evaluate("document.activeElement.getAttribute('href') || ''"))
    assert f"/doc/{sample.DIRECTIVE}?tab=relations" in reached
    assert f"/doc/{sample.DIRECTIVE}?tab=data" in reached


def test_the_legend_filters_and_the_address_keeps_it(
    browser: Browser, site: str, sample: ModuleType
) -> None:
    """A relation that is switched off is gone after a reload as well; a find says what it found."""
    tab = visit(browser, site)
    tab.page.goto(f"{site}/lineage/{sample.DIRECTIVE}")
    tab.page.locator("#graph[data-drawn]").wait_for(timeout=10_000)
    tab.page.locator("#graph-find").fill("40/kh")
    tab.page.locator("#graph-find").press("Enter")
    assert "40/KH-UBND" in tab.page.locator("#graph-words").inner_text()
    before = int(tab.page.locator("#graph").get_attribute("data-drawn") or 0)
    tab.page.locator("input[name=rel][value=implements]").uncheck()
    assert "rel=" in tab.page.url
    assert "rel=implements" not in tab.page.url
    tab.page.reload()
    tab.page.locator("#graph[data-drawn]").wait_for(timeout=10_000)
    assert int(tab.page.locator("#graph").get_attribute("data-drawn") or 0) < before
    with tab.page.expect_download() as handed:
        tab.page.locator("#graph-png").click()
    assert handed.value.suggested_filename.endswith(".png")
    assert tab.is_clean()
