"""What a researcher does, in a real browser on the real server with the examples loaded."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import waitress

from luocdo.serve import listen, open_site
from luocdo.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

CHROMIUM = Path(os.environ.get("LUOCDO_CHROMIUM", "/usr/bin/chromium"))
DIRECTIVE = "vn/ct/ubnd-song-may/2023/9"
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(store: Path) -> Iterator[str]:
    """Return the address of the site of the examples, served as `luocdo serve` does."""
    listening = listen("127.0.0.1", 0)
    address = f"http://127.0.0.1:{listening.getsockname()[1]}"
    with open_site(Settings(store=store, query_workers=1), f"{address}/") as app:
        server = waitress.create_server(app, sockets=[listening], threads=4)
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        yield address
        server.close()


@pytest.fixture(scope="module")
def page(site: str) -> Iterator[Page]:
    """Return a tab of a visitor who reads Vietnamese; a console error fails the journey."""
    if not CHROMIUM.exists():
        pytest.skip(f"Chromium is not installed at {CHROMIUM}")
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        tab = browser.new_context(locale="vi-VN", accept_downloads=True).new_page()
        tab.set_default_timeout(15_000)
        tab.goto(site)
        yield tab
        browser.close()


@pytest.fixture(scope="module")
def shots(project: Path) -> Path:
    """Return the ignored folder in which pictures of the journeys are kept."""
    folder = project / ".screenshots"
    folder.mkdir(exist_ok=True)
    return folder


def test_find_open_and_follow(page: Page, site: str, shots: Path) -> None:
    """A number in any spelling opens its document; from there the lineage and a step on."""
    page.goto(site)
    page.locator("#find-words").fill("chi thi 9 ct-ubnd")
    page.locator("#find-words").press("Enter")
    page.wait_for_url(f"**/doc/{DIRECTIVE}")
    assert "Bị thay thế bởi" in page.locator(".force-line").inner_text()
    page.screenshot(path=shots / "document.png")
    page.get_by_role("link", name="Sơ đồ nhiều bậc").click()
    page.locator("#graph[data-drawn]").wait_for()
    page.screenshot(path=shots / "lineage.png")
    page.get_by_role("link", name="Vẽ quanh văn bản này").first.click()
    page.locator("#graph[data-drawn]").wait_for()
    assert "/lineage/" in page.url
    assert DIRECTIVE not in page.url


def test_who_carries_a_central_directive_out(page: Page, site: str, shots: Path) -> None:
    """All provincial documents under 48-CT/TW with their words, in three steps, and as a file."""
    page.goto(site)
    page.get_by_role("navigation", name="Trình đơn").get_by_role("link", name="So sánh").click()
    page.locator("main input[name=doc]").fill("48-CT/TW")
    page.locator("main input[name=doc]").press("Enter")
    page.get_by_role("heading", name="Địa phương nào triển khai").wait_for()
    assert page.locator("blockquote mark").count() >= 5
    page.screenshot(path=shots / "coverage.png")
    with page.expect_download() as handed:
        page.get_by_role("link", name="CSV").click()
    assert "05-NQ/TU" in handed.value.path().read_text(encoding="utf-8")


def test_what_a_police_must_report_and_when(page: Page, site: str, shots: Path) -> None:
    """Body, kind of duty, list, month and calendar file."""
    page.goto(site)
    page.get_by_role("navigation", name="Trình đơn").get_by_role("link", name="Nhiệm vụ").click()
    page.locator("main input[name=agency]").fill("Công an tỉnh Sông Mây")
    page.locator("main select[name=kind]").select_option("report")
    page.get_by_role("button", name="Lọc").click()
    page.get_by_role("heading", name="Nhiệm vụ của Công an tỉnh Sông Mây").wait_for()
    assert "gửi" in page.locator("table.tasks").inner_text()
    page.screenshot(path=shots / "reports.png")
    with page.expect_download() as handed:
        page.get_by_role("link", name="iCalendar").click()
    assert handed.value.path().read_bytes().startswith(b"BEGIN:VCALENDAR")
    page.get_by_role("link", name="Lịch tháng").click()
    assert page.locator("table.month td").count() >= 28
    page.screenshot(path=shots / "calendar.png")


def test_a_visitor_reads_english(page: Page, site: str) -> None:
    """The switch keeps to the page, and the next page keeps to the language."""
    page.goto(f"{site}/obligations?kind=report")
    page.get_by_role("link", name="English").click()
    assert "kind=report" in page.url
    assert page.locator("html").get_attribute("lang") == "en"
    page.get_by_role("link", name="Compare").click()
    assert page.locator("h1").inner_text() == "Centre and provinces"
    page.get_by_role("link", name="Tiếng Việt").click()
    assert page.locator("html").get_attribute("lang") == "vi"
