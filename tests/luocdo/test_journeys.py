"""What a researcher does, in a real browser on the real server with the examples loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from luocdo.settings import Settings
from tests.luocdo.serving import visited

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

DIRECTIVE = "vn/ct/ubnd-song-may/2023/9"
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def opened(store: Path) -> Iterator[tuple[str, Page]]:
    """Return the address of the site of the examples, and a visitor's tab."""
    with visited(Settings(store=store, query_workers=1)) as (address, tab):
        yield address, tab.page
        assert tab.is_clean()


@pytest.fixture
def site(opened: tuple[str, Page]) -> str:
    """Return the address of the site of the examples."""
    return opened[0]


@pytest.fixture
def page(opened: tuple[str, Page]) -> Page:
    """Return the tab."""
    return opened[1]


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


def test_what_must_still_be_fetched(page: Page, site: str) -> None:
    """One click from the first page: each document with the words that ask for it, and a file."""
    page.goto(site)
    page.get_by_role("link", name="Còn phải tìm văn bản nào").click()
    rows = page.locator("main tbody tr")
    assert rows.count() >= 5
    assert "“" in rows.first.inner_text()
    with page.expect_download() as handed:
        page.get_by_role("link", name="CSV").click()
    lines = handed.value.path().read_text(encoding="utf-8").splitlines()
    assert len(lines) > rows.count()


def test_a_central_directive_leads_to_the_provinces(page: Page, site: str) -> None:
    """From its own page, without typing its number again."""
    page.goto(f"{site}/doc/vn/ct/tw/k10/48")
    page.get_by_role("link", name="Địa phương nào triển khai").click()
    assert page.locator("blockquote mark").count() >= 5


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
