"""In a real browser: graphs draw, nothing is asked of another host, nothing overflows."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from werkzeug.serving import make_server

from tests.browsing import Visit, chromium, faults
from tests.webui.pages.curating import NAME, PASSWORD, Desk, Drafts, Uploads
from webui import create_app
from webui.pages.document.frame import TABS
from webui.pages.obligations.view import VIEWS
from webui.ports import DraftReading, DraftRemark, ReadPart, UploadReading
from webui.site import Site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import ModuleType

    from flask import Flask
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

MOVED = (
    "window.moved = 0; new PerformanceObserver(list => { for (const e of list.getEntries())"
    " window.moved += e.value; }).observe({ type: 'layout-shift', buffered: true });"
)
"""Sums up how far a page jumps while it is shown (layout instability of the W3C)."""
READ = UploadReading(
    token="",
    name="",
    document="https://w3id.org/luocdo/id/vn/ct/ubnd-song-may/2024/77",
    text="Số: 77/CT-UBND về <b>việc</b> khác",
    fields=(ReadPart(kind="number", value="77/CT-UBND", start=4, end=14),),
)
LOOKED = DraftReading(
    text="Giao Sở Thương mại làm.",
    remarks=(
        DraftRemark(severity="warning", said="?", words="Sở Thương mại", line=1, start=5, end=18),
    ),
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return one browser for all tests here."""
    with chromium() as opened:
        yield opened


@pytest.fixture(scope="module")
def curated_app(sample: ModuleType, reader: object) -> Flask:
    """Return the site of the small collection with a curator, drafts and uploads."""
    site = Site(
        reader=reader,  # type: ignore[arg-type]  # a loaded module has no types
        workers=sample.queries_of(reader),
        questions=reader,  # type: ignore[arg-type]  # as above
        curation=Desk(),
        drafts=Drafts(answer=LOOKED),
        uploads=Uploads(reading=READ),
    )
    return create_app(site)


@pytest.fixture(scope="module")
def site(curated_app: Flask) -> Iterator[str]:
    """Return the address of the small collection, served for the time of these tests."""
    server = make_server("127.0.0.1", 0, curated_app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()


def visit(browser: Browser, site: str, width: int = 1280) -> Visit:
    """Return a fresh tab of that width in pixels."""
    viewport = {"width": width, "height": 844}
    return Visit(browser.new_context(viewport=viewport, locale="vi-VN").new_page(), site)  # type: ignore[arg-type]  # a dict of numbers


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
    frame.wait_for(timeout=60_000)
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


def test_the_query_editor_knows_terms_and_questions(
    browser: Browser, site: str, project: Path
) -> None:
    """A catalogued question stands in it, terms of the ontology are offered, and it asks us alone."""
    if not (project / "webui" / "static" / "vendor" / "yasgui.min.js").exists():
        pytest.skip("the query editor (make editor) was not fetched")
    tab = visit(browser, site)
    terms = {"terms": [{"name": "basedOn", "vi": "x", "en": "x"}]}  # a small store has none
    tab.page.route("**/sparql/terms.json", lambda asked: asked.fulfill(json=terms))
    tab.page.goto(f"{site}/sparql?example=cited-most&format=html")
    tab.page.wait_for_load_state("networkidle")
    editor = tab.page.locator(".yasqe .CodeMirror").first
    editor.wait_for(timeout=30_000)
    assert "ldo:citedWork" in editor.evaluate("e => e.CodeMirror.getValue()")
    editor.evaluate(
        "e => { const c = e.CodeMirror; c.setValue('ASK { ?d ldo:basedO'); c.focus();"
        " c.setCursor(0, 100); }"
    )
    tab.page.keyboard.press("Control+Space")
    tab.page.locator(".CodeMirror-hints li", has_text="ldo:basedOn").first.click(timeout=30_000)
    assert "ldo:basedOn" in editor.evaluate("e => e.CodeMirror.getValue()")
    asked = "ASK { ?d <https://w3id.org/luocdo/ns#presence> ?p }"
    editor.evaluate("(e, asked) => e.CodeMirror.setValue(asked)", asked)
    tab.page.locator("#sparql-form button").first.click()
    answer = tab.page.locator("main .notice", has_text="Trả lời")
    answer.wait_for(timeout=30_000)
    assert "Đúng" in answer.inner_text()
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
        tab.page.locator("canvas").wait_for(timeout=60_000)
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


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_axe_finds_nothing_and_pages_are_small_and_still(
    browser: Browser, site: str, sample: ModuleType, lang: str
) -> None:
    """WCAG 2.2 AA and good practice in both languages and themes; 100 KB; nothing jumps."""
    tab = visit(browser, site)
    sizes: dict[str, int] = {}
    tab.page.on("response", lambda got: sizes.update({got.url: len(got.body())}))
    tab.page.add_init_script(MOVED)
    found = []
    for address in addresses(sample):
        tab.page.goto(f"{site}{address}{'&' if '?' in address else '?'}lang={lang}")
        if "/lineage/" in address:
            tab.page.locator("#graph[data-drawn]").wait_for()
        found += [f"{address}: {fault}" for fault in faults(tab.page)]
        if tab.page.evaluate("window.moved") >= 0.01:
            found.append(f"{address}: the page jumps")
    found += [u for u, size in sizes.items() if size > 100_000 and "/vendor/" not in u]
    assert found == []
    assert tab.is_clean()


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_pages_of_a_curator_are_as_open_to_everybody(
    browser: Browser, site: str, sample: ModuleType, tmp_path: Path, lang: str
) -> None:
    """Signed in: axe finds nothing, nothing overflows a phone, a hostile file name is text."""
    tab = visit(browser, site, 390)
    page, found = tab.page, list[str]()

    def look() -> None:
        found.extend(f"{page.url}: {fault}" for fault in faults(page))
        if page.evaluate("document.documentElement.scrollWidth") > 390:
            found.append(f"{page.url} is too wide")

    page.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
    page.goto(f"{site}/account?lang={lang}")
    look()
    page.fill("#account-name", NAME)
    page.fill("#account-password", PASSWORD)
    page.locator("main form button").click()
    page.wait_for_url("**/review")
    look()
    page.goto(f"{site}/doc/{sample.DIRECTIVE}")
    look()
    for part in ("cit", "asg", "due"):
        page.goto(f"{site}/doc/{sample.DIRECTIVE}")
        page.locator(f"a.review[href*='{part}']").first.click()
        look()
    hostile = tmp_path / "\u202etxt.<img src=x onerror=alert(1)>.txt"
    hostile.write_text("Số: 77/CT-UBND", encoding="utf-8")
    page.goto(f"{site}/add")
    page.set_input_files("#add-files", [str(hostile)])
    page.locator("#add-form button").click()
    page.locator("a[href*='/add/0']").first.click()
    assert "onerror" in page.locator("main").inner_text()
    look()
    page.goto(f"{site}/draft")
    page.fill("#draft-words", "Giao Sở Thương mại làm.")
    page.locator("form:has(#draft-words) button").click()
    page.locator("#h-remarks").wait_for()
    look()
    page.goto(f"{site}/account")
    look()
    assert found == []
    assert tab.is_clean()


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
    tab.page.locator("#graph[data-drawn]").wait_for(timeout=60_000)
    tab.page.locator("#graph-find").fill("40/kh")
    tab.page.locator("#graph-find").press("Enter")
    assert "40/KH-UBND" in tab.page.locator("#graph-words").inner_text()
    before = int(tab.page.locator("#graph").get_attribute("data-drawn") or 0)
    tab.page.locator("input[name=rel][value=implements]").uncheck()
    assert "rel=" in tab.page.url
    assert "rel=implements" not in tab.page.url
    tab.page.reload()
    tab.page.locator("#graph[data-drawn]").wait_for(timeout=60_000)
    assert int(tab.page.locator("#graph").get_attribute("data-drawn") or 0) < before
    with tab.page.expect_download() as handed:
        tab.page.locator("#graph-png").click()
    assert handed.value.suggested_filename.endswith(".png")
    assert tab.is_clean()
